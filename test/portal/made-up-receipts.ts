/** Invented receipts: every status, and one with more findings than a page shows. */
import { sha256 } from "../../core/ids.ts";
import type { ReceiptFinding } from "../../core/intake/receipt.ts";
import type { Receipt } from "../../portal/data.ts";

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
