/** The embedded table for a test file, empty, in a folder of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../../../functions/adapters/table/client.ts";
import { startTable } from "../../../../local/table/server.ts";

export async function freshTable(): Promise<Table & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "table-"));
  const server = await startTable({ folder });
  const dynamo = new DynamoDBClient({
    endpoint: server.url,
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  const key = (attribute: string, KeyType: "HASH" | "RANGE") => ({ AttributeName: attribute, KeyType });
  await dynamo.send(
    new CreateTableCommand({
      TableName: "fresh",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    }),
  );
  await waitUntilTableExists({ client: dynamo, maxWaitTime: 30, minDelay: 0.01, maxDelay: 1 }, { TableName: "fresh" });
  return {
    name: "fresh",
    client: DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } }),
    async close() {
      dynamo.destroy();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
