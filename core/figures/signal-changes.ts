import { saysAlready } from "./signal-digest.ts";
import { placesOfSignal } from "./signal-places.ts";
import type { PublishedSignal } from "./signals-json.ts";

/** What became of the signals between two publications, each list in the order of its publication. */
export interface SignalChanges {
  /** In the present publication and not in the earlier one. */
  readonly gained: readonly PublishedSignal[];
  /** In the earlier publication and not in the present one. */
  readonly lost: readonly PublishedSignal[];
  /** In both, as the present one says it. */
  readonly kept: readonly PublishedSignal[];
}

/**
 * What changed since an earlier publication (say, that of the last review). Two signals are the same when they say the same of the same norm: code of
 * the signal, label, one variant or all, body or variant they are about, and a place of the norm in a framework. So a norm that got another code in a
 * new version keeps its signal, and a view that grew by a version is the same view.
 */
export const changesSince = (earlier: readonly PublishedSignal[], present: readonly PublishedSignal[]): SignalChanges => ({
  gained: present.filter((signal) => !earlier.some((other) => isSameSignal(other, signal))),
  lost: earlier.filter((signal) => !present.some((other) => isSameSignal(other, signal))),
  kept: present.filter((signal) => earlier.some((other) => isSameSignal(other, signal))),
});

/** Do two signals, of one publication or of two, say the same of the same norm? */
export function isSameSignal(a: PublishedSignal, b: PublishedSignal): boolean {
  return (
    a.signal === b.signal &&
    viewWithoutVersions(a) === viewWithoutVersions(b) &&
    a.about.body === b.about.body &&
    a.about.variant === b.about.variant &&
    meet(placesOfSignal(a), placesOfSignal(b)) &&
    meet(otherNormOf(a), otherNormOf(b))
  );
}

/** `KSW/*` */
const viewWithoutVersions = ({ view }: PublishedSignal): string => view.slice(0, view.lastIndexOf("/"));

/** The other norm of a pair that gets the same scores: its frameworks with its newest code. */
function otherNormOf({ about, evidence }: PublishedSignal): readonly string[] {
  if (about.norm === undefined) return [NO_OTHER];
  return "other" in evidence ? evidence.other.frameworks.map((framework) => `${framework} ${about.norm}`) : [about.norm];
}

const NO_OTHER = "";

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((place) => b.includes(place));

/**
 * Does the signal of the earlier review say of the same norm what a present one says? One that held for all variants and holds for one of them now is
 * not gone, and not new there: each review tells the wider one only.
 */
export const saysOf = (earlier: PublishedSignal, present: PublishedSignal): boolean =>
  isSameSignal(earlier, present) || (earlier.signal === present.signal && saysAlready(earlier, present));

/**
 * Is what a signal of an earlier review said still said by a present one: of the same norms, of one variant of them, or of more than they were? Only
 * what nobody says any more is gone.
 */
export const isSaidStill = (earlier: PublishedSignal, present: PublishedSignal): boolean =>
  saysOf(earlier, present) || (earlier.signal === present.signal && saysAlready(present, earlier)) || becameSure(earlier, present);

/** "So far nobody" became "nobody". */
const becameSure = (earlier: PublishedSignal, present: PublishedSignal): boolean =>
  earlier.signal === "NOOIT_TOT_NU_TOE" &&
  present.signal === "NOOIT_GEHAALD" &&
  isSameSignal({ ...earlier, signal: present.signal }, present);
