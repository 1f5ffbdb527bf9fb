import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandOutput,
  UpdateItemCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, it } from "vitest";
import { startTable } from "../../../local/table/server.ts";
import { startKillable } from "../killable.ts";

const TableName = "reports";
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "table-"));
  cleanups.push(() => rmSync(folder, { recursive: true }));
  return folder;
};
const open = async (url: string): Promise<DynamoDBClient> => {
  const client = new DynamoDBClient({
    endpoint: url,
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
  cleanups.push(() => client.destroy());
  return client;
};
const createTable = async (client: DynamoDBClient): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { TableName });
};

describe("the embedded table", () => {
  it("lets exactly one of many writers with the same condition win", async () => {
    const table = await startTable({ folder: newFolder() });
    cleanups.push(() => table.close());
    const client = await open(table.url);
    await createTable(client);
    const put = (n: number) =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { pk: { S: "shard#1" }, sk: { S: "R-1" }, revision: { N: String(n) } },
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    const attempts = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(put));
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    const [lost] = attempts.filter((attempt) => attempt.status === "rejected");
    expect(lost?.reason.name).toBe("ConditionalCheckFailedException");
  });

  it("moves a state on only from the state that was read", async () => {
    const table = await startTable({ folder: newFolder() });
    cleanups.push(() => table.close());
    const client = await open(table.url);
    await createTable(client);
    const Key = { pk: { S: "delivery" }, sk: { S: "A-1" } };
    await client.send(new PutItemCommand({ TableName, Item: { ...Key, status: { S: "claimed" } } }));
    const move = (from: string, to: string) =>
      client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: "SET #s = :to, trail = list_append(if_not_exists(trail, :none), :entry)",
          ConditionExpression: "#s = :from",
          ExpressionAttributeNames: { "#s": "status" },
          ExpressionAttributeValues: { ":from": { S: from }, ":to": { S: to }, ":none": { L: [] }, ":entry": { L: [{ S: to }] } },
        }),
      );
    await move("claimed", "checked");
    await expect(move("claimed", "rejected")).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
    const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
    expect([Item?.["status"]?.S, Item?.["trail"]?.L?.map((entry) => entry.S)]).toEqual(["checked", ["checked"]]);
  });

  it("outlives a request whose sender went away", async () => {
    const table = await startTable({ folder: newFolder() });
    cleanups.push(() => table.close());
    const { port, hostname } = new URL(table.url);
    for (let i = 0; i < 5; i++) {
      const socket = connect(Number(port), hostname);
      await new Promise<void>((resolve) => socket.once("connect", resolve));
      socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf");
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.resetAndDestroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    await createTable(await open(table.url));
  });

  it("has everything that it acknowledged before its process was killed", async () => {
    const folder = newFolder();
    const first = await startKillable("test/local/table/table-process.ts", folder);
    const client = await open(first.url);
    await createTable(client);
    const acknowledged = new Set<string>();
    let kill = (): void => {};
    const enough = new Promise<void>((resolve) => {
      kill = resolve;
    });
    const writer = async (name: string) => {
      for (let n = 0; ; n++) {
        const sk = `${name}-${n}`;
        await client.send(new PutItemCommand({ TableName, Item: { pk: { S: "shard#1" }, sk: { S: sk }, vector: { S: "V".repeat(800) } } }));
        acknowledged.add(sk);
        if (acknowledged.size === 30) kill();
      }
    };
    const writers = Promise.allSettled(["a", "b", "c"].map(writer));
    await enough;
    await first.kill();
    await writers;

    const second = await startTable({ folder });
    cleanups.push(() => second.close());
    const reader = await open(second.url);
    const found = new Set<string | undefined>();
    let ExclusiveStartKey: QueryCommandOutput["LastEvaluatedKey"];
    do {
      const page: QueryCommandOutput = await reader.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": { S: "shard#1" } },
          ExclusiveStartKey,
        }),
      );
      for (const item of page.Items ?? []) found.add(item["sk"]?.S);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect([...acknowledged].filter((sk) => !found.has(sk))).toEqual([]);
  });
});
