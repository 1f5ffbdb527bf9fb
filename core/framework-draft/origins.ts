import type { CompiledFramework, Relation } from "../catalogue/types.ts";
import type { EditSource } from "./edit.ts";
import type { DraftNorm, Origin } from "./types.ts";

/**
 * Where a norm comes from that takes the place of several: `merged`; where there was one norm behind them all `reworded`, or `split` when another norm
 * still has a part of that one.
 */
export function originsOfMerged(merged: readonly DraftNorm[], others: readonly DraftNorm[], base: CompiledFramework): readonly Origin[] {
  const codes = codesBehind(merged);
  const [only] = codes;
  const relation: Relation = codes.size > 1 ? "merged" : codesBehind(others).has(only ?? "") ? "split" : "reworded";
  return base.norms.filter(({ code }) => codes.has(code)).map(({ code }) => ({ norm: code, relation }));
}

const codesBehind = (norms: readonly DraftNorm[]): ReadonlySet<string> =>
  new Set(norms.flatMap(({ from }) => from.map(({ norm }) => norm)));

/** Where each part of a norm comes from: all that the norm came from. */
export const originsOfParts = ({ from }: DraftNorm): readonly Origin[] => from.map(({ norm }) => ({ norm, relation: "split" }));

/** Norms of other labels and variants that overlapped with what a norm comes from: of those its maker says whether it still asks the same. */
export function stillOverlapping(
  from: readonly Origin[],
  { base, overlapsAt }: Pick<EditSource, "base" | "overlapsAt">,
): DraftNorm["overlaps"] {
  const all = from.flatMap(({ norm }) => overlapsAt(base.norms.findIndex(({ code }) => code === norm)));
  return all.filter((one, i) => all.findIndex((other) => other.framework === one.framework && other.norm === one.norm) === i);
}
