/** What administrators did about people: pk PEOPLE, sk id of the change, which begins with the time. How it ended is added once. */
import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { PeopleChange, PeopleTrail } from "../../../core/people-trail.ts";
import { held, queryAll, type Table } from "./client.ts";

export function peopleTrail(table: Table): PeopleTrail {
  const { client, name: TableName } = table;
  return {
    async begin(change) {
      const { id, ...written } = change;
      await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { pk: "PEOPLE", sk: id, change: written },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      );
    },
    async end(id, ended) {
      await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk: "PEOPLE", sk: id },
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ended)",
            UpdateExpression: "SET ended = :ended",
            ExpressionAttributeValues: { ":ended": ended },
          }),
        ),
      );
    },
    async list() {
      const items = await queryAll<{ sk: string; change: Omit<PeopleChange, "id">; ended?: PeopleChange["ended"] }>(table, {
        KeyConditionExpression: "pk = :pk",
        ScanIndexForward: false,
        ExpressionAttributeValues: { ":pk": "PEOPLE" },
      });
      return items.map(({ sk, change, ended }) => ({ id: sk, ...change, ended }));
    },
  };
}
