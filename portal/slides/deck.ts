import type { Decision } from "../../core/decisions.ts";
import { placeAt } from "../../core/figures/norm-address.ts";
import { type NormDossier, normDossier } from "../../core/figures/norm-dossier/norm-dossier.ts";
import type { TrendLine } from "../../core/figures/norm-dossier/norm-trend.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import type { PublishedSignal } from "../../core/figures/signals-json.ts";
import type { Publication } from "../data.ts";
import { type DecisionAt, decisionText } from "../decisions.ts";
import { count, day, number, percent } from "../format.ts";
import { say, useLanguage } from "../language.tsx";
import { sourceWords } from "../source.tsx";
import { bySignalOrder } from "../words.ts";

/** A set of norms as slides, before it is a file: all texts in one language, all numbers as they stand in the tables. */
export interface Deck {
  readonly language: "nl" | "en";
  readonly title: string;
  readonly subtitle: string;
  /** On every slide: one that is copied elsewhere still says where it is from. */
  readonly source: string;
  readonly slides: readonly NormSlide[];
}

export interface NormSlide {
  readonly title: string;
  /** What the figures come to; the first is the share met. */
  readonly sentences: readonly string[];
  readonly bar: {
    /** "n = 40" */
    readonly name: string;
    /** Organisations, in the order of the bar. */
    readonly parts: readonly { readonly name: string; readonly count: number }[];
  };
  /** Undefined: nothing to draw over time. */
  readonly trend: DeckTrend | undefined;
  /** What was decided last about the norm, or that nothing was. */
  readonly decision: string;
}

export interface DeckTrend {
  readonly heading: string;
  /** "2024 (n = 12)"; of several lines without n, which differs. */
  readonly periods: readonly string[];
  /** Share met, a fraction, per period; null where nobody was tested. */
  readonly lines: readonly { readonly name: string; readonly shares: readonly (number | null)[] }[];
}

/** More is no talk any more, and would keep others waiting while it is made. */
export const MOST_SLIDES = 60;

interface DeckSources {
  readonly counted: CountedScores;
  readonly publication: Publication;
  readonly signals: readonly PublishedSignal[];
  readonly decisionAt: DecisionAt;
}

/**
 * The slides of some norms, by their addresses; unknown ones are passed over, each norm comes once. Counted strictly, over all variants and
 * versions of its label, as published. Speaks the language of the page (`inLanguage`).
 */
export function deckOf({ counted, publication, signals, decisionAt }: DeckSources, addresses: readonly string[]): Deck {
  const dossiers = addresses.flatMap((address) => {
    const place = placeAt(counted.catalogue, address);
    return place ? (normDossier(counted, everythingOf(place.framework.label), place, signals) ?? []) : [];
  });
  const distinct = [...new Map(dossiers.map((dossier) => [dossier.address, dossier])).values()].slice(0, MOST_SLIDES);
  const labels = [...new Set(distinct.map(({ view }) => view.label))].join(", ");
  return {
    language: useLanguage(),
    title:
      distinct.length === 1
        ? nameOf(distinct[0]!)
        : say(`${labels}: ${count(distinct.length, "norm", "normen")}`, `${labels}: ${count(distinct.length, "norm", "norms")}`),
    subtitle: say(
      `Peildatum ${day(publication.referenceDate)}: ${count(publication.organisations, "organisatie", "organisaties")}, ${count(publication.reports, "toetsingsrapport", "toetsingsrapporten")}. Elke organisatie telt één keer mee, met haar laatste toets.`,
      `Reference date ${day(publication.referenceDate)}: ${count(publication.organisations, "organisation", "organisations")}, ${count(publication.reports, "test report", "test reports")}. Every organisation counts once, by its latest test.`,
    ),
    source: sourceWords(publication),
    slides: distinct.map((dossier) => slideOf(dossier, decisionAt(dossier.address))),
  };
}

const nameOf = ({ norm }: NormDossier): string => `${norm.code}: ${norm.title}`;

function slideOf(dossier: NormDossier, decision: Decision | undefined): NormSlide {
  const { met, partiallyMet, notMet, judged } = dossier.now.counts;
  return {
    title: nameOf(dossier),
    sentences: [shareSentence(dossier), ...signalSentences(dossier)],
    bar: {
      name: `n = ${number(judged)}`,
      parts: [
        { name: say("voldoet", "met"), count: met },
        { name: say("voldoet deels", "partly met"), count: partiallyMet },
        { name: say("voldoet niet", "not met"), count: notMet },
      ],
    },
    trend: trendOf(dossier.trend),
    decision: decision
      ? `${say("Laatste besluit van de beheercommissie:", "Last decision of the committee:")} ${decisionText(decision)}`
      : say("Over deze norm is nog niets besloten.", "Nothing was decided about this norm yet."),
  };
}

function shareSentence({ now: { counts, share, interval } }: NormDossier): string {
  if (share === null || interval === null)
    return say("Nog geen organisatie is op deze norm beoordeeld.", "No organisation was judged on this norm yet.");
  const { met, judged } = counts;
  return say(
    `${number(met)} van de ${count(judged, "organisatie voldoet", "organisaties voldoen")}: ${percent(share)} (95%-interval ${percent(interval.lower)} tot ${percent(interval.upper)}).`,
    `${number(met)} of ${count(judged, "organisation meets", "organisations meet")} it: ${percent(share)} (95% interval ${percent(interval.lower)} to ${percent(interval.upper)}).`,
  );
}

/** Fit on a slide beside two charts. */
const SENTENCES = 2;

/** Those of the view that the figures are of; where it has none, of the others. Each once, what asks most for attention first. */
function signalSentences({ view, signals }: NormDossier): readonly string[] {
  const own = signals.filter((signal) => signal.view === view.id);
  const language = useLanguage();
  const sorted = (own.length > 0 ? own : signals).toSorted((one, other) => bySignalOrder(one.signal, other.signal));
  return [...new Set(sorted.map(({ sentence }) => sentence[language]))].slice(0, SENTENCES);
}

/** Per year: who is tested in a year is chance, so n stands beside each. */
function trendOf(lines: readonly TrendLine[]): DeckTrend | undefined {
  const filled = lines.filter(({ perYear }) => perYear.some(({ share }) => share !== null));
  const years = filled.flatMap(({ perYear }) => perYear.map(({ period }) => Number(period)));
  if (years.length === 0) return undefined;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const periods = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const pointOf = ({ perYear }: TrendLine, period: string) => perYear.find((point) => point.period === period);
  const n = (period: string) => filled.map((line) => pointOf(line, period)?.n ?? 0).filter((one) => one > 0);
  return {
    heading: say("Aandeel dat voldoet, van wie in dat jaar is getoetst", "Share met, of those tested in that year"),
    periods: periods.map((period) => `${period} (n = ${n(period).map(number).join(" + ") || number(0)})`),
    lines: filled.map((line) => ({
      name: `${line.norm.code} (${line.norm.places.map(({ framework }) => `${framework.variant} ${framework.version}`).join(", ")})`,
      shares: periods.map((period) => pointOf(line, period)?.share ?? null),
    })),
  };
}
