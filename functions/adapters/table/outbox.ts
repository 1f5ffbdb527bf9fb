/**
 * Mails in the table: pk MAILS#<person>, sk the id of the mail, one item each with its state and its trail. `expires` (seconds since 1970) is for the table's own
 * cleaning.
 */
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type MailRecord, queuedAt } from "../../../core/notifications/mail.ts";
import type { Outbox } from "../../../core/notifications/ports.ts";
import { KEPT_DAYS } from "../../../core/notifications/rules.ts";
import { held, queryAll, type Table } from "./client.ts";

export function outbox(table: Table): Outbox {
  const { client, name: TableName } = table;
  const ofPerson = (person: string) => ({ KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": pkOf(person) } });
  return {
    queue(mail, at) {
      const record: MailRecord = { ...mail, state: "queued", trail: [{ state: "queued", at }] };
      const expires = Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * SECONDS_PER_DAY;
      return held(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(mail.to.id, mail.id), mail: record, expires },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
    },

    claim: (person, id, at, until) =>
      held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(person, id),
            UpdateExpression: "SET heldUntil = :until",
            ConditionExpression: "mail.#state = :queued AND (attribute_not_exists(heldUntil) OR heldUntil <= :at)",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":until": until, ":queued": "queued", ":at": at },
          }),
        ),
      ),

    async release(person, id, until) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(person, id),
            UpdateExpression: "REMOVE heldUntil",
            ConditionExpression: "heldUntil = :until",
            ExpressionAttributeValues: { ":until": until },
          }),
        ),
      );
    },

    async settle(person, id, state, at) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(person, id),
            UpdateExpression: "SET mail.#state = :state, mail.trail = list_append(mail.trail, :entry) REMOVE heldUntil",
            ConditionExpression: "mail.#state = :queued",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":state": state, ":queued": "queued", ":entry": [{ state, at }] },
          }),
        ),
      );
    },

    async queued(person) {
      // A filter: tens of people with some hundred mails each are read in a second, and only once a day.
      const items = await queryAll<Item>(table, {
        KeyConditionExpression: "pk = :pk",
        FilterExpression: "mail.#state = :queued",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":pk": pkOf(person), ":queued": "queued" },
      });
      return items.map(({ mail }) => mail);
    },

    async list(person) {
      const mails = (await queryAll<Item>(table, ofPerson(person))).map(({ mail }) => mail);
      return mails.sort((a, b) => (queuedAt(a) < queuedAt(b) ? 1 : queuedAt(a) > queuedAt(b) ? -1 : 0));
    },

    async find(person, id) {
      const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: keyOf(person, id) }));
      return (Item as Item | undefined)?.mail;
    },
  };
}

interface Item {
  readonly mail: MailRecord;
}

const SECONDS_PER_DAY = 86_400;

const pkOf = (person: string): string => `MAILS#${person}`;
const keyOf = (person: string, id: string) => ({ pk: pkOf(person), sk: id });
