import { type Day, parseIsoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { isSaidStill, isSameSignal, saysOf } from "../figures/signal-changes.ts";
import { isAboutNorm } from "../figures/signal-places.ts";
import { type PublishedSignal, publishedSignals } from "../figures/signals-json.ts";
import { viewSignals } from "../relevance/view-signals.ts";
import { type ChangeReason, judgementChanges, reasonOfJudgements, reasonSentence } from "./change-reasons.ts";
import type { Dossier, DossierNorm, DossierSignal, GoneSignal } from "./dossier.ts";
import type { FrozenInput } from "./frozen-input.ts";
import type { ReviewedView } from "./make-dossier.ts";

export type Compared = PublishedSignal & Pick<DossierSignal, "reviews" | "why">;

interface Comparing {
  readonly views: readonly ReviewedView[];
  /** Of this review, each said once. */
  readonly signals: readonly PublishedSignal[];
  readonly previous: Dossier | null;
  readonly catalogue: Pick<Catalogue, "bodies">;
  readonly input: Pick<FrozenInput, "thresholds"> & Pick<Dossier["restsOn"], "rulesVersion">;
  readonly referenceDay: Day;
}

/** Lays the signals of a review beside those of the one before: which are new, which were there already and how long, which are gone, and why. */
export function compareWithPrevious({ signals, previous, ...rest }: Comparing): {
  readonly signals: readonly Compared[];
  readonly gone: readonly GoneSignal[];
} {
  if (!previous) return { signals: signals.map((signal) => ({ ...signal, reviews: 1, why: null })), gone: [] };
  const earlier = previous.norms.flatMap((norm) => norm.signals.map((signal) => ({ norm, signal })));
  const reasons = reasonsOf({ previous, ...rest });
  return {
    signals: signals.map((signal): Compared => {
      const before = earlier.find((one) => saysOf(one.signal, signal));
      if (before) return { ...signal, reviews: before.signal.reviews + 1, why: null };
      return { ...signal, reviews: 1, why: reasonSentence(reasons(signal, "came")) };
    }),
    gone: earlier
      // That there were too few to say anything is no signal to miss.
      .filter(({ signal: one }) => one.asks !== "nothing" && !signals.some((signal) => isSaidStill(one, signal)))
      .map(({ norm, signal }) => goneSignal(norm, signal, reasonSentence(reasons(signal, "went")))),
  };
}

const goneSignal = ({ address, code, title }: DossierNorm, { signal, view, sentence, reviews }: DossierSignal, why: GoneSignal["why"]) => ({
  address,
  code,
  title,
  signal,
  view,
  sentence,
  reviews,
  why,
});

function reasonsOf({
  views,
  previous,
  catalogue,
  input,
  referenceDay,
}: Omit<Comparing, "signals" | "previous"> & { readonly previous: Dossier }) {
  const previousDay = parseIsoDay(previous.review.referenceDate)!;
  /** What would have been said then by what is known now. */
  const then = publishedSignals(
    views.map(({ matrix }) => ({
      view: matrix.view,
      signals: viewSignals(matrix, previousDay, catalogue, input.thresholds).signals,
    })),
  );
  return (signal: PublishedSignal, change: "came" | "went"): ChangeReason => {
    const { rulesVersion } = previous.restsOn;
    if (rulesVersion !== input.rulesVersion) return { is: "rules", from: rulesVersion, to: input.rulesVersion };
    const found = placeOf(views, signal);
    if (!found) return { is: "framework", came: change === "came" };
    const { matrix, judged, column } = found;
    const firstDay = Math.min(...matrix.view.norms[column]!.places.map(({ framework }) => framework.validFromDay));
    if (change === "came" && firstDay > previousDay) return { is: "framework", came: true };
    if (change === "went" && judged.analysis.withdrawn[column]) return { is: "framework", came: false };
    const wasThere = then.some((other) => isSameSignal(other, signal));
    if (wasThere === (change === "came")) return { is: "late", previous: previous.review.referenceDate };
    return reasonOfJudgements(judgementChanges(matrix, column, previousDay, referenceDay));
  };
}

/** Where the norm of a signal stands now: in the view of the signal, whichever versions it has grown by. */
function placeOf(views: readonly ReviewedView[], signal: PublishedSignal) {
  const variantOf = (view: string): string => view.slice(0, view.lastIndexOf("/"));
  const found = views.find(({ matrix }) => variantOf(matrix.view.id) === variantOf(signal.view));
  if (!found) return undefined;
  const column = found.matrix.view.norms.findIndex((norm) => isAboutNorm(signal, norm));
  return column < 0 ? undefined : { ...found, column };
}
