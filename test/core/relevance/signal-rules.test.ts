/** Each rule at its thresholds: what is just enough is a signal, what is just not enough is none. */
import { describe, expect, test } from "vitest";
import type { ViewAnalysis } from "../../../core/relevance/analysis.ts";
import { notYet } from "../../../core/relevance/outcome.ts";
import type { BodyTest } from "../../../core/relevance/screens/bodies.ts";
import type { DiscriminationTest } from "../../../core/relevance/screens/discrimination.ts";
import type { NormPair } from "../../../core/relevance/screens/overlap.ts";
import type { SelfEvaluationTest } from "../../../core/relevance/screens/self-evaluation.ts";
import type { TrendTest } from "../../../core/relevance/screens/trend.ts";
import type { WithQ } from "../../../core/relevance/screens/with-q.ts";
import { bodyDifference } from "../../../core/relevance/signals/body-difference.ts";
import { countsOfView } from "../../../core/relevance/signals/counts-of-view.ts";
import type { SignalRule } from "../../../core/relevance/signals/found.ts";
import { signalRules } from "../../../core/relevance/signals/index.ts";
import { neverInVariant } from "../../../core/relevance/signals/never-in-variant.ts";
import { notDiscriminating } from "../../../core/relevance/signals/not-discriminating.ts";
import { overlapping } from "../../../core/relevance/signals/overlapping.ts";
import { reversed } from "../../../core/relevance/signals/reversed.ts";
import { selfEvaluationDiffers } from "../../../core/relevance/signals/self-evaluation-differs.ts";
import { trend } from "../../../core/relevance/signals/trend.ts";
import { viewThresholds } from "../../../core/relevance/thresholds.ts";
import { catalogueOf, framework, judged, organisations } from "./made-up-view.ts";

const catalogue = catalogueOf([framework("KSW/basis/2019", ["A", "B"])]);
/** An analysis of nothing, in which a test puts what its rule looks at. */
const { analysis: nothing } = judged(
  catalogue,
  organisations(40, (i) => ({ scores: i % 2 === 0 ? "20" : "02" })),
);

/** Codes, with their subject, that a rule gives for the first norm. */
const found = (rule: SignalRule, analysis: Partial<ViewAnalysis>): string[] =>
  rule.find({ ...nothing, ...analysis }, 0).map(({ signal, subject }) => `${signal.code} ${subject}`.trim());

describe("a trend", () => {
  const trends = (changed: Partial<WithQ<TrendTest>>) =>
    found(trend, {
      trends: () => [
        {
          n: 100,
          years: 5,
          z: -3,
          p: 0.001,
          q: 0.05,
          firstShare: 0.8,
          lastShare: 0.65,
          third: 33,
          difference: -0.15,
          from: "",
          until: "",
          ...changed,
        },
      ],
    });

  test("is a signal from q = .05 and 15 points on", () => {
    expect(trends({})).toEqual(["VERSLECHTEREND"]);
    expect(trends({ z: 3, difference: 0.15 })).toEqual(["VERBETEREND"]);
    expect(trends({ q: 0.0501 })).toEqual([]);
    expect(trends({ difference: -0.1499 })).toEqual([]);
  });

  test("is none when it goes the other way among equals than in plain shares", () => {
    expect(trends({ z: 3 })).toEqual([]);
    expect(trends({ z: -3, difference: 0.3 })).toEqual([]);
  });

  test("that cannot be tested is none", () => {
    expect(found(trend, { trends: () => [notYet({ because: "noVariation" })] })).toEqual([]);
  });
});

describe("a difference between bodies", () => {
  const bodies = (changed: Partial<WithQ<BodyTest>>) =>
    found(bodyDifference, {
      bodies: () => [
        [{ body: 0, outcome: { n: 20, met: 5, others: 40, othersMet: 30, z: -3, p: 0.001, q: 0.05, difference: -0.2, ...changed } }],
      ],
    });

  test("is a signal from q = .05 and 20 points on, in either direction", () => {
    expect(bodies({})).toEqual(["CI_VERSCHIL a lower"]);
    expect(bodies({ z: 3, difference: 0.2 })).toEqual(["CI_VERSCHIL a higher"]);
    expect(bodies({ q: 0.0501 })).toEqual([]);
    expect(bodies({ difference: -0.1999 })).toEqual([]);
  });

  test("is none when scores and share met point two ways", () => {
    expect(bodies({ z: 3 })).toEqual([]);
  });
});

describe("nobody in one variant", () => {
  const variants = (met: number, judgedThere: number, q: number) =>
    found(neverInVariant, {
      variants: () => [
        [
          { counts: { variant: "basis", judged: 50, met: 30, partiallyMet: 0 }, outcome: { p: q, q } },
          { counts: { variant: "wijkteam", judged: judgedThere, met, partiallyMet: 0 }, outcome: { p: q, q } },
        ],
      ],
    });

  test("is a signal from 14 organisations and q = .05 on", () => {
    expect(variants(0, 14, 0.05)).toEqual(["NOOIT_IN_VARIANT wijkteam"]);
    expect(variants(0, 13, 0.05)).toEqual([]);
    expect(variants(0, 14, 0.0501)).toEqual([]);
    expect(variants(1, 14, 0.001)).toEqual([]);
  });
});

describe("two norms that are the same", () => {
  const pairs = (changed: Partial<NormPair>, withdrawn: readonly boolean[] = [false, false]) =>
    found(overlapping, {
      withdrawn,
      overlaps: () => ({
        tested: 1,
        pairs: [
          { a: 0, b: 1, n: 40, same: 38, kappa: 0.8, standardError: 0.06, lower: 0.7, confidence: 0.95, loevingerH: 0.9, ...changed },
        ],
      }),
    });

  test("are a signal from a kappa of .80 with a lower bound of .70 on, at both", () => {
    expect(pairs({})).toEqual(["OVERLAPPEND 1"]);
    expect(pairs({ a: 1, b: 0 })).toEqual(["OVERLAPPEND 1"]);
    expect(pairs({ kappa: 0.7999 })).toEqual([]);
    expect(pairs({ lower: 0.6999 })).toEqual([]);
    expect(pairs({ a: 1, b: 2 })).toEqual([]);
  });

  test("are none when the other is out of force", () => {
    expect(pairs({}, [false, true])).toEqual([]);
  });
});

describe("a norm that does not tell organisations apart", () => {
  const test0: WithQ<DiscriminationTest> = { n: 60, correlation: 0, upper: 0.19, confidence: 0.95, p: 0.5, q: 0.5, largestShare: 0.5 };
  const discriminations = (rule: SignalRule, changed: Partial<WithQ<DiscriminationTest>>) =>
    found(rule, { discriminations: () => [{ ...test0, ...changed }] });

  test("is a signal while the bound of its correlation stays below .20", () => {
    expect(discriminations(notDiscriminating, { upper: 0.1999 })).toEqual(["ONDERSCHEIDT_NIET"]);
    expect(discriminations(notDiscriminating, { upper: 0.2 })).toEqual([]);
  });

  test("is reversed when its correlation is below 0 with q ≤ .05", () => {
    expect(discriminations(reversed, { correlation: -0.3, q: 0.05 })).toEqual(["OMGEKEERD"]);
    expect(discriminations(reversed, { correlation: -0.3, q: 0.0501 })).toEqual([]);
    expect(discriminations(reversed, { correlation: 0, q: 0.01 })).toEqual([]);
  });
});

describe("a self-evaluation that differs", () => {
  const self = (changed: Partial<WithQ<SelfEvaluationTest>>) =>
    found(selfEvaluationDiffers, {
      selfEvaluations: () => [{ n: 50, selfHigher: 12, selfLower: 2, same: 36, p: 0.01, q: 0.05, kappa: 0.5, ...changed }],
    });

  test("is a signal from q = .05 and 20 in 100 on, and knows in which direction", () => {
    expect(self({})).toEqual(["ZELFEVALUATIE_WIJKT_AF higher"]);
    expect(self({ selfHigher: 2, selfLower: 12 })).toEqual(["ZELFEVALUATIE_WIJKT_AF lower"]);
    expect(self({ q: 0.0501 })).toEqual([]);
    expect(self({ selfHigher: 11 })).toEqual([]);
  });
});

describe("almost nobody and almost everybody", () => {
  const counts = (met: number, n: number) =>
    found(
      countsOfView,
      judged(
        catalogue,
        organisations(n, (i) => ({ scores: i < met ? "22" : "00" })),
      ).analysis,
    );

  test("take 99% certainty, where nobody and everybody take 95%", () => {
    // Upper 99% bounds: 1 of 64 is .0999, 1 of 63 .1014.
    expect(counts(1, 64)).toEqual(["VRIJWEL_NOOIT"]);
    expect(counts(1, 63)).toEqual([]);
    expect(counts(63, 64)).toEqual(["VRIJWEL_ALTIJD"]);
    expect(counts(62, 63)).toEqual([]);
    expect(counts(0, 29)).toEqual(["NOOIT_GEHAALD"]);
    expect(counts(29, 29)).toEqual(["ALTIJD_GEHAALD"]);
  });

  test("are nothing where shares are near 1 in 10 only", () => {
    expect(counts(4, 64)).toEqual([]);
    expect(counts(60, 64)).toEqual([]);
  });
});

test("every kind of signal has one rule", () => {
  const codes = signalRules.flatMap((rule) => rule.codes);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toHaveLength(14);
});

test("the thresholds are those of the simulations they were chosen by", () => {
  expect(viewThresholds).toEqual({
    confidence: 0.95,
    neverMetAtMost: 0.1,
    alwaysMetAtLeast: 0.9,
    enoughToSpeak: 14,
    enoughForNever: 29,
    almostConfidence: 0.99,
    falseDiscoveryRate: 0.05,
    bands: { few: 3, many: 5, manyFromOrganisations: 80 },
    trend: { scores: 40, years: 3, scoresPerYear: 5, points: 0.15 },
    bodies: { scoresPerSide: 8, points: 0.2 },
    variants: { judged: 14 },
    overlap: { inCommon: 30, oneScoreAtMost: 0.9, kappa: 0.8, lowerBound: 0.7, confidence: 0.95, listedFrom: 0.5 },
    discrimination: { organisations: 50, oneScoreAtMost: 0.9, below: 0.2, confidence: 0.95 },
    selfEvaluation: { organisations: 20, points: 0.2 },
    retest: { changes: 6 },
    course: { judgedPerWindow: 14, p: 0.05, years: { least: 2, most: 3 } },
    organisationsToSee: 80,
  });
});
