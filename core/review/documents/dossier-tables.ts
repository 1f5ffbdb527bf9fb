import { writeCsv } from "../../figures/csv.ts";
import { type SheetContent, type TableColumn, writeWorkbook } from "../../workbook/write.ts";
import type { Dossier, DossierNorm } from "../dossier.ts";
import { certaintyText, date, decisionNames, frameworksText, signalName, standingText, verdictNames } from "./words.ts";

/** One row per norm: `dossier.csv`, and the first sheet of `dossier.xlsx`. */
const columns: readonly TableColumn[] = [
  { header: "norm", format: "text" },
  { header: "titel", format: "text", width: 60, wrap: true },
  { header: "normenkader", format: "text", width: 24 },
  { header: "categorie", format: "text" },
  { header: "oordeel", format: "text", width: 20 },
  { header: "organisaties" },
  { header: "beoordeeld" },
  { header: "voldoet" },
  { header: "voldoet_deels" },
  { header: "voldoet_niet" },
  { header: "niet_van_toepassing" },
  { header: "niet_beoordeeld" },
  { header: "aandeel_voldoet", format: "share" },
  { header: "ondergrens", format: "share" },
  { header: "bovengrens", format: "share" },
  { header: "zekerheid", format: "text", width: 44, wrap: true },
  { header: "signalen", format: "text", width: 30 },
  { header: "toelichting", format: "text", width: 100, wrap: true },
];

const normRow = (norm: DossierNorm, confidence: number): readonly (string | number | null)[] => [
  norm.code,
  norm.title,
  frameworksText(norm.frameworks),
  norm.category,
  verdictNames[norm.verdict],
  norm.counts.organisations,
  norm.counts.judged,
  norm.counts.met,
  norm.counts.partiallyMet,
  norm.counts.notMet,
  norm.counts.notApplicable,
  norm.counts.notAssessed,
  norm.share,
  norm.interval?.lower ?? null,
  norm.interval?.upper ?? null,
  certaintyText(norm, confidence),
  norm.signals.map(({ signal }) => signal).join("|"),
  norm.signals.map(({ sentence }) => sentence.nl).join(" "),
];

const normRows = ({ norms, restsOn }: Dossier) => norms.map((norm) => normRow(norm, restsOn.thresholds.confidence));

/** The norms as Dutch CSV: fractions in full. */
export const dossierCsv = (dossier: Dossier): string =>
  writeCsv(
    columns.map(({ header }) => header),
    normRows(dossier),
  );

/** Norms, signals, signals that are gone, earlier decisions, completeness, and what it rests on, each on a sheet. */
export const dossierWorkbook = (dossier: Dossier): Uint8Array =>
  writeWorkbook([
    { name: "Normen", columns, rows: normRows(dossier) },
    signalSheet(dossier),
    goneSheet(dossier),
    effectSheet(dossier),
    bodySheet(dossier),
    overdueSheet(dossier),
    accountSheet(dossier),
  ]);

const text = (header: string, width?: number): TableColumn => ({ header, format: "text", width, wrap: (width ?? 0) > 40 });

const signalSheet = ({ norms, previous }: Dossier): SheetContent => ({
  name: "Signalen",
  columns: [
    text("norm"),
    text("beeld", 22),
    text("signaal", 36),
    text("vraagt", 20),
    { header: "keer op rij" },
    text("sinds wanneer", 60),
    text("toelichting", 100),
  ],
  rows: norms.flatMap(({ code, signals }) =>
    signals.map((signal) => [
      code,
      signal.view,
      signalName(signal.signal),
      verdictNames[signal.asks],
      signal.reviews,
      standingText(signal, previous === null),
      signal.sentence.nl,
    ]),
  ),
});

const goneSheet = ({ gone }: Dossier): SheetContent => ({
  name: "Verdwenen",
  columns: [text("norm"), text("titel", 60), text("signaal", 36), text("wat er was", 80), text("waarom het er niet meer is", 80)],
  rows: gone.map(({ code, title, signal, sentence, why }) => [code, title, signalName(signal), sentence.nl, why.nl]),
});

const effectSheet = ({ effects }: Dossier): SheetContent => ({
  name: "Eerdere besluiten",
  columns: [
    text("norm"),
    text("besluit", 16),
    text("datum", 12),
    text("reden", 60),
    { header: "voldeed ervoor" },
    { header: "beoordeeld ervoor" },
    { header: "voldoet erna" },
    { header: "beoordeeld erna" },
    { header: "beter" },
    { header: "slechter" },
    { header: "gelijk" },
    text("wat er daarna gebeurde", 100),
  ],
  rows: effects.map(({ code, decision, before, after, better, worse, same, sentence }) => [
    code,
    decisionNames[decision.kind],
    date(decision.on),
    decision.reason,
    before.met,
    before.judged,
    after.met,
    after.judged,
    better,
    worse,
    same,
    sentence.nl,
  ]),
});

const bodySheet = ({ completeness }: Dossier): SheetContent => ({
  name: "Aanleveringen",
  columns: [text("instelling", 28), { header: "rapporten" }, { header: "in deze periode" }, text("laatste toets", 14)],
  rows: completeness.bodies.map(({ name, reports, reportsInPeriod, lastTest }) => [
    name,
    reports,
    reportsInPeriod,
    lastTest ? date(lastTest) : "",
  ]),
});

const overdueSheet = ({ completeness }: Dossier): SheetContent => ({
  name: "Over tijd",
  columns: [text("organisatie", 40), text("instelling", 28), text("laatste toets", 14), text("had gemoeten op", 16)],
  rows: completeness.overdue.map(({ name, body, lastTest, due }) => [name, body, date(lastTest), date(due)]),
});

const accountSheet = ({ review, restsOn, limits }: Dossier): SheetContent => ({
  name: "Verantwoording",
  columns: [text("onderwerp", 28), text("toelichting", 110)],
  rows: [
    ["relevantietoets", review.id],
    ["peildatum", date(review.referenceDate)],
    ["normenkaders", frameworksText(restsOn.frameworks)],
    ["catalogus", restsOn.catalogueVersion],
    ["programma", restsOn.codeVersion],
    ["regels", restsOn.rulesVersion],
    ...(restsOn.illustrative ? [["let op", "Voorbeeldcatalogus: geen officiële normtekst."]] : []),
    ...limits.map(({ nl }) => ["niet te concluderen", nl]),
    ...restsOn.shards.map((sha256, shard) => [`vingerafdruk ${shard + 1}`, sha256]),
  ],
});
