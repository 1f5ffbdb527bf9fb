import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { type View, viewOf, viewOfFrameworks } from "../../relevance/views.ts";
import type { AuditKind } from "../../scoring/types.ts";
import type { Counting } from "../tables/counting.ts";

/**
 * What a reader chose to look at. Always one label: figures of two labels are never added up. The first part chooses reports, and so which report of an
 * organisation is its latest; the second only which norms are shown, and how a judgement is read (docs/method.md).
 */
export interface Selection {
  readonly label: string;
  /** In code-point order; none: all of the label. */
  readonly variants: readonly string[];
  readonly versions: readonly string[];
  /** First day; null: from the beginning. */
  readonly from: Day | null;
  /** Last day, which is the reference date; null: that of the run. */
  readonly until: Day | null;
  readonly body: string | null;
  /** Reports of every body but this one: the others, to lay it beside. Null: no body is left out. */
  readonly exceptBody: string | null;
  /** Null: current reports, with what later checks replaced. */
  readonly kind: AuditKind | null;
  readonly discipline: string | null;

  /** Codes. */
  readonly category: string | null;
  readonly competency: string | null;
  /** Words that are all in the code or the title; "": no matter. */
  readonly search: string;
  readonly counting: Counting;
}

/** All of a label: what view-figures says of its view `*`. */
export const everythingOf = (label: string): Selection => ({
  label,
  variants: [],
  versions: [],
  from: null,
  until: null,
  body: null,
  exceptBody: null,
  kind: null,
  discipline: null,
  category: null,
  competency: null,
  search: "",
  counting: "streng",
});

/** The view that a selection looks at: a published one where it can be. */
export function viewOfSelection(catalogue: Catalogue, { label, variants, versions }: Selection): View {
  if (versions.length === 0 && variants.length <= 1) return viewOf(catalogue, label, variants[0] ?? null);
  return viewOfFrameworks(catalogue, label, ({ variant, version }) => isChosen(variants, variant) && isChosen(versions, version));
}

/** No choice is every choice. */
export const isChosen = (chosen: readonly string[], one: string): boolean => chosen.length === 0 || chosen.includes(one);

/**
 * Is it only for looking around (*verkennend*)? A fixed view is a label with all versions of one or of all its variants, or one framework, with all
 * reports up to a reference date. For those the figures are published and signals are looked for; for every other choice of reports they are
 * not, since who chooses often enough always finds a difference. Which norms are shown, and strict or lenient, does not matter.
 */
export function isExploratory({ variants, versions, from, body, exceptBody, kind, discipline }: Selection, view: View): boolean {
  const oneFramework = view.frameworks.length === 1;
  const fixedView = versions.length === 0 && variants.length <= 1;
  return !(oneFramework || fixedView) || from !== null || body !== null || exceptBody !== null || kind !== null || discipline !== null;
}
