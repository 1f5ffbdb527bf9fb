import { type Day, isoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { analyseView, type ViewAnalysis } from "./analysis.ts";
import { yearsBefore } from "./reference-dates.ts";
import type { About, Signal } from "./signal.ts";
import type { Found, SignalRule } from "./signals/found.ts";
import { signalRules } from "./signals/index.ts";
import { type ViewThresholds, viewThresholds } from "./thresholds.ts";
import { rowsUntil, type ViewMatrix } from "./view-matrix.ts";

/**
 * - `nieuw`: at this reference date, and not at the yearly one before.
 * - `bevestigd`: also at the yearly reference date before.
 * - `aanhoudend`: nobody met the norm in both of the last two windows of two or three years.
 */
export type SignalStatus = "nieuw" | "bevestigd" | "aanhoudend";

/** A signal of a view at its reference date. */
export interface ViewSignal {
  /** Column of the view. */
  readonly norm: number;
  readonly signal: Signal;
  readonly about: About;
  readonly status: SignalStatus;
  /** `jjjj-mm-dd`: the earliest of the yearly reference dates at which it was there, without a gap until now. */
  readonly since: string;
}

/** A signal that was there at the yearly reference date before, and is not now. */
export interface GoneSignal {
  readonly norm: number;
  readonly signal: Signal;
  readonly about: About;
  /** `jjjj-mm-dd` */
  readonly lastSeen: string;
  /** The norm is out of force now, so that it is not looked at any more. */
  readonly withdrawn: boolean;
}

export interface ViewSignals {
  readonly analysis: ViewAnalysis;
  /** In the order of the norms, and of `signalRules`. */
  readonly signals: readonly ViewSignal[];
  readonly gone: readonly GoneSignal[];
}

/**
 * All signals of a view at a reference date, each with what became of it: the same is worked out at the yearly reference dates before,
 * from the same audits as far as they were there then, back until no signal goes back any further.
 */
export function viewSignals(
  matrix: ViewMatrix,
  day: Day,
  catalogue: Pick<Catalogue, "bodies">,
  thresholds: ViewThresholds = viewThresholds,
): ViewSignals {
  const analysis = analyseView(matrix, day, catalogue, thresholds);
  const found = allFound(analysis);
  const since = new Map([...found.keys()].map((key) => [key, day]));
  let running = new Set(found.keys());
  let before = new Map<string, FoundInView>();
  for (let years = 1; years === 1 || running.size > 0; years++) {
    const earlier = yearsBefore(day, years);
    if (rowsUntil(matrix, earlier) === 0) break;
    const then = analyseView(matrix, earlier, catalogue, thresholds);
    if (years === 1) before = allFound(then);
    running = new Set([...running].filter((key) => (years === 1 ? before.has(key) : isFound(then, key, found.get(key)!))));
    for (const key of running) since.set(key, earlier);
  }
  return {
    analysis,
    signals: [...found].map(
      ([
        key,
        {
          norm,
          found: { signal, about },
        },
      ]) => ({
        norm,
        signal,
        about,
        status: statusOf(signal, before.has(key)),
        since: isoDay(since.get(key)!),
      }),
    ),
    gone: [...before]
      .filter(([key]) => !found.has(key))
      .map(
        ([
          ,
          {
            norm,
            found: { signal, about },
          },
        ]) => ({
          norm,
          signal,
          about,
          lastSeen: isoDay(yearsBefore(day, 1)),
          withdrawn: analysis.withdrawn[norm]!,
        }),
      ),
  };
}

interface FoundInView {
  readonly norm: number;
  readonly rule: SignalRule;
  readonly found: Found;
}

/** By what makes two findings at two dates the same. */
function allFound(analysis: ViewAnalysis): Map<string, FoundInView> {
  const all = new Map<string, FoundInView>();
  analysis.view.norms.forEach((_, norm) => {
    for (const rule of signalRules) {
      for (const found of foundBy(rule, analysis, norm)) all.set(keyOf(norm, found), { norm, rule, found });
    }
  });
  return all;
}

const isFound = (analysis: ViewAnalysis, key: string, { norm, rule }: FoundInView): boolean =>
  foundBy(rule, analysis, norm).some((found) => keyOf(norm, found) === key);

/** A norm out of force keeps its figures and count signals: there is nothing left to talk about in a test. */
const foundBy = (rule: SignalRule, analysis: ViewAnalysis, norm: number): readonly Found[] =>
  rule.kind === "test" && analysis.withdrawn[norm] ? [] : rule.find(analysis, norm);

const keyOf = (norm: number, { signal, subject }: Found): string => `${norm} ${signal.code} ${subject}`;

function statusOf(signal: Signal, wasThere: boolean): SignalStatus {
  if (signal.code === "NOOIT_GEHAALD" && signal.evidence.course?.verdict === "persistent") return "aanhoudend";
  return wasThere ? "bevestigd" : "nieuw";
}
