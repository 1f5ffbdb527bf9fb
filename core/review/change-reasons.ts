import type { Day } from "../calendar.ts";
import { isJudgement } from "../judgement.ts";
import { dutchDate, en, joined, nl } from "../relevance/sentences/words.ts";
import type { Sentence } from "../relevance/sentences.ts";
import { type Standing, standingOf } from "../relevance/standing.ts";
import { rowsUntil, type ViewMatrix } from "../relevance/view-matrix.ts";

/** What happened to the judgements about one norm between two reference dates. Organisations, each once by its current report. */
export interface JudgementChanges {
  /** Judged at both dates, with a higher or a lower judgement at the second. */
  readonly better: number;
  readonly worse: number;
  /** Judged at the second only, and at the first only. */
  readonly came: number;
  readonly left: number;
}

/** Of the norm in a column of a view. */
export function judgementChanges(matrix: ViewMatrix, column: number, from: Day, until: Day): JudgementChanges {
  const then = judgements(matrix, standingOf(matrix, rowsUntil(matrix, from)), column);
  const now = judgements(matrix, standingOf(matrix, rowsUntil(matrix, until)), column);
  let [better, worse, came, left] = [0, 0, 0, 0];
  for (const [organisation, judgement] of now) {
    const before = then.get(organisation);
    if (before === undefined) came++;
    else if (judgement > before) better++;
    else if (judgement < before) worse++;
  }
  for (const organisation of then.keys()) if (!now.has(organisation)) left++;
  return { better, worse, came, left };
}

function judgements(matrix: ViewMatrix, { rows, given }: Standing, column: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  rows.forEach((row, place) => {
    const judgement = matrix.scores[given[place * matrix.width + column]! * matrix.width + column]!;
    if (isJudgement(judgement)) found.set(matrix.organisation[row]!, judgement);
  });
  return found;
}

/**
 * Why a signal came or went since the previous review. The first that holds:
 *
 * - `rules`: the rules or thresholds are others.
 * - `framework`: the norm came or went with a version of the framework.
 * - `late`: by what is known now it would have been otherwise at the previous reference date too: reports came late or were corrected.
 * - `judgements`: organisations that counted then are judged otherwise now: something changed.
 * - `more`: the organisations that counted then are judged as they were; only others came, or left.
 */
export type ChangeReason =
  | { readonly is: "rules"; readonly from: string; readonly to: string }
  | { readonly is: "framework"; readonly came: boolean }
  | { readonly is: "late"; readonly previous: string }
  | ({ readonly is: "judgements" | "more" } & JudgementChanges);

export const reasonOfJudgements = (changes: JudgementChanges): ChangeReason => ({
  is: changes.better + changes.worse > 0 ? "judgements" : "more",
  ...changes,
});

export function reasonSentence(reason: ChangeReason): Sentence {
  switch (reason.is) {
    case "rules":
      return {
        nl: `De regels voor signalen zijn veranderd: van ${reason.from} naar ${reason.to}.`,
        en: `The rules for signals have changed: from ${reason.from} to ${reason.to}.`,
      };
    case "framework":
      return reason.came
        ? { nl: "De norm is er gekomen met een nieuw normenkader.", en: "The norm came with a new framework." }
        : { nl: "De norm staat niet meer in het geldende normenkader.", en: "The norm is no longer in the framework in force." };
    case "late":
      return {
        nl: `Er zijn rapporten nagekomen of verbeterd. Met wat we nu weten was dit op ${dutchDate(reason.previous)} ook al zo.`,
        en: `Reports came late or were corrected. By what is known now this already held on ${dutchDate(reason.previous)}.`,
      };
    case "judgements":
      return joined(judgementsSentence(reason), othersSentence(reason));
    case "more":
      return joined(
        {
          nl: "Bij organisaties die al meetelden, is het oordeel niet veranderd.",
          en: "Of organisations that counted already the judgement did not change.",
        },
        othersSentence(reason),
      );
  }
}

function judgementsSentence({ better, worse }: JudgementChanges): Sentence {
  const n = better + worse;
  return {
    nl: `Bij ${nl(n)} ${n === 1 ? "organisatie" : "organisaties"} is het oordeel veranderd: ${nl(better)} hoger, ${nl(worse)} lager.`,
    en: `Of ${en(n)} ${n === 1 ? "organisation" : "organisations"} the judgement changed: ${en(better)} higher, ${en(worse)} lower.`,
  };
}

function othersSentence({ came, left }: JudgementChanges): Sentence | undefined {
  if (came === 0 && left === 0) return undefined;
  const dutch = [
    ...(came > 0 ? [`${nl(came)} ${came === 1 ? "organisatie kwam" : "organisaties kwamen"} erbij`] : []),
    ...(left > 0 ? [`${nl(left)} ${left === 1 ? "telt" : "tellen"} niet meer mee`] : []),
  ].join(" en ");
  const english = [
    ...(came > 0 ? [`${en(came)} ${came === 1 ? "organisation" : "organisations"} came in`] : []),
    ...(left > 0 ? [`${en(left)} no longer ${left === 1 ? "counts" : "count"}`] : []),
  ].join(" and ");
  return { nl: `${dutch[0]!.toUpperCase()}${dutch.slice(1)}.`, en: `${english[0]!.toUpperCase()}${english.slice(1)}.` };
}
