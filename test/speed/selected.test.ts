import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import { dueOrganisations } from "../../core/figures/deliveries/due-organisations.ts";
import { mirrorReport } from "../../core/figures/mirror/mirror-report.ts";
import { placeAt } from "../../core/figures/norm-address.ts";
import { normDossier } from "../../core/figures/norm-dossier/norm-dossier.ts";
import { compareSelections } from "../../core/figures/selected/compare-selections.ts";
import { countedScores } from "../../core/figures/selected/counted-scores.ts";
import { heatMapOverTime } from "../../core/figures/selected/heat-maps.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import { madeUpCatalogue, madeUpReports } from "./made-up-register.ts";

const referenceDay = parseIsoDay("2026-12-31")!;
/** Collecting garbage falls in some of the runs and not in others. */
const TIMES = 5;
const everything = everythingOf("KSW");

describe.each([
  [120, 60, 20],
  [3000, 80, 1000],
])("of %i organisations × %i norms × 3 rounds", (organisations, norms, limit) => {
  const catalogue = madeUpCatalogue(norms);
  const counted = countedScores(scoreShard(madeUpReports(organisations, norms), catalogue, referenceDay), catalogue);
  const place = placeAt(catalogue, "KSW/basis/2019/V9")!;

  test.each([
    ["the norms of one selection", () => normRows(counted, { ...everything, body: "body-1", counting: "soepel" })],
    ["two periods compared", () => compareSelections(counted, { ...everything, until: referenceDay - 2000 }, everything)],
    ["a heat map", () => heatMapOverTime(counted, everything, "categorie", "jaar")],
    ["the dossier of a norm", () => normDossier(counted, everything, place, [])],
    ["a mirror report", () => mirrorReport(counted, "KSW", "body-1")],
    ["who is due", () => dueOrganisations(counted)],
  ])(`%s takes at most ${limit} ms`, (what, make) => {
    // The first times also compile the code: a portal does that once.
    for (let i = 0; i < TIMES; i++) make();
    const before = process.cpuUsage();
    for (let i = 0; i < TIMES; i++) make();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1000 / TIMES;
    console.log(`${organisations} × ${norms}, ${what}: ${spent.toFixed(1)} ms`);
    expect(spent).toBeLessThanOrEqual(limit);
  });
});
