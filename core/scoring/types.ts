/** What is kept of an accepted report to count with: one item of the table, about 1 kB. */
import type { Day } from "../calendar.ts";
import type { BodyCode, FrameworkKey, OrganisationId } from "../ids.ts";

export const auditKinds = ["initial", "recertification", "interim", "followUp"] as const;
/** eerste toets, hertoets, tussentijdse toets, vervolgtoets */
export type AuditKind = (typeof auditKinds)[number];

/** Kinds that test all norms and so give an organisation its current report; the others follow one of these. */
export const fullTestKinds: readonly AuditKind[] = ["initial", "recertification"];

export const auditForms = ["external", "combinedLabel", "peerPlusExternal"] as const;
/** extern, labelcombinatie, intercollegiaal en extern */
export type AuditForm = (typeof auditForms)[number];

export const trendDirections = ["increasing", "stable", "decreasing"] as const;
/** toenemend, gelijk, afnemend */
export type TrendDirection = (typeof trendDirections)[number];

/** What a body reports about a theme in one report, without its text: that stays with the whole report. */
export interface PackedTrend {
  /** Code of the theme in the catalogue, or the body's own word where the catalogue knew none when it was delivered. */
  readonly theme: string;
  readonly direction: TrendDirection;
}

/** Branche-informatie: what is known about the organisation and about the test itself. */
export interface SectorInformation {
  readonly fte?: number;
  /** GM + 4 digits */
  readonly municipality?: string;
  readonly auditDays?: number;
  readonly conversations?: number;
  readonly clientCouncilHeard?: boolean;
}

/**
 * A report packed: a header and vectors of one character per norm of its framework, in catalogue order
 * (`SCORE_CHARS`: 0 niet, 1 deels, 2 voldoet, - n.v.t., ? niet beoordeeld, . not in scope).
 */
export interface PackedReport {
  readonly body: BodyCode;
  /** The body's own reference (rapportkenmerk). A combined audit has one reference under two labels. */
  readonly reference: string;
  readonly framework: FrameworkKey;
  readonly organisation: OrganisationId;
  /** 8 digits */
  readonly kvk: string;
  /** Last day of the audit. */
  readonly day: Day;
  readonly kind: AuditKind;
  readonly form: AuditForm;
  /** The organisation's score per norm: the row without discipline, else the lowest judged of the disciplines. */
  readonly audit: string;
  /** Self-evaluation per norm; absent when the report has none. */
  readonly self?: string;
  /** Improvement point per norm: 1 ja, 0 nee, . not said; absent when the report says nothing. */
  readonly improvement?: string;
  /** Score vector per discipline, for the norms that were scored per discipline. */
  readonly disciplines?: Readonly<Record<string, string>>;
  readonly sector?: SectorInformation;
  /** Reported trends, each pair of theme and direction once; absent when the report has none. */
  readonly trends?: readonly PackedTrend[];
}
