import { expect, test } from "vitest";
import { benchCsv, benchWorkbook } from "../../bench/reading.ts";

test("a CSV file of 1 000 000 rows is read at twice the rows per CPU second of csv-parse, under 300 MB", async () => {
  const { ours, csvParse } = await benchCsv(1_000_000);
  expect([ours.rows, ours.cells]).toEqual([csvParse.rows, csvParse.cells]);
  // What is left of 0.7 x csv-parse is for the checks.
  expect(ours.rowsPerCpuSecond).toBeGreaterThan(2 * csvParse.rowsPerCpuSecond);
  expect(ours.megabytes).toBeLessThan(300);
});

test("a workbook of 5 000 rows is read within 400 ms of CPU when the worker is warm", async () => {
  const [, warm] = await benchWorkbook(5_000);
  expect(warm).toMatchObject({ rows: 5_001, cells: 5_001 * 15 });
  expect(warm!.cpuSeconds).toBeLessThan(0.4);
});
