import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSignals } from "../../../core/relevance/count-signals.ts";
import { sentenceOf } from "../../../core/relevance/sentences.ts";
import type { CountEvidence, Signal } from "../../../core/relevance/signal.ts";
import { thresholds } from "../../../core/relevance/thresholds.ts";
import { lowerBound, upperBound } from "../../../core/statistics/one-sided-bound.ts";

/** Evidence with so many that meet the norm, meet it partly, do not; n.v.t. and niet beoordeeld besides. */
function evidence(met: number, partiallyMet: number, notMet: number, notApplicable = 0, notAssessed = 0): CountEvidence {
  const judged = met + partiallyMet + notMet;
  return {
    organisations: judged + notApplicable + notAssessed,
    judged,
    met,
    partiallyMet,
    notMet,
    notApplicable,
    notAssessed,
    period: { from: "2022-01-01", until: "2023-06-30" },
    frameworks: ["KSW/basis/2019"],
    bodies: [
      { code: "ciio", name: "CIIO", judged: judged - 1 },
      { code: "dnv", name: "DNV", judged: 1 },
    ],
    referenceDate: "2024-12-31",
    rulesVersion: "test",
  };
}

const codes = (found: readonly Signal[]) => found.map(({ code }) => code);
const nl = (of: CountEvidence) => countSignals(of).map((signal) => sentenceOf(signal).nl);
const en = (of: CountEvidence) => countSignals(of).map((signal) => sentenceOf(signal).en);

describe("the thresholds", () => {
  test("are 14 organisations to speak at all and 29 to conclude", () => {
    expect(thresholds).toEqual({ confidence: 0.95, neverMetAtMost: 0.1, alwaysMetAtLeast: 0.9, enoughToSpeak: 14, enoughForNever: 29 });
  });

  test("say the same for nobody and for everybody: 29 is the first number whose bound is near enough", () => {
    expect(upperBound(0, 29)!).toBeLessThanOrEqual(thresholds.neverMetAtMost);
    expect(upperBound(0, 28)!).toBeGreaterThan(thresholds.neverMetAtMost);
    expect(lowerBound(29, 29)!).toBeGreaterThanOrEqual(thresholds.alwaysMetAtLeast);
    expect(lowerBound(28, 28)!).toBeLessThan(thresholds.alwaysMetAtLeast);
  });
});

describe("a norm", () => {
  test.each([
    [0, "TE_WEINIG_GEGEVENS"],
    [13, "TE_WEINIG_GEGEVENS"],
    [14, "NOOIT_TOT_NU_TOE"],
    [28, "NOOIT_TOT_NU_TOE"],
    [29, "NOOIT_GEHAALD"],
    [300, "NOOIT_GEHAALD"],
  ])("that none of %i organisations meets has the signal %s", (n, code) => {
    expect(codes(countSignals(evidence(0, 0, n)))).toEqual([code]);
    expect(codes(countSignals(evidence(0, n, 0)))).toEqual([code]);
  });

  test.each([
    [13, ["TE_WEINIG_GEGEVENS"]],
    [14, []],
    [28, []],
    [29, ["ALTIJD_GEHAALD"]],
    [300, ["ALTIJD_GEHAALD"]],
  ])("that all of %i organisations meet has the signals %s", (n, expected) => {
    expect(codes(countSignals(evidence(n, 0, 0)))).toEqual(expected);
  });

  test("that some meet and some do not has no count signal, however few or many", () => {
    expect(countSignals(evidence(1, 0, 299))).toEqual([]);
    expect(countSignals(evidence(299, 1, 0))).toEqual([]);
  });

  test("has no larger n through n.v.t. and niet beoordeeld", () => {
    expect(codes(countSignals(evidence(0, 0, 13, 40, 40)))).toEqual(["TE_WEINIG_GEGEVENS"]);
    expect(codes(countSignals(evidence(0, 0, 28, 1, 1)))).toEqual(["NOOIT_TOT_NU_TOE"]);
  });

  test("has at most one count signal, with the counts it rests on", () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), fc.nat(20), (met, partly, notMet, notApplicable) => {
        const given = evidence(met, partly, notMet, notApplicable);
        const found = countSignals(given);
        expect(found.length).toBeLessThanOrEqual(1);
        for (const signal of found) expect(signal.evidence).toMatchObject(given);
      }),
    );
  });

  test("is judged by the thresholds of its review", () => {
    expect(codes(countSignals(evidence(0, 0, 20), { ...thresholds, enoughForNever: 20 }))).toEqual(["NOOIT_GEHAALD"]);
  });
});

describe("the sentence", () => {
  test("of a norm nobody meets says how many there are and what that means for all", () => {
    expect(nl(evidence(0, 31, 12))).toEqual([
      "Geen van de 43 organisaties voldoet. 31 voldoen deels. Met 95% zekerheid haalt hooguit 7 op de 100 organisaties deze norm.",
    ]);
    expect(en(evidence(0, 31, 12))).toEqual([
      "None of the 43 organisations meets this norm. 31 meet it partly. With 95% confidence at most 7 in 100 organisations meet it.",
    ]);
  });

  test("bends with none, one and all that meet it partly", () => {
    expect(nl(evidence(0, 0, 29))[0]).toContain("voldoet. Ook deels voldoet niemand. Met");
    expect(nl(evidence(0, 1, 28))[0]).toContain("voldoet. 1 voldoet deels. Met");
    expect(nl(evidence(0, 29, 0))[0]).toContain("voldoet. Alle voldoen deels. Met");
    expect(en(evidence(0, 1, 28))[0]).toContain(" 1 meets it partly. ");
  });

  test("never promises more than the bound: 7.2 becomes at most 8, and 92.8 at least 92", () => {
    expect(nl(evidence(0, 0, 40))[0]).toContain("hooguit 8 op de 100");
    expect(nl(evidence(40, 0, 0))[0]).toContain("minstens 92 op de 100");
  });

  test("says so when one body gave all judgements", () => {
    const byOne = { ...evidence(0, 5, 30), bodies: [{ code: "ciio", name: "CIIO", judged: 35 }] };
    expect(nl(byOne)[0]).toMatch(/deze norm\. Alle toetsen zijn gedaan door CIIO\.$/);
    expect(nl(evidence(0, 5, 30))[0]).not.toContain("CIIO");
  });

  test("of a norm everybody meets says that it may be good or too easy", () => {
    expect(nl(evidence(113, 0, 0))).toEqual([
      "Alle 113 organisaties voldoen: de norm maakt geen verschil zichtbaar. Dat kan goed zijn (een ondergrens) of een teken dat hij scherper kan. Met 95% zekerheid haalt minstens 97 op de 100 organisaties deze norm.",
    ]);
  });

  test("of a norm nobody met so far says how many are needed", () => {
    expect(nl(evidence(0, 2, 16))).toEqual(["Tot nu toe voldoet niemand (0 van 18). Er zijn 29 organisaties nodig voor een conclusie."]);
  });

  test("of too few data counts in singular and plural", () => {
    expect(nl(evidence(0, 9, 0))).toEqual([
      "Nog maar 9 organisaties zijn op deze norm getoetst (0 voldoen). Te weinig om iets te concluderen.",
    ]);
    expect(nl(evidence(1, 0, 0))).toEqual([
      "Nog maar 1 organisatie is op deze norm getoetst (1 voldoet). Te weinig om iets te concluderen.",
    ]);
    expect(en(evidence(1, 1, 0))).toEqual([
      "Only 2 organisations have been audited on this norm so far (1 meets it). Too few to conclude anything.",
    ]);
  });

  test("of no data at all tells never audited from never judged", () => {
    expect(nl(evidence(0, 0, 0))).toEqual(["Nog geen enkele organisatie is op deze norm getoetst."]);
    expect(nl(evidence(0, 0, 0, 12, 3))).toEqual([
      "Nog geen enkele organisatie is op deze norm beoordeeld (niet van toepassing bij 12, niet beoordeeld bij 3).",
    ]);
  });

  test("groups large numbers the way its readers do", () => {
    expect(nl(evidence(0, 1500, 1_000_000))[0]).toMatch(/^Geen van de 1\.001\.500 organisaties voldoet\. 1\.500 voldoen deels\./);
    expect(en(evidence(0, 1500, 0))[0]).toMatch(/^None of the 1,500 organisations/);
  });
});
