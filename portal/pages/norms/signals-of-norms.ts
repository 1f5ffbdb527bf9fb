import type { Day } from "../../../core/calendar.ts";
import type { NormFigureRow } from "../../../core/figures/norm-figure-rows.ts";
import type { NormRow, SelectedNorms } from "../../../core/figures/selected/norm-rows.ts";
import { placesOfSignal } from "../../../core/figures/signal-places.ts";
import type { PublishedSignal } from "../../../core/figures/signals-json.ts";
import { codes } from "../../words.ts";

export interface SignalsOfNorms {
  /** False: in this choice no signals were looked for, which is not the same as that there are none. */
  readonly known: boolean;
  /** Codes of the signals of a norm. */
  of(row: NormRow): readonly string[];
}

interface Published {
  readonly signals: readonly PublishedSignal[];
  readonly figures: readonly NormFigureRow[];
  /** Of the run that both are of. */
  readonly referenceDay: Day;
}

/** The published signals of a fixed view: of its view, or of its one framework. At another reference date or for another choice there are none. */
export function signalsOfNorms({ view, exploratory, until }: SelectedNorms, { signals, figures, referenceDay }: Published): SignalsOfNorms {
  if (exploratory || until !== referenceDay) return { known: false, of: () => [] };
  const found = new Map<string, string[]>();
  const add = (place: string, code: string) => found.set(place, [...(found.get(place) ?? []), code]);
  const ofView = signals.filter((signal) => signal.view === view.id);
  for (const signal of ofView) for (const place of placesOfSignal(signal)) add(place, signal.signal);
  if (ofView.length === 0 && view.frameworks.length === 1) {
    for (const row of figures) {
      for (const code of codes(row.signalen)) add(`${row.label}/${row.variant}/${row.normenkader} ${row.norm}`, code);
    }
  }
  return {
    known: true,
    of: ({ norm }) => [
      ...new Set(
        norm.places.flatMap(({ framework, norm: position }) => found.get(`${framework.key} ${framework.norms[position]!.code}`) ?? []),
      ),
    ],
  };
}
