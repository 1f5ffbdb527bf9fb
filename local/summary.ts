import { byForce, distinctNorms, type Publication } from "../core/figures/publication.ts";
import { neverMetStanding, signalDigest, standingText, viewName } from "../core/figures/signal-digest.ts";
import type { PublishedSignal } from "../core/figures/signals-json.ts";
import type { DeliveryStatus, ReportOutcome } from "../core/intake/types.ts";
import { count, percent } from "../core/numbers.ts";
import type { DeliveryRecord } from "../core/ports.ts";

type Flag = Publication["flagged"][number];

/** `summary.json`: what a run came to, in counts. */
export interface Summary {
  readonly referenceDate: string;
  readonly catalogueVersion: string;
  readonly deliveries: Readonly<Record<DeliveryStatus | "total", number>>;
  readonly reports: Readonly<Record<ReportOutcome | "total", number>>;
  /** Number of places per code of finding, over all deliveries. */
  readonly findings: Readonly<Record<string, number>>;
  /** `lower` and `upper` are `atLeast` and `atMost` under the names that this file has had from the beginning. */
  readonly flagged: readonly (Flag & { readonly lower: number | null; readonly upper: number | null })[];
  /** `signals.json`: what stands out in the views. */
  readonly signals: readonly PublishedSignal[];
}

/** Adds up the deliveries of a run. */
export function summarise(records: readonly DeliveryRecord[], publication: Publication, signals: readonly PublishedSignal[]): Summary {
  const deliveries = { total: records.length, accepted: 0, partlyAccepted: 0, rejected: 0, unchanged: 0 };
  const reports = { total: 0, new: 0, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0 };
  const findings: Record<string, number> = {};
  for (const record of records) {
    if (record.status) deliveries[record.status]++;
    for (const [outcome, some] of Object.entries(record.outcomes ?? {}) as [ReportOutcome, number][]) {
      reports[outcome] += some;
      reports.total += some;
    }
    for (const group of record.groups ?? []) findings[group.code] = (findings[group.code] ?? 0) + group.count;
  }
  const { referenceDate, catalogueVersion } = publication;
  const flagged = publication.flagged.map((flag) => ({ ...flag, lower: flag.atLeast, upper: flag.atMost }));
  return { referenceDate, catalogueVersion, deliveries, reports, findings: sorted(findings), flagged, signals };
}

const sorted = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The summary as people read it in the terminal, in Dutch. */
export function summaryText(summary: Summary, figuresAt: string, receiptsAt: string): string {
  const { deliveries, reports } = summary;
  const { inForce, past } = byForce(summary.flagged, summary.referenceDate);
  const never = inForce.filter((flag) => flag.signal === "NOOIT_GEHAALD");
  const soFar = inForce.filter((flag) => flag.signal === "NOOIT_TOT_NU_TOE");
  const neverInPast = past.filter((flag) => flag.signal === "NOOIT_GEHAALD");
  const lines = [
    "",
    `${count(deliveries.total, "aanlevering", "aanleveringen")}: ${deliveries.accepted} aangenomen, ${deliveries.partlyAccepted} deels aangenomen, ${deliveries.rejected} niet aangenomen${deliveries.unchanged ? `, ${deliveries.unchanged} ongewijzigd` : ""}.`,
    `${count(reports.total, "rapport", "rapporten")}: ${reports.new} nieuw, ${reports.replaced} vervangen, ${reports.withdrawn} ingetrokken, ${reports.unchanged} ongewijzigd, ${reports.rejected} niet aangenomen.`,
    "",
    never.length === 0
      ? `Op peildatum ${dutch(summary.referenceDate)} is er geen norm waarvan vaststaat dat geen enkele organisatie eraan voldoet.`
      : `Aan ${count(distinctNorms(never), "norm", "normen")} voldoet geen enkele organisatie (peildatum ${dutch(summary.referenceDate)}):`,
    ...never.map((flag) => flagLine(flag, summary.signals)),
  ];
  if (soFar.length > 0) {
    lines.push(
      "",
      `Aan ${count(distinctNorms(soFar), "norm", "normen")} voldoet tot nu toe niemand; er zijn nog te weinig organisaties voor een conclusie:`,
      ...soFar.map((flag) => flagLine(flag, summary.signals)),
    );
  }
  if (neverInPast.length > 0) {
    lines.push(
      "",
      "In normenkaders die op de peildatum niet meer golden; aan deze normenkaders is niets meer te veranderen:",
      ...neverInPast.map((flag) => flagLine(flag, summary.signals)),
    );
  }
  lines.push(...signalLines(summary.signals));
  lines.push("", `Cijfers:            ${figuresAt}`, `Ontvangstbewijzen:  ${receiptsAt}`);
  return lines.join("\n");
}

/** Of each kind so many: the rest is in signals.json. */
const MOST_OF_A_KIND = 5;

function signalLines(signals: readonly PublishedSignal[]): string[] {
  const groups = signalDigest(signals);
  if (groups.length === 0) return [];
  return [
    "",
    "Wat verder opvalt (een reden voor een gesprek, geen oordeel):",
    ...groups.flatMap(({ heading, signals: ofKind }) => [
      `  ${heading.nl}`,
      ...ofKind
        .slice(0, MOST_OF_A_KIND)
        .map((signal) => `    ${viewName(signal.view).nl}  ${signal.norm}  ${signal.sentence.nl} ${standingText(signal).nl}`),
      ...(ofKind.length > MOST_OF_A_KIND ? [`    … en nog ${ofKind.length - MOST_OF_A_KIND} in signals.json`] : []),
    ]),
  ];
}

function flagLine(flag: Flag, signals: readonly PublishedSignal[]): string {
  const standing = neverMetStanding(flag, signals);
  return `  ${flag.label} ${flag.variant} ${flag.framework}  ${flag.norm}  ${flag.title}\n      0 van de ${flag.n} organisaties, 95%-interval ${shareText(flag.interval.lower)} tot ${shareText(flag.interval.upper)}${standing ? `\n      ${standing.nl}` : ""}`;
}

const shareText = (share: number | null): string => (share === null ? "" : percent(share));

const dutch = (date: string): string => date.split("-").reverse().join("-");
