/**
 * Runs the statistics of the product on a folder of reference values (as `test/fixtures/statistics`), also in folders below it:
 *   npm run fixtures -- FOLDER
 * Prints per method how many cases pass and fail and what was compared; methods that the product does not use are named. Exit 0 all
 * right, 1 when a case fails, 2 for wrong use or a folder without reference values.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject } from "./fixtures/compare.ts";
import { whyNotUsed } from "./fixtures/methods.ts";
import { type Fixture, type Outcome, type PrintedValues, runFixture, runPrintedValues } from "./fixtures/run.ts";

process.exitCode = main(process.argv.slice(2));

function main([folder, ...others]: readonly string[]): 0 | 1 | 2 {
  if (!folder || others.length > 0) {
    console.error("usage: npm run fixtures -- FOLDER");
    return 2;
  }
  if (!existsSync(folder)) {
    console.error(`no folder ${folder}`);
    return 2;
  }
  const outcomes = jsonFiles(folder).flatMap(outcomesOf);
  if (outcomes.length === 0) {
    console.error(`no reference values in ${folder}`);
    return 2;
  }
  const used = outcomes.filter((outcome) => outcome.used);
  const unused = outcomes.filter((outcome) => !outcome.used);
  console.log(table(used));
  for (const [method, reason] of Object.entries(whyNotUsed)) {
    if (used.some((outcome) => outcome.method.split(",")[0] === method && outcome.notUsed.length > 0))
      console.log(`\nNot used of ${method}: ${reason}.`);
  }
  for (const { method, failed } of used) {
    for (const { id, differences } of failed) console.log(`\n${method} ${id} FAILS\n  ${differences.join("\n  ")}`);
  }
  if (unused.length > 0) {
    console.log("\nMethods that the product does not use, and so does not have:");
    for (const { method, notUsed } of unused) console.log(`  ${method} (${notUsed.length})`);
  }
  const [passed, failed, notUsed] = [sum(used, "passed"), sum(used, "failed"), sum(outcomes, "notUsed")];
  console.log(`\n${passed} passed, ${failed} failed, ${notUsed} of what the product does not use`);
  return failed > 0 ? 1 : 0;
}

function jsonFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => join(folder, name));
}

function outcomesOf(file: string): readonly Outcome[] {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(content)) return [];
  if (Array.isArray(content["cases"])) return [runFixture(content as unknown as Fixture)];
  if (Array.isArray(content["checks"])) return runPrintedValues(content as unknown as PrintedValues);
  return [];
}

function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ method, passed, failed, notUsed, compared, notCompared }) => [
    method,
    String(passed),
    String(failed.length),
    String(notUsed.length),
    method.endsWith("printed") ? "" : compared.join(" "),
    method.endsWith("printed") ? "" : notCompared.join(" "),
  ]);
  const all = [["method", "passed", "failed", "not used", "compared", "not used, so not compared"], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function sum(outcomes: readonly Outcome[], count: "passed" | "failed" | "notUsed"): number {
  return outcomes.reduce((total, { [count]: value }) => total + (typeof value === "number" ? value : value.length), 0);
}
