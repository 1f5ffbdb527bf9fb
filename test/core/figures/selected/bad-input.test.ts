import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../../core/faults.ts";
import { dueOrganisations } from "../../../../core/figures/deliveries/due-organisations.ts";
import { mirrorReport } from "../../../../core/figures/mirror/mirror-report.ts";
import { placeAt } from "../../../../core/figures/norm-address.ts";
import { normDossier } from "../../../../core/figures/norm-dossier/norm-dossier.ts";
import { combinedComparison } from "../../../../core/figures/selected/combined-comparison.ts";
import { compareSelections } from "../../../../core/figures/selected/compare-selections.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { heatMapOverFrameworks, heatMapOverTime } from "../../../../core/figures/selected/heat-maps.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { reportedThemes } from "../../../../core/figures/selected/reported-themes.ts";
import { selectedReports } from "../../../../core/figures/selected/selected-reports.ts";
import { emptyScores } from "../../../../core/scoring/merge.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "../tables/example.ts";
import { counted, numbersIn, selection } from "./example.ts";

/** Everything that pages are made from, of these reports. */
function everything(reports: readonly PackedReport[]) {
  const scores = counted(reports);
  const selections = [
    selection(),
    selection({ discipline: "maatschappelijk werk", counting: "soepel" }),
    selection({ kind: "followUp", from: day("2018-01-01") }),
    selection({ until: day("1990-01-01") }),
    selection({ variants: ["wijk"], versions: ["2017"] }),
    selection({ label: "weg" }),
  ];
  return [
    ...selections.flatMap((chosen) => [
      normRows(scores, chosen),
      compareSelections(scores, chosen, { ...chosen, body: "dnv" }),
      heatMapOverTime(scores, chosen, "categorie", "halfjaar"),
      heatMapOverFrameworks(scores, chosen, "competentie"),
      reportedThemes(selectedReports(scores, chosen).source, catalogue),
      normDossier(scores, chosen, placeAt(catalogue, "L/basis/2019/A1")!, []),
    ]),
    combinedComparison(scores, "L", "N"),
    combinedComparison(scores, "L", "weg"),
    mirrorReport(scores, "L", "ciio"),
    mirrorReport(scores, "weg", "ciio"),
    dueOrganisations(scores),
  ];
}

function hasNoNaN(reports: readonly PackedReport[]): void {
  expect(numbersIn(everything(reports)).every(Number.isFinite)).toBe(true);
}

describe("pages never have a number that is none", () => {
  test("without reports", () => hasNoNaN([]));

  test("with one organisation", () => hasNoNaN([report({ self: "0220", improvement: "1..." })]));

  test("when everything is niet van toepassing, or nothing was in scope", () => {
    hasNoNaN([report({ audit: "----", self: "----" }), report({ organisation: "delta", audit: "...." })]);
  });

  test("whatever was delivered", () => {
    fc.assert(fc.property(anyRegister, hasNoNaN), { numRuns: 30 });
  });

  test("is a check that finds one", () => {
    expect(numbersIn({ a: [{ b: Number.NaN }] }).every(Number.isFinite)).toBe(false);
  });
});

test("scores that are of no run, or rest on another catalogue, are a fault", () => {
  expect(() => countedScores(emptyScores, catalogue)).toThrow(BrokenInvariant);
  const scores = scoreShard([report({})], catalogue, referenceDay);
  expect(() => countedScores(scores, { ...catalogue, version: "d".repeat(64) })).toThrow(BrokenInvariant);
});
