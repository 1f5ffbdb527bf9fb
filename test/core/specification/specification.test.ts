/** The specification of deliveries says what the check says. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bodyCode } from "../../../core/ids.ts";
import { rules } from "../../../core/intake/checks/index.ts";
import { readingRules } from "../../../core/intake/reading/problems.ts";
import { columnWords } from "../../../core/specification/column-words.ts";
import { EXAMPLE_LENGTH, ruleExamples } from "../../../core/specification/rule-examples.ts";
import { deliverySpecification } from "../../../core/specification/specification.ts";
import { deliverCsv, deliverFixture, historyOf, known, noHistory } from "../intake/deliver.ts";

const { columns, chapters } = deliverySpecification();
const specified = chapters.flatMap((chapter) => chapter.rules);
const files = readdirSync(join(import.meta.dirname, "../../fixtures/deliveries"));

/** Rules that look back need something to look back at. */
const histories = {
  STATUS_NEW_KNOWN: historyOf({ "R-1 KSW": known() }),
  STATUS_CHANGED_WITHDRAWN: historyOf({ "R-1 KSW": known({ state: "withdrawn" }) }),
};

/** The first finding of a rule in its own file, as an example shows it. */
function firstFinding(code: string) {
  const file = files.find((name) => name.startsWith(`${code}.`));
  if (file === undefined) return undefined;
  const body = bodyCode(code === "BODY_UNKNOWN" ? "onbekend" : "ciio");
  const history = histories[code as keyof typeof histories] ?? noHistory;
  const found = deliverFixture(file, { body })
    .judge(history)
    .findings.find((finding) => finding.code === code);
  if (found === undefined) return undefined;
  const { value, columnName, params } = found;
  return { value: new TextDecoder().decode(new TextEncoder().encode(value)).slice(0, EXAMPLE_LENGTH), columnName, params };
}

describe("the specification of deliveries", () => {
  test("has every rule once, in a chapter, in both languages and with an example, all in whole sentences", () => {
    expect(specified.map(({ code }) => code).sort()).toEqual(rules.map(({ code }) => code).sort());
    for (const { code, message, fix, example } of specified) {
      for (const text of [message, fix, example.message, example.fix]) {
        expect(text.nl, code).toMatch(/^["A-Z0-9…].*[.?]$/s);
        expect(text.nl, code).not.toBe(text.en);
      }
      expect(JSON.stringify(example), code).not.toMatch(/undefined|NaN|null|\[object/);
      if (!(code in readingRules)) expect(example.message.nl, code).not.toContain("…");
    }
  });

  test.each(rules.filter(({ code }) => firstFinding(code) !== undefined).map(({ code }) => code))(
    "gives as example of %s what the check says of the file that breaks it",
    (code) => {
      const { value = "", columnName = null, params = {} } = ruleExamples[code] ?? {};
      expect({ value, columnName, params }).toEqual(firstFinding(code));
    },
  );

  test("has no example of a rule that is gone", () => {
    expect(Object.keys(ruleExamples).filter((code) => !rules.some((rule) => rule.code === code))).toEqual([]);
  });

  test("gives examples of columns that the check accepts", () => {
    const own = columns.long.filter(({ name }) => name !== "certificerende_instelling");
    const row = own.map(({ name }) => columnWords[name].example);
    const checked = deliverCsv(`${own.map(({ name }) => name).join(";")}\n${row.join(";")}\n`).judge(noHistory);
    expect(checked).toMatchObject({ status: "accepted", reports: [{ reference: "2024-017" }] });
    expect(checked.groups.map(({ code }) => code)).toEqual(["NORMS_MISSING"]);
  });

  test("says which columns are needed in which layout", () => {
    const needed = (layout: keyof typeof columns) => columns[layout].filter((column) => column.needed).map(({ name }) => name);
    expect(needed("long")).toEqual([...needed("wide"), "norm", "score"]);
    expect(needed("trends")).toEqual(["rapportkenmerk", "thema", "richting"]);
  });
});
