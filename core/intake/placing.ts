/** Putting the values of a row into the vectors of its report. */
import type { Draft } from "./draft.ts";
import { lowest, NOTHING, put, type Vector, valueAt } from "./vectors.ts";

/** Disciplines of one report: three in the field, and room for bodies that count more finely. */
export const MAX_DISCIPLINES = 25;

type Vectors = (length: number) => Vector;

/** The vector of a discipline (undefined: of none), if the report has it. */
export const vectorIn = (report: Draft, discipline: string | undefined): Vector | undefined =>
  discipline === undefined ? report.main : report.disciplines?.get(discipline);

/** The same, made when it is not there; undefined when the report has too many disciplines. */
export function vectorFor(report: Draft, discipline: string | undefined, vectors: Vectors): Vector | undefined {
  const known = vectorIn(report, discipline);
  if (known !== undefined) return known;
  if (discipline === undefined) {
    report.main = vectors(normsOf(report));
    return report.main;
  }
  report.disciplines ??= new Map();
  if (report.disciplines.size >= MAX_DISCIPLINES) return undefined;
  const vector = vectors(normsOf(report));
  report.disciplines.set(discipline, vector);
  return vector;
}

export function placeSelf(report: Draft, discipline: string | undefined, norm: number, score: number, row: number, vectors: Vectors): void {
  if (discipline === undefined) {
    report.self ??= vectors(normsOf(report));
    put(report.self, norm, score, row);
    return;
  }
  report.selfOfDisciplines ??= vectors(normsOf(report));
  put(report.selfOfDisciplines, norm, lowest(valueAt(report.selfOfDisciplines, norm), score), row);
}

/** `ja` for one discipline is `ja` for the norm. */
export function placeImprovement(report: Draft, norm: number, value: number, row: number, vectors: Vectors): void {
  report.improvement ??= vectors(normsOf(report));
  const known = valueAt(report.improvement, norm);
  put(report.improvement, norm, known === NOTHING ? value : Math.max(known, value), row);
}

const normsOf = (report: Draft): number => report.framework?.norms.length ?? 0;
