import { isSaidStill, type SignalChanges, saysOf } from "../figures/signal-changes.ts";
import { tellOnce } from "../figures/signal-digest.ts";
import type { PublishedSignal } from "../figures/signals-json.ts";
import type { Dossier } from "./dossier.ts";

/** What became of the signals since the last review of each label: those of the present publication beside those of the dossiers. */
export function changesSinceReviews(dossiers: readonly Dossier[], present: readonly PublishedSignal[]): SignalChanges {
  const earlier = dossiers.flatMap(({ norms }) => norms.flatMap(({ signals }) => signals));
  const told = tellOnce(present);
  return {
    gained: told.filter((signal) => !earlier.some((other) => saysOf(other, signal))),
    lost: earlier.filter((signal) => !told.some((other) => isSaidStill(signal, other))),
    kept: told.filter((signal) => earlier.some((other) => saysOf(other, signal))),
  };
}
