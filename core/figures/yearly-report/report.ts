import type { AuditKind, TrendDirection } from "../../scoring/types.ts";
import type { Range } from "../suppression/range.ts";
import type { PublicCounts } from "./public-counts.ts";

/** Goes up when a definition of the yearly report changes: reports of one version can be laid side by side. */
export const METHOD_VERSION = "2026-1";

/**
 * The yearly report of a label, as everybody may read it: small numbers are hidden in it already, so whatever is worked out from it may be shown
 * too. Null: not shown. It is kept as it was published, in this form.
 */
export interface YearlyReport {
  readonly method: string;
  readonly label: string;
  readonly year: number;
  /** `jjjj-mm-dd`: 31 December, or the reference date of the figures when the year is not over. */
  readonly referenceDate: string;
  /** The year was not over. */
  readonly provisional: boolean;
  /** Example catalogue, not the official text of the norms. */
  readonly illustrative: boolean;
  readonly run: string;
  readonly catalogueVersion: string;
  /** Keys of the frameworks that were in force by then, in order of validity. */
  readonly frameworks: readonly string[];
  /** Organisations with a current report. */
  readonly organisations: Range | null;
  /** The same in groups, in the order in which the norms have them. */
  readonly divisions: readonly ReportedDivision[];
  readonly tests: TestsOfYear;
  /** Ascending, up to this year: what the norms say of each. */
  readonly years: readonly number[];
  /** Tests in each of these years. */
  readonly testsPerYear: readonly (Range | null)[];
  readonly categories: readonly Titled[];
  readonly competencies: readonly Titled[];
  /** In force on the reference date, in the order of the newest framework. */
  readonly norms: readonly ReportedNorm[];
  readonly themes: readonly ReportedThemeCount[];
}

export interface Titled {
  readonly code: string;
  readonly title: string;
}

export interface ReportedDivision {
  readonly name: "variant" | "grootte";
  readonly groups: readonly { readonly name: string; readonly organisations: Range | null }[];
}

/** Test reports of the year, of any kind. */
export interface TestsOfYear {
  readonly total: Range | null;
  readonly variants: readonly string[];
  /** Per variant, in the order of `variants`. */
  readonly perVariant: readonly (Range | null)[];
  readonly kinds: readonly { readonly kind: AuditKind; readonly total: Range | null; readonly perVariant: readonly (Range | null)[] }[];
}

export interface ReportedNorm extends Titled {
  readonly category: string;
  readonly competencies: readonly string[];
  /** All its places in the frameworks, the newest last: it is the same norm under each (`normAddress`). */
  readonly addresses: readonly string[];
  /** In the order of the years of the report. */
  readonly years: readonly PublicCounts[];
  /** Per division and group of this year; null where the groups would betray something. */
  readonly divisions: readonly (readonly PublicCounts[])[] | null;
}

/** How often bodies reported a theme in the year, in one of its directions: a report that names two counts twice. */
export interface ReportedThemeCount extends Titled {
  readonly mentions: Range | null;
  readonly directions: Readonly<Record<TrendDirection, Range | null>>;
}
