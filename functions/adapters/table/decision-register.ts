/** Decisions about norms: pk DECISIONS, sk <oldest address of the norm>#<number>, one item each, never changed. */
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Decision, DecisionRegister } from "../../../core/decisions.ts";
import { held, queryAll, type Table } from "./client.ts";

export function decisionRegister(table: Table): DecisionRegister {
  const { client, name: TableName } = table;
  return {
    async list() {
      const items = await queryAll<{ decision: Decision }>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "DECISIONS" },
      });
      return items.map(({ decision }) => decision).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.number - b.number));
    },
    add: (decision, line = decision.norm) =>
      held(
        client.send(
          new PutCommand({
            TableName,
            Item: { pk: "DECISIONS", sk: `${line}#${String(decision.number).padStart(6, "0")}`, decision },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        ),
      ),
  };
}
