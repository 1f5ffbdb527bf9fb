import { dutchDay } from "../../calendar.ts";
import { organisationOf } from "../../catalogue/organisations.ts";
import { type Draft, numberIn, textIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import type { DeliveryRule } from "./rule.ts";

/** Two reports of one organisation and label on one day: the greater reference (in code-point order) counts as the later. */
export const sameDay: DeliveryRule = {
  code: "SAME_DAY",
  severity: "warning",
  about: "delivery",
  check: (reports, given) => {
    const key = (report: Draft) => {
      const kvk = textIn(report, "kvk_nummer");
      const day = numberIn(report, "toetsdatum");
      return kvk === undefined || day === undefined ? undefined : `${report.label} ${day} ${organisationOf(given.catalogue, kvk).id}`;
    };
    return [...groupBy(reports, key)].flatMap(([shared, same]) => {
      if (shared === undefined || same.length < 2) return [];
      const references = same.map((report) => report.reference).sort(byCodePoint);
      const last = references.at(-1) ?? "";
      return same.slice(1).map((report) => ({
        report,
        column: "toetsdatum" as const,
        params: { date: dutchDay(numberIn(report, "toetsdatum") ?? 0), label: report.label, references: references.slice(0, 5), last },
      }));
    });
  },
};

/** UTF-16 order differs from code-point order only above U+FFFF; references are compared as the specification says. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
