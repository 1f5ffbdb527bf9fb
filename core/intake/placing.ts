/** Putting the values of a row into the vectors of its report. */
import { createVector, type Draft, lowest, NOTHING, type Vector } from "./draft.ts";

/** Disciplines of one report: three in the field, and room for bodies that count more finely. */
export const MAX_DISCIPLINES = 25;

/** The vector of a discipline (undefined: of none), if the report has it. */
export const vectorIn = (report: Draft, discipline: string | undefined): Vector | undefined =>
  discipline === undefined ? report.main : report.disciplines?.get(discipline);

/** The same, made when it is not there; undefined when the report has too many disciplines. */
export function vectorFor(report: Draft, discipline: string | undefined, withRows: boolean): Vector | undefined {
  const known = vectorIn(report, discipline);
  if (known !== undefined) return known;
  const vector = createVector(normsOf(report), withRows);
  if (discipline === undefined) {
    report.main = vector;
    return vector;
  }
  report.disciplines ??= new Map();
  if (report.disciplines.size >= MAX_DISCIPLINES) return undefined;
  report.disciplines.set(discipline, vector);
  return vector;
}

export function placeSelf(report: Draft, discipline: string | undefined, norm: number, score: number): void {
  if (discipline === undefined) {
    report.self ??= nothings(report);
    report.self[norm] = score;
    return;
  }
  report.selfOfDisciplines ??= nothings(report);
  report.selfOfDisciplines[norm] = lowest(report.selfOfDisciplines[norm] as number, score);
}

/** `ja` for one discipline is `ja` for the norm. */
export function placeImprovement(report: Draft, norm: number, value: number): void {
  report.improvement ??= nothings(report);
  const known = report.improvement[norm] as number;
  report.improvement[norm] = known === NOTHING ? value : Math.max(known, value);
}

const normsOf = (report: Draft): number => report.framework?.norms.length ?? 0;
const nothings = (report: Draft): Uint8Array => new Uint8Array(normsOf(report)).fill(NOTHING);
