import { isSaid, type Outcome } from "../../relevance/outcome.ts";
import { type VariantTest, variantScreen } from "../../relevance/screens/variants.ts";
import type { WithQ } from "../../relevance/screens/with-q.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import { isWithdrawn } from "../../relevance/views.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { type ComparedNorm, compareSelections } from "../selected/compare-selections.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { everythingOf } from "../selected/selection.ts";
import { analysisThresholds } from "./analysis-thresholds.ts";

/** A norm that both variants have. */
export interface SharedNorm extends ComparedNorm {
  readonly withdrawn: boolean;
  /** Fisher's exact test, corrected over the shared norms. */
  readonly test: Outcome<WithQ<VariantTest>>;
  /** Clear and large, with enough organisations on both sides. */
  readonly standsOut: boolean;
}

export interface VariantComparison {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  /** With a current report in the variant; an organisation that went over is in both. */
  readonly organisations: { readonly a: number; readonly b: number };
  /** Norms that only one of them has. */
  readonly onlyIn: { readonly a: number; readonly b: number };
  /** What stands out first, then the largest difference. */
  readonly rows: readonly SharedNorm[];
  /** Tests that could be made. */
  readonly tested: number;
  /**
   * Mean of share b - share a over the norms judged in both: how the organisations of the one variant do on the whole, beside which one norm is to be seen. Null
   * when no norm was judged in both.
   */
  readonly meanDifference: number | null;
}

/** The labels with more than one variant, and the variants of each: what can be laid beside each other. */
export function labelsWithVariants({ catalogue }: Pick<CountedScores, "catalogue">): ReadonlyMap<string, readonly string[]> {
  const variants = new Map<string, string[]>();
  for (const { label, variant } of catalogue.frameworks) {
    const known = variants.get(label) ?? [];
    if (!known.includes(variant)) variants.set(label, [...known, variant].sort(compareCodePoints));
  }
  return new Map([...variants].filter(([, names]) => names.length > 1).sort(([one], [other]) => compareCodePoints(one, other)));
}

/**
 * Two variants of a label on the norms that both have (one code, tied by the catalogue), over all reports up to the reference date: each organisation by its latest report
 * within the variant. With two variants the tests are those of the view of the label, on which `NOOIT_IN_VARIANT` rests.
 */
export function compareVariants(counted: CountedScores, label: string, a: string, b: string): VariantComparison {
  const all = everythingOf(label);
  // Two selections of one label can always be compared.
  const { view, organisations, rows } = compareSelections(counted, { ...all, variants: [a] }, { ...all, variants: [b] })!;
  const has = ({ norm }: ComparedNorm, variant: string) => norm.places.some(({ framework }) => framework.variant === variant);
  const shared = rows.filter((row) => has(row, a) && has(row, b));
  const tests = variantScreen(shared.map((row) => [countsOf(a, row.a), countsOf(b, row.b)])).map(([first]) => first!.outcome);
  const found = shared.map((row, i): SharedNorm => {
    const test = tests[i]!;
    return { ...row, withdrawn: isWithdrawn(view, row.norm, counted.referenceDay), test, standsOut: standsOut(row, test) };
  });
  const differences = shared.flatMap(({ difference }) => (difference ? [difference.difference] : []));
  return {
    label,
    a,
    b,
    organisations,
    onlyIn: { a: rows.filter((row) => !has(row, b)).length, b: rows.filter((row) => !has(row, a)).length },
    rows: found.toSorted((one, other) => Number(other.standsOut) - Number(one.standsOut) || sizeOf(other) - sizeOf(one)),
    tested: tests.filter(isSaid).length,
    meanDifference: differences.length === 0 ? null : differences.reduce((sum, one) => sum + one, 0) / differences.length,
  };
}

const sizeOf = ({ difference }: ComparedNorm): number => (difference === null ? -1 : Math.abs(difference.difference));

const countsOf = (variant: string, { counts: { judged, met, partiallyMet } }: ComparedNorm["a"]) => ({
  variant,
  judged,
  met,
  partiallyMet,
});

function standsOut({ a, b, difference }: ComparedNorm, test: Outcome<WithQ<VariantTest>>): boolean {
  const enough = Math.min(a.counts.judged, b.counts.judged) >= viewThresholds.variants.judged;
  if (!enough || !isSaid(test) || difference === null) return false;
  return test.q <= viewThresholds.falseDiscoveryRate && Math.abs(difference.difference) >= analysisThresholds.points;
}
