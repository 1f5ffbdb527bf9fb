/** The log of findings: complete counts, the order of the file. */
import { expect, test } from "vitest";
import { createFindingLog, THE_FILE } from "../../../core/intake/findings.ts";

const rule = (code: string) => ({ code, severity: "error" }) as const;
const at = (sheet: string | null, row: number, column: number) => ({ sheet, row, column, columnName: null });

test("findings come in the order of the file: what concerns the file, then sheet, row, column", () => {
  const log = createFindingLog();
  for (const name of ["Zomer", "Aanvang"]) log.sheet(name);
  log.add(rule("B"), at("Aanvang", 2, 1), "", {});
  log.add(rule("A"), at("Zomer", 9, 1), "", {});
  log.add(rule("B"), at("Zomer", 3, 2), "", {});
  log.add(rule("A"), at("Zomer", 3, 1), "", {});
  log.add(rule("C"), THE_FILE, "", {});
  expect(log.list().map(({ code, sheet, row, column }) => [code, sheet, row, column])).toEqual([
    ["C", null, null, null],
    ["A", "Zomer", 3, 1],
    ["B", "Zomer", 3, 2],
    ["A", "Zomer", 9, 1],
    ["B", "Aanvang", 2, 1],
  ]);
  expect(log.groups()).toEqual([
    { code: "C", severity: "error", count: 1, firstRow: null },
    { code: "A", severity: "error", count: 2, firstRow: 3 },
    { code: "B", severity: "error", count: 2, firstRow: 3 },
  ]);
});

test("a copy goes its own way", () => {
  const log = createFindingLog();
  log.add(rule("A"), at(null, 2, 1), "", {});
  const copy = log.fork();
  copy.add(rule("A"), at(null, 3, 1), "", {});
  log.add(rule("B"), at(null, 4, 1), "", {});
  expect(log.list().map(({ code }) => code)).toEqual(["A", "B"]);
  expect(copy.list().map(({ code }) => code)).toEqual(["A", "A"]);
  expect([log.groups()[0]?.count, copy.groups()[0]?.count]).toEqual([1, 2]);
});

test("a long value is cut, never within a character", () => {
  const log = createFindingLog();
  log.add(rule("A"), at(null, 2, 1), "é".repeat(300), {});
  log.add(rule("A"), at(null, 3, 1), `a${"😀".repeat(150)}`, {});
  log.add(rule("A"), at(null, 4, 1), "x".repeat(200), {});
  const values = log.list().map(({ value }) => value);
  expect(values.map((value) => value.length)).toEqual([200, 200, 200]);
  expect(values[0]?.endsWith("é…")).toBe(true);
  for (const value of values) expect(/\p{Cs}/u.test(value)).toBe(false);
});
