/** Drafts of frameworks: pk DRAFTS, sk <label>/<variant>/<version>, one item each, changed on condition of its revision. */
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { type DraftKey, type DraftRegister, type FrameworkDraft, isTooLarge } from "../../../core/framework-draft/types.ts";
import { frameworkKey } from "../../../core/ids.ts";
import { held, queryAll, type Table } from "./client.ts";

export function draftRegister(table: Table): DraftRegister {
  const { client, name: TableName } = table;
  return {
    async list() {
      const items = await queryAll<{ draft: FrameworkDraft }>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": "DRAFTS" },
      });
      return items.map(({ draft }) => draft);
    },
    async find(key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true }));
      return Item?.["draft"] as FrameworkDraft | undefined;
    },
    async keep(draft) {
      if (isTooLarge(draft)) return "tooLarge";
      const kept = await held(
        client.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(draft), draft },
            ...(draft.revision === 1
              ? { ConditionExpression: "attribute_not_exists(pk)" }
              : { ConditionExpression: "draft.revision = :before", ExpressionAttributeValues: { ":before": draft.revision - 1 } }),
          }),
        ),
      );
      return kept ? "kept" : "changedMeanwhile";
    },
  };
}

const keyOf = ({ label, variant, version }: DraftKey) => ({ pk: "DRAFTS", sk: frameworkKey(label, variant, version) });
