/**
 * Sessions of people who are signed in: pk SESSION#<SHA-256 of what the browser holds>, sk SESSION. `expires` (seconds since 1970) is for the
 * table's own cleaning, which comes up to two days late: whoever reads a session looks at `endsAt`.
 *
 * Of whom a session is stands beside it, once when it starts: pk PERSON#<id>, sk SESSION#<hash>. So all sessions of a person can be ended, and no page
 * has more to read. pk PERSON#<id>, sk ENDED says when that was last done: a session that starts at the same moment finds it and does not start.
 */
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Session, SessionRegister } from "../../../core/sessions.ts";
import { held, queryAll, type Table } from "./client.ts";

/** Longer than any session, and than any way to the issuer and back: what began before that has ended by itself. */
const DAY_SECONDS = 86_400;

export function sessionRegister(table: Table): SessionRegister {
  const { client, name: TableName } = table;
  const keyOf = (key: string) => ({ pk: `SESSION#${key}`, sk: "SESSION" });
  const ofPerson = (userId: string) => `PERSON#${userId}`;
  const end = async (key: string) => {
    await client.send(new DeleteCommand({ TableName, Key: keyOf(key) }));
  };
  return {
    async start(key, session) {
      const pk = ofPerson(session.user.id);
      // In this order: whoever ends all sessions writes that down before he looks for them. So either he finds this one, or it finds what he wrote.
      await client.send(
        new PutCommand({ TableName, Item: { pk, sk: `SESSION#${key}`, expires: seconds(session.startedAt) + DAY_SECONDS } }),
      );
      await client.send(new PutCommand({ TableName, Item: { ...keyOf(key), session, expires: seconds(session.endsAt) } }));
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk, sk: "ENDED" } }));
      if (Item === undefined || (Item["at"] as string) < session.startedAt) return true;
      await end(key);
      return false;
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
    end,
    async endAllOf(userId, now) {
      const pk = ofPerson(userId);
      await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { pk, sk: "ENDED", at: now, expires: seconds(now) + DAY_SECONDS },
            ConditionExpression: "attribute_not_exists(pk) OR #at < :at",
            ExpressionAttributeNames: { "#at": "at" },
            ExpressionAttributeValues: { ":at": now },
          }),
        ),
      );
      const sessions = await queryAll<{ sk: string }>(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :session)",
        ExpressionAttributeValues: { ":pk": pk, ":session": "SESSION#" },
      });
      await Promise.all(sessions.map(({ sk }) => end(sk.slice("SESSION#".length))));
    },
  };
}

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
