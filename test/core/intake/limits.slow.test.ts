/** Files that are too much: bounded in findings, memory and time, and never silently cut. */
import { describe, expect, test } from "vitest";
import { createMemo } from "../../../core/intake/cells.ts";
import { createCheck } from "../../../core/intake/check.ts";
import { MAX_TRENDS } from "../../../core/intake/checks/report-trends-too-many.ts";
import { MAX_PLACES_PER_CODE, TEXT } from "../../../core/intake/types.ts";
import { cpuMs } from "../../cpu-ms.ts";
import { codesOf, context, noHistory } from "./deliver.ts";

const HEADER = [
  "rapportkenmerk",
  "kvk_nummer",
  "organisatie",
  "label",
  "normenkader",
  "soort_toets",
  "toetsdatum",
  "norm",
  "score",
  "discipline",
  "toelichting",
];
const own = ["R-1", "01234567", "Het Baken", "KSW", "2019", "eerste toets", "14-03-2024"];

function deliver(header: readonly string[], rows: number, rowOf: (index: number) => readonly string[]) {
  const check = createCheck(context());
  check.sheet(null);
  check.row(header, 1);
  for (let index = 0; index < rows; index++) check.row(rowOf(index), index + 2);
  return check.finish({ format: "csv", encoding: "utf-8", delimiter: ";" }).judge(noHistory);
}

test("of one code the first ten thousand places are listed, and all are counted", () => {
  const checked = deliver(HEADER, 25_000, () => [...own, "V01", "prima", "", ""]);
  const group = checked.groups.find(({ code }) => code === "SCORE_UNKNOWN");
  expect(group).toEqual({ code: "SCORE_UNKNOWN", severity: "error", count: 25_000, firstRow: 2 });
  const places = checked.findings.filter(({ code }) => code === "SCORE_UNKNOWN");
  expect(places.length).toBe(MAX_PLACES_PER_CODE);
  expect(places.at(-1)?.row).toBe(MAX_PLACES_PER_CODE + 1);
});

describe("thirty thousand different values", () => {
  const different = (column: number) =>
    deliver(HEADER, 30_000, (index) =>
      [...own, "V01", "voldoet", "", ""].map((cell, at) => (at === column ? `${cell} ${index} abcdefghijklmnop` : cell)),
    );

  test.each(HEADER.map((name, column) => [name, column] as const))("in column %s are checked in bounded time", (_, column) => {
    const started = cpuMs();
    const checked = different(column);
    expect(checked.groups.length).toBeGreaterThan(0);
    expect(cpuMs() - started).toBeLessThan(5_000);
  });
});

test("a column remembers a bounded number of values, and reads what it forgot again", () => {
  let read = 0;
  const memo = createMemo((raw: string) => ({ raw, times: ++read }));
  for (let value = 0; value < 20_000; value++) memo.get(`waarde ${value}`, TEXT);
  expect(memo.get("waarde 0", TEXT).times).toBe(1);
  memo.get("nog een waarde", TEXT);
  expect(memo.get("waarde 0", TEXT).times).toBe(20_002);
  expect(memo.get("x".repeat(1_000), TEXT)).not.toBe(memo.get("x".repeat(1_000), TEXT));
});

test("more reports than memory is made for are refused with a finding", () => {
  const checked = deliver(["rapportkenmerk", "label", "status"], 100_100, (index) => [`R-${index}`, "KSW", "verwijderd"]);
  expect(codesOf(checked)).toContain("TOO_MANY_REPORTS");
  expect(checked).toMatchObject({ status: "rejected", reports: [] });
});

test("beyond the greatest number of reports nothing more is read, asked or judged", () => {
  const rowOf = (index: number) => [`R-${index}`, ...own.slice(1), "V01", index > 100_000 ? "prima" : "voldoet", "", ""];
  const checked = deliver(HEADER, 150_000, rowOf);
  expect(codesOf(checked)).toEqual(["TOO_MANY_REPORTS"]);
  expect(checked.read.rows).toBe(100_001);
});

test("more text of trends than memory is made for is refused with a finding", () => {
  const text = "Langer wachten. ".repeat(120);
  const checked = deliver(["rapportkenmerk", "thema", "richting", "omschrijving"], 11_000, (index) => [
    `R-${index % 3_000}`,
    `thema ${index}`,
    "toenemend",
    text,
  ]);
  expect(codesOf(checked)).toContain("TRENDS_TOO_MANY");
  expect(checked.status).toBe("rejected");
});

test("more trends of one report than its packed item can hold are refused with a finding", () => {
  const trendsOf = (count: number) =>
    deliver(["rapportkenmerk", "thema", "richting", "omschrijving"], count, (index) => ["R-1", `thema ${index}`, "toenemend", ""]);
  expect(codesOf(trendsOf(MAX_TRENDS))).not.toContain("REPORT_TRENDS_TOO_MANY");
  expect(codesOf(trendsOf(MAX_TRENDS + 1))).toContain("REPORT_TRENDS_TOO_MANY");
  expect(trendsOf(MAX_TRENDS + 1).status).toBe("rejected");
});

test("a stray cell at the far end of a sheet is no table", () => {
  const check = createCheck(context());
  check.sheet("Scores");
  check.row(HEADER, 1);
  for (const norm of ["V01", "V02", "D01"]) check.row([...own, norm, "voldoet"], 2);
  const wide = new Array<string>(16_384).fill("");
  wide[16_383] = "x";
  check.row(wide, 1_048_576);
  expect(check.finish({ format: "xlsx", encoding: null, delimiter: null }).judge(noHistory).reports[0]?.outcome).toBe("new");
});
