import { type Day, isoDay } from "../../calendar.ts";
import { isJudgement } from "../../judgement.ts";
import { fisherExact } from "../../statistics/fisher-exact.ts";
import { yearsBefore } from "../reference-dates.ts";
import type { ViewThresholds } from "../thresholds.ts";
import { rowsUntil, type ViewMatrix } from "../view-matrix.ts";

/** Is "nobody meets it" new or lasting? From the two last windows of two or three years in the same lineage. */
export interface Course {
  readonly verdict: CourseVerdict;
  readonly now: Window;
  readonly before: Window;
}

/**
 * - `persistent`: nobody met it in both windows, with enough organisations in each.
 * - `new`: nobody now, somebody before, and more than chance.
 * - `sinceIntroduction`: the norm came within these windows, and nobody ever met it.
 * - `notYetToBeSaid`: none of these.
 */
export type CourseVerdict = "persistent" | "new" | "sinceIntroduction" | "notYetToBeSaid";

/** Organisations by their latest full test within the window. */
export interface Window {
  /** First and last day, `jjjj-mm-dd`. */
  readonly from: string;
  readonly until: string;
  readonly judged: number;
  readonly met: number;
}

/** Of every norm of the view, up to and including `day`. */
export function courseScreen(matrix: ViewMatrix, day: Day, { course: needed }: ViewThresholds): Course[] {
  const { view } = matrix;
  const cycle = view.frameworks.findLast(({ validFromDay }) => validFromDay <= day)?.cycleYears ?? needed.years.least;
  const years = Math.min(needed.years.most, Math.max(needed.years.least, Math.round(cycle)));
  const middle = yearsBefore(day, years);
  const begin = yearsBefore(day, 2 * years);
  const now = windowOf(matrix, middle, day);
  const before = windowOf(matrix, begin, middle);
  const everMet = metInFullTests(matrix, rowsUntil(matrix, day));
  return view.norms.map(({ places }, norm) => {
    const introduced = Math.min(...places.map(({ framework }) => framework.validFromDay));
    const verdict = verdictOf(now[norm]!, before[norm]!, introduced > begin && !everMet[norm], needed);
    return { verdict, now: now[norm]!, before: before[norm]! };
  });
}

function verdictOf(now: Window, before: Window, neverSinceItCame: boolean, needed: ViewThresholds["course"]): CourseVerdict {
  if (now.met > 0) return "notYetToBeSaid";
  const enough = now.judged >= needed.judgedPerWindow && before.judged >= needed.judgedPerWindow;
  if (before.met === 0 && enough) return "persistent";
  if (neverSinceItCame) return "sinceIntroduction";
  if (before.met > 0 && fisherExact(now.met, now.judged - now.met, before.met, before.judged - before.met) <= needed.p) return "new";
  return "notYetToBeSaid";
}

/** Full tests after the day `after`, up to and including `until`. */
function windowOf(matrix: ViewMatrix, after: Day, until: Day): Window[] {
  const { width, scores } = matrix;
  const last = new Int32Array(matrix.organisations).fill(-1);
  for (let row = rowsUntil(matrix, after); row < rowsUntil(matrix, until); row++) {
    if (matrix.fullTest[row]) last[matrix.organisation[row]!] = row;
  }
  const rows = last.filter((row) => row >= 0);
  const period = { from: isoDay(after + 1), until: isoDay(until) };
  return Array.from({ length: width }, (_, norm) => {
    let judged = 0;
    let met = 0;
    for (const row of rows) {
      const score = scores[row * width + norm]!;
      if (!isJudgement(score)) continue;
      judged++;
      if (score === 2) met++;
    }
    return { ...period, judged, met };
  });
}

function metInFullTests({ fullTest, scores, width }: ViewMatrix, audits: number): boolean[] {
  const met = new Array<boolean>(width).fill(false);
  for (let row = 0; row < audits; row++) {
    if (!fullTest[row]) continue;
    for (let norm = 0; norm < width; norm++) if (scores[row * width + norm] === 2) met[norm] = true;
  }
  return met;
}
