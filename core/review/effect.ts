import { amsterdamDay, type Day, parseIsoDay } from "../calendar.ts";
import { lineageOf } from "../catalogue/lineage.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { type Decision, decidedOn } from "../decisions.ts";
import { columnAt, normAddress, placeAt } from "../figures/norm-address.ts";
import { isJudgement, scores } from "../judgement.ts";
import type { Sentence } from "../relevance/sentences.ts";
import type { ViewThresholds } from "../relevance/thresholds.ts";
import type { ViewMatrix } from "../relevance/view-matrix.ts";
import { isWithdrawn } from "../relevance/views.ts";
import { signTest } from "../statistics/sign-test.ts";
import { effectSentence } from "./effect-sentences.ts";

/** Organisations judged, each once by its latest full test of the time, and how many of them meet the norm. */
export interface MetOf {
  readonly met: number;
  readonly judged: number;
}

/** What came after a decision. Whether it came by the decision is more than figures can say. */
export interface DecisionEffect {
  /** Of the norm now, and where it is decided about. */
  readonly address: string;
  readonly code: string;
  readonly title: string;
  readonly decision: Pick<Decision, "number" | "kind" | "reason"> & { readonly on: string };
  /** Codes of the norms that it went over in with a change (reworded, merged, split) since, and that count for `after`. */
  readonly wentOverIn: readonly string[];
  readonly before: MetOf;
  readonly after: MetOf;
  /** The same organisation at its last test before and its last test after. */
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Exact sign test, better against worse; null without a change. */
  readonly p: number | null;
  /**
   * - `retired`: the norm is out of force and became no other.
   * - `tooEarly`: nobody was tested since.
   * - `cannotTell`: too few changes for p to come below .05, however they fall.
   * - `better`, `worse`: more than chance; `noDifference`: not more than chance.
   */
  readonly outcome: "retired" | "tooEarly" | "cannotTell" | "better" | "worse" | "noDifference";
  readonly sentence: Sentence;
}

/** The convention of the field, as in the other tests of single norms (statistics.md, the same organisation again). */
const P = 0.05;

const MET = scores.indexOf("met");

/**
 * Did it help? For every decision about a norm of the view: how organisations stood at their last full test up to the day of the decision, and at their
 * last one since, on the norm and on what it went over in. Full tests only: later checks judge what fell short, and would make every decision a success.
 *
 * The test is on the same organisation before and after (exact sign test: McNemar 1947), since the two groups have members in common.
 * Decisions that were changed within their review are left out, and those on a norm that the catalogue does not have any more: their figures cannot be counted.
 */
export function decisionEffects(
  matrix: ViewMatrix,
  catalogue: Catalogue,
  decisions: readonly Decision[],
  referenceDay: Day,
  thresholds: ViewThresholds,
): readonly DecisionEffect[] {
  return holding(matrix, catalogue, decisions)
    .flatMap((decision) => effectOf(matrix, catalogue, decision, referenceDay, thresholds) ?? [])
    .sort((a, b) => (a.decision.on < b.decision.on ? 1 : a.decision.on > b.decision.on ? -1 : 0));
}

/** Within one review the last decision about a norm holds: those before it were changed, and had no time to have an effect. */
function holding({ view }: ViewMatrix, catalogue: Catalogue, decisions: readonly Decision[]): readonly Decision[] {
  const columnOf = ({ norm }: Decision): number => {
    const place = placeAt(catalogue, norm);
    return place ? columnAt(view, place) : -1;
  };
  return decisions.filter(
    (decision) =>
      decision.review === undefined ||
      !decisions.some(
        (later) => later.review === decision.review && later.number > decision.number && columnOf(later) === columnOf(decision),
      ),
  );
}

function effectOf(
  matrix: ViewMatrix,
  catalogue: Catalogue,
  decision: Decision,
  referenceDay: Day,
  { retest }: ViewThresholds,
): DecisionEffect | undefined {
  const { view } = matrix;
  const place = placeAt(catalogue, decision.norm);
  const column = place ? columnAt(view, place) : -1;
  const norm = view.norms[column];
  if (!norm) return undefined;
  const on = decidedOn(decision);
  const columns = [column, ...successors(matrix, catalogue, column)];
  const day = parseIsoDay(on) ?? amsterdamDay(decision.at);
  const { before, after } = lastJudgements(matrix, column, columns, day, referenceDay);
  const { better, worse, same } = changes(before, after);
  const p = signTest(better, worse);
  const retired = columns.length === 1 && isWithdrawn(view, norm, referenceDay);
  const found = {
    address: normAddress(norm),
    code: norm.code,
    title: norm.title,
    decision: { number: decision.number, kind: decision.kind, reason: decision.reason, on },
    wentOverIn: columns.slice(1).map((other) => view.norms[other]!.code),
    before: metOf(before),
    after: metOf(after),
    better,
    worse,
    same,
    p,
  };
  const outcome = outcomeOf({ ...found, retired, enough: better + worse >= retest.changes });
  return { ...found, outcome, sentence: effectSentence({ ...found, outcome, changesNeeded: retest.changes }) };
}

function outcomeOf({
  retired,
  after,
  enough,
  better,
  worse,
  p,
}: Pick<DecisionEffect, "after" | "better" | "worse" | "p"> & { readonly retired: boolean; readonly enough: boolean }) {
  if (retired) return "retired";
  if (after.judged === 0) return "tooEarly";
  if (!enough) return "cannotTell";
  if (p === null || p > P) return "noDifference";
  return better > worse ? "better" : "worse";
}

/** Columns of the norms that it went over in with a change, over as many versions as there are. */
function successors({ view }: ViewMatrix, catalogue: Catalogue, column: number): number[] {
  const found = new Set<number>();
  const open = [column];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const own = view.norms[one]!.places;
    for (const { from, to } of lineageOf(catalogue, own)) {
      const next = columnAt(view, to);
      const begins = own.some(({ framework, norm }) => framework.key === from.framework.key && norm === from.norm);
      if (!begins || next < 0 || next === column || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return [...found].sort((a, b) => a - b);
}

type Judgements = ReadonlyMap<number, number>;

function lastJudgements(matrix: ViewMatrix, own: number, since: readonly number[], day: Day, until: Day) {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  for (let row = 0; row < matrix.audits && matrix.day[row]! <= until; row++) {
    if (!matrix.fullTest[row]) continue;
    const isBefore = matrix.day[row]! <= day;
    const judgement = lowestJudgement(matrix, row, isBefore ? [own] : since);
    if (judgement !== undefined) (isBefore ? before : after).set(matrix.organisation[row]!, judgement);
  }
  return { before, after };
}

/** Of a norm that was split the lowest of its parts, as of the disciplines of one norm. */
function lowestJudgement({ scores: all, width }: ViewMatrix, row: number, columns: readonly number[]): number | undefined {
  const judged = columns.map((column) => all[row * width + column]!).filter(isJudgement);
  return judged.length === 0 ? undefined : Math.min(...judged);
}

const metOf = (judgements: Judgements): MetOf => ({
  met: [...judgements.values()].filter((judgement) => judgement === MET).length,
  judged: judgements.size,
});

function changes(before: Judgements, after: Judgements) {
  const counted = { better: 0, worse: 0, same: 0 };
  for (const [organisation, judgement] of after) {
    const earlier = before.get(organisation);
    if (earlier !== undefined) counted[judgement > earlier ? "better" : judgement < earlier ? "worse" : "same"]++;
  }
  return counted;
}
