import { dutchDay, parseIsoDay } from "../calendar.ts";
import type { SignalCode } from "../relevance/signal.ts";
import type { FlaggedNorm } from "./publication.ts";
import { placesOfSignal } from "./signal-places.ts";
import type { PublishedSignal } from "./signals-json.ts";

/** What asks most for attention first. Nobody, everybody and too few have a place of their own on a first screen. */
const order = [
  "NOOIT_IN_VARIANT",
  "VRIJWEL_NOOIT",
  "VERSLECHTEREND",
  "CI_VERSCHIL",
  "OMGEKEERD",
  "ZELFEVALUATIE_WIJKT_AF",
  "ONDERSCHEIDT_NIET",
  "OVERLAPPEND",
  "VERBETEREND",
  "VRIJWEL_ALTIJD",
] as const satisfies readonly SignalCode[];

const headings: Readonly<Record<(typeof order)[number], string>> = {
  NOOIT_IN_VARIANT: "In één variant voldoet niemand",
  VRIJWEL_NOOIT: "Bijna niemand voldoet",
  VERSLECHTEREND: "Steeds minder organisaties voldoen",
  CI_VERSCHIL: "Certificerende instellingen verschillen",
  OMGEKEERD: "Wie verder goed scoort, scoort hier lager",
  ZELFEVALUATIE_WIJKT_AF: "Organisaties zien zichzelf anders dan de auditor",
  ONDERSCHEIDT_NIET: "Hangt niet samen met de andere normen",
  OVERLAPPEND: "Twee normen krijgen dezelfde score",
  VERBETEREND: "Steeds meer organisaties voldoen",
  VRIJWEL_ALTIJD: "Bijna iedereen voldoet",
};

export interface SignalGroup {
  readonly code: (typeof order)[number];
  /** Dutch. */
  readonly heading: string;
  readonly signals: readonly PublishedSignal[];
}

/**
 * The signals for a first screen: by kind, each said once. What the view of all variants says is not said again of one variant, nor what
 * is said of one norm of a pair of the other.
 */
export function signalDigest(signals: readonly PublishedSignal[]): readonly SignalGroup[] {
  return order
    .map((code): SignalGroup => {
      const told: PublishedSignal[] = [];
      for (const signal of signals) if (signal.signal === code && !told.some((earlier) => says(earlier, signal))) told.push(signal);
      return { code, heading: headings[code], signals: told };
    })
    .filter((group) => group.signals.length > 0);
}

/** Does the earlier one say it already? */
function says(earlier: PublishedSignal, signal: PublishedSignal): boolean {
  if (labelOf(earlier) !== labelOf(signal)) return false;
  if (earlier.view === signal.view) return earlier.about.norm === signal.norm && signal.about.norm === earlier.norm;
  const covered = placesOfSignal(earlier);
  const pair = [earlier.norm, earlier.about.norm].sort().join() === [signal.norm, signal.about.norm].sort().join();
  const sameNorms = signal.about.norm === undefined ? placesOfSignal(signal).every((place) => covered.includes(place)) : pair;
  return sameNorms && earlier.about.body === signal.about.body && earlier.about.variant === signal.about.variant;
}

const labelOf = ({ view }: PublishedSignal): string => view.slice(0, view.indexOf("/"));

/** Since when nobody meets a norm: what the signal of its view says, of its own variant where there is one. */
export function neverMetStanding(flag: FlaggedNorm, signals: readonly PublishedSignal[]): string | undefined {
  const place = `${flag.label}/${flag.variant}/${flag.framework} ${flag.norm}`;
  const found = signals.findLast((signal) => signal.signal === flag.signal && placesOfSignal(signal).includes(place));
  return found && standingText(found);
}

/** Is it new or lasting, and since when; Dutch. Signals are looked for on one day a year. */
export function standingText({ status, since }: Pick<PublishedSignal, "status" | "since">): string {
  return `${status[0]!.toUpperCase()}${status.slice(1)}: ${sinceText({ status, since })}.`;
}

/** The same without the word for it, to stand beside that. */
export const sinceText = ({ status, since }: Pick<PublishedSignal, "status" | "since">): string =>
  status === "nieuw"
    ? "op de peildatum een jaar eerder was dit signaal er niet"
    : `op elke jaarlijkse peildatum sinds ${dutchDay(parseIsoDay(since)!)}`;

/** A view in words: `KSW, alle varianten`, `KSW wijkteam`. */
export function viewName(view: string): string {
  const [label = "", variant = ""] = view.split("/");
  return variant === "*" ? `${label}, alle varianten` : `${label} ${variant}`;
}
