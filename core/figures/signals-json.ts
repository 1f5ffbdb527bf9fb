import { type Sentence, sentenceOf } from "../relevance/sentences.ts";
import type { About, Signal } from "../relevance/signal.ts";
import type { SignalStatus } from "../relevance/view-signals.ts";
import { rowsJson } from "./figure-columns.ts";
import type { JudgedView } from "./view-figures.ts";

/** An element of `signals.json` (docs/method.md). */
export interface PublishedSignal {
  readonly view: string;
  /** Newest code in the view; two norms of a view can have had one code, then `evidence.frameworks` tells them apart. */
  readonly norm: string;
  readonly signal: Signal["code"];
  readonly status: SignalStatus;
  /** `jjjj-mm-dd` */
  readonly since: string;
  readonly about: About;
  readonly evidence: Signal["evidence"];
  readonly sentence: Sentence;
}

/** The signals of all views, in the order of the views and of their norms. */
export const publishedSignals = (views: readonly Pick<JudgedView, "view" | "signals">[]): PublishedSignal[] =>
  views.flatMap(({ view, signals }) =>
    signals.map(({ norm, signal, status, since, about }) => ({
      view: view.id,
      norm: view.norms[norm]!.code,
      signal: signal.code,
      status,
      since,
      about,
      evidence: signal.evidence,
      sentence: sentenceOf(signal),
    })),
  );

/** An array, one signal on a line. */
export const signalsJson = (views: readonly JudgedView[]): string => rowsJson(publishedSignals(views));
