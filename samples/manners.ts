/** How each body writes its reports down: layout, columns, words, dates, file format. All invented. */

import { dutchDay, isoDay } from "../core/calendar.ts";
import type { Catalogue, CertifyingBody } from "../core/catalogue/types.ts";
import type { ColumnName } from "../core/intake/columns.ts";
import { OUT_OF_SCOPE, scoreWords } from "../core/judgement.ts";
import type { CsvManner } from "./csv-bytes.ts";
import type { SampleReport } from "./report.ts";
import { MET } from "./scoring.ts";
import type { Cell, Table } from "./table.ts";

export interface Manner {
  readonly layout: "wide" | "long";
  readonly columns: readonly ColumnName[];
  readonly rhythm: "half-yearly" | "yearly";
  readonly date: (day: number) => Cell;
  /** Absent: a workbook. */
  readonly csv?: (period: string) => CsvManner;
}

const report: readonly ColumnName[] = [
  "rapportkenmerk",
  "kvk_nummer",
  "organisatie",
  "label",
  "variant",
  "normenkader",
  "soort_toets",
  "toetsdatum",
  "toetsvorm",
];
const long: readonly ColumnName[] = ["norm", "score", "zelfevaluatie", "verbeterpunt", "toelichting"];

export const manners: Readonly<Record<string, Manner>> = {
  ciio: {
    layout: "wide",
    columns: [...report, "fte", "gemeente", "auditdagen", "aantal_gesprekken", "clientenraad_gesproken"],
    rhythm: "half-yearly",
    date: dutchDay,
    csv: () => ({ encoding: "utf-8 met BOM", delimiter: ";", lineEnd: "\r\n" }),
  },
  dnv: {
    layout: "long",
    columns: [...report, "fte", ...long],
    rhythm: "half-yearly",
    date: isoDay,
    csv: () => ({ encoding: "utf-8", delimiter: ",", lineEnd: "\n" }),
  },
  keurmerkinstituut: {
    layout: "wide",
    columns: [...report, "fte", "gemeente", "auditdagen", "aantal_gesprekken", "clientenraad_gesproken"],
    rhythm: "yearly",
    date: (day) => ({ day }),
  },
  lloyds: {
    layout: "long",
    columns: [...report, "auditdagen", "clientenraad_gesproken", "discipline", ...long],
    rhythm: "yearly",
    // d-m-jj, as a Dutch Excel shows a date by default
    date: (day) => dutchDay(day).replace(/^0?(\d+)-0?(\d+)-\d\d(\d\d)$/, "$1-$2-$3"),
    csv: (period) =>
      period.startsWith("2023")
        ? { encoding: "utf-16le", delimiter: "\t", lineEnd: "\r\n" }
        : { encoding: "windows-1252", delimiter: ";", lineEnd: "\r\n", sepLine: period.startsWith("2021") },
  },
};

/** A report to be written down, with the status that the body gives it. */
export interface Statement {
  readonly report: SampleReport;
  readonly status: "nieuw" | "gewijzigd" | "verwijderd";
}

/** The table of a delivery in the manner of its body. A status column is there only when a report is not new. */
export function tableOf(statements: readonly Statement[], body: CertifyingBody, catalogue: Catalogue): Table {
  const manner = manners[body.code]!;
  const columns = statements.some(({ status }) => status !== "nieuw") ? withStatus(manner.columns) : manner.columns;
  const codes = manner.layout === "wide" ? normCodes(statements, catalogue) : [];
  const words = wordsOf(body);
  const header = [...columns.map((column) => headerOf(column, body)), ...codes];
  const rows = statements.flatMap((statement) => {
    if (statement.status === "verwijderd") return [[...columns.map((column) => withdrawnCell(column, statement)), ...codes.map(() => "")]];
    if (manner.layout === "wide")
      return [
        [
          ...columns.map((column) => reportCell(column, statement, manner)),
          ...codes.map((code) => wideScore(statement.report, code, words)),
        ],
      ];
    return longRows(statement, columns, manner, words);
  });
  return [header, ...rows];
}

const withStatus = ([first, ...rest]: readonly ColumnName[]): ColumnName[] => [first!, "status", ...rest];

/** The codes of all frameworks in the delivery, each once, in the order of the catalogue. */
function normCodes(statements: readonly Statement[], catalogue: Catalogue): string[] {
  const present = new Set(statements.map((statement) => statement.report.framework));
  return [
    ...new Set(catalogue.frameworks.filter((framework) => present.has(framework)).flatMap(({ norms }) => norms.map(({ code }) => code))),
  ];
}

/** The body's own header where its profile has one, else the name of the column as people write it. */
function headerOf(column: ColumnName, body: CertifyingBody): string {
  const own = Object.entries(body.headerNames ?? {}).find(([, name]) => name === column)?.[0];
  return own ?? PLAIN_HEADERS[column] ?? column.charAt(0).toUpperCase() + column.slice(1).replaceAll("_", " ");
}
const PLAIN_HEADERS: Partial<Readonly<Record<ColumnName, string>>> = {
  kvk_nummer: "KvK-nummer",
  fte: "FTE",
  clientenraad_gesproken: "Cliëntenraad gesproken",
};

/** Score code → the body's own word where its profile has one. */
const wordsOf = (body: CertifyingBody): string[] =>
  scoreWords.map((word) => Object.entries(body.scoreTerms ?? {}).find(([, meaning]) => meaning === word)?.[0] ?? word);

const KINDS = { initial: "eerste toets", recertification: "hertoets", interim: "tussentijdse toets", followUp: "vervolgtoets" } as const;
const FORMS = { external: "extern", combinedLabel: "labelcombinatie", peerPlusExternal: "intercollegiaal en extern" } as const;

function reportCell(column: ColumnName, { report, status }: Statement, manner: Manner): Cell {
  const decimal = (value: number): Cell => (manner.csv ? String(value).replace(".", ",") : { number: value });
  switch (column) {
    case "rapportkenmerk":
      return report.reference;
    case "status":
      return status;
    case "kvk_nummer":
      return report.kvk;
    case "organisatie":
      return report.name;
    case "label":
      return report.framework.label;
    case "variant":
      return report.framework.variant;
    case "normenkader":
      return report.framework.version;
    case "soort_toets":
      return KINDS[report.kind];
    case "toetsdatum":
      return manner.date(report.day);
    case "toetsvorm":
      return FORMS[report.form];
    case "fte":
      return decimal(report.fte);
    case "gemeente":
      return report.municipality;
    case "auditdagen":
      return decimal(report.auditDays);
    case "aantal_gesprekken":
      return decimal(report.conversations);
    case "clientenraad_gesproken":
      return report.clientCouncilHeard ? "ja" : "nee";
    default:
      return "";
  }
}

function withdrawnCell(column: ColumnName, { report, status }: Statement): Cell {
  if (column === "rapportkenmerk") return report.reference;
  if (column === "label") return report.framework.label;
  return column === "status" ? status : "";
}

function wideScore(report: SampleReport, code: string, words: readonly string[]): string {
  const norm = report.framework.normIndex.get(code);
  if (norm === undefined || report.carried.has(norm)) return "";
  const score = report.audit[norm]!;
  return score === OUT_OF_SCOPE ? "" : words[score]!;
}

function longRows(statement: Statement, columns: readonly ColumnName[], manner: Manner, words: readonly string[]): Cell[][] {
  const { report } = statement;
  return report.framework.norms.flatMap(({ code }, norm) => {
    const score = report.audit[norm]!;
    if (score === OUT_OF_SCOPE || report.carried.has(norm)) return [];
    const perDiscipline: (readonly [string, number])[] = Object.entries(report.disciplines?.get(norm) ?? { "": score });
    return perDiscipline.map(([discipline, own], place) =>
      columns.map((column) => {
        switch (column) {
          case "norm":
            return code;
          case "score":
            return words[own]!;
          case "discipline":
            return discipline;
          case "zelfevaluatie":
            return report.self && place === 0 ? words[report.self[norm]!]! : "";
          case "verbeterpunt":
            return own < MET ? "ja" : "nee";
          case "toelichting":
            return (place === 0 && report.explanations?.get(norm)) || "";
          default:
            return reportCell(column, statement, manner);
        }
      }),
    );
  });
}
