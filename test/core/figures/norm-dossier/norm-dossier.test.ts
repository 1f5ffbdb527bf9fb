import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeAt } from "../../../../core/figures/norm-address.ts";
import { type NormDossier, normDossier } from "../../../../core/figures/norm-dossier/norm-dossier.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import type { Selection } from "../../../../core/figures/selected/selection.ts";
import { publishedSignals } from "../../../../core/figures/signals-json.ts";
import { trendRows } from "../../../../core/figures/tables/trends.ts";
import { judgedViews } from "../../../../core/figures/view-figures.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { counted, selection } from "../selected/example.ts";
import { anyRegister, catalogue, day, referenceDay, report, sourceOf } from "../tables/example.ts";

const dossier = (reports: readonly PackedReport[], address = "L/basis/2019/A1", what: Partial<Selection> = {}): NormDossier =>
  normDossier(counted(reports), selection(what), placeAt(catalogue, address)!, [])!;

const organisations = (count: number, what: Parameters<typeof report>[0], from = 0) =>
  Array.from({ length: count }, (_, i) => report({ ...what, organisation: `kvk:${20000000 + from + i}` }));

describe("the dossier of a norm", () => {
  test("is found by its address in any version, and is of the norm as it is now", () => {
    for (const version of ["2017", "2019", "2021"])
      expect(dossier([], `L/basis/${version}/A1`)).toMatchObject({ address: "L/basis/2021/A1", norm: { code: "A1" } });
    expect(normDossier(counted([]), selection({ versions: ["2017"] }), placeAt(catalogue, "L/basis/2019/B2")!, [])).toBeUndefined();
  });

  test("says how organisations stand now as the table of norms does, and per body, variant and year so that it fits", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom("streng" as const, "soepel" as const), (reports, counting) => {
        for (const { norm, address, counts, met, share } of normRows(counted(reports), selection({ counting })).rows) {
          const found = dossier(reports, address, { counting });
          expect(found.now).toMatchObject({ counts, met, share });
          expect(found.bodies.target).toMatchObject({ n: counts.judged, met });
          expect(found.bodies.bodies.reduce((sum, { n }) => sum + n, 0)).toBe(counts.judged);
          expect(found.bodies.bodies.reduce((sum, one) => sum + one.met, 0)).toBe(met);
          const rows = trendRows(sourceOf(reports, "L *"), catalogue, referenceDay).filter(
            ({ niveau, code, lijn, meting, tijdvak, telling, periode }) =>
              niveau === "norm" &&
              code === norm.code &&
              lijn === norm.places.map(({ framework }) => framework.key).join("|") &&
              meting === "toetsen" &&
              tijdvak === "jaar" &&
              telling === counting &&
              periode !== "geen",
          );
          expect(found.trend[0]!.perYear.map((point) => [point.period, point.n, point.met, point.share])).toEqual(
            rows.map(({ periode, organisaties, voldoet, aandeel_voldoet }) => [periode, organisaties, voldoet, aandeel_voldoet]),
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  test("draws another line for what a norm came from, and says at which day and how it broke", () => {
    const trend = dossier([report({ framework: "L/basis/2017", day: "2018-03-01" })], "L/basis/2019/A2").trend;
    expect(trend.map(({ address, is }) => [address, is])).toEqual([
      ["L/basis/2019/A2", "this"],
      ["L/basis/2021/A4", "related"],
      ["L/basis/2017/A2", "related"],
    ]);
    expect(trend[0]!.perYear).toEqual([]);
    expect(trend[2]!.perYear.map(({ period, n }) => [period, n])).toEqual([["2018", 1]]);
    const [begin, end] = trend[0]!.breaks;
    expect(begin).toMatchObject({ at: "begin", day: day("2019-01-01"), origins: [{ norm: "A2", relation: "reworded" }] });
    expect(end).toMatchObject({ at: "end", day: day("2021-01-01"), successors: [{ norm: "A4", relation: "merged" }] });
  });

  test("lays test and hertoets beside each other, and says whether there were changes enough", () => {
    const twice = (count: number, first: string, second: string, from: number) => [
      ...organisations(count, { day: "2020-03-01", audit: `${first}222` }, from),
      ...organisations(count, { day: "2022-03-01", kind: "recertification", audit: `${second}222` }, from),
    ];
    const { retest } = dossier([...twice(4, "0", "2", 0), ...twice(1, "2", "1", 10), ...twice(3, "2", "2", 20)]);
    expect(retest).toMatchObject({ n: 8, higher: 4, lower: 1, same: 3, canTell: false });
    expect(retest.counts).toEqual([
      [0, 0, 4],
      [0, 0, 0],
      [0, 1, 3],
    ]);
    expect(dossier(twice(6, "0", "2", 0)).retest).toMatchObject({ canTell: true, p: expect.closeTo(2 / 64, 12) });
  });

  test("lays the self-evaluation beside the audit of that time", () => {
    const { selfEvaluation } = dossier([
      report({ audit: "0222", self: "2222" }),
      report({ day: "2020-06-01", kind: "followUp", audit: "2..." }),
    ]);
    expect(selfEvaluation).toMatchObject({ n: 1, lower: 1 });
  });

  test("shows a body outside the funnel only when chance does not make it so", () => {
    const strict = [...organisations(40, { audit: "2222" }), ...organisations(10, { audit: "0222", body: "dnv" }, 100)];
    expect(dossier(strict).bodies.bodies.map(({ code, n, met, lies }) => [code, n, met, lies])).toEqual([
      ["ciio", 40, 40, "outside 99.8%"],
      ["dnv", 10, 0, "outside 99.8%"],
    ]);
    const alike = [...organisations(40, { audit: "2222" }), ...organisations(1, { audit: "0222", body: "dnv" }, 100)];
    expect(dossier(alike).bodies.bodies.map(({ lies }) => lies)).toEqual(["within", "outside 95%"]);
    expect(dossier(alike).bodies.curve.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  test("divides by discipline and by variant, where an organisation may be in several", () => {
    const found = dossier([
      report({ framework: "L/basis/2021", day: "2022-03-01", audit: "220", disciplines: { "maatschappelijk werk": "222", anders: "..." } }),
      report({ framework: "L/wijk/2021", day: "2023-03-01", kind: "recertification", audit: "22" }),
    ]);
    expect(found.now.counts).toMatchObject({ judged: 1, met: 1 });
    expect(found.disciplines.map(({ group, counts }) => [group, counts.judged, counts.met])).toEqual([["maatschappelijk werk", 1, 1]]);
    expect(found.variants.map(({ group, counts }) => [group, counts.judged, counts.met])).toEqual([
      ["basis", 1, 0],
      ["wijk", 1, 1],
    ]);
  });

  test("has the reported trends of its themes, its lineage, and what another label said in combined audits", () => {
    const both = { reference: "C-1", day: "2020-03-01", form: "combinedLabel" as const };
    const found = dossier(
      [
        report({
          ...both,
          audit: "2202",
          trends: [
            { theme: "wachtlijsten", direction: "increasing" },
            { theme: "druk", direction: "stable" },
          ],
        }),
        report({ ...both, framework: "N/basis/2021", audit: "22" }),
      ],
      "L/basis/2017/A3",
    );
    expect(found.reportedThemes.themes.map(({ key, total }) => [key, total.increasing])).toEqual([["wacht", 1]]);
    expect(found.lineage.map(({ from, to, relation }) => [from.framework.version, to.framework.version, relation])).toEqual([
      ["2017", "2019", "same"],
      ["2019", "2021", "merged"],
    ]);
    expect(found.overlaps).toMatchObject([{ label: "N", b: { code: "A7" }, judgedTwice: { n: 1, higher: 1 } }]);
  });

  test("passes on the signals about this norm, of every view", () => {
    const reports = organisations(30, { audit: "0222", day: "2022-03-01" });
    const signals = publishedSignals(judgedViews(scoreShard(reports, catalogue, referenceDay), catalogue, referenceDay));
    const place = placeAt(catalogue, "L/basis/2017/A1")!;
    const found = normDossier(counted(reports), selection(), place, signals)!.signals;
    expect(found.map(({ view, norm, signal }) => [view, norm, signal])).toEqual([
      ["L/*/2017..2021", "A1", "NOOIT_GEHAALD"],
      ["L/basis/2017..2021", "A1", "NOOIT_GEHAALD"],
      ["L/wijk/2021..2021", "A1", "TE_WEINIG_GEGEVENS"],
    ]);
  });

  test("follows the choice of reports", () => {
    const reports = [
      report({ audit: "0222", body: "ciio" }),
      report({ audit: "2222", body: "dnv", day: "2022-03-01", kind: "recertification" }),
    ];
    expect(dossier(reports, "L/basis/2019/A1", { body: "ciio" })).toMatchObject({ exploratory: true, now: { met: 0 }, retest: { n: 0 } });
    expect(dossier(reports)).toMatchObject({ exploratory: false, now: { met: 1 }, retest: { n: 1 } });
  });
});
