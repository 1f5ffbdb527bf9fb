/** The records of `report-register.ts`, read for people: pk REPORT#<body>, sk <label>#<reference>. */
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Day } from "../../../core/calendar.ts";
import type { BodyCode } from "../../../core/ids.ts";
import type { ReportHistory, ReportRecord } from "../../../core/report-history.ts";
import { queryAll, type Table } from "./client.ts";
import { knownFrom, type Revision } from "./report-register.ts";

interface Item extends Omit<ReportRecord, "body" | "reference" | "label" | "day"> {
  readonly sk: string;
  readonly audit?: { readonly day: Day };
}

export function reportHistory(table: Table): ReportHistory {
  const itemsOf = <Kind extends { readonly sk: string }>(body: BodyCode): Promise<Kind[]> =>
    queryAll<Kind>(table, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": `REPORT#${body}` } });

  return {
    ofBody: async (body) => (await itemsOf<Item>(body)).map((item) => recordOf(body, item)),
    ownReports: async (body) =>
      (await itemsOf<Revision & { readonly sk: string }>(body)).map((item) => ({ ...placeOf(item.sk), ...knownFrom(item) })),
    async find(body, label, reference) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, ConsistentRead: true, Key: { pk: `REPORT#${body}`, sk: `${label}#${reference}` } }),
      );
      return Item && recordOf(body, Item as Item);
    },
  };
}

const recordOf = (body: BodyCode, { sk, state, organisation, framework, history, audit }: Item): ReportRecord => ({
  body,
  ...placeOf(sk),
  state,
  organisation,
  framework,
  history,
  day: audit?.day,
});

/** A label has no `#` in it; a reference may. */
function placeOf(sk: string): { readonly label: string; readonly reference: string } {
  const end = sk.indexOf("#");
  return { label: sk.slice(0, end), reference: sk.slice(end + 1) };
}
