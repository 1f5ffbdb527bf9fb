/** Data that leaves little to say: then it says so with its reason, and never NaN, a crash or "no difference". */
import { describe, expect, test } from "vitest";
import { signalsJson } from "../../../core/figures/signals-json.ts";
import { viewFigureRow, viewFiguresCsv } from "../../../core/figures/view-figure-rows.ts";
import { judgedViews } from "../../../core/figures/view-figures.ts";
import { viewTestsJson } from "../../../core/figures/view-tests-json.ts";
import type { NotYet } from "../../../core/relevance/outcome.ts";
import { screenSummaries } from "../../../core/relevance/screens/summary.ts";
import { notYetSentence, screenSentence } from "../../../core/relevance/sentences/not-yet.ts";
import { emptyScores } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { catalogueOf, day, framework, judged, type MadeUpReport, noise, organisations, report, said } from "./made-up-view.ts";

const norms = ["A", "B", "C", "D"];
const catalogue = catalogueOf([framework("KSW/basis/2019", norms), framework("KSW/wijkteam/2021", ["A", "W"])]);
const kinds = ["variants", "trend", "bodies", "overlap", "discrimination", "selfEvaluation"];

/** Three rounds in other years, by three bodies, with a self-evaluation, of so many organisations: nothing is wrong with it. */
const ordinary = (count: number): MadeUpReport[] =>
  [2019, 2021, 2023].flatMap((year) =>
    organisations(count, (i) => ({
      scores: norms.map((_, norm) => noise(i, norm, year)).join(""),
      self: norms.map((_, norm) => noise(i, norm + 9, year)).join(""),
      body: "abc"[i % 3]!,
      on: `${year}-0${1 + (i % 9)}-15`,
      kind: year === 2019 ? "initial" : "recertification",
    })),
  );

/** All that is published of the reports. */
function published(reports: readonly MadeUpReport[]) {
  const views = judgedViews(scoreShard(reports.map(report), catalogue, day("2024-12-31")), catalogue, day("2024-12-31"));
  const files = [viewFiguresCsv(views.flatMap(({ figures }) => figures.map(viewFigureRow))), signalsJson(views), viewTestsJson(views)];
  return { views, files };
}

/** Per screen why it could not test anything; undefined where it could. */
const reasons = (reports: readonly MadeUpReport[]) =>
  Object.fromEntries(screenSummaries(judged(catalogue, reports).analysis).map(({ kind, reason }) => [kind, reason?.because]));

const cases: Readonly<Record<string, readonly MadeUpReport[]>> = {
  "no reports": [],
  "one organisation": ordinary(1),
  "one organisation with one test": organisations(1, () => ({ scores: "0120" })),
  "one body": ordinary(90).map((one) => ({ ...one, body: "a" })),
  "all scores equal": ordinary(90).map((one) => ({ ...one, scores: "1111", self: "1111" })),
  "everybody meets everything": ordinary(90).map((one) => ({ ...one, scores: "2222", self: "2222" })),
  "all n.v.t.": ordinary(90).map((one) => ({ ...one, scores: "----", self: "----" })),
  "nothing in scope": ordinary(90).map((one) => ({ ...one, scores: "....", self: "...." })),
  "all on one day": ordinary(90).map((one) => ({ ...one, on: "2023-05-01" })),
  "only follow-up checks": ordinary(90).map((one) => ({ ...one, kind: "followUp" as const })),
  "one norm judged": ordinary(90).map((one) => ({ ...one, scores: `${one.scores[0]}...`, self: `${one.self![0]}...` })),
  "one variant only, of two": ordinary(90),
};

describe.each(Object.entries(cases))("%s", (_, reports) => {
  test("gives a row for every norm of every view, and no NaN, Infinity or undefined in any file", () => {
    const { views, files } = published(reports);
    expect(views.map(({ figures }) => figures.length)).toEqual([6, 4, 2]);
    for (const file of files) expect(file).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("says of every screen what it could look at, in words, and never that there is no difference", () => {
    for (const { analysis } of published(reports).views) {
      for (const summary of screenSummaries(analysis)) {
        const { nl, en } = screenSentence(summary);
        expect(nl).toMatch(
          /^(Nog niet te zeggen: .+|Nog te weinig toetsen om verschillen te kunnen zien .+|\S+ vergelijking(en zijn| is) gemaakt; .+)\.$/,
        );
        expect(nl).not.toMatch(/geen verschil/i);
        expect(en).not.toMatch(/no difference/i);
        expect(summary.reason === null).toBe(summary.tested > 0);
      }
    }
  });
});

describe("the reason why nothing can be said", () => {
  test("is not there where nothing is wrong", () => {
    expect(reasons(ordinary(90))).toEqual({
      ...Object.fromEntries(kinds.map((kind) => [kind, undefined])),
      variants: "otherVariantsEmpty",
    });
  });

  test.each([
    [
      "no reports",
      { trend: "nothingJudged", bodies: "nothingJudged", discrimination: "nothingJudged", selfEvaluation: "tooFewSelfEvaluations" },
    ],
    [
      "one organisation",
      { trend: "tooFewScores", bodies: "oneBody", overlap: "tooFewOrganisations", discrimination: "tooFewOrganisations" },
    ],
    ["one body", { trend: undefined, bodies: "oneBody", overlap: undefined }],
    [
      "all scores equal",
      { trend: "noVariation", bodies: "noVariation", discrimination: "almostAllOneScore", selfEvaluation: "noVariation" },
    ],
    ["all n.v.t.", { trend: "nothingJudged", discrimination: "nothingJudged", selfEvaluation: "tooFewSelfEvaluations" }],
    ["all on one day", { trend: "tooFewYears", bodies: undefined }],
  ])("%s", (name, expected) => {
    expect(reasons(cases[name]!)).toMatchObject(expected);
  });

  test("is told with the numbers that it takes", () => {
    const { analysis } = judged(catalogue, ordinary(9));
    const why = (outcome: unknown) => notYetSentence((outcome as NotYet).notYet).nl;
    const code = analysis.view.norms.findIndex((norm) => norm.code === "B");
    expect(why(analysis.trends()[code])).toBe(
      "Nog niet te zeggen: nog te weinig toetsen om verschillen te kunnen zien (27 scores, 40 nodig).",
    );
    expect(why(analysis.bodies()[code]![0]!.outcome)).toBe(
      "Nog niet te zeggen: nog te weinig toetsen om verschillen te kunnen zien (3 en 6 toetsen, aan beide kanten 8 nodig).",
    );
    expect(why(analysis.selfEvaluations()[code])).toBe(
      "Nog niet te zeggen: nog te weinig zelfevaluaties om verschillen te kunnen zien (9, 20 nodig).",
    );
  });

  test("of a screen that could test, in a view of too few organisations, is that it could not see", () => {
    const summaries = screenSummaries(judged(catalogue, ordinary(60)).analysis);
    expect(summaries.filter(({ tested, canSee }) => tested > 0 && !canSee).map(({ kind }) => kind)).toEqual([
      "bodies",
      "discrimination",
      "selfEvaluation",
    ]);
    expect(screenSentence(summaries.find(({ kind }) => kind === "bodies")!).nl).toBe(
      "Nog te weinig toetsen om verschillen te kunnen zien (60 organisaties).",
    );
  });
});

describe("the signals", () => {
  test("of a view without reports are that there is too little data, of every norm, new at the reference date", () => {
    const { signals, gone } = judged(catalogue, []);
    expect(signals.map(({ signal, status, since }) => [signal.code, status, since])).toEqual(
      Array.from({ length: 6 }, () => ["TE_WEINIG_GEGEVENS", "nieuw", "2024-12-31"]),
    );
    expect(gone).toEqual([]);
  });

  test("of scores that are all equal say nobody or everybody, and nothing that compares", () => {
    expect(said(judged(catalogue, cases["all scores equal"]!)).filter((line) => !line.includes("TE_WEINIG"))).toEqual(
      norms.map((norm) => `${norm} NOOIT_GEHAALD`),
    );
    expect(said(judged(catalogue, cases["everybody meets everything"]!)).filter((line) => !line.includes("TE_WEINIG"))).toEqual(
      norms.map((norm) => `${norm} ALTIJD_GEHAALD`),
    );
  });

  test("of no scores at all (no shard) are published too", () => {
    const views = judgedViews(emptyScores, catalogue, day("2024-12-31"));
    expect(views.flatMap(({ signals }) => signals)).toHaveLength(12);
  });
});
