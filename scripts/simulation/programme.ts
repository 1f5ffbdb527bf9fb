/** What a programme of yearly reports says over the years, when there is nothing to say. */
import { analyseView } from "../../core/relevance/analysis.ts";
import { yearsBefore } from "../../core/relevance/reference-dates.ts";
import { bodyDifference } from "../../core/relevance/signals/body-difference.ts";
import { viewThresholds } from "../../core/relevance/thresholds.ts";
import type { ViewMatrix } from "../../core/relevance/view-matrix.ts";
import type { ProgrammeKind } from "./expected.ts";
import { catalogue, referenceDay } from "./simulated-view.ts";

/** Yearly reference dates of a programme, as many as the expected values are about. */
const YEARS = 6;

/** 1 when the programme has a false signal about a body at any of its dates, and when one is there at two dates running; else 0. */
export function falseInProgramme(matrix: ViewMatrix): Record<ProgrammeKind, number> {
  const perYear = Array.from({ length: YEARS }, (_, year) => bodySignals(matrix, YEARS - 1 - year));
  return {
    once: perYear.some((signals) => signals.size > 0) ? 1 : 0,
    confirmed: perYear.some((signals, year) => year > 0 && [...signals].some((signal) => perYear[year - 1]!.has(signal))) ? 1 : 0,
  };
}

/** By norm, body and direction: what makes it the same signal at another date. */
function bodySignals(matrix: ViewMatrix, yearsAgo: number): ReadonlySet<string> {
  const analysis = analyseView(matrix, yearsBefore(referenceDay, yearsAgo), catalogue, viewThresholds);
  return new Set(matrix.view.norms.flatMap((_, norm) => bodyDifference.find(analysis, norm).map(({ subject }) => `${norm} ${subject}`)));
}
