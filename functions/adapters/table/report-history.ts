/** The records of `report-register.ts`, read for people: pk REPORT#<body>, sk <label>#<reference>. */
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Day } from "../../../core/calendar.ts";
import type { BodyCode } from "../../../core/ids.ts";
import type { ReportHistory, ReportRecord } from "../../../core/report-history.ts";
import { queryAll, type Table } from "./client.ts";

interface Item extends Omit<ReportRecord, "body" | "reference" | "label" | "day"> {
  readonly sk: string;
  readonly audit?: { readonly day: Day };
}

export function reportHistory(table: Table): ReportHistory {
  return {
    async ofBody(body) {
      const items = await queryAll<Item>(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `REPORT#${body}` },
      });
      return items.map((item) => recordOf(body, item));
    },
    async find(body, label, reference) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, ConsistentRead: true, Key: { pk: `REPORT#${body}`, sk: `${label}#${reference}` } }),
      );
      return Item && recordOf(body, Item as Item);
    },
  };
}

/** A label has no `#` in it; a reference may. */
function recordOf(body: BodyCode, { sk, state, organisation, framework, history, audit }: Item): ReportRecord {
  const end = sk.indexOf("#");
  return { body, label: sk.slice(0, end), reference: sk.slice(end + 1), state, organisation, framework, history, day: audit?.day };
}
