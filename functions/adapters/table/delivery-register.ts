/**
 * Deliveries in the table.
 *   pk DELIVERIES#<body>  sk <hash of key and version>   the delivery: number, state, result and trail in one item
 *   pk CONTENT#<body>     sk <sha256>                    who holds these bytes
 *   pk CONTENT#<body>     sk LEAVE#<id of the upload>    which delivery came by this leave to send one file
 *   pk COUNTER            sk DELIVERIES#<year>           the last number given out; a number may be skipped after a crash
 */
import { createHash } from "node:crypto";
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { amsterdamDay, yearOf } from "../../../core/calendar.ts";
import { BrokenInvariant } from "../../../core/faults.ts";
import { compareDeliveryNumbers, type DeliveryNumber, deliveryNumber, type Sha256 } from "../../../core/ids.ts";
import type { Arrival, ContentClaim, DeliveryRecord, DeliveryRegister } from "../../../core/ports.ts";
import { sentAs } from "../../../core/uploads.ts";
import { held, queryAll, type Table } from "./client.ts";

interface ContentItem {
  readonly state: "held" | "accepted" | "open";
  readonly number: DeliveryNumber;
  readonly receivedAt: string;
}

export function deliveryRegister(table: Table): DeliveryRegister {
  const { client, name: TableName } = table;

  const find: DeliveryRegister["find"] = async (body, arrival) => {
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: deliveryKey(body, arrival) }));
    return Item as DeliveryRecord | undefined;
  };

  async function nextNumber(receivedAt: string): Promise<DeliveryNumber> {
    const year = yearOf(amsterdamDay(receivedAt));
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName,
        Key: { pk: "COUNTER", sk: `DELIVERIES#${year}` },
        UpdateExpression: "ADD lastNumber :one",
        ExpressionAttributeValues: { ":one": 1 },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return deliveryNumber(`A-${year}-${String(Attributes?.["lastNumber"]).padStart(4, "0")}`);
  }

  return {
    find,

    async arrive(arrival) {
      const existing = await find(arrival.body, arrival);
      if (existing) return existing;
      const record: DeliveryRecord = {
        ...arrival,
        number: await nextNumber(arrival.receivedAt),
        state: "received",
        trail: [{ state: "received", at: arrival.receivedAt }],
      };
      const isOurs = await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...deliveryKey(arrival.body, arrival), ...record },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
      if (isOurs) return record;
      const other = await find(arrival.body, arrival);
      if (!other) throw new BrokenInvariant(`delivery ${record.number} exists and does not exist`);
      return other;
    },

    async claimLeave(record) {
      const { upload } = sentAs(record.file);
      if (upload === undefined) return { held: "byUs" };
      const Key = leaveKey(record, upload);
      const isOurs = await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...Key, number: record.number },
            ConditionExpression: "attribute_not_exists(pk) OR #number = :number",
            ExpressionAttributeNames: { "#number": "number" },
            ExpressionAttributeValues: { ":number": record.number },
          }),
        ),
      );
      if (isOurs) return { held: "byUs" };
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key }));
      return { held: "byAnother", number: Item?.["number"] as DeliveryNumber };
    },

    async claimContent(record, sha256) {
      const Key = contentKey(record, sha256);
      const isOurs = await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...Key, state: "held", number: record.number, receivedAt: record.receivedAt },
            ConditionExpression: "attribute_not_exists(pk) OR #number = :number OR #state = :open",
            ExpressionAttributeNames: { "#number": "number", "#state": "state" },
            ExpressionAttributeValues: { ":number": record.number, ":open": "open" },
          }),
        ),
      );
      if (isOurs) return { held: "byUs" };
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key }));
      return holder(Item as ContentItem | undefined);
    },

    async releaseContent(record, sha256, accepted) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: contentKey(record, sha256),
            UpdateExpression: "SET #state = :state",
            ConditionExpression: "#number = :number",
            ExpressionAttributeNames: { "#number": "number", "#state": "state" },
            ExpressionAttributeValues: { ":number": record.number, ":state": accepted ? "accepted" : "open" },
          }),
        ),
      );
    },

    async markClaimed(record, sha256, at) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: deliveryKey(record.body, record),
            UpdateExpression: "SET #state = :claimed, sha256 = :sha256, trail = list_append(trail, :entry)",
            ConditionExpression: "#state = :received",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: {
              ":claimed": "claimed",
              ":received": "received",
              ":sha256": sha256,
              ":entry": [{ state: "claimed", at }],
            },
          }),
        ),
      );
    },

    async finish(record, result, at) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: deliveryKey(record.body, record),
            UpdateExpression:
              "SET #state = :finished, #status = :status, outcomes = :outcomes, groups = :groups, #rows = :rows, sameAs = :sameAs, trail = list_append(trail, :entry)",
            ConditionExpression: "#state <> :finished",
            ExpressionAttributeNames: { "#state": "state", "#status": "status", "#rows": "rows" },
            ExpressionAttributeValues: {
              ":finished": "finished",
              ":status": result.status,
              ":outcomes": result.outcomes,
              ":groups": result.groups,
              ":rows": result.rows,
              ":sameAs": result.sameAs ?? null,
              ":entry": [{ state: "finished", at }],
            },
          }),
        ),
      );
    },

    async list(body) {
      const records = await queryAll<DeliveryRecord>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `DELIVERIES#${body}` },
      });
      return records.sort((a, b) => compareDeliveryNumbers(b.number, a.number));
    },
  };
}

const deliveryKey = (body: string, arrival: Pick<Arrival, "key" | "versionId">) => ({
  pk: `DELIVERIES#${body}`,
  sk: createHash("sha256").update(`${arrival.key}\n${arrival.versionId}`).digest("hex"),
});

const contentKey = (record: DeliveryRecord, sha256: Sha256) => ({ pk: `CONTENT#${record.body}`, sk: sha256 });

const leaveKey = (record: DeliveryRecord, upload: string) => ({ pk: `CONTENT#${record.body}`, sk: `LEAVE#${upload}` });

/** Who holds the bytes, when it is not us. An item that went away in between counts as held: the caller tries again. */
function holder(item: ContentItem | undefined): ContentClaim {
  if (item?.state === "accepted") return { held: "accepted", number: item.number, receivedAt: item.receivedAt };
  return { held: "byAnother", number: item?.number ?? deliveryNumber("") };
}
