import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { improvementOverview } from "../../../../core/figures/analyses/improvement-overview.ts";
import { improvementFollowUp } from "../../../../core/figures/norm-dossier/improvement-points.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { everythingOf, type Selection } from "../../../../core/figures/selected/selection.ts";
import { viewSource } from "../../../../core/figures/tables/view-source.ts";
import { viewOf } from "../../../../core/relevance/views.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { wilsonInterval } from "../../../../core/statistics/wilson-interval.ts";
import * as merging from "../../scoring/example.ts";
import { counted, selection } from "../selected/example.ts";
import { day, referenceDay, report } from "../tables/example.ts";

const overview = (reports: readonly PackedReport[], what: Partial<Selection> = {}) =>
  improvementOverview(counted(reports), selection(what));
const ofA1 = (reports: readonly PackedReport[], what: Partial<Selection> = {}) =>
  overview(reports, what).norms.find(({ norm }) => norm.code === "A1");

/** A first test that agrees on a point on A1, and a hertoets that finds this. */
const course = (organisation: string, before: string, ...later: readonly (readonly [day: string, a1: string, point?: string])[]) => [
  report({ organisation, day: "2020-03-01", audit: `${before}222`, improvement: "1..." }),
  ...later.map(([on, a1, point = "."]) =>
    report({ organisation, day: on, kind: "recertification", audit: `${a1}222`, improvement: `${point}...` }),
  ),
];

describe("improvement points of a norm", () => {
  test("are resolved, partly or not at the next test that judged the norm, or not looked at again yet", () => {
    const found = ofA1([
      ...course("beta", "0", ["2022-03-01", "2"]),
      ...course("delta", "1", ["2022-03-01", "1"]),
      ...course("gamma", "0", ["2022-03-01", "0"]),
      ...course("kvk:20000001", "0"),
      ...course("kvk:20000002", "0", ["2022-03-01", "-"]),
    ])!;
    expect(found).toMatchObject({ points: 5, organisations: 5, resolved: 1, partly: 1, notMet: 1, open: 2, again: 3, alreadyMet: 0 });
    expect(found.share).toBeCloseTo(1 / 3, 12);
    expect(found.interval).toEqual(wilsonInterval(1, 3));
  });

  test("count no further where the norm was met already: a score cannot say whether they were resolved", () => {
    const found = ofA1([...course("beta", "2", ["2022-03-01", "2"]), ...course("delta", "2")])!;
    expect(found).toMatchObject({ points: 2, alreadyMet: 2, again: 0, open: 0, share: null, time: { n: 0, medianDays: null } });
  });

  test("take until the first test that finds the norm met; what is not resolved waits until the reference date", () => {
    const days = (to: string, from = "2020-03-01") => day(to) - day(from);
    const found = ofA1([
      // Agreed once more on the way: one wait.
      ...course("beta", "0", ["2022-03-01", "1", "1"], ["2023-03-01", "2"]),
      ...course("delta", "0", ["2021-09-01", "2"]),
      ...course("gamma", "0", ["2022-03-01", "0"]),
    ])!;
    expect(found.points).toBe(4);
    expect(found.time).toMatchObject({ n: 3, ended: 2, medianDays: days("2023-03-01") });
    expect(found.time.steps).toEqual([
      { days: days("2021-09-01"), waiting: expect.closeTo(2 / 3, 12) },
      { days: days("2023-03-01"), waiting: expect.closeTo(1 / 3, 12) },
    ]);
    const alone = ofA1(course("gamma", "0", ["2022-03-01", "0"]))!;
    expect(alone.time).toMatchObject({ n: 1, ended: 0, medianDays: null });
  });

  test("begin another wait when they are agreed again after the norm was met", () => {
    const again = course("beta", "0", ["2021-03-01", "2"], ["2022-03-01", "1", "1"], ["2023-03-01", "2"]);
    expect(ofA1(again)!.time).toMatchObject({ n: 2, ended: 2, medianDays: 365 });
  });

  test("are those of the tests that were chosen, followed through all later ones, whoever held them", () => {
    const reports = [
      report({ day: "2020-03-01", body: "ciio", audit: "0222", improvement: "1..." }),
      report({ day: "2022-03-01", body: "dnv", kind: "recertification", audit: "2222", improvement: "0..." }),
      report({ organisation: "delta", day: "2021-03-01", body: "dnv", audit: "0222", improvement: "1..." }),
    ];
    expect(ofA1(reports, { body: "ciio" })).toMatchObject({ points: 1, resolved: 1 });
    expect(ofA1(reports, { body: "dnv" })).toMatchObject({ points: 1, open: 1 });
    expect(ofA1(reports, { exceptBody: "dnv" })).toMatchObject({ points: 1, resolved: 1 });
    expect(ofA1(reports, { from: day("2021-01-01") })).toMatchObject({ points: 1, open: 1 });
    expect(ofA1(reports, { kind: "recertification" })).toBeUndefined();
    expect(ofA1(reports, { until: day("2021-12-31") })).toMatchObject({ points: 2, open: 2 });
    expect(ofA1(reports, { variants: ["wijk"] })).toBeUndefined();
    expect(overview(reports, { body: "dnv" }).saying).toBe(2);
  });

  test("are summed per category and over all, without an interval; an organisation counts once", () => {
    const found = overview([
      report({ day: "2020-03-01", audit: "0002", improvement: "1110" }),
      report({ day: "2022-03-01", kind: "recertification", audit: "2122" }),
    ]);
    expect(found.all).toMatchObject({ points: 3, organisations: 1, resolved: 2, partly: 1, again: 3, share: 2 / 3 });
    expect(found.categories).toMatchObject([{ category: "A", points: 3, organisations: 1 }]);
    expect(found).toMatchObject({ saying: 1, until: referenceDay });
  });

  test("are none where no report says so", () => {
    expect(overview([])).toMatchObject({ saying: 0, norms: [], categories: [], all: { points: 0, share: null, organisations: 0 } });
    expect(overview([report({})])).toMatchObject({ saying: 0, norms: [] });
    expect(overview([report({ improvement: "0000" })])).toMatchObject({ saying: 1, norms: [], all: { points: 0 } });
  });

  test("are as many as in the dossier of the norm, in whatever order the reports came", () => {
    fc.assert(
      fc.property(merging.anyRegister, (reports) => {
        const scores = (all: readonly PackedReport[]) =>
          countedScores(scoreShard(all, merging.catalogue, merging.referenceDay), merging.catalogue);
        const found = improvementOverview(scores(reports), everythingOf("KSW"));
        expect(improvementOverview(scores(reports.toReversed()), everythingOf("KSW"))).toEqual(found);
        const view = viewOf(merging.catalogue, "KSW", null);
        const source = viewSource(view, scores(reports).labels.get("KSW"));
        for (const { norm, points, organisations, alreadyMet, again, open, resolved, time } of found.norms) {
          const column = view.norms.findIndex(
            ({ places }) =>
              places.at(-1)!.framework.key === norm.places.at(-1)!.framework.key && places.at(-1)!.norm === norm.places.at(-1)!.norm,
          );
          const dossier = improvementFollowUp(source, column);
          expect([points, organisations]).toEqual([dossier.points, dossier.organisations]);
          expect(alreadyMet + again + open).toBe(points);
          expect(resolved).toBeLessThanOrEqual(dossier.metNow);
          expect(open).toBeLessThanOrEqual(dossier.open.length);
          expect(time.n).toBeLessThanOrEqual(points - alreadyMet);
          expect(time.ended).toBeLessThanOrEqual(time.n);
        }
      }),
      { numRuns: 60 },
    );
  });
});
