/** The documents for certifying bodies say what the code does (else: npm run docs:findings). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MAX_REPORTS } from "../../../core/intake/book.ts";
import { rules } from "../../../core/intake/checks/index.ts";
import { MAX_TRENDS } from "../../../core/intake/checks/report-trends-too-many.ts";
import { MAX_TEXT } from "../../../core/intake/checks/text-too-long.ts";
import { MAX_DISCIPLINES } from "../../../core/intake/placing.ts";
import { MAX_PLACES_PER_CODE } from "../../../core/intake/types.ts";
import { columnTables, findingsPage, withPart } from "../../../scripts/intake-documentation.ts";
import { catalogue } from "../../fixtures/catalogue.ts";
import { deliverCsv, historyOf, known, noHistory } from "./deliver.ts";

const page = (name: string) => readFileSync(join(import.meta.dirname, "../../../docs", name), "utf8");
const specification = page("delivery-specification.md");

test("the list of findings has every rule once, with words that are whole", () => {
  expect(page("findings.md")).toBe(findingsPage());
  for (const { code } of rules) expect(page("findings.md").split(`| \`${code}\` |`)).toHaveLength(2);
  expect(page("findings.md")).not.toMatch(/undefined|NaN|\[object/);
});

test("the specification has the columns of the code", () => {
  const renewed = Object.entries(columnTables()).reduce(
    (text, [layout, table]) => withPart(text, `columns:${layout}`, table),
    specification,
  );
  expect(specification).toBe(renewed);
});

test("the limits in the specification are those of the code", () => {
  const written = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, " ");
  expect(specification).toContain(`${written(MAX_PLACES_PER_CODE)} places`);
  expect(specification).toContain(`${written(MAX_REPORTS)} reports per file`);
  expect(specification).toContain(`${MAX_DISCIPLINES} disciplines`);
  expect(specification).toContain(`${MAX_TRENDS} trends a report`);
  expect(specification).toContain(`at most ${written(MAX_TEXT)} characters`);
});

test("the examples in the specification are accepted as they stand", () => {
  const examples = [...specification.matchAll(/```csv\n(.*?)```/gs)].map((match) => match[1] ?? "");
  expect(examples).toHaveLength(3);
  // The small catalogue of the tests calls the third norm D01.
  const [long = "", wide = "", trends = ""] = examples.map((example) => example.replace(";V03", ";D01"));
  expect(
    deliverCsv(long)
      .judge(noHistory)
      .groups.map((group) => group.code),
  ).toEqual(["NORMS_MISSING"]);
  expect(deliverCsv(wide).judge(noHistory)).toMatchObject({ status: "accepted", findings: [] });
  expect(deliverCsv(trends).judge(historyOf({ "2024-017 KSW": known() }))).toMatchObject({ status: "accepted", findings: [] });
  expect(catalogue.themes.length).toBeGreaterThan(0);
});
