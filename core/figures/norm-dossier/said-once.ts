import type { PublishedSignal } from "../signals-json.ts";

/** A signal with the other views that say the same of the norm. */
export interface SignalSaidOnce {
  readonly signal: PublishedSignal;
  /** The same signal about the same body, variant or norm, in other views. */
  readonly also: readonly PublishedSignal[];
}

/** The signals of one norm, each once: the view of all variants speaks for those of one, which follow it in `signals.json`. */
export function saidOnce(signals: readonly PublishedSignal[]): readonly SignalSaidOnce[] {
  const groups = new Map<string, PublishedSignal[]>();
  for (const signal of signals) {
    const { body, variant, norm } = signal.about;
    const key = JSON.stringify([signal.signal, body, variant, norm]);
    const group = groups.get(key);
    if (group) group.push(signal);
    else groups.set(key, [signal]);
  }
  return [...groups.values()].map(([signal, ...also]) => ({ signal: signal!, also }));
}
