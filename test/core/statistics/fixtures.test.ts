import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Outcome, runFixture, runPrintedValues } from "../../../scripts/fixtures/run.ts";

/**
 * Reference values computed with R and checked with Python, each file with its own tolerance; and values that are printed in books, papers
 * and tests of other projects. `npm run fixtures -- FOLDER` runs the same on any other folder.
 */
const folder = join(import.meta.dirname, "../../fixtures/statistics");

const outcomes: readonly Outcome[] = readdirSync(folder).flatMap((name) => {
  const content = JSON.parse(readFileSync(join(folder, name), "utf8"));
  return content.checks ? runPrintedValues(content) : runFixture(content);
});

/** Per method: cases that pass, cases of which the product uses nothing, and what is compared. */
const expected: Readonly<Record<string, readonly [passed: number, notUsed: number, compared: string]>> = {
  "cmh-2x2xk": [14, 0, "chiSquare p stratumsUsed"],
  "correlation-interval": [13, 0, "lower upper pNegative"],
  // Not used: Student's t, the hypergeometric distribution, the density and quantile of the binomial.
  distributions: [38, 23, "value"],
  // Not used: tables larger than 2x2.
  "fisher-exact": [11, 5, "p"],
  "item-analysis": [14, 0, "n itemRest Hij"],
  "item-rest-missing": [13, 0, "n itemRest"],
  "kruskal-wallis": [13, 0, "h df p"],
  "mantel-ordinal-trend": [14, 0, "z chiSquare df p"],
  "mh-risk-difference": [13, 0, "riskDifference sato95 stratumsUsed"],
  "min-n-for-never-met": [15, 0, "n upperAtN"],
  "one-sided-bound": [15, 0, "upper lower"],
  "p-adjust": [13, 0, "BH"],
  "paired-change": [15, 0, "n better worse same signTestP mcnemar.gained mcnemar.lost mcnemar.pExact"],
  "proportion-interval": [18, 0, "estimate wilson clopperPearson"],
  "rank-association": [14, 0, "n pearson"],
  "weighted-kappa": [15, 0, "n agreement auditHigher auditLower quadratic seQuadratic"],
  "fisher-exact, printed": [2, 1, "0"],
  "kruskal-wallis, printed": [1, 0, "0 1"],
  "mantel-ordinal-trend, printed": [3, 0, "0"],
  "one-sided-bound, printed": [3, 0, "0"],
  "p-adjust, printed": [1, 0, "0"],
  "proportion-interval, printed": [38, 0, "0 1"],
  "weighted-kappa, printed": [1, 1, "1"],
};

test("there are reference values of every method that is used", () => {
  expect(outcomes.map(({ method }) => method).sort()).toEqual(Object.keys(expected).sort());
});

test.each(outcomes)("$method: $passed cases equal the reference", ({ method, passed, failed, notUsed, compared }) => {
  expect(failed).toEqual([]);
  expect([passed, notUsed.length, compared.join(" ")]).toEqual(expected[method]);
});
