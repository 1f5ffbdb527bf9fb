import type { Catalogue } from "../catalogue/types.ts";
import { changesSince } from "../figures/signal-changes.ts";
import { saysAlready, viewName, worthTelling } from "../figures/signal-digest.ts";
import type { PublishedSignal } from "../figures/signals-json.ts";
import type { ViewFigureRow } from "../figures/view-figure-rows.ts";
import { number } from "../numbers.ts";
import type { LetterItem } from "./letter.ts";
import { DIGEST_LINES } from "./rules.ts";

/** What the last digest told, kept so that it is told once and to everybody. */
export interface DigestRecord {
  /** One more at every change. */
  readonly version: number;
  /** Publication whose signals were last compared: what is new is new since that one. */
  readonly run: string;
  /** Null: nothing was told yet. */
  readonly last: Digest | null;
}

export interface Digest {
  readonly run: string;
  /** Day it was made, `jjjj-mm-dd`. */
  readonly day: string;
  /** `planned`: not everybody has it in the outbox yet. */
  readonly state: "planned" | "queued";
  readonly content: DigestContent;
}

export interface DigestContent {
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  /** Reference date of the figures it was compared with; null: the first digest, which names all signals. */
  readonly since: string | null;
  readonly gained: Told;
  readonly lost: Told;
}

/** The first of them, and how many there are in all. */
export interface Told {
  readonly items: readonly LetterItem[];
  readonly count: number;
}

/** A publication as a digest sees it. */
export interface PublishedNow {
  readonly run: string;
  readonly referenceDate: string;
  readonly signals: readonly PublishedSignal[];
  readonly figures: readonly ViewFigureRow[];
  readonly catalogue: Catalogue;
}

/** The publication that was compared last. */
export interface PublishedBefore {
  readonly referenceDate: string;
  readonly signals: readonly PublishedSignal[];
}

/**
 * What policy staff should hear of the signals of a publication; undefined when nothing came or went. A signal of one variant is not told when that of all variants, which says the same, was
 * there before and stayed. `before` undefined: there was no earlier digest.
 */
export function digestOf(now: PublishedNow, before: PublishedBefore | undefined): DigestContent | undefined {
  const { gained, lost, kept } = changesSince(before?.signals ?? [], now.signals);
  const news = (signals: readonly PublishedSignal[]) => worthTelling(signals).filter((one) => !kept.some((other) => covers(other, one)));
  const [came, went] = [news(gained), news(lost)];
  if (came.length === 0 && went.length === 0) return undefined;
  return {
    referenceDate: now.referenceDate,
    since: before?.referenceDate ?? null,
    gained: told(came.map((signal) => gainedItem(signal, now.catalogue))),
    lost: told(went.map((signal) => lostItem(signal, now))),
  };
}

/** What stays of one variant does not cover what came or went of all. */
const covers = (kept: PublishedSignal, signal: PublishedSignal): boolean =>
  kept.signal === signal.signal && saysAlready(kept, signal) && (isOfAllVariants(kept) || !isOfAllVariants(signal));

const isOfAllVariants = ({ view }: PublishedSignal): boolean => view.includes("/*/");

const told = (items: readonly LetterItem[]): Told => ({ items: items.slice(0, DIGEST_LINES), count: items.length });

const gainedItem = (signal: PublishedSignal, catalogue: Catalogue): LetterItem => ({
  title: nameOf(signal, catalogue),
  text: signal.sentence.nl,
});

/** Why it went, where counts can say it; and what was said before. */
function lostItem(signal: PublishedSignal, now: PublishedNow): LetterItem {
  return {
    title: nameOf(signal, now.catalogue),
    text: `Niet meer. ${nowText(signal, now.figures)} Eerder: ${signal.sentence.nl}`,
  };
}

/** `V15 Titel van de norm (KSW, alle varianten)`: as the newest framework that it rests on calls it. */
function nameOf({ norm, view, evidence }: PublishedSignal, catalogue: Catalogue): string {
  const place = evidence.restsOn?.norms.at(-1);
  const framework = place && catalogue.frameworkByKey.get(place.framework);
  const title = framework?.norms.find(({ code }) => code === place?.norm)?.title;
  return `${[norm, title].filter(Boolean).join(" ")} (${viewName(view).nl})`;
}

/** Signals that a count alone decides about. */
const byCount: readonly string[] = ["NOOIT_GEHAALD", "VRIJWEL_NOOIT", "ALTIJD_GEHAALD", "VRIJWEL_ALTIJD"];

function nowText({ signal, view, norm }: PublishedSignal, figures: readonly ViewFigureRow[]): string {
  const row = figures.find((one) => one.norm === norm && withoutVersions(one.beeld) === withoutVersions(view));
  if (!row || !byCount.includes(signal)) return "De cijfers laten dit nu niet zien.";
  if (row.beoordeeld === 0) return "Nu is geen enkele organisatie op deze norm beoordeeld.";
  return `Nu ${complying(row.voldoet, row.beoordeeld)}.`;
}

/** So many of one or more organisations comply, as one says it. */
function complying(complies: number, assessed: number): string {
  if (assessed === 1)
    return complies === 1 ? "voldoet de enige organisatie die beoordeeld is" : "voldoet de enige organisatie die beoordeeld is niet";
  const all = `van de ${number(assessed)} organisaties`;
  if (complies === 0) return `voldoet geen ${all}`;
  if (complies === assessed) return `voldoen alle ${number(assessed)} organisaties`;
  return `${complies === 1 ? "voldoet" : "voldoen"} ${number(complies)} ${all}`;
}

const withoutVersions = (view: string): string => view.slice(0, view.lastIndexOf("/"));
