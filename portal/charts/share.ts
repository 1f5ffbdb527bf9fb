/** A share of n, with its 95% interval where one is known. Fractions from 0 to 1. */
export interface Share {
  /** Null: nobody was judged, or the figure is hidden. */
  readonly share: number | null;
  readonly n: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The three judgements of a group, and the 95% interval of its share met. */
export interface Distribution {
  readonly met: number;
  readonly partiallyMet: number;
  readonly notMet: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A fraction that can be drawn: null when it is no number, within 0 and 1 otherwise. */
export const drawable = (fraction: number | null | undefined): number | null =>
  typeof fraction === "number" && Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : null;

/** A count that can be drawn: a whole number, 0 when it is no number or below 0. */
export const counted = (count: number): number => (Number.isFinite(count) && count > 0 ? Math.round(count) : 0);

export const total = ({ met, partiallyMet, notMet }: Distribution): number => counted(met) + counted(partiallyMet) + counted(notMet);

/** Met of all judged; null at n = 0. */
export const shareMet = (distribution: Distribution): number | null => {
  const n = total(distribution);
  return n > 0 ? counted(distribution.met) / n : null;
};
