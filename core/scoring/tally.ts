import { OUT_OF_SCOPE } from "../judgement.ts";
import type { CountedLabel } from "./carry.ts";
import { SCORES } from "./current-state.ts";
import { type HalfYear, halfYearOf } from "./half-year.ts";
import { AUDIT, auditCount, DISCIPLINE, widthOf } from "./shard-scores.ts";

/** All audits of one framework, half-year, body, kind and discipline together. */
export interface TallyCell {
  /** Position in `label.frameworks`. */
  readonly framework: number;
  readonly period: HalfYear;
  /** Number of the body. */
  readonly body: number;
  /** Position in `auditKinds`. */
  readonly kind: number;
  /** Number of the discipline; -1 for the scores of the organisation as a whole. */
  readonly discipline: number;
  readonly audits: number;
  /** `counts[norm * 5 + score code]`: audits. With carried judgements, which have no discipline. */
  readonly counts: Uint32Array;
}

/**
 * Plain counts of what was scored, every audit once: per norm × framework (and so variant) × half-year × body × kind × discipline.
 * Sums over cells of one discipline are sums over audits; sums over disciplines mean nothing. In the order of those fields.
 */
export function tally(label: CountedLabel): readonly TallyCell[] {
  const cells = new Map<string, { -readonly [Field in keyof TallyCell]: TallyCell[Field] }>();
  const { audits, scores, vectors, vectorStart, scoreStart } = label;
  let day: number | undefined;
  let period = 0;
  for (let audit = 0; audit < auditCount(label); audit++) {
    if (audits.day[audit] !== day) {
      day = audits.day[audit]!;
      period = halfYearOf(day);
    }
    const framework = audits.framework[audit]!;
    const body = audits.body[audit]!;
    const kind = audits.kind[audit]!;
    const width = widthOf(label, audit);
    for (let vector = vectorStart[audit]!, offset = scoreStart[audit]!; vector < vectorStart[audit + 1]!; vector++, offset += width) {
      const what = vectors[vector]!;
      if (what !== AUDIT && what < DISCIPLINE) continue;
      const discipline = what === AUDIT ? -1 : what - DISCIPLINE;
      const key = `${framework} ${period} ${body} ${kind} ${discipline}`;
      let cell = cells.get(key);
      if (!cell) {
        cell = { framework, period, body, kind, discipline, audits: 0, counts: new Uint32Array(width * SCORES) };
        cells.set(key, cell);
      }
      cell.audits++;
      count(cell.counts, scores, offset, width);
    }
  }
  return [...cells.values()].sort(
    (a, b) => a.framework - b.framework || a.period - b.period || a.body - b.body || a.kind - b.kind || a.discipline - b.discipline,
  );
}

function count(counts: Uint32Array, scores: Uint8Array, offset: number, width: number): void {
  for (let norm = 0; norm < width; norm++) {
    const score = scores[offset + norm]!;
    if (score !== OUT_OF_SCOPE) counts[norm * SCORES + score]!++;
  }
}
