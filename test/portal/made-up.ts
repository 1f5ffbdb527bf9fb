/** Invented data for the pages: small enough to reason about, large enough to look like real use. Every part can be replaced. */
import type { Decision } from "../../core/decisions.ts";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import { receiptContentTypes } from "../../core/intake/receipt-files.ts";
import { receiptJson } from "../../core/intake/receipt-json.ts";
import { upperBound } from "../../core/statistics/one-sided-bound.ts";
import { wilsonInterval } from "../../core/statistics/wilson-interval.ts";
import type { DeliveryRecord, FlaggedNorm, FrameworkTitles, NormFigureRow, PortalData, Publication } from "../../portal/data.ts";
import { receipts } from "./made-up-receipts.ts";
import { reminders } from "./made-up-reminders.ts";
import { signals } from "./made-up-signals.ts";
import { sampleScores } from "./sample-scores.ts";
import { shippedCatalogue } from "./scripts/deliveries.ts";

export function madeUpData(replaced: Partial<PortalData> = {}): PortalData {
  return {
    publication: async () => publication(),
    figures: async () => figures(),
    signals: async () => signals(),
    signalsYearBefore: async () => signals().slice(1),
    scores: () => sampleScores(),
    deliveries: async () => deliveries(),
    deliveriesOf: async (body) => deliveries().filter((record) => record.body === body),
    reminders: async () => reminders(),
    receipt: async (_body, number) => receipts().find((one) => one.delivery === number),
    async receiptFile(_body, number, kind) {
      const receipt = receipts().find((one) => one.delivery === number);
      if (!receipt) return undefined;
      const text = kind === "receipt.json" ? receiptJson(receipt) : `inhoud van ${number}`;
      return { name: `export "maart".csv.${kind}`, contentType: receiptContentTypes[kind], content: new TextEncoder().encode(text) };
    },
    publishedFile: async (name) => ({
      name,
      contentType: "text/csv; charset=utf-8",
      content: new TextEncoder().encode(`inhoud van ${name}`),
    }),
    reportTexts: async ({ reference }) => ({
      trends: [{ theme: "wachttijden", direction: "increasing", text: `In rapport ${reference} staat dat mensen langer wachten.` }],
      explanations: [{ norm: "V01", text: `Toelichting uit rapport ${reference}.` }],
    }),
    executions: async () => executions(),
    bodies: async () => bodies,
    catalogue: async () => shippedCatalogue(),
    frameworks: async () => frameworkTitles,
    ...replaced,
  };
}

/** Nothing was ever delivered. */
export const nothingYet = (): PortalData =>
  madeUpData({
    publication: async () => undefined,
    scores: async () => undefined,
    figures: async () => [],
    deliveries: async () => [],
    executions: async () => [],
  });

export const bodies: ReadonlyMap<string, string> = new Map([
  ["ciio", "CIIO"],
  ["dnv", "DNV"],
  ["keurmerkinstituut", "Keurmerkinstituut"],
  ["lloyds", "Lloyd's Register"],
]);

export const frameworkTitles: readonly FrameworkTitles[] = [
  titles("KSW", "basis", "2019", "Kwaliteitslabel Sociaal Werk, basis 2019 (voorbeeldcatalogus, geen officiële normtekst)"),
  titles("KSW", "wijkteam", "2021", "Kwaliteitslabel Sociaal Werk, wijkteam 2021 (voorbeeldcatalogus, geen officiële normtekst)"),
];

function titles(label: string, variant: string, version: string, title: string): FrameworkTitles {
  const categories = [
    { code: "V", title: "Vakmanschap" },
    { code: "D", title: "Dienstverlening" },
    { code: "O", title: "Organisatie & Bestuur" },
  ];
  return { label, variant, version, title, categories };
}

/** A row of the figures from counts; shares and limits follow. */
export function figure(row: Partial<NormFigureRow> & Pick<NormFigureRow, "norm" | "titel">): NormFigureRow {
  const { voldoet = 0, voldoet_deels = 0, voldoet_niet = 0, niet_van_toepassing = 0, niet_beoordeeld = 0 } = row;
  const n = voldoet + voldoet_deels + voldoet_niet;
  const interval = wilsonInterval(voldoet, n);
  return {
    label: "KSW",
    variant: "basis",
    normenkader: "2019",
    categorie: row.norm.charAt(0),
    competenties: "",
    organisaties: n + niet_van_toepassing + niet_beoordeeld,
    beoordeeld: n,
    voldoet,
    voldoet_deels,
    voldoet_niet,
    niet_van_toepassing,
    niet_beoordeeld,
    aandeel_voldoet: n === 0 ? null : voldoet / n,
    ondergrens: interval?.lower ?? null,
    bovengrens: interval?.upper ?? null,
    signalen: signalOf(voldoet, n),
    ...row,
  };
}

const signalOf = (met: number, n: number): string =>
  n < 14
    ? "TE_WEINIG_GEGEVENS"
    : met === 0
      ? n >= 29
        ? "NOOIT_GEHAALD"
        : "NOOIT_TOT_NU_TOE"
      : met === n && n >= 29
        ? "ALTIJD_GEHAALD"
        : "";

export const figures = (): readonly NormFigureRow[] => [
  figure({
    norm: "V01",
    titel: "De sociaal werker verheldert samen met de cliënt de vraag achter de vraag en legt die vast.",
    competenties: "C01",
    voldoet: 71,
    voldoet_deels: 9,
    voldoet_niet: 3,
  }),
  figure({
    norm: "V02",
    titel: "De sociaal werker brengt het eigen netwerk van de cliënt in beeld en betrekt het bij de ondersteuning.",
    competenties: "C02|C07",
    voldoet: 83,
  }),
  figure({
    norm: "V03",
    titel: "De cliënt bepaalt zelf zijn doelen en de sociaal werker sluit daarbij aan.",
    competenties: "C02",
    voldoet: 44,
    voldoet_deels: 28,
    voldoet_niet: 10,
    niet_van_toepassing: 1,
  }),
  figure({
    norm: "V15",
    titel: "Van elke methode die de organisatie gebruikt, is beschreven waarom zij werkt en is dat in de eigen praktijk nagegaan.",
    competenties: "C10",
    voldoet_deels: 31,
    voldoet_niet: 12,
    niet_beoordeeld: 40,
  }),
  figure({
    norm: "D02",
    titel: "Binnen tien werkdagen na de aanmelding is er een eerste gesprek; wie langer wacht, krijgt in die tijd hulp om te overbruggen.",
    voldoet: 23,
    voldoet_deels: 36,
    voldoet_niet: 24,
  }),
  figure({
    norm: "D06",
    titel: "Binnen zes maanden na de afsluiting gaat de organisatie na of het resultaat stand heeft gehouden.",
    voldoet: 1,
    voldoet_deels: 20,
    voldoet_niet: 62,
  }),
  figure({
    norm: "D14",
    titel: "Van elke vorm van ondersteuning worden de resultaten gemeten, met het team besproken en gebruikt om te verbeteren.",
    voldoet_deels: 12,
    voldoet_niet: 71,
  }),
  figure({
    norm: "O01",
    titel: "De organisatie heeft een missie en een visie die medewerkers kunnen uitleggen.",
    voldoet: 82,
    voldoet_deels: 1,
  }),
  figure({
    norm: "O04",
    titel: "De raad van toezicht werkt volgens een governancecode en beoordeelt elk jaar het eigen functioneren.",
    voldoet: 5,
    voldoet_deels: 3,
    voldoet_niet: 1,
    niet_van_toepassing: 74,
  }),
  figure({ norm: "O15", titel: "De organisatie kan laten zien welk maatschappelijk effect haar werk heeft.", niet_beoordeeld: 83 }),
  figure({
    variant: "wijkteam",
    normenkader: "2021",
    norm: "W03",
    titel: "Het wijkteam is ook buiten kantooruren bereikbaar.",
    categorie: "D",
    voldoet_deels: 4,
    voldoet_niet: 14,
  }),
  figure({
    variant: "wijkteam",
    normenkader: "2021",
    norm: "W04",
    titel: "Het wijkteam kent de vindplaatsen in de buurt.",
    categorie: "V",
    voldoet: 11,
    voldoet_deels: 7,
  }),
];

/** What the publication says of a row that has a signal. */
export function flagged(row: NormFigureRow): FlaggedNorm {
  const { beoordeeld: n, voldoet: met, voldoet_deels: partly } = row;
  const upper = n === 0 ? null : upperBound(met, n);
  const nl =
    row.signalen === "NOOIT_GEHAALD"
      ? `Geen van de ${n} organisaties voldoet. ${partly} voldoen deels. Met 95% zekerheid haalt hooguit ${Math.ceil((upper ?? 1) * 100)} op de 100 organisaties deze norm.`
      : `Tot nu toe voldoet niemand (0 van ${n}). Er zijn 29 organisaties nodig voor een conclusie.`;
  return {
    label: row.label,
    variant: row.variant,
    framework: row.normenkader,
    validUntil: row.normenkader === "2017" ? "2019-12-31" : null,
    norm: row.norm,
    line: `${row.label}/${row.variant}/${row.normenkader}/${row.norm}`,
    title: row.titel,
    signal: row.signalen ?? "",
    n,
    met,
    partly,
    atLeast: null,
    atMost: upper,
    interval: { lower: row.ondergrens, upper: row.bovengrens },
    sentence: { nl, en: "" },
  };
}

export const publication = (replaced: Partial<Publication> = {}): Publication => ({
  run: "2026-01-01-000042",
  referenceDate: "2025-12-31",
  publishedAt: "2026-01-01T05:00:12.000Z",
  catalogueVersion: "5f0c6d3f6f1a4f0e8f4d7c3a5b2e1d0c9b8a7f6e5d4c3b2a190807060504030201",
  codeVersion: "0.1.0",
  illustrative: true,
  reports: 214,
  organisations: 101,
  files: [
    "norm-figures.csv",
    "norm-figures.xlsx",
    "norm-figures.json",
    "signals.json",
    "trends.csv",
    "transitions.csv",
    "datapackage.json",
    "cube.json",
  ],
  flagged: figures()
    .filter((row) => row.signalen !== "")
    .map(flagged),
  ...replaced,
});

export function delivery(replaced: Partial<DeliveryRecord> & { readonly number: DeliveryRecord["number"] }): DeliveryRecord {
  const body = replaced.body ?? bodyCode("ciio");
  const file = replaced.file ?? "export_maart.csv";
  return {
    key: `${body}/${file}`,
    versionId: "1",
    body,
    file,
    size: 12_345,
    receivedAt: "2026-03-14T09:58:00.000Z",
    state: "finished",
    status: "accepted",
    outcomes: { new: 12 },
    groups: [],
    rows: 588,
    trail: [],
    ...replaced,
  };
}

export const deliveries = (): readonly DeliveryRecord[] => [
  delivery({
    number: deliveryNumber("A-2026-0196"),
    state: "claimed",
    status: undefined,
    outcomes: undefined,
    groups: undefined,
    file: "toetsen_q1.xlsx",
    body: bodyCode("dnv"),
    receivedAt: "2026-03-14T11:02:00.000Z",
  }),
  delivery({
    number: deliveryNumber("A-2026-0195"),
    body: bodyCode("keurmerkinstituut"),
    file: "maart.xlsx",
    status: "partlyAccepted",
    outcomes: { new: 11, rejected: 1 },
    groups: [{ code: "SCORE_UNKNOWN", severity: "error", count: 1240, firstRow: 14 }],
  }),
  delivery({ number: deliveryNumber("A-2026-0194"), status: "unchanged", outcomes: {}, rows: 0 }),
  delivery({
    number: deliveryNumber("A-2026-0193"),
    file: "export_maart_v2.csv",
    outcomes: { replaced: 1, new: 3 },
    groups: [{ code: "SCOPE_NORMS_MISSING", severity: "warning", count: 2, firstRow: 2 }],
  }),
  delivery({
    number: deliveryNumber("A-2026-0192"),
    status: "rejected",
    outcomes: { rejected: 2 },
    groups: [{ code: "SCORE_UNKNOWN", severity: "error", count: 7, firstRow: 2 }],
  }),
];

export const executions = () => [
  {
    machine: "score-norms",
    name: "run-2026-01-01-000042",
    status: "SUCCEEDED",
    startedAt: "2026-03-14T11:02:05.000Z",
    stoppedAt: "2026-03-14T11:02:06.240Z",
  },
  { machine: "ingest-delivery", name: "dnv-4f1c", status: "RUNNING", startedAt: "2026-03-14T11:02:00.000Z" },
  {
    machine: "ingest-delivery",
    name: "keurmerkinstituut-77aa",
    status: "SUCCEEDED",
    startedAt: "2026-03-14T09:58:01.000Z",
    stoppedAt: "2026-03-14T09:58:01.420Z",
  },
  {
    machine: "ingest-delivery",
    name: "lloyds-0b52",
    status: "FAILED",
    startedAt: "2026-03-14T09:40:00.000Z",
    stoppedAt: "2026-03-14T09:41:12.000Z",
    error: "ServiceUnavailable: the table did not answer",
  },
];

/** What the committee decided about D02. */
export const decision = (replaced: Partial<Decision> = {}): Decision => ({
  norm: "KSW/wijkteam/2021/D02",
  number: 1,
  kind: "amend",
  reason: "De termijn is niet haalbaar.",
  by: { id: "1", name: "Cor" },
  at: "2024-03-12T10:00:00.000Z",
  figures: { run: "r", referenceDate: "2024-03-01", met: 40, judged: 60, signals: ["VERSLECHTEREND"] },
  ...replaced,
});
