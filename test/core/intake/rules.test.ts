/** Every rule fires on its own small file, at the place that Excel shows, and on nothing else; and it can say so in two languages. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bodyCode } from "../../../core/ids.ts";
import { createCheck } from "../../../core/intake/check.ts";
import { rules } from "../../../core/intake/checks/index.ts";
import { describedCodes, describe as describeFinding } from "../../../core/intake/messages/index.ts";
import { notATableKinds, readingRules } from "../../../core/intake/reading/problems.ts";
import type { Finding, History } from "../../../core/intake/types.ts";
import { context, deliverFixture, historyOf, known, noHistory, placeOf, today } from "./deliver.ts";

interface Expected {
  readonly places: readonly string[];
  /** Codes that fire beside it, because one thing is wrong in two ways. */
  readonly also?: readonly string[];
  readonly history?: History;
  /** Part of the fix or message that must be offered. */
  readonly offers?: string;
  readonly body?: string;
}

const ofTrends = historyOf({ "R-1 KSW": known() });
const rows = (column: string) => [`${column}2`, `${column}3`, `${column}4`];

/** Rules about files that nobody opens: their tests are in withheld.test.ts. */
const withheld = ["MALWARE_FOUND", "NOT_SCANNABLE", "LEAVE_USED"];

/** Rules that need a file too large for a fixture: their tests are in limits.slow.test.ts. */
const inLimits = ["TOO_MANY_REPORTS", "REPORT_TRENDS_TOO_MANY", "TRENDS_TOO_MANY"];

const expected: Readonly<Record<string, Expected>> = {
  BODY_UNKNOWN: { places: ["bestand"], body: "onbekend" },
  HEADER_NOT_FOUND: { places: ["1"], offers: "rij 3" },
  NO_ROWS: { places: ["bestand"] },
  SHEET_IGNORED: { places: ["Toelichting!1"] },
  COLUMN_MISSING: { places: ["1"], offers: "kvk_nummer" },
  COLUMN_DOUBLE: { places: ["J1"] },
  COLUMN_UNKNOWN: { places: ["J1"], offers: "toelichting" },
  COLUMN_LIKE_NORM: { places: ["I1"], also: ["NORMS_MISSING"], offers: 'Bedoelde u "V02"?' },
  COLUMN_PERSONAL: { places: ["J1"], also: ["COLUMN_UNKNOWN"] },
  COLUMN_WITHOUT_HEADER: { places: ["J3"] },
  ROW_RAGGED: { places: ["3"], also: ["NORMS_MISSING"] },
  EXAMPLE_ROW: { places: ["A2"], offers: "U hoeft niets te doen" },
  EXAMPLE_LEFT: { places: rows("A") },
  REFERENCE_MISSING: { places: ["A4"], also: ["NORMS_MISSING"] },
  VALUE_MISSING: { places: ["C3"] },
  SCORE_MISSING: { places: ["I3"] },
  VARIANT_UNKNOWN: { places: rows("J"), offers: 'Bedoelde u "wijkteam"?' },
  FRAMEWORK_UNKNOWN: { places: rows("E"), offers: '"2017" of "2019"' },
  NORM_DOUBLE: { places: ["H5"], offers: "rij 3" },
  REPORT_DOUBLE: { places: ["A3"] },
  REPORT_CONTRADICTION: { places: ["G4"], offers: "14-03-2024" },
  DISCIPLINES_TOO_MANY: { places: ["J27"], also: ["NORMS_MISSING"] },
  REFERENCE_TOO_LONG: { places: rows("A") },
  REFERENCE_MALFORMED: { places: rows("Scores!A") },
  REFERENCE_AS_DATE: { places: rows("Scores!A") },
  EXCEL_SCIENTIFIC: { places: rows("A") },
  STATUS_UNKNOWN: { places: rows("J"), offers: 'Bedoelde u "nieuw"?' },
  KVK_MALFORMED: { places: rows("B") },
  KVK_BRANCH_NUMBER: { places: rows("B") },
  KVK_LOST_ZERO: { places: rows("B"), offers: "01234567" },
  WORD_TOO_LONG: { places: rows("C"), also: ["ORGANISATION_NAME_DIFFERS"] },
  LABEL_UNKNOWN: { places: rows("D"), offers: 'Bedoelde u "KSW"?' },
  KIND_UNKNOWN: { places: rows("F"), offers: 'Bedoelde u "hertoets"?' },
  FORM_UNKNOWN: { places: rows("J"), offers: '"labelcombinatie" of "intercollegiaal en extern"' },
  DATE_UNREADABLE: { places: rows("G"), offers: "14-03-2024" },
  DATE_IMPOSSIBLE: { places: rows("G"), offers: "25-03-2024" },
  DATE_FUTURE: { places: rows("G") },
  NUMBER_MALFORMED: { places: rows("J") },
  NUMBER_AMBIGUOUS: { places: rows("J"), offers: "1,250" },
  NUMBER_OUT_OF_RANGE: { places: rows("J") },
  DECIMAL_POINT: { places: rows("J"), offers: "12,5" },
  NUMBER_AS_TEXT: { places: rows("B") },
  MUNICIPALITY_MALFORMED: { places: rows("J"), offers: "GM0363" },
  YES_NO_UNKNOWN: { places: ["J3"] },
  SCORE_UNKNOWN: { places: ["I3"], offers: 'Bedoelde u "voldoet deels"?' },
  SELF_EVALUATION_UNKNOWN: { places: ["J3"], offers: 'Bedoelde u "voldoet"?' },
  BODY_CONTRADICTION: { places: rows("J") },
  FORMULA: { places: ["Scores!I3"] },
  FORMULA_LIKE: { places: ["J3"] },
  CELL_ERROR: { places: ["J3"] },
  EXCEL_NORM_AS_DATE: { places: ["H2"], offers: '"1.2"' },
  EXCEL_LOST_ZERO: { places: ["H2"], offers: '"01"' },
  NORM_DECIMAL_COMMA: { places: ["H2"], offers: "1.2" },
  NORM_OTHER_FRAMEWORK: { places: ["H4"], offers: "KSW/basis/2017" },
  NORM_UNKNOWN: { places: ["H3"], offers: 'Bedoelde u "V02"?' },
  TEXT_TOO_LONG: { places: ["J3"] },
  PERSONAL_BSN: { places: ["J3"] },
  PERSONAL_EMAIL: { places: ["J3"] },
  PERSONAL_PHONE: { places: ["J3"] },
  DATE_OUTSIDE_FRAMEWORK: { places: ["G2"], offers: "Op die datum gold normenkader 2019." },
  ORGANISATION_UNKNOWN: { places: ["B2"], offers: "01234567 (Stichting Het Baken)" },
  ORGANISATION_NAME_DIFFERS: { places: ["C2"], offers: "Sterker sociaal werk" },
  NORMS_MISSING: { places: ["A2"], offers: "D01" },
  COMBINED_FORM_EXPECTED: { places: ["J5"] },
  COMBINED_ORGANISATIONS_DIFFER: { places: ["B5"] },
  COMBINED_DAYS_DIFFER: { places: ["G5"], offers: "31 dagen" },
  SAME_DAY: { places: ["G5"] },
  STATUS_NEW_KNOWN: { places: ["2"], history: historyOf({ "R-1 KSW": known() }), offers: 'status "gewijzigd"' },
  STATUS_CHANGED_UNKNOWN: { places: ["J2"] },
  STATUS_CHANGED_WITHDRAWN: { places: ["J2"], history: historyOf({ "R-1 KSW": known({ state: "withdrawn" }) }) },
  STATUS_WITHDRAWN_UNKNOWN: { places: ["C2"] },
  RECERTIFICATION_WITHOUT_EARLIER: { places: ["F2"] },
  FOLLOW_UP_WITHOUT_EARLIER: { places: ["F2"] },
  TREND_DIRECTION_UNKNOWN: { places: ["C2"], history: ofTrends, offers: '"toenemend"' },
  TREND_THEME_UNKNOWN: { places: ["B2"], history: ofTrends, offers: "Wachtlijsten" },
  TREND_REPORT_UNKNOWN: { places: ["A2"] },
  TREND_DOUBLE: { places: ["B3"], history: ofTrends },
};

const files = readdirSync(join(import.meta.dirname, "../../fixtures/deliveries"));
const fixtureOf = (code: string) => files.find((file) => file.startsWith(`${code}.`));

const check = (code: string) => {
  const { history = noHistory, body = "ciio" } = expected[code] as Expected;
  return deliverFixture(fixtureOf(code) ?? "", { body: bodyCode(body) }).judge(history);
};

describe("every rule", () => {
  test("has a code of its own", () => {
    const codes = rules.map((rule) => rule.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("has a fixture and an expectation here, unless the reader of bytes says it", () => {
    const here = rules.map((rule) => rule.code).filter((code) => !(code in readingRules) && ![...inLimits, ...withheld].includes(code));
    expect(here.filter((code) => fixtureOf(code) === undefined || expected[code] === undefined)).toEqual([]);
    expect(Object.keys(expected).filter((code) => !here.includes(code))).toEqual([]);
  });

  test.each(Object.entries(expected))("%s fires at its place, with its weight, and alone", (code, { places, also = [], offers }) => {
    const checked = check(code);
    const rule = rules.find((one) => one.code === code);
    const fired = checked.findings.filter((finding) => finding.code === code);
    expect(fired.map(placeOf)).toEqual(places);
    expect(checked.groups.map((group) => group.code).sort()).toEqual([code, ...also].sort());
    expect(new Set(fired.map((finding) => finding.severity))).toEqual(new Set([rule?.severity]));
    expect(checked.groups.find((group) => group.code === code)?.count).toBe(places.length);
    const errors = checked.groups.some((group) => group.severity === "error");
    expect(checked.status === "accepted").toBe(!errors);
    if (offers === undefined) return;
    const words = describeFinding(fired[0] as Finding, "nl");
    expect(`${words.message} ${words.fix}`).toContain(offers);
  });
});

describe("the words of a rule", () => {
  const findings = [...Object.keys(expected).flatMap((code) => check(code).findings), ...spoken()];

  test("are there for every code, in both languages, and for no other", () => {
    const codes = rules.map((rule) => rule.code).sort();
    expect([...describedCodes("nl")].sort()).toEqual(codes);
    expect([...describedCodes("en")].sort()).toEqual(codes);
    expect([...new Set(findings.map((finding) => finding.code))].sort()).toEqual(codes);
  });

  test.each(["nl", "en"] as const)("are whole sentences without holes (%s)", (language) => {
    for (const finding of findings) {
      const { message, fix } = describeFinding(finding, language);
      for (const sentence of [message, fix]) {
        expect(sentence, finding.code).toMatch(/^["A-Z0-9].*[.?]$/s);
        expect(sentence, finding.code).not.toMatch(/undefined|NaN|null|\[object|[{}]|\$|""| {2}| \.(?!xls)|\.\.(?!\.)|, ,/);
        expect(sentence.length, finding.code).toBeLessThan(450);
      }
    }
  });

  test("differ between the languages", () => {
    for (const finding of findings)
      expect(describeFinding(finding, "nl").message, finding.code).not.toBe(describeFinding(finding, "en").message);
  });

  test("never repeat a citizen service number, e-mail address or telephone number", () => {
    for (const code of ["PERSONAL_BSN", "PERSONAL_EMAIL", "PERSONAL_PHONE"]) {
      const checked = JSON.stringify(check(code));
      expect(checked).not.toMatch(/111222333|j\.jansen|12345678[^"]*bijlage/);
    }
  });
});

test("a fixture exists for nothing else than a rule or a good delivery", () => {
  const codes = new Set(rules.map((rule) => rule.code));
  expect(files.filter((file) => !file.startsWith("good-") && !codes.has(file.split(".")[0] ?? ""))).toEqual([]);
  expect(existsSync(join(import.meta.dirname, "../../fixtures/deliveries"))).toBe(true);
});

/** What the reader of bytes and the limits say, with all they can be given. */
function spoken(): readonly Finding[] {
  const check = createCheck(context());
  for (const [code, { fatal }] of Object.entries(readingRules)) {
    check.problem({ code, fatal });
    check.problem({
      code,
      fatal,
      row: 7,
      params: { row: 7, count: 1, limit: 1_000_000, part: "xl/workbook.xml", what: "sheets", seconds: 20 },
    });
  }
  for (const kind of notATableKinds) check.problem({ code: "FILE_NOT_A_TABLE", fatal: true, params: { kind } });
  const place = { severity: "error", sheet: null, row: null, column: null, columnName: null, value: "" } as const;
  return [
    ...check.finish({ format: "unknown", encoding: null, delimiter: null }).judge(noHistory).findings,
    ...[...inLimits, ...withheld].map((code) => ({ ...place, code, params: { limit: today, delivery: "A-2026-0001" } })),
  ];
}
