/** The columns of a delivery: their names, synonyms and where they are needed. `docs/delivery-specification.md` is made from them. */
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
  /** What may stand in it, for the specification (English). */
  readonly content: string;
}

const both: readonly Layout[] = ["long", "wide"];
const everywhere: readonly Layout[] = ["long", "wide", "trends"];
const column = (
  name: ColumnName,
  part: ColumnPart,
  needed: readonly Layout[],
  layouts: readonly Layout[],
  synonyms: readonly string[],
  content: string,
): Column => ({ name, part, needed, layouts, synonyms, content });

export const columns: readonly Column[] = [
  column(
    "rapportkenmerk",
    "report",
    everywhere,
    everywhere,
    ["kenmerk", "rapportnummer", "rapportnr", "rapport", "rapport id", "kenmerk rapport", "dossiernummer"],
    "Your own reference of the report, at most 64 characters. The same audit under two labels has the same reference twice.",
  ),
  column("status", "report", [], both, ["recordstatus", "mutatie", "status rapport"], "`nieuw` (default), `gewijzigd`, `verwijderd`."),
  column(
    "kvk_nummer",
    "report",
    both,
    both,
    ["kvk", "kvk nr", "kvknr", "kamer van koophandel", "kamer van koophandel nummer", "nummer kvk", "handelsregisternummer"],
    "8 digits, as text: Excel drops a leading zero.",
  ),
  column(
    "organisatie",
    "report",
    both,
    both,
    ["organisatienaam", "naam organisatie", "naam", "instelling", "naam instelling"],
    "Name of the organisation.",
  ),
  column("label", "report", both, both, ["kwaliteitslabel", "keurmerk"], "Code of the label, e.g. `KSW`, `NVVK`."),
  column("variant", "report", [], both, ["labelvariant", "smaak"], "`basis` (default), `wijkteam` …"),
  column(
    "normenkader",
    "report",
    both,
    both,
    ["kader", "versie", "normenkaderversie", "versie normenkader", "kaderversie", "normversie"],
    "Version of the norm framework, e.g. `2019`.",
  ),
  column(
    "soort_toets",
    "report",
    both,
    both,
    ["soort", "toetssoort", "type toets", "toetstype", "soort audit", "type audit"],
    "`eerste toets`, `hertoets`, `tussentijdse toets`, `vervolgtoets`.",
  ),
  column(
    "toetsdatum",
    "report",
    both,
    both,
    ["datum", "datum toets", "auditdatum", "datum audit", "laatste auditdag"],
    "Last day of the audit: `dd-mm-jjjj` (also `d-m-jj`, `dd/mm/jjjj`, `jjjj-mm-dd`, or a date cell).",
  ),
  column(
    "toetsvorm",
    "report",
    [],
    both,
    ["vorm", "vorm toets", "auditvorm"],
    "`extern` (default), `labelcombinatie`, `intercollegiaal en extern`.",
  ),
  column("fte", "report", [], both, ["aantal fte", "formatie", "fte's"], "Number with a decimal comma."),
  column("gemeente", "report", [], both, ["gemeentecode", "code gemeente"], "`GM` and 4 digits, e.g. `GM0363`."),
  column("auditdagen", "report", [], both, ["aantal auditdagen", "dagen", "toetsdagen"], "Number with a decimal comma."),
  column("aantal_gesprekken", "report", [], both, ["gesprekken", "aantal interviews", "interviews"], "Whole number."),
  column(
    "clientenraad_gesproken",
    "report",
    [],
    both,
    ["clientenraad", "gesproken met clientenraad", "clientenraad gehoord"],
    "`ja` or `nee`.",
  ),
  column(
    "certificerende_instelling",
    "sender",
    [],
    both,
    ["ci", "certificeerder", "certificerende organisatie", "auditinstelling"],
    "Your own code or name. Not needed: the sender is known. Another body's name is an error.",
  ),
  column(
    "norm",
    "row",
    ["long"],
    ["long"],
    ["normcode", "norm code", "normnummer", "normnr", "norm nr", "norm id"],
    "Norm code of that framework.",
  ),
  column(
    "score",
    "row",
    ["long"],
    ["long"],
    ["oordeel", "beoordeling", "normscore", "score norm", "resultaat"],
    "`voldoet`, `voldoet deels`, `voldoet niet`, `niet van toepassing`, `niet beoordeeld`, or your own agreed term.",
  ),
  column("discipline", "row", [], both, ["werksoort", "vakgebied"], "E.g. `maatschappelijk werk`, at most 64 characters."),
  column("zelfevaluatie", "row", [], ["long"], ["score zelfevaluatie", "zelfbeoordeling"], "Same scale as `score`."),
  column("verbeterpunt", "row", [], ["long"], ["is verbeterpunt", "verbeterpunt afgesproken"], "`ja` or `nee`."),
  column(
    "toelichting",
    "text",
    [],
    both,
    ["motivering", "onderbouwing", "toelichting score", "toelichting auditor"],
    "Free text, at most 2 000 characters, without personal data.",
  ),
  column("thema", "trend", ["trends"], ["trends"], ["onderwerp", "trend"], "Theme of the trend."),
  column("richting", "trend", ["trends"], ["trends"], ["ontwikkeling", "trendrichting"], "`toenemend`, `gelijk`, `afnemend`."),
  column(
    "omschrijving",
    "trend",
    [],
    ["trends"],
    ["beschrijving", "tekst", "toelichting"],
    "Free text, at most 2 000 characters, without personal data.",
  ),
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
