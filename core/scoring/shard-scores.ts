/**
 * The merged scores: everything that was reported, in columns, so that all figures and statistics are functions of it and nothing
 * downstream reads a report again. What counts (current reports, carried judgements, the tally) is worked out from it after merging,
 * when all reports of an organisation are certainly together: `docs/decisions/0006-scores-that-merge.md`.
 */
import type { Day } from "../calendar.ts";
import type { FrameworkKey } from "../ids.ts";
import { type PackedReport, trendDirections } from "./types.ts";

export interface ShardScores {
  /** Reports of a later day are not in it. Null only in `emptyScores`. */
  readonly referenceDay: Day | null;
  /** Catalogue that the numbers of norms and the organisations rest on. "" only in `emptyScores`. */
  readonly catalogueVersion: string;
  /** In code-point order of the label; only labels that have an audit. */
  readonly labels: readonly LabelScores[];
}

export interface FrameworkWidth {
  readonly key: FrameworkKey;
  /** Number of norms: the width of a vector of scores. */
  readonly norms: number;
}

/**
 * All audits of one label, in canonical order: day, then reference, then body (both in code-point order). No two have the same body
 * and reference.
 */
export interface LabelScores {
  readonly label: string;
  /** Frameworks of the label in the order of the catalogue; `audits.framework` is a position in it. */
  readonly frameworks: readonly FrameworkWidth[];
  /** The texts that the audits refer to by number, each list in code-point order and without one that is not used. */
  readonly tables: LabelTables;
  readonly audits: AuditColumns;
  /** `audit i` has the vectors `vectorStart[i]` up to `vectorStart[i + 1]`; the first is always the audit itself. */
  readonly vectorStart: Uint32Array;
  /** What each vector is: `AUDIT`, `SELF`, `IMPROVEMENT` or `DISCIPLINE` + number of the discipline; ascending within an audit. */
  readonly vectors: Uint32Array;
  /** The vectors of audit i begin at `scoreStart[i]` in `scores`, one after another, each as wide as its framework. */
  readonly scoreStart: Uint32Array;
  /** One byte per norm: a score code, or 5 for "not in scope". Improvement points: 1 ja, 0 nee, 5 not said. */
  readonly scores: Uint8Array;
  /** `audit i` has the reported trends `trendStart[i]` up to `trendStart[i + 1]`. */
  readonly trendStart: Uint32Array;
  /** Number of the theme × 3 + position in `trendDirections`; ascending within an audit, each once. */
  readonly trends: Uint32Array;
}

export const AUDIT = 0;
export const SELF = 1;
export const IMPROVEMENT = 2;
export const DISCIPLINE = 3;

export const tableNames = ["bodies", "references", "organisations", "disciplines", "municipalities", "themes"] as const;
export type LabelTables = Readonly<Record<(typeof tableNames)[number], readonly string[]>>;

/** Struct of arrays: position i of every column is audit i. */
export interface AuditColumns {
  readonly day: Int32Array;
  readonly reference: Uint32Array;
  readonly body: Uint32Array;
  readonly organisation: Uint32Array;
  readonly framework: Uint32Array;
  /** Position in `auditKinds`. */
  readonly kind: Uint8Array;
  /** Position in `auditForms`. */
  readonly form: Uint8Array;
  /** NaN: not said. */
  readonly fte: Float64Array;
  readonly auditDays: Float64Array;
  readonly conversations: Float64Array;
  /** 0 not said, 1 no, 2 yes. */
  readonly clientCouncilHeard: Uint8Array;
  /** 0 not said, else number of the municipality + 1. */
  readonly municipality: Uint32Array;
}

/** What a matrix knows of a report: all of it but the KvK number, which the organisation replaces. */
export type AuditFacts = Omit<PackedReport, "kvk">;

/** Directions a theme can have: `trends` counts in these. */
export const DIRECTIONS = trendDirections.length;

export const auditCount = (label: LabelScores): number => label.audits.day.length;

/** Width of the vectors of an audit. */
export const widthOf = (label: LabelScores, audit: number): number => label.frameworks[label.audits.framework[audit]!]!.norms;

/** Where a vector of an audit begins in `scores`; -1 when the report has none of that kind. */
export function vectorOffset(label: LabelScores, audit: number, vector: number): number {
  const first = label.vectorStart[audit]!;
  const end = label.vectorStart[audit + 1]!;
  for (let i = first; i < end; i++) {
    if (label.vectors[i] === vector) return label.scoreStart[audit]! + (i - first) * widthOf(label, audit);
  }
  return -1;
}
