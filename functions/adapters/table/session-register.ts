/**
 * Sessions of people who are signed in: pk SESSION#<SHA-256 of what the browser holds>, sk SESSION. `expires` (seconds since 1970) is for the
 * table's own cleaning, which comes up to two days late: whoever reads a session looks at `endsAt`.
 */
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Sha256 } from "../../../core/ids.ts";
import type { Session, SessionRegister } from "../../../core/sessions.ts";
import { held, type Table } from "./client.ts";

export function sessionRegister({ client, name: TableName }: Table): SessionRegister {
  const keyOf = (key: Sha256) => ({ pk: `SESSION#${key}`, sk: "SESSION" });
  return {
    async start(key, session) {
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(key), session, expires: seconds(session.endsAt) } }));
    },
    async find(key) {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: keyOf(key) }));
      return Item?.["session"] as Session | undefined;
    },
    async extend(key, endsAt) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(key),
            ConditionExpression: "attribute_exists(pk)",
            UpdateExpression: "SET #session.endsAt = :endsAt, expires = :expires",
            ExpressionAttributeNames: { "#session": "session" },
            ExpressionAttributeValues: { ":endsAt": endsAt, ":expires": seconds(endsAt) },
          }),
        ),
      );
    },
    async end(key) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(key) }));
    },
  };
}

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
