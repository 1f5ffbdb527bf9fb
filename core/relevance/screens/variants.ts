import { fisherExact } from "../../statistics/fisher-exact.ts";
import { notYet, type Outcome } from "../outcome.ts";
import { type WithQ, withQ } from "./with-q.ts";

/** The standing of one norm within one variant: the latest report of each organisation within it. */
export interface VariantCounts {
  readonly variant: string;
  readonly judged: number;
  readonly met: number;
  readonly partiallyMet: number;
}

/** Is this variant another than the other variants together? Fisher's exact test, two-sided. */
export interface VariantTest {
  readonly p: number;
}

export interface VariantOutcome {
  readonly counts: VariantCounts;
  readonly outcome: Outcome<WithQ<VariantTest>>;
}

/**
 * Every variant on every norm. With two variants both are the same test; that a whole family is in it twice leaves its q-values as they
 * are.
 *
 * @param counts per norm the variants of the view, in its order.
 */
export function variantScreen(counts: readonly (readonly VariantCounts[])[]): VariantOutcome[][] {
  const tested = withQ(counts.flatMap((ofNorm) => ofNorm.map((_, variant) => variantTest(ofNorm, variant))));
  let first = 0;
  return counts.map((ofNorm) => {
    const begin = first;
    first += ofNorm.length;
    return ofNorm.map((ofVariant, variant) => ({ counts: ofVariant, outcome: tested[begin + variant]! }));
  });
}

function variantTest(ofNorm: readonly VariantCounts[], variant: number): Outcome<VariantTest> {
  const { judged, met } = ofNorm[variant]!;
  const others = ofNorm.filter((_, i) => i !== variant);
  const othersJudged = others.reduce((sum, other) => sum + other.judged, 0);
  const othersMet = others.reduce((sum, other) => sum + other.met, 0);
  if (judged === 0) return notYet({ because: "nothingJudged" });
  if (othersJudged === 0) return notYet({ because: "otherVariantsEmpty" });
  return { p: fisherExact(met, judged - met, othersMet, othersJudged - othersMet) };
}
