import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { combinedProposals } from "../../core/figures/analyses/combined-proposals.ts";
import { improvementOverview } from "../../core/figures/analyses/improvement-overview.ts";
import { labelOverlaps } from "../../core/figures/analyses/label-overlaps.ts";
import { overlapCandidates } from "../../core/figures/analyses/overlap-candidates.ts";
import { planning } from "../../core/figures/analyses/planning.ts";
import { selfEvaluations } from "../../core/figures/analyses/self-evaluation.ts";
import { selfEvaluationGroups, selfEvaluationOfOrganisations } from "../../core/figures/analyses/self-evaluation-groups.ts";
import { compareVariants } from "../../core/figures/analyses/variant-comparison.ts";
import { countedScores } from "../../core/figures/selected/counted-scores.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { frameworkKey } from "../../core/ids.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import { cpuMs } from "../cpu-ms.ts";
import { madeUpCatalogue, madeUpReports } from "./made-up-register.ts";

const ORGANISATIONS = 300;
const NORMS = 60;
/** "Well under a second" for a page, most of which is its rows of markup. */
const LIMIT = 250;
const TIMES = 5;

const referenceDay = parseIsoDay("2026-12-31")!;
const base = madeUpCatalogue(NORMS);

/** A second variant and a second label with the same norms; every fourth overlaps with the first label. */
const catalogue = compileCatalogue(
  {
    frameworks: [
      ...base.frameworks,
      ...(["KSW/wijkteam/2021", "NVVK/basis/2021"] as const).map((key) => {
        const [label, variant, version] = key.split("/") as [string, string, string];
        const norms = base.frameworks[1]!.norms.map(({ from: _, ...norm }, i) => ({
          ...norm,
          overlaps: label === "KSW" || i % 4 === 0 ? [{ framework: "KSW/basis/2019", norm: norm.code }] : [],
        }));
        return { ...base.frameworks[1]!, label, variant, version, norms };
      }),
    ],
    competencies: [],
    bodies: [],
    organisations: [],
    themes: [],
  },
  "made up",
);

/** The third round is by the second variant in a third of the organisations, and combined with the second label in half of them. */
const reports = madeUpReports(ORGANISATIONS, NORMS).flatMap((one, i) => {
  const said = {
    ...one,
    self: [...one.audit].reverse().join(""),
    improvement: [...one.audit].map((score) => (score < "2" ? "1" : "0")).join(""),
  };
  if (i % 3 !== 2) return [said];
  const third = i % 9 === 2 ? { ...said, framework: frameworkKey("KSW", "wijkteam", "2021") } : said;
  return i % 6 === 2 ? [third, { ...said, framework: frameworkKey("NVVK", "basis", "2021"), form: "combinedLabel" as const }] : [third];
});

describe(`of ${ORGANISATIONS} organisations × ${NORMS} norms`, () => {
  const counted = countedScores(scoreShard(reports, catalogue, referenceDay), catalogue);
  const all = everythingOf("KSW");

  test.each([
    ["two labels", () => [labelOverlaps(counted, "KSW", "NVVK", []), overlapCandidates(counted, "KSW", "NVVK")]],
    ["two variants", () => compareVariants(counted, "KSW", "basis", "wijkteam")],
    [
      "self-evaluations",
      () => [selfEvaluations(counted, all), selfEvaluationGroups(counted, all), selfEvaluationOfOrganisations(counted, all)],
    ],
    ["improvement points", () => improvementOverview(counted, all)],
    ["next tests", () => [planning(counted), combinedProposals(counted, "KSW", "NVVK", 12)]],
  ])(`%s take at most ${LIMIT} ms`, (what, make) => {
    for (let i = 0; i < TIMES; i++) make();
    const before = cpuMs();
    for (let i = 0; i < TIMES; i++) make();
    const spent = (cpuMs() - before) / TIMES;
    console.log(`${what}: ${spent.toFixed(1)} ms`);
    expect(spent).toBeLessThanOrEqual(LIMIT);
  });
});
