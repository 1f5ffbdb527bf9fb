/**
 * The data set with planted truths through intake, scoring and views, against figures and flags that R computed. Whole pipeline with its
 * workflows: `test/scenarios/dataset.test.ts`.
 */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { type JudgedView, judgedViews } from "../../../core/figures/view-figures.ts";
import { bodyCode } from "../../../core/ids.ts";
import { createCheck } from "../../../core/intake/check.ts";
import { isSaid, type Outcome } from "../../../core/relevance/outcome.ts";
import { carryJudgements } from "../../../core/scoring/carry.ts";
import { merge } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { lowerBound, upperBound } from "../../../core/statistics/one-sided-bound.ts";
import { readDelivery } from "../../../functions/adapters/read-delivery.ts";
import { dataset, expected, expectedFlags, expectedNorms } from "../../fixtures/dataset/expected.ts";

const today = parseIsoDay("2025-12-31")!;
const catalogue = compileCatalogue(parseCatalogueFiles(dataset.catalogue), "d".repeat(64));
const VIEW = "SSW/*/v1..v2";

let reports: PackedReport[];
let views: readonly JudgedView[];
const view = (id = VIEW) => views.find((judged) => judged.view.id === id)!;

beforeAll(async () => {
  reports = (await Promise.all(dataset.deliveries.map(({ path, text }) => accepted(path, text)))).flat();
  const shards = [0, 1, 2].map((shard) =>
    scoreShard(
      reports.filter((_, i) => i % 3 === shard),
      catalogue,
      today,
    ),
  );
  views = judgedViews(shards.reduceRight(merge), catalogue, today);
});

/** Reports that the check accepts of a delivery. */
async function accepted(path: string, text: string): Promise<PackedReport[]> {
  const check = createCheck({
    catalogue,
    body: bodyCode(path.split("/")[0]!),
    today,
    digest: (content) => createHash("sha256").update(content).digest("hex"),
  });
  const format = await readDelivery(once(new TextEncoder().encode(text)), check);
  const { reports: checked } = check.finish(format).judge({ report: () => undefined, tests: () => [] });
  expect(checked.every(({ outcome }) => outcome === "new")).toBe(true);
  return checked.map(({ packed }) => packed!);
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** To 1e-9 relative; R writes 15 digits, and its smallest p-values come from 1 - (1 - p). */
function expectNear(found: number | null | undefined, wanted: number | null, where: string): void {
  if (wanted === null) expect(found ?? null, where).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - wanted), where).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-15);
}

const said = <Said extends object>(outcome: Outcome<Said>): Partial<Said> => (isSaid(outcome) ? outcome : {});

describe("the view of both variants and both versions", () => {
  test("has the audits, organisations and level bands of the data set, and every norm of the label once", () => {
    const { analysis, figures } = view();
    expect(analysis.audits).toBe(expected.view.audits);
    expect(analysis.organisations).toBe(expected.view.organisations);
    expect(analysis.bands).toBe(expected.view.levelBands);
    expect(figures.map(({ norm }) => norm.code).sort()).toEqual(expectedNorms.map(({ norm }) => norm));
    expect(figures.filter(({ withdrawn }) => withdrawn).map(({ norm }) => norm.code)).toEqual(["N19"]);
  });

  test("gives exactly the flags", () => {
    const flags = view().figures.flatMap(({ norm, signals }) =>
      signals.map(({ signal, about }) => [signal.code, norm.code, about.body ?? about.variant ?? about.norm].filter(Boolean).join(" ")),
    );
    expect(flags.sort()).toEqual(expectedFlags);
  });

  test.each(expectedNorms.map((norm) => [norm.norm, norm] as const))("gives the figures of %s", (code, wanted) => {
    const { analysis, figures } = view();
    const norm = figures.findIndex((figure) => figure.norm.code === code);
    const { counts, interval, share } = figures[norm]!;
    const near = (found: number | null | undefined, value: number | null, what: string) => expectNear(found, value, `${code} ${what}`);

    expect([counts.judged, counts.met, counts.partiallyMet, counts.notMet]).toEqual([wanted.n, wanted.met, wanted.partly, wanted.notMet]);
    near(share, wanted.met / wanted.n, "share");
    near(interval?.lower, wanted.wilson95[0], "lower limit");
    near(interval?.upper, wanted.wilson95[1], "upper limit");
    near(upperBound(counts.met, counts.judged, 0.95), wanted.upper95, "upper bound");
    near(lowerBound(counts.met, counts.judged, 0.95), wanted.lower95, "lower bound");
    near(upperBound(counts.met, counts.judged, 0.99), wanted.upper99, "upper bound 99%");
    near(lowerBound(counts.met, counts.judged, 0.99), wanted.lower99, "lower bound 99%");

    for (const { counts: ofVariant, outcome } of analysis.variants()[norm]!) {
      expect({ n: ofVariant.judged, met: ofVariant.met }).toEqual(wanted.variants[ofVariant.variant]);
      near(said(outcome).p, wanted.variantFisherP, "variant p");
      near(said(outcome).q, wanted.variantFisherQ, "variant q");
    }

    const trend = said(analysis.trends()[norm]!);
    near(trend.z, wanted.trend.z, "trend z");
    near(trend.p, wanted.trend.p, "trend p");
    near(trend.q, wanted.trend.q, "trend q");
    if (trend.n !== undefined) {
      near(trend.difference, wanted.trend.effect, "trend effect");
      expect([trend.n, trend.years]).toEqual([wanted.trend.n, wanted.trend.years]);
    }

    const bodies = analysis.bodies()[norm]!;
    expect(bodies.map(({ body }) => analysis.bodyCode(body))).toEqual(["ci-a", "ci-b", "ci-c", "ci-d"]);
    bodies.forEach(({ outcome }, body) => {
      const ofBody = wanted.ci["ABCD"[body]!]!;
      const test = said(outcome);
      near(test.z, ofBody.z, "body z");
      near(test.p, ofBody.p, "body p");
      near(test.q, ofBody.q, "body q");
      // Where R has none, its package stops on a stratum with two empty cells; the formula has a value there.
      if (ofBody.adjustedDifference !== null) near(test.difference, ofBody.adjustedDifference, "body difference");
      if (test.n !== undefined) expect([test.n, test.met]).toEqual([ofBody.n, ofBody.met]);
    });

    const discrimination = said(analysis.discriminations()[norm]!);
    near(discrimination.correlation, wanted.discrimination.itemRest, "item-rest");
    near(discrimination.upper, wanted.discrimination.upper95, "item-rest bound");
    near(discrimination.p, wanted.discrimination.pNegative, "item-rest p");
    near(discrimination.q, wanted.discrimination.qNegative, "item-rest q");
    if (discrimination.largestShare !== undefined) near(discrimination.largestShare, wanted.discrimination.largestShare, "largest share");

    const self = said(analysis.selfEvaluations()[norm]!);
    near(self.p, wanted.self.p, "self p");
    near(self.q, wanted.self.q, "self q");
    if (self.n !== undefined) {
      expect([self.n, self.selfHigher, self.selfLower]).toEqual([wanted.self.n, wanted.self.selfHigher, wanted.self.auditHigher]);
      // 0 in theory, which R gives as something of the order of 1e-14.
      expect(Math.abs(self.kappa! - wanted.self.quadraticKappa!)).toBeLessThanOrEqual(1e-9);
    }

    const retest = analysis.retests()[norm]!;
    expect([retest.better, retest.worse, retest.same]).toEqual([wanted.retest.better, wanted.retest.worse, wanted.retest.same]);
    near(retest.p, wanted.retest.signTestP, "retest p");
  });

  test("gives the pairs of norms", () => {
    const { analysis } = view();
    const { pairs, tested } = analysis.overlaps();
    const code = (norm: number) => analysis.view.norms[norm]!.code;
    const named = new Map(pairs.map((pair) => [[code(pair.a), code(pair.b)].sort().join(" "), pair]));
    expect(tested).toBe(expected.view.pairsTested);
    expect([...named.keys()].sort()).toEqual(expected.pairsKappaAtLeastHalf.map(({ a, b }) => `${a} ${b}`).sort());
    for (const wanted of expected.pairsKappaAtLeastHalf) {
      const pair = named.get(`${wanted.a} ${wanted.b}`)!;
      const where = `${wanted.a} ${wanted.b}`;
      expect(pair.n).toBe(wanted.n);
      expectNear(pair.kappa, wanted.kappa, where);
      expectNear(pair.standardError, wanted.se, where);
      expectNear(pair.same / pair.n, wanted.sameScore, where);
    }
  });
});

describe("the judgements of combined audits", () => {
  const rows = () => dataset.deliveries.flatMap(({ text }) => text.split("\r\n").map((line) => line.split(";")));

  test("stand twice in the deliveries 259 times", () => {
    const overlaps = new Map(
      catalogue.frameworks.find(({ label }) => label === "NVVK")!.norms.map(({ code, overlaps: [first] = [] }) => [code, first?.norm]),
    );
    const scored = new Set(rows().map((row) => `${row[0]} ${row[9]}`));
    const doubles = rows().filter((row) => row[3] === "NVVK" && scored.has(`${row[0]} ${overlaps.get(row[9]!)}`));
    expect(doubles).toHaveLength(expected.view.duplicateJudgementsInCombinationTests);
  });

  test("count the same when the report leaves them to the other label, which carries them", () => {
    const lender = new Set(reports.filter(({ framework }) => framework.startsWith("NVVK")).map(({ reference }) => reference));
    const shared = catalogue.frameworks.find(({ label }) => label === "NVVK")!.norms.flatMap(({ overlaps = [] }) => overlaps);
    let leftOut = 0;
    const shortened = reports.map((report): PackedReport => {
      if (!report.framework.startsWith("SSW") || !lender.has(report.reference)) return report;
      const codes = new Set(shared.filter(({ framework }) => framework === report.framework).map(({ norm }) => norm));
      const audit = catalogue.frameworkByKey
        .get(report.framework)!
        .norms.map(({ code }, norm) => (codes.has(code) && "012".includes(report.audit[norm]!) ? "." : report.audit[norm]!))
        .join("");
      leftOut += [...audit].filter((score, norm) => score !== report.audit[norm]).length;
      return { ...report, audit };
    });
    // The five that are n.v.t. are not lent.
    expect(leftOut).toBe(expected.view.duplicateJudgementsInCombinationTests - 5);
    const scores = scoreShard(shortened, catalogue, today);
    expect(carryJudgements(scores, catalogue).find(({ label }) => label === "SSW")!.carried).toHaveLength(leftOut);
    const again = judgedViews(scores, catalogue, today).find((judged) => judged.view.id === VIEW)!;
    expect(again.figures).toEqual(view().figures);
  });
});

describe("the other views", () => {
  test("are each variant alone, and the second label, which has one variant and so one view", () => {
    expect(views.map((judged) => judged.view.id)).toEqual(["NVVK/*/v2..v2", "SSW/*/v1..v2", "SSW/regulier/v1..v2", "SSW/wijkteam/v2..v2"]);
  });

  test("count the organisations of the variant alone, by their latest report within it", () => {
    for (const variant of ["regulier", "wijkteam"]) {
      for (const { norm, counts } of views.find((judged) => judged.view.variant === variant)!.figures) {
        const wanted = expectedNorms.find((one) => one.norm === norm.code)!.variants[variant]!;
        expect([norm.code, counts.judged, counts.met]).toEqual([norm.code, wanted.n, wanted.met]);
      }
    }
  });

  test("raise the signal of the wijkteam variant where it is alone as well, as a count", () => {
    expect(
      view("SSW/wijkteam/v2..v2")
        .figures.find(({ norm }) => norm.code === "N25")!
        .signals.map(({ signal }) => signal.code),
    ).toEqual(["NOOIT_GEHAALD"]);
  });
});
