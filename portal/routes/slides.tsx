import type { DecisionRegister } from "../../core/decisions.ts";
import { columnAt, normAddress, placeAt } from "../../core/figures/norm-address.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { placesOfSignal } from "../../core/figures/signal-places.ts";
import type { PublishedSignal } from "../../core/figures/signals-json.ts";
import { type View, viewOf } from "../../core/relevance/views.ts";
import type { PortalData } from "../data.ts";
import { lastDecisions } from "../decisions.ts";
import { labelsOf } from "../labels.ts";
import { say } from "../language.tsx";
import { NoFigures } from "../no-figures.tsx";
import { SLIDES } from "../norm-links.ts";
import { download, inLanguage, page } from "../page.tsx";
import { type Pick, SLIDES_FILE, Slides, type SlidesProps } from "../pages/slides.tsx";
import type { PageContext, Route } from "../route.ts";
import { deckOf, MOST_SLIDES } from "../slides/deck.ts";
import { writePptx } from "../slides/write-pptx.ts";
import { bySignalOrder } from "../words.ts";

const PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

interface SlideServices {
  readonly data: PortalData;
  readonly decisions: DecisionRegister;
}

/** Norms as slides: the choice, and the file. */
export const slideRoutes = ({ data, decisions }: SlideServices): readonly Route[] => [
  { method: "GET", path: SLIDES, right: "seeFigures", answer: (c) => choose(c, data) },
  {
    method: "GET",
    path: SLIDES_FILE,
    right: "seeFigures",
    answer: async (c) => {
      const [counted, publication, signals] = await Promise.all([data.scores(), data.publication(), data.signals()]);
      if (!counted || !publication) return page(c, <Nothing />);
      const asked = [...new Set(c.req.queries("norm") ?? [])];
      if (asked.length > MOST_SLIDES) return choose(c, data, "tooMany");
      const decisionAt = lastDecisions(counted.catalogue, await decisions.list());
      const deck = inLanguage(c, () => deckOf({ counted, publication, signals, decisionAt }, asked));
      if (deck.slides.length === 0) return choose(c, data, "nothingChosen");
      const name = `normen-${publication.referenceDate}.pptx`;
      return download(c, { name, contentType: PPTX, content: await writePptx(deck) });
    },
  },
];

async function choose(c: PageContext, data: PortalData, problem?: SlidesProps["problem"]) {
  const [counted, publication, signals] = await Promise.all([data.scores(), data.publication(), data.signals()]);
  if (!counted || !publication) return page(c, <Nothing />);
  const labels = labelsOf(counted);
  const label = labels.find((one) => one === c.req.query("label")) ?? labels[0] ?? "";
  const asked = askedPicks(counted, c.req.queries("norm") ?? [], signals);
  const elsewhere = new Set(asked.map(({ address }) => address));
  const flagged = flaggedPicks(counted, label, signals, asked.length === 0).filter(({ address }) => !elsewhere.has(address));
  return page(c, <Slides {...{ publication, labels, label, asked, flagged, problem }} />, problem ? 400 : 200);
}

/** The norms that the address names: what it does not know is passed over. */
function askedPicks(counted: CountedScores, addresses: readonly string[], signals: readonly PublishedSignal[]): readonly Pick[] {
  const picks = addresses.slice(0, MOST_SLIDES).flatMap((address): Pick[] => {
    const place = placeAt(counted.catalogue, address);
    if (!place) return [];
    const view = viewOf(counted.catalogue, place.framework.label, null);
    const norm = view.norms[columnAt(view, place)];
    if (!norm) return [];
    const known = signalsByNorm(counted, view, signals).get(normAddress(norm)) ?? [];
    return [{ norm, address: normAddress(norm), signals: known, chosen: true }];
  });
  return [...new Map(picks.map((pick) => [pick.address, pick])).values()];
}

/** Chosen to begin with, when nothing was asked for: what the product exists for. */
const NEVER_MET: readonly PublishedSignal["signal"][] = ["NOOIT_GEHAALD", "NOOIT_TOT_NU_TOE", "NOOIT_IN_VARIANT", "VRIJWEL_NOOIT"];

/** The norms of a label with a signal other than that there is too little to say; what asks most for attention first. */
function flaggedPicks(counted: CountedScores, label: string, signals: readonly PublishedSignal[], preselect: boolean): readonly Pick[] {
  const view = viewOf(counted.catalogue, label, null);
  const known = signalsByNorm(counted, view, signals);
  const picks = view.norms.flatMap((norm): Pick[] => {
    const own = (known.get(normAddress(norm)) ?? []).filter((signal) => signal !== "TE_WEINIG_GEGEVENS");
    if (own.length === 0) return [];
    const chosen = preselect && own.some((signal) => NEVER_MET.includes(signal));
    return [{ norm, address: normAddress(norm), signals: own.toSorted(bySignalOrder), chosen }];
  });
  return picks.toSorted((one, other) => bySignalOrder(one.signals[0]!, other.signals[0]!));
}

/** By the address of the norm in the view of all variants; each signal once. */
function signalsByNorm(
  { catalogue }: CountedScores,
  view: View,
  signals: readonly PublishedSignal[],
): ReadonlyMap<string, readonly PublishedSignal["signal"][]> {
  const found = new Map<string, Set<PublishedSignal["signal"]>>();
  for (const signal of signals) {
    const places = placesOfSignal(signal).flatMap((name) => {
      const [framework = "", code = ""] = [name.slice(0, name.indexOf(" ")), name.slice(name.indexOf(" ") + 1)];
      const compiled = catalogue.frameworkByKey.get(framework);
      const norm = compiled?.normIndex.get(code);
      return compiled && norm !== undefined ? [{ framework: compiled, norm }] : [];
    });
    const norm = view.norms[places[0] ? columnAt(view, places[0]) : -1];
    if (!norm) continue;
    const address = normAddress(norm);
    found.set(address, (found.get(address) ?? new Set()).add(signal.signal));
  }
  return new Map([...found].map(([address, codes]) => [address, [...codes]]));
}

const Nothing = () => <NoFigures title={say("Dia’s", "Slides")} section="/normen" />;
