/** Invented data for the pages: small enough to reason about, large enough to look like real use. Every part can be replaced. */
import { bodyCode, deliveryNumber, sha256 } from "../../core/ids.ts";
import type { ReceiptFinding } from "../../core/intake/receipt.ts";
import { upperBound } from "../../core/statistics/one-sided-bound.ts";
import { wilsonInterval } from "../../core/statistics/wilson-interval.ts";
import type { DeliveryRecord, FlaggedNorm, FrameworkTitles, NormFigureRow, PortalData, Publication, Receipt } from "../../portal/data.ts";

export function madeUpData(replaced: Partial<PortalData> = {}): PortalData {
  return {
    publication: async () => publication(),
    figures: async () => figures(),
    deliveries: async () => deliveries(),
    receipt: async (_body, number) => receipts().find((one) => one.delivery === number),
    receiptFile: async (_body, number, kind) => ({
      name: `export "maart".csv.${kind}`,
      contentType: "text/csv; charset=utf-8",
      content: new TextEncoder().encode(`inhoud van ${number}`),
    }),
    publishedFile: async (name) => ({ contentType: "text/csv; charset=utf-8", content: new TextEncoder().encode(`inhoud van ${name}`) }),
    executions: async () => executions(),
    bodies: async () => bodies,
    frameworks: async () => frameworkTitles,
    ...replaced,
  };
}

/** Nothing was ever delivered. */
export const nothingYet = (): PortalData =>
  madeUpData({ publication: async () => undefined, figures: async () => [], deliveries: async () => [], executions: async () => [] });

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
    norm: row.norm,
    title: row.titel,
    signal: row.signalen ?? "",
    n,
    met,
    partly,
    lower: null,
    upper,
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
  files: ["norm-figures.csv", "norm-figures.xlsx", "norm-figures.json", "cube.json"],
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

export const finding = (replaced: Partial<ReceiptFinding> = {}): ReceiptFinding => ({
  code: "SCORE_UNKNOWN",
  severity: "error",
  sheet: null,
  row: 4,
  column: "I",
  columnName: "score",
  value: "voldoe deels",
  message: '"voldoe deels" is geen geldige score.',
  fix: 'Bedoelde u "voldoet deels"?',
  ...replaced,
});

/** A receipt whose counts and groups follow from its findings and reports. */
export function receipt(replaced: Partial<Receipt> & Pick<Receipt, "delivery">): Receipt {
  const { findings = [], reports = [] } = replaced;
  const groups = [...new Set(findings.map((one) => one.code))].map((code) => {
    const places = findings.filter((one) => one.code === code);
    return { code, count: places.length, firstRow: places[0]?.row ?? null };
  });
  const outcomes = { new: 0, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0 };
  for (const report of reports) outcomes[report.outcome] += 1;
  const of = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return {
    body: "ciio",
    file: "export_maart.csv",
    sha256: sha256("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
    receivedAt: "2026-03-14T09:58:00.000Z",
    read: { format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows: 6 },
    status: "accepted",
    statusText: "Aangenomen",
    summary: ['Bestand "export_maart.csv", ontvangen op 14-03-2026 om 10:58 uur. Gelezen als CSV (UTF-8, scheidingsteken ";"); 6 rijen.'],
    counts: { reports: reports.length, ...outcomes, errors: of("error"), warnings: of("warning") },
    reports,
    findings,
    groups,
    ...replaced,
  };
}

export const rejectedReceipt = (): Receipt =>
  receipt({
    delivery: "A-2026-0192",
    status: "rejected",
    statusText: "Niet aangenomen. Er is niets verwerkt.",
    summary: [
      "7 fouten in 5 rijen. Er is niets verwerkt. Herstel het bestand en lever het opnieuw aan; u hoeft niets in te trekken.",
      "1 waarschuwing; die houdt de verwerking niet tegen.",
      'Bestand "export_maart.csv", ontvangen op 14-03-2026 om 10:58 uur. Gelezen als CSV (UTF-8, scheidingsteken ";"); 6 rijen, met per rij één norm.',
    ],
    reports: [
      { reference: "CI-2026-014", label: "KSW", outcome: "rejected" },
      { reference: "CI-2026-015", label: "KSW", outcome: "rejected" },
    ],
    findings: [
      finding({
        code: "NORM_EXCEL_DATE",
        row: 3,
        column: "H",
        columnName: "norm",
        value: "01-02-2026",
        message: "Excel heeft de norm veranderd in een datum (01-02-2026).",
        fix: 'Vul "1.2" in en zet de kolom op Tekst.',
      }),
      finding(),
      finding({
        code: "VARIANT_UNKNOWN",
        column: "E",
        columnName: "variant",
        value: "Wijkteam variant",
        message: '"Wijkteam variant" is geen geldige variant.',
        fix: 'Bedoelde u "wijkteam"?',
      }),
      finding({
        row: 5,
        value: "onvoldoende",
        message: '"onvoldoende" is geen geldige score.',
        fix: "Kies uit: voldoet, voldoet deels, voldoet niet.",
      }),
      finding({
        code: "DATE_IMPOSSIBLE",
        row: 5,
        column: "D",
        columnName: "toetsdatum",
        value: "31-02-2026",
        message: '"31-02-2026" is geen geldige datum.',
        fix: "Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 31-12-2025.",
      }),
      finding({
        code: "NORM_DOUBLE",
        row: 7,
        column: "H",
        columnName: "norm",
        value: "1.5",
        message: "Deze norm staat al op rij 6 voor dezelfde toets.",
        fix: "Verwijder een van beide rijen.",
      }),
      finding({ code: "SCORE_MISSING", row: 8, value: "", message: "De score ontbreekt.", fix: "Vul een score in, of haal de rij weg." }),
      finding({
        code: "KVK_LOST_ZERO",
        severity: "warning",
        row: 2,
        column: "C",
        columnName: "kvk",
        value: "1234567",
        message: 'Excel heeft de voorloopnul weggehaald; gelezen als "01234567".',
        fix: "Zet de kolom op Tekst.",
      }),
    ],
  });

/** More places than one page shows. */
export const longReceipt = (places = 450): Receipt =>
  receipt({
    delivery: "A-2026-0195",
    body: "keurmerkinstituut",
    file: "maart.xlsx",
    status: "partlyAccepted",
    statusText: "Deels aangenomen: 11 van de 12 rapporten",
    summary: [`11 rapporten zijn aangenomen: 11 nieuw. 1 rapport is niet aangenomen: ${places} fouten.`],
    reports: [
      ...Array.from({ length: 11 }, (_, i) => ({ reference: `KI-${100 + i}`, label: "KSW", outcome: "new" as const })),
      { reference: "KI-999", label: "NVVK", outcome: "rejected" as const },
    ],
    findings: Array.from({ length: places }, (_, i) => finding({ sheet: "Toetsen 2026", row: i + 2, value: `waarde ${i + 2}` })),
  });

export const receipts = (): readonly Receipt[] => [
  longReceipt(),
  receipt({
    delivery: "A-2026-0194",
    status: "unchanged",
    statusText: "Dit bestand is al aangeleverd op 14-03-2026 om 10:58 uur (aanlevering A-2026-0193); er verandert niets.",
    summary: ["Dit bestand is al aangeleverd op 14-03-2026 om 10:58 uur (aanlevering A-2026-0193); er verandert niets."],
    sameAs: { delivery: "A-2026-0193", receivedAt: "2026-03-14T09:58:00.000Z" },
  }),
  receipt({
    delivery: "A-2026-0193",
    file: "export_maart_v2.csv",
    summary: ["4 rapporten zijn aangenomen: 3 nieuw, 1 vervangen.", "1 waarschuwing; die houdt de verwerking niet tegen."],
    reports: [
      { reference: "CI-2026-010", label: "KSW", outcome: "replaced" },
      { reference: "CI-2026-014", label: "KSW", outcome: "new" },
      { reference: "CI-2026-014", label: "NVVK", outcome: "new" },
      { reference: "CI-2026-015", label: "KSW", outcome: "new" },
    ],
    findings: [
      finding({
        code: "SCOPE_NORMS_MISSING",
        severity: "warning",
        row: 2,
        column: null,
        columnName: null,
        value: "",
        message: "Dit rapport heeft 3 van de 49 normen niet.",
        fix: "Niets te doen als deze normen niet zijn getoetst.",
      }),
    ],
  }),
  rejectedReceipt(),
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
