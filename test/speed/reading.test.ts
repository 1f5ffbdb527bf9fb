import { expect, test } from "vitest";
import { benchCsv, benchWorkbook } from "../../bench/reading.ts";

test("a CSV file of 1 000 000 rows is read at 0.9 x the rows per CPU second of csv-parse alone, under 300 MB", async () => {
  const { ours, csvParse } = await benchCsv(1_000_000);
  expect([ours.rows, ours.cells]).toEqual([csvParse.rows, csvParse.cells]);
  // Reading and checking may come to 0.7 x: what is left is for the checks.
  expect(ours.rowsPerCpuSecond).toBeGreaterThan(0.9 * csvParse.rowsPerCpuSecond);
  expect(ours.megabytes).toBeLessThan(300);
});

test("a workbook of 5 000 rows is read within 400 ms of CPU when the worker is warm", async () => {
  const [, warm] = await benchWorkbook(5_000);
  expect(warm).toMatchObject({ rows: 5_001, cells: 5_001 * 15 });
  expect(warm!.cpuSeconds).toBeLessThan(0.4);
});
