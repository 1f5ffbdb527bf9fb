import type { ViewAnalysis } from "../analysis.ts";
import type { About, Signal, SignalCode } from "../signal.ts";

/** A signal of a view, with what else than its norm it is about. */
export interface Found {
  readonly signal: Signal;
  readonly about: About;
  /** Tells it from other signals of the same code and norm: the same finding at another reference date has the same subject. */
  readonly subject: string;
}

/** A kind of signal of a view: one file, one entry in `index.ts`. */
export interface SignalRule {
  readonly codes: readonly SignalCode[];
  /** Count signals may be shown live and also of norms out of force; test signals only on fixed views at fixed dates. */
  readonly kind: "count" | "test";
  find(analysis: ViewAnalysis, norm: number): readonly Found[];
}

export const aboutTheNorm = (signal: Signal): Found => ({ signal, about: {}, subject: "" });
