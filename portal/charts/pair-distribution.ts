import { type PairTable, sideOf } from "../../core/figures/selected/pair-table.ts";
import { shareOf } from "../../core/figures/share.ts";
import type { Distribution } from "./share.ts";

/** One side of a table of pairs as a bar. */
export function pairDistribution(table: PairTable, side: "first" | "second"): Distribution {
  const [notMet, partiallyMet, met] = sideOf(table, side);
  const { interval } = shareOf(met, table.n);
  return { met, partiallyMet, notMet, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}
