/** The columns of a delivery: their names, synonyms and where they are needed. What may stand in them is said in `core/specification/column-words.ts`. */
import { foldWord } from "../catalogue/codes.ts";

export type Layout = "long" | "wide" | "trends";

/**
 * What a cell of the column is about: `report` repeats on every row of a report, `sender` names the body, `row` is one judgement,
 * `text` is free text, `trend` is one row of a trends table.
 */
export type ColumnPart = "report" | "sender" | "row" | "text" | "trend";

export const columnNames = [
  "rapportkenmerk",
  "status",
  "kvk_nummer",
  "organisatie",
  "label",
  "variant",
  "normenkader",
  "soort_toets",
  "toetsdatum",
  "toetsvorm",
  "fte",
  "gemeente",
  "auditdagen",
  "aantal_gesprekken",
  "clientenraad_gesproken",
  "certificerende_instelling",
  "norm",
  "score",
  "discipline",
  "zelfevaluatie",
  "verbeterpunt",
  "toelichting",
  "thema",
  "richting",
  "omschrijving",
] as const;
export type ColumnName = (typeof columnNames)[number];

export interface Column {
  readonly name: ColumnName;
  readonly part: ColumnPart;
  /** Layouts that cannot do without it. `verwijderd` rows need only rapportkenmerk, label and status. */
  readonly needed: readonly Layout[];
  readonly layouts: readonly Layout[];
  /** Other headers that mean the same, besides differences of case, spaces, underscores, hyphens and diacritics. */
  readonly synonyms: readonly string[];
}

const both: readonly Layout[] = ["long", "wide"];
const everywhere: readonly Layout[] = ["long", "wide", "trends"];
const column = (
  name: ColumnName,
  part: ColumnPart,
  needed: readonly Layout[],
  layouts: readonly Layout[],
  synonyms: readonly string[],
): Column => ({ name, part, needed, layouts, synonyms });

export const columns: readonly Column[] = [
  column("rapportkenmerk", "report", everywhere, everywhere, [
    "kenmerk",
    "rapportnummer",
    "rapportnr",
    "rapport",
    "rapport id",
    "kenmerk rapport",
    "dossiernummer",
  ]),
  column("status", "report", [], both, ["recordstatus", "mutatie", "status rapport"]),
  column("kvk_nummer", "report", both, both, [
    "kvk",
    "kvk nr",
    "kvknr",
    "kamer van koophandel",
    "kamer van koophandel nummer",
    "nummer kvk",
    "handelsregisternummer",
  ]),
  column("organisatie", "report", both, both, ["organisatienaam", "naam organisatie", "naam", "instelling", "naam instelling"]),
  column("label", "report", both, both, ["kwaliteitslabel", "keurmerk"]),
  column("variant", "report", [], both, ["labelvariant", "smaak"]),
  column("normenkader", "report", both, both, ["kader", "versie", "normenkaderversie", "versie normenkader", "kaderversie", "normversie"]),
  column("soort_toets", "report", both, both, ["soort", "toetssoort", "type toets", "toetstype", "soort audit", "type audit"]),
  column("toetsdatum", "report", both, both, ["datum", "datum toets", "auditdatum", "datum audit", "laatste auditdag"]),
  column("toetsvorm", "report", [], both, ["vorm", "vorm toets", "auditvorm"]),
  column("fte", "report", [], both, ["aantal fte", "formatie", "fte's"]),
  column("gemeente", "report", [], both, ["gemeentecode", "code gemeente"]),
  column("auditdagen", "report", [], both, ["aantal auditdagen", "dagen", "toetsdagen"]),
  column("aantal_gesprekken", "report", [], both, ["gesprekken", "aantal interviews", "interviews"]),
  column("clientenraad_gesproken", "report", [], both, ["clientenraad", "gesproken met clientenraad", "clientenraad gehoord"]),
  column("certificerende_instelling", "sender", [], both, ["ci", "certificeerder", "certificerende organisatie", "auditinstelling"]),
  column("norm", "row", ["long"], ["long"], ["normcode", "norm code", "normnummer", "normnr", "norm nr", "norm id"]),
  column("score", "row", ["long"], ["long"], ["oordeel", "beoordeling", "normscore", "score norm", "resultaat"]),
  column("discipline", "row", [], both, ["werksoort", "vakgebied"]),
  column("zelfevaluatie", "row", [], ["long"], ["score zelfevaluatie", "zelfbeoordeling"]),
  column("verbeterpunt", "row", [], ["long"], ["is verbeterpunt", "verbeterpunt afgesproken"]),
  column("toelichting", "text", [], both, ["motivering", "onderbouwing", "toelichting score", "toelichting auditor"]),
  column("thema", "trend", ["trends"], ["trends"], ["onderwerp", "trend"]),
  column("richting", "trend", ["trends"], ["trends"], ["ontwikkeling", "trendrichting"]),
  column("omschrijving", "trend", [], ["trends"], ["beschrijving", "tekst", "toelichting"]),
];

export const columnOf = new Map<ColumnName, Column>(columns.map((one) => [one.name, one]));

/** Columns of the report itself, in a fixed order: a report compares its rows with them. */
export const reportColumns: readonly ColumnName[] = columns.filter((one) => one.part === "report").map((one) => one.name);

/** The form in which two spellings of a header are equal: case, spaces, underscores, hyphens, dots and diacritics do not matter. */
export const foldHeader = (text: string): string => foldWord(text).replace(/[^\p{L}\p{N}+%]/gu, "");

/** Folded header → column. `trends` has its own words: there `toelichting` is the text of the trend. */
export const columnByHeader: Readonly<Record<"report" | "trends", ReadonlyMap<string, ColumnName>>> = {
  report: headersOf((one) => one.part !== "trend"),
  trends: headersOf((one) => one.layouts.includes("trends")),
};

/** Excel's letter of a 1-based column: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function headersOf(belongs: (one: Column) => boolean): ReadonlyMap<string, ColumnName> {
  const headers = new Map<string, ColumnName>();
  for (const one of columns.filter(belongs)) for (const synonym of one.synonyms) headers.set(foldHeader(synonym), one.name);
  for (const one of columns.filter(belongs)) headers.set(foldHeader(one.name), one.name);
  return headers;
}
