/** Relevance reviews: pk REVIEWS, sk <id>, one item each. Every transition is one update with its line of the trail, on condition of the state before. */
import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Review, ReviewActor, ReviewRegister, ReviewState } from "../../../core/review/review.ts";
import { held, queryAll, type Table } from "./client.ts";

const pk = "REVIEWS";

export function reviewRegister(table: Table): ReviewRegister {
  const { client, name: TableName } = table;

  const find = async (id: string): Promise<Review | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, ConsistentRead: true, Key: { pk, sk: id } }));
    return Item && reviewOf(Item);
  };

  const step = (state: ReviewState, at: string, by: ReviewActor) => [{ state, at, by }];

  /** from → to, with what the new state brings. */
  const transition = (id: string, from: ReviewState, to: ReviewState, at: string, by: ReviewActor, fields: Record<string, unknown>) =>
    held(
      client.send(
        new UpdateCommand({
          TableName,
          Key: { pk, sk: id },
          ConditionExpression: "#state = :from",
          UpdateExpression: `SET #state = :to, trail = list_append(trail, :step), ${Object.keys(fields)
            .map((name) => `${name} = :${name}`)
            .join(", ")}`,
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: {
            ":from": from,
            ":to": to,
            ":step": step(to, at, by),
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
          },
        }),
      ),
    );

  return {
    async begin({ id, label, referenceDate, execution, by, at, takeOver }) {
      const Item = { pk, sk: id, label, referenceDate, execution, state: "preparing", trail: step("preparing", at, by) };
      if (await held(client.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(pk)" })))) return "begun";
      const mine = await held(
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk, sk: id },
            ConditionExpression: takeOver ? "#state = :preparing" : "#state = :preparing AND #execution = :execution",
            UpdateExpression: "SET #execution = :execution",
            ExpressionAttributeNames: { "#state": "state", "#execution": "execution" },
            ExpressionAttributeValues: { ":preparing": "preparing", ":execution": execution },
          }),
        ),
      );
      return mine ? "begun" : "exists";
    },
    open: (id, { at, ...opening }) => transition(id, "preparing", "open", at, null, opening),
    close: (id, { at, by, undecided }) => transition(id, "open", "closed", at, by, { undecided }),
    find,
    async list() {
      const items = await queryAll<Record<string, unknown>>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": pk },
      });
      return items.map(reviewOf).sort(latestFirst);
    },
  };
}

const reviewOf = ({ pk: _, sk, ...fields }: Record<string, unknown>): Review => ({ id: sk, ...fields }) as Review;

const latestFirst = (a: Review, b: Review): number =>
  a.referenceDate < b.referenceDate ? 1 : a.referenceDate > b.referenceDate ? -1 : a.id < b.id ? -1 : 1;
