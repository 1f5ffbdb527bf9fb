import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { screenKinds } from "../../../core/relevance/screens/summary.ts";
import { notYetSentence, screenSentence } from "../../../core/relevance/sentences/not-yet.ts";
import { sentenceOf } from "../../../core/relevance/sentences.ts";
import type { CountEvidence, Signal, SignalCode, SignalEvidence } from "../../../core/relevance/signal.ts";

const counts = (judged: number, met: number, partiallyMet = 0): CountEvidence => ({
  organisations: judged + 2,
  judged,
  met,
  partiallyMet,
  notMet: judged - met - partiallyMet,
  notApplicable: 1,
  notAssessed: 1,
  period: { from: "2020-01-01", until: "2024-06-30" },
  frameworks: ["KSW/basis/2019"],
  bodies: [
    { code: "a", name: "CI A", judged: judged - 1 },
    { code: "b", name: "CI B", judged: 1 },
  ],
  referenceDate: "2024-12-31",
  rulesVersion: "test",
});

const window = (from: string, until: string, judged: number, met: number) => ({ from, until, judged, met });
const now = window("2023-01-01", "2024-12-31", 30, 0);

/** Evidence of each kind, with numbers that a test may change. */
const evidence: { readonly [Code in SignalCode]: SignalEvidence[Code] } = {
  TE_WEINIG_GEGEVENS: counts(9, 0),
  NOOIT_TOT_NU_TOE: { ...counts(18, 0), neededForConclusion: 29 },
  NOOIT_GEHAALD: {
    ...counts(43, 0, 31),
    bound: { side: "upper", share: 0.0673, confidence: 0.95 },
    course: { verdict: "persistent", now, before: window("2021-01-01", "2022-12-31", 31, 0) },
  },
  VRIJWEL_NOOIT: { ...counts(90, 1), bound: { side: "upper", share: 0.0716, confidence: 0.99 } },
  ALTIJD_GEHAALD: { ...counts(113, 113), bound: { side: "lower", share: 0.9738, confidence: 0.95 } },
  VRIJWEL_ALTIJD: { ...counts(118, 117), bound: { side: "lower", share: 0.9449, confidence: 0.99 } },
  NOOIT_IN_VARIANT: {
    ...counts(117, 58),
    variant: { variant: "wijkteam", judged: 36, met: 0, partiallyMet: 3 },
    others: [{ variant: "basis", judged: 81, met: 58, partiallyMet: 4 }],
    test: { p: 1e-12, q: 1e-10 },
  },
  VERSLECHTEREND: { ...counts(110, 60), test: trend(0.8182, 0.4615), retest: { better: 6, worse: 21, same: 44, p: 0.006, canTell: true } },
  VERBETEREND: { ...counts(110, 90), test: trend(0.49, 0.88), retest: { better: 34, worse: 3, same: 73, p: 1e-7, canTell: true } },
  CI_VERSCHIL: {
    ...counts(113, 70),
    body: { code: "b", name: "CI B" },
    otherBodies: 3,
    test: { n: 35, met: 10, others: 78, othersMet: 60, z: -4, p: 1e-5, q: 1e-3, difference: -0.4 },
  },
  OVERLAPPEND: {
    ...counts(110, 70),
    other: { norm: "N36", title: "Norm N36", frameworks: ["KSW/basis/2019"] },
    pair: { n: 110, same: 107, kappa: 0.94, standardError: 0.04, lower: 0.88, confidence: 0.95, loevingerH: 0.95 },
  },
  ONDERSCHEIDT_NIET: {
    ...counts(118, 59),
    test: { n: 118, correlation: 0.02, upper: 0.17, confidence: 0.95, p: 0.6, q: 0.9, largestShare: 0.5 },
  },
  OMGEKEERD: {
    ...counts(118, 59),
    test: { n: 118, correlation: -0.5, upper: -0.4, confidence: 0.95, p: 1e-9, q: 1e-8, largestShare: 0.5 },
  },
  ZELFEVALUATIE_WIJKT_AF: { ...counts(110, 60), test: { n: 64, selfHigher: 28, selfLower: 2, same: 34, p: 1e-6, q: 1e-5, kappa: 0.5 } },
};

function trend(firstShare: number, lastShare: number): SignalEvidence["VERBETEREND"]["test"] {
  const [from, until] = ["2017-03-01", "2024-11-01"];
  return { n: 250, years: 8, z: -4, p: 1e-4, q: 1e-3, firstShare, lastShare, third: 83, difference: lastShare - firstShare, from, until };
}

const codes = Object.keys(evidence) as SignalCode[];
const of = <Code extends SignalCode>(code: Code, changed: Partial<SignalEvidence[Code]> = {}) =>
  sentenceOf({ code, evidence: { ...evidence[code], ...changed } } as Signal);
const nl = <Code extends SignalCode>(code: Code, changed: Partial<SignalEvidence[Code]> = {}) => of(code, changed).nl;

describe("the sentences that are shown", () => {
  test.each([
    ["TE_WEINIG_GEGEVENS", "Nog maar 9 organisaties zijn op deze norm getoetst (0 voldoen). Te weinig om iets te concluderen."],
    ["NOOIT_TOT_NU_TOE", "Tot nu toe voldoet niemand (0 van 18). Er zijn 29 organisaties nodig voor een conclusie."],
    [
      "NOOIT_GEHAALD",
      "Geen van de 43 organisaties voldoet. 31 voldoen deels. Met 95% zekerheid haalt hooguit 7 op de 100 organisaties deze norm. Dat is aanhoudend: ook in de toetsen van 01-01-2021 tot en met 31-12-2022 voldeed niemand (0 van 31).",
    ],
    ["NOOIT_IN_VARIANT", "In de wijkteamvariant voldoet niemand (0 van 36); in de gewone variant 58 van de 81."],
    ["VRIJWEL_NOOIT", "Bijna niemand: 1 van de 90. Met 99% zekerheid haalt hooguit 8 op de 100 organisaties deze norm."],
    ["VRIJWEL_ALTIJD", "Bijna iedereen: 117 van de 118. Met 99% zekerheid haalt minstens 94 op de 100 organisaties deze norm."],
    [
      "VERSLECHTEREND",
      "Steeds minder organisaties voldoen: van 82% naar 46%. Bij organisaties die opnieuw getoetst zijn: 6 beter, 21 slechter, 44 gelijk.",
    ],
    [
      "CI_VERSCHIL",
      "CI B geeft vaker een lagere score dan de andere CI's bij even goed scorende organisaties (verschil 40 punten; 35 en 78 toetsen). Oorzaak onbekend: leg dit naast elkaar in het CI-overleg.",
    ],
    ["OVERLAPPEND", "Deze norm en N36 kregen bij 107 van de 110 organisaties dezelfde score. Meten ze hetzelfde?"],
    ["ONDERSCHEIDT_NIET", "Wie hier goed op scoort, scoort op de andere normen niet beter dan gemiddeld."],
    ["OMGEKEERD", "Organisaties die verder goed scoren, scoren hier juist lager."],
    ["ZELFEVALUATIE_WIJKT_AF", "Organisaties schatten zichzelf hier hoger in dan de auditor: 28 hoger, 2 lager, 34 gelijk."],
  ] as const)("%s", (code, sentence) => {
    expect(nl(code)).toBe(sentence);
  });

  test("of an improvement warn that those who begin low go up by themselves", () => {
    expect(nl("VERBETEREND")).toBe(
      "Steeds meer organisaties voldoen: van 49% naar 88%. Bij organisaties die opnieuw getoetst zijn: 34 beter, 3 slechter, 73 gelijk. Wie laag begint, komt bij een volgende toets gemiddeld hoger uit, ook als er niets verandert.",
    );
  });

  test("of a trend say when the retests are too few to tell from chance, and leave them out when there are none", () => {
    expect(nl("VERSLECHTEREND", { retest: { better: 1, worse: 4, same: 9, p: 0.375, canTell: false } })).toContain(
      "1 beter, 4 slechter, 9 gelijk. Dat zijn te weinig veranderingen om van toeval te onderscheiden.",
    );
    expect(nl("VERSLECHTEREND", { retest: { better: 0, worse: 0, same: 0, p: null, canTell: false } })).toBe(
      "Steeds minder organisaties voldoen: van 82% naar 46%.",
    );
  });

  test("of a body name one other body in the singular, and turn round for a body that gives higher scores", () => {
    const { test: found } = evidence.CI_VERSCHIL;
    expect(nl("CI_VERSCHIL", { otherBodies: 1 })).toContain("dan de andere CI bij even");
    expect(nl("CI_VERSCHIL", { test: { ...found, z: 4, difference: 0.4 } })).toContain("vaker een hogere score");
  });

  test("of a self-evaluation turn round for organisations that judge themselves lower", () => {
    const { test: found } = evidence.ZELFEVALUATIE_WIJKT_AF;
    expect(nl("ZELFEVALUATIE_WIJKT_AF", { test: { ...found, selfHigher: 2, selfLower: 28 } })).toContain(
      "lager in dan de auditor: 2 hoger, 28 lager",
    );
  });

  test("of a variant name every other variant that was judged, and unknown ones by their code", () => {
    const others = [
      { variant: "basis", judged: 81, met: 58, partiallyMet: 0 },
      { variant: "jeugd", judged: 20, met: 1, partiallyMet: 0 },
      { variant: "leeg", judged: 0, met: 0, partiallyMet: 0 },
    ];
    expect(nl("NOOIT_IN_VARIANT", { others })).toBe(
      "In de wijkteamvariant voldoet niemand (0 van 36); in de gewone variant 58 van de 81 en in de variant jeugd 1 van de 20.",
    );
  });

  test("of nobody say whether that is new, lasting, from the beginning, or not to be said yet", () => {
    const course = (verdict: "new" | "sinceIntroduction" | "notYetToBeSaid", met: number) =>
      nl("NOOIT_GEHAALD", { course: { verdict, now, before: window("2021-01-01", "2022-12-31", 31, met) } });
    expect(course("new", 6)).toContain("Dat is nieuw: in de toetsen van 01-01-2021 tot en met 31-12-2022 voldeden nog 6 van de 31.");
    expect(course("new", 1)).toContain("voldeed nog 1 van de 31.");
    expect(course("sinceIntroduction", 0)).toContain("Sinds de invoering van de norm voldeed nog niemand.");
    expect(course("notYetToBeSaid", 0)).toContain("Of dat nieuw of aanhoudend is, is nog niet te zeggen.");
  });

  test("name the body when one body did all audits", () => {
    const bodies = [{ code: "a", name: "CI A", judged: 43 }];
    for (const code of ["NOOIT_GEHAALD", "VRIJWEL_NOOIT", "ALTIJD_GEHAALD", "VRIJWEL_ALTIJD"] as const) {
      expect(nl(code, { bodies })).toMatch(/ Alle toetsen zijn gedaan door CI A\.$/);
      expect(nl(code)).not.toContain("CI A");
    }
  });
});

describe("no sentence says more than its evidence", () => {
  const all = codes.map((code) => [code, of(code)] as const);
  const withBound: readonly SignalCode[] = ["NOOIT_GEHAALD", "VRIJWEL_NOOIT", "ALTIJD_GEHAALD", "VRIJWEL_ALTIJD"];

  test.each(all)(
    "%s speaks of certainty only with a bound, and never of proof, significance, p-values or no difference",
    (code, sentence) => {
      expect(/zekerheid/.test(sentence.nl)).toBe(withBound.includes(code));
      expect(/confidence|certain/.test(sentence.en)).toBe(withBound.includes(code));
      expect(sentence.nl).not.toMatch(/bewezen|bewijst|significant|p-waarde|\bp\b|geen verschil(?! zichtbaar)|zeker(?!heid)/i);
      expect(sentence.en).not.toMatch(/\bprove|significant|p-value|no difference(?!\. That can)/i);
    },
  );

  test.each(all)("%s says numbers that are in its evidence, or that round them away from what was seen", (code, sentence) => {
    const known = numbersIn(evidence[code]);
    for (const text of [sentence.nl, sentence.en]) {
      for (const number of text.replace(/\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2}|N36|op de 100|in 100/g, "").match(/\d+/g) ?? []) {
        expect(known, `${number} in "${text}"`).toContain(Number(number));
      }
    }
  });

  test.each(all)("%s is one line that ends like a sentence, in both languages, without a lost value", (_, { nl: dutch, en }) => {
    for (const text of [dutch, en]) {
      expect(text).toMatch(/^\S[^\n]*[.?]$/);
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}| {2}/);
    }
  });

  test("a share that is not everything is never 100%, and one that is something never 0%", () => {
    const shares = (first: number, last: number) => nl("VERSLECHTEREND", { test: trend(first, last) });
    expect(shares(0.998, 0.004)).toContain("van 99,8% naar 0,4%");
    expect(shares(0.9998, 0.0001)).toContain("van >99,9% naar <0,1%");
    expect(shares(1, 0)).toContain("van 100% naar 0%");
  });

  test("a bound is never better than it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 0.1, noNaN: true }), (share) => {
        const atMost = /hooguit (\d+) op de 100/.exec(nl("NOOIT_GEHAALD", { bound: { side: "upper", share, confidence: 0.95 } }));
        expect(Number(atMost![1]) / 100).toBeGreaterThanOrEqual(share);
        const atLeast = /minstens (\d+) op de 100/.exec(
          nl("ALTIJD_GEHAALD", { bound: { side: "lower", share: 1 - share, confidence: 0.95 } }),
        );
        expect(Number(atLeast![1]) / 100).toBeLessThanOrEqual(1 - share);
      }),
    );
  });

  test("a screen that could not see says so, and one that could does not promise that the rest is equal", () => {
    for (const kind of screenKinds) {
      for (const tested of [1, 2, 1_243]) {
        for (const canSee of [true, false]) {
          const sentence = screenSentence({ kind, tested, organisations: 50, canSee, reason: null });
          expect(sentence.nl.startsWith("Nog te weinig toetsen om verschillen te kunnen zien")).toBe(!canSee);
          expect(sentence.nl).not.toMatch(/geen verschil|zekerheid/i);
          expect(sentence.nl).not.toMatch(/^1 vergelijkingen|^[^1]\S* vergelijking is/);
        }
      }
    }
  });

  test("singular and plural agree with the number", () => {
    expect(notYetSentence({ because: "tooFewOrganisations", n: 1, needed: 50 }).nl).toContain("1 organisatie, 50 nodig");
    expect(notYetSentence({ because: "tooFewOrganisations", n: 0, needed: 50 }).nl).toContain("0 organisaties, 50 nodig");
    expect(notYetSentence({ because: "tooFewScores", n: 1, needed: 40 }).nl).toContain("1 score, 40 nodig");
  });
});

/** Every whole number of the evidence, percentages and points of its fractions, and bounds rounded outwards. */
function numbersIn(value: unknown): Set<number> {
  const found = new Set<number>();
  const look = (part: unknown): void => {
    if (typeof part === "number") {
      found.add(part);
      if (Math.abs(part) <= 1) for (const round of [Math.round, Math.ceil, Math.floor]) found.add(round(Math.abs(part) * 100));
    } else if (part !== null && typeof part === "object") Object.values(part).forEach(look);
  };
  look(value);
  return found;
}
