import { scoreWords } from "../../judgement.ts";
import type { AuditForm } from "../../scoring/types.ts";
import { conversationClasses, kindWords, NOT_SAID, namesOf, sizeClasses } from "../tables/audit-groups.ts";
import { count, type Table, text } from "../tables/table.ts";

export const formWords: Readonly<Record<AuditForm, string>> = {
  external: "extern",
  combinedLabel: "labelcombinatie",
  peerPlusExternal: "intercollegiaal en extern",
};

export interface AuditRow {
  readonly toets: string;
  readonly organisatie: string;
  readonly instelling: string;
  readonly normenkader: string;
  readonly soort_toets: string;
  readonly toetsvorm: string;
  readonly halfjaar: string;
  readonly grootte: string;
  readonly gesprekken: string;
  readonly clientenraad_gesproken: string;
  readonly gemeente: string | null;
  readonly volgnummer: number;
}

export const auditsTable: Table<AuditRow> = {
  file: "toetsen.csv",
  title: "Toetsen",
  description: "Elk toetsingsrapport één keer, in willekeurige volgorde.",
  key: ["toets"],
  columns: [
    text("toets", "Schuilnaam van de toets, alleen in dit bestand."),
    text("organisatie", "Schuilnaam van de organisatie, alleen in dit bestand."),
    text("instelling", "Schuilnaam van de certificerende instelling, alleen in dit bestand."),
    text("normenkader", "Het normenkader van de toets: label/variant/versie."),
    text("soort_toets", "De soort toets.", { values: Object.values(kindWords) }),
    text("toetsvorm", "Hoe er getoetst is.", { values: Object.values(formWords) }),
    text("halfjaar", "Het halfjaar van de toets, bijvoorbeeld 2024-H1."),
    text("grootte", "Grootte van de organisatie in voltijdbanen (fte), bij deze toets.", { values: namesOf(sizeClasses) }),
    text("gesprekken", "Aantal gesprekken tijdens de toets.", { values: namesOf(conversationClasses) }),
    text("clientenraad_gesproken", "Is met de cliëntenraad gesproken?", { values: ["ja", "nee", NOT_SAID] }),
    text(
      "gemeente",
      "Gemeentecode (GM en vier cijfers). Leeg als die niet opgegeven is, of als er minder dan 5 organisaties getoetst zijn.",
      {
        maybeEmpty: true,
      },
    ),
    count("volgnummer", "De hoeveelste toets van deze organisatie onder dit label: 1 is de eerste die bekend is."),
  ],
};

export interface NormRow {
  readonly normenkader: string;
  readonly norm: string;
  readonly titel: string;
  readonly categorie: string;
  readonly competenties: string;
}

export const normsTable: Table<NormRow> = {
  file: "normen.csv",
  title: "Normen",
  description: "Alle normen van alle normenkaders van het label.",
  key: ["normenkader", "norm"],
  columns: [
    text("normenkader", "Het normenkader: label/variant/versie."),
    text("norm", "Code van de norm."),
    text("titel", "Titel van de norm."),
    text("categorie", "Code van de categorie."),
    text("competenties", "Codes van de competenties, gescheiden door |. Leeg als er geen zijn.", { maybeEmpty: true }),
  ],
};

export interface ScoreRow {
  readonly toets: string;
  readonly normenkader: string;
  readonly norm: string;
  readonly score: string;
  readonly geleend: string;
  readonly zelfevaluatie: string | null;
  readonly verbeterpunt: string | null;
}

export const scoresTable: Table<ScoreRow> = {
  file: "scores.csv",
  title: "Scores",
  description: "Het oordeel van elke toets over elke norm die zij beoordeelde. Toelichtingen en scores per discipline staan er niet in.",
  key: ["toets", "norm"],
  foreignKeys: [
    { columns: ["toets"], table: auditsTable.file },
    { columns: ["normenkader", "norm"], table: normsTable.file },
  ],
  columns: [
    text("toets", "Zie toetsen.csv."),
    text("normenkader", "Zie normen.csv."),
    text("norm", "Zie normen.csv."),
    text("score", "De score van de organisatie op de norm.", { values: scoreWords }),
    text("geleend", "Komt het oordeel van dezelfde audit onder een ander label?", { values: ["ja", "nee"] }),
    text("zelfevaluatie", "De score die de organisatie zichzelf gaf. Leeg zonder zelfevaluatie.", { values: scoreWords, maybeEmpty: true }),
    text("verbeterpunt", "Is er een verbeterpunt afgesproken? Leeg als het niet gezegd is.", { values: ["ja", "nee"], maybeEmpty: true }),
  ],
};
