import { dutchDay, parseIsoDay } from "../calendar.ts";
import type { Sentence } from "../relevance/sentences.ts";
import type { SignalCode } from "../relevance/signal.ts";
import type { SignalStatus } from "../relevance/view-signals.ts";
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

const headings: Readonly<Record<SignalCode, Sentence>> = {
  NOOIT_GEHAALD: { nl: "Niemand voldoet", en: "Nobody meets it" },
  NOOIT_TOT_NU_TOE: { nl: "Tot nu toe voldoet niemand", en: "Nobody meets it so far" },
  TE_WEINIG_GEGEVENS: { nl: "Te weinig gegevens", en: "Too few data" },
  ALTIJD_GEHAALD: { nl: "Iedereen voldoet", en: "Everybody meets it" },
  NOOIT_IN_VARIANT: { nl: "In één variant voldoet niemand", en: "Nobody meets it in one variant" },
  VRIJWEL_NOOIT: { nl: "Bijna niemand voldoet", en: "Hardly anybody meets it" },
  VERSLECHTEREND: { nl: "Steeds minder organisaties voldoen", en: "Fewer and fewer organisations meet it" },
  CI_VERSCHIL: { nl: "Certificerende instellingen verschillen", en: "Certifying bodies differ" },
  OMGEKEERD: { nl: "Wie verder goed scoort, scoort hier lager", en: "Who scores well elsewhere scores lower here" },
  ZELFEVALUATIE_WIJKT_AF: {
    nl: "Organisaties zien zichzelf anders dan de auditor",
    en: "Organisations see themselves otherwise than the auditor",
  },
  ONDERSCHEIDT_NIET: { nl: "Hangt niet samen met de andere normen", en: "Does not go together with the other norms" },
  OVERLAPPEND: { nl: "Twee normen krijgen dezelfde score", en: "Two norms get the same score" },
  VERBETEREND: { nl: "Steeds meer organisaties voldoen", en: "More and more organisations meet it" },
  VRIJWEL_ALTIJD: { nl: "Bijna iedereen voldoet", en: "Nearly everybody meets it" },
};

/** What a signal says, as a heading. */
export const signalHeading = (code: SignalCode): Sentence => headings[code];

export interface SignalGroup {
  readonly code: (typeof order)[number];
  readonly heading: Sentence;
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
      for (const signal of signals) if (signal.signal === code && !told.some((earlier) => saysAlready(earlier, signal))) told.push(signal);
      return { code, heading: headings[code], signals: told };
    })
    .filter((group) => group.signals.length > 0);
}

/** Of signals in the order of their views, that of all variants first: what one says is not said again by a later one. */
export function tellOnce(signals: readonly PublishedSignal[]): readonly PublishedSignal[] {
  const told: PublishedSignal[] = [];
  for (const signal of signals) {
    if (!told.some((earlier) => earlier.signal === signal.signal && saysAlready(earlier, signal))) told.push(signal);
  }
  return told;
}

/**
 * What is worth telling when signals come or go, most pressing first, each said once. Nobody and everybody are in it too; norms without enough data are not: they come and go
 * with every test.
 */
export function worthTelling(signals: readonly PublishedSignal[]): readonly PublishedSignal[] {
  const ofAllVariants = (code: SignalCode) => signals.filter(({ signal, view }) => signal === code && view.includes("/*/"));
  return [
    ...ofAllVariants("NOOIT_GEHAALD"),
    ...signalDigest(signals).flatMap((group) => group.signals),
    ...ofAllVariants("ALTIJD_GEHAALD"),
  ];
}

/** Does the earlier one, of a list in the order of the views, say already what another signal of the same kind says? */
export function saysAlready(earlier: PublishedSignal, signal: PublishedSignal): boolean {
  if (labelOf(earlier) !== labelOf(signal)) return false;
  if (earlier.view === signal.view) return earlier.about.norm === signal.norm && signal.about.norm === earlier.norm;
  const covered = placesOfSignal(earlier);
  const pair = [earlier.norm, earlier.about.norm].sort().join() === [signal.norm, signal.about.norm].sort().join();
  const sameNorms = signal.about.norm === undefined ? placesOfSignal(signal).every((place) => covered.includes(place)) : pair;
  return sameNorms && earlier.about.body === signal.about.body && earlier.about.variant === signal.about.variant;
}

const labelOf = ({ view }: PublishedSignal): string => view.slice(0, view.indexOf("/"));

/** Since when nobody meets a norm: what the signal of its view says, of its own variant where there is one. */
export function neverMetStanding(flag: FlaggedNorm, signals: readonly PublishedSignal[]): Sentence | undefined {
  const place = `${flag.label}/${flag.variant}/${flag.framework} ${flag.norm}`;
  const found = signals.findLast((signal) => signal.signal === flag.signal && placesOfSignal(signal).includes(place));
  return found && standingText(found);
}

const english: Readonly<Record<SignalStatus, string>> = { nieuw: "New", bevestigd: "Confirmed", aanhoudend: "Lasting" };

/** Is it new or lasting, and since when. Signals are looked for on one day a year. */
export function standingText({ status, since }: Pick<PublishedSignal, "status" | "since">): Sentence {
  const text = sinceText({ status, since });
  return { nl: `${status[0]!.toUpperCase()}${status.slice(1)}: ${text.nl}.`, en: `${english[status]}: ${text.en}.` };
}

/** The same without the word for it, to stand beside that. */
export function sinceText({ status, since }: Pick<PublishedSignal, "status" | "since">): Sentence {
  if (status === "nieuw") {
    return {
      nl: "op de peildatum een jaar eerder was dit signaal er niet",
      en: "at the reference date a year earlier this signal was not there",
    };
  }
  const day = dutchDay(parseIsoDay(since)!);
  return { nl: `op elke jaarlijkse peildatum sinds ${day}`, en: `at every yearly reference date since ${day}` };
}

/** A view in words: `KSW, alle varianten`, `KSW wijkteam`. */
export function viewName(view: string): Sentence {
  const [label = "", variant = ""] = view.split("/");
  if (variant === "*") return { nl: `${label}, alle varianten`, en: `${label}, all variants` };
  return { nl: `${label} ${variant}`, en: `${label} ${variant}` };
}
