import { expect, it } from "vitest";
import { benchIntake } from "../../bench/intake.ts";

it("a file of 1 000 000 rows (220 MB) is read and checked under 300 MB, at 0.7 x the rows per CPU second of csv-parse alone and more", async () => {
  const { bytes, lines, outcome } = await benchIntake({ rows: 1_000_000, who: ["ours", "csv-parse alone"], turns: 3, passes: 1 });
  const ours = lines[0]!;
  console.log(`${Math.round(ours.intake)} rows per CPU second, ${ours.ofCsvParse.toFixed(2)} x csv-parse alone, ${ours.megabytes} MB`);
  expect(bytes).toBeGreaterThan(215_000_000);
  expect(outcome).toMatchObject({ rows: 1_000_000, accepted: 19_788, rejected: 378 });
  expect(ours.ofCsvParse).toBeGreaterThanOrEqual(0.7);
  expect(ours.megabytes).toBeLessThan(300);
}, 400_000);
