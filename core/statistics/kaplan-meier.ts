/** Something that was waited for: until it came, or until nobody could have seen it any more. */
export interface Wait {
  /** Whole days from the beginning, ≥ 0. */
  readonly days: number;
  /** Did it come on the last of these days? False: it had not come by then, and nobody knows when it will. */
  readonly ended: boolean;
}

export interface KaplanMeier {
  readonly n: number;
  readonly ended: number;
  /** Days after which half or more have ended; null while so many have not, so that nobody can know. */
  readonly medianDays: number | null;
  /** Share that still waits after each day on which some ended. */
  readonly steps: readonly { readonly days: number; readonly waiting: number }[];
}

/**
 * How long does it take, when for some it is not over yet? Kaplan and Meier's product-limit estimate.
 *
 *   S(t) = Π over days d ≤ t of (1 - ended on d / waiting just before d)
 *
 * Leaving out those that still wait would count the quick ones only; counting them as ended now would be wrong too. They count as waiting for as
 * long as they were seen to. Who ended and who was last seen on the same day: the former first. Reference: Kaplan & Meier (1958) JASA
 * 53:457. Edge cases: nothing in gives n = 0 and no median; the median is the first day on which S ≤ ½.
 */
export function kaplanMeier(waits: readonly Wait[]): KaplanMeier {
  const ordered = waits.toSorted((a, b) => a.days - b.days);
  const steps: { days: number; waiting: number }[] = [];
  let share = 1;
  for (let i = 0; i < ordered.length; ) {
    const { days } = ordered[i]!;
    const atRisk = ordered.length - i;
    let ended = 0;
    for (; i < ordered.length && ordered[i]!.days === days; i++) if (ordered[i]!.ended) ended++;
    if (ended === 0) continue;
    share *= 1 - ended / atRisk;
    steps.push({ days, waiting: share });
  }
  return {
    n: waits.length,
    ended: waits.filter(({ ended }) => ended).length,
    medianDays: steps.find(({ waiting }) => waiting <= HALF)?.days ?? null,
    steps,
  };
}

/** ½, of which a product of fractions may fall short by rounding. */
const HALF = 0.5 + 1e-12;
