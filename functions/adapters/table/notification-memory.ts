/**
 * What was told, so that it is not told again: pk NOTIFIED, sk DIGEST for policy staff, REMINDER#<body> for a body. Every change goes up one version, on condition
 * of the one before.
 */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { DigestRecord } from "../../../core/notifications/digest.ts";
import type { NotificationMemory } from "../../../core/notifications/ports.ts";
import type { ReminderRecord } from "../../../core/notifications/reminders.ts";
import { held, queryAll, type Table } from "./client.ts";

const PK = "NOTIFIED";

export function notificationMemory(table: Table): NotificationMemory {
  const { client, name: TableName } = table;
  const keep = (sk: string, record: DigestRecord | ReminderRecord) =>
    held(
      client.send(
        new PutCommand({
          TableName,
          Item: { pk: PK, sk, record },
          ConditionExpression: record.version === 1 ? "attribute_not_exists(pk)" : "#record.version = :before",
          ...(record.version === 1
            ? {}
            : { ExpressionAttributeNames: { "#record": "record" }, ExpressionAttributeValues: { ":before": record.version - 1 } }),
        }),
      ),
    );
  return {
    async digest() {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk: PK, sk: "DIGEST" } }));
      return Item?.["record"] as DigestRecord | undefined;
    },
    keepDigest: (record) => keep("DIGEST", record),
    async reminders() {
      const items = await queryAll<{ record: ReminderRecord }>(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :reminder)",
        ExpressionAttributeValues: { ":pk": PK, ":reminder": "REMINDER#" },
      });
      return items.map(({ record }) => record);
    },
    keepReminder: (record) => keep(`REMINDER#${record.body}`, record),
  };
}
