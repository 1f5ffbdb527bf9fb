/**
 * What the figures rest on, in the table: pk SCORING, sk CHANGE | ALIGNED | PUBLISHED, one item each.
 */
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { ScoringBasis, ScoringRegister } from "../../../core/ports.ts";
import type { Table } from "./client.ts";

export function scoringRegister({ client, name: TableName }: Table): ScoringRegister {
  const item = async (sk: string) =>
    (await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk: "SCORING", sk } }))).Item;
  const put = async (sk: string, fields: Record<string, unknown>) => {
    await client.send(new PutCommand({ TableName, Item: { pk: "SCORING", sk, ...fields } }));
  };

  return {
    async noteChange() {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: { pk: "SCORING", sk: "CHANGE" },
          UpdateExpression: "ADD lastChange :one",
          ExpressionAttributeValues: { ":one": 1 },
        }),
      );
    },
    change: async () => ((await item("CHANGE"))?.["lastChange"] as number | undefined) ?? 0,
    alignedWith: async () => (await item("ALIGNED"))?.["catalogueVersion"] as string | undefined,
    noteAligned: (catalogueVersion) => put("ALIGNED", { catalogueVersion }),
    published: async () => (await item("PUBLISHED")) as (ScoringBasis & { run: string }) | undefined,
    notePublished: (run, basis) => put("PUBLISHED", { run, ...basis }),
  };
}
