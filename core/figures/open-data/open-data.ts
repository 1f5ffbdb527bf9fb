import { dutchDay, parseIsoDay } from "../../calendar.ts";
import { SMALL } from "../mirror/small-cells.ts";
import type { YearlyReport } from "../yearly-report/report.ts";
import {
  aboutReport,
  figureRowsOf,
  groupRowsOf,
  meanRowsOf,
  normRowsOf,
  organisationRowsOf,
  testRowsOf,
  themeRowsOf,
} from "../yearly-report/table-rows.ts";
import { figuresTable, groupsTable, meansTable, normsTable, organisationsTable, testsTable, themesTable } from "../yearly-report/tables.ts";
import { type Chapter, type PackageAbout, type PackageTable, packageTable, packageZip } from "./package.ts";
import type { Terms } from "./terms.ts";

/**
 * The open data of a yearly report: its own figures as tables, and nothing more. So whoever has the report learns nothing from the data that the
 * report hides.
 *
 * @param version of the report: 1 the first time that it is published
 */
export const openDataZip = (report: YearlyReport, version: number, terms: Terms): Uint8Array =>
  packageZip(openDataAbout(report, version, terms), openDataTables(report));

/** Also the sheets of its workbook. */
export const openDataTables = (report: YearlyReport): readonly PackageTable[] => [
  packageTable(normsTable, normRowsOf(report)),
  packageTable(figuresTable, figureRowsOf(report)),
  packageTable(groupsTable, groupRowsOf(report)),
  packageTable(meansTable, meanRowsOf(report)),
  packageTable(testsTable, testRowsOf(report)),
  packageTable(organisationsTable, organisationRowsOf(report)),
  packageTable(themesTable, themeRowsOf(report)),
];

function openDataAbout(report: YearlyReport, version: number, terms: Terms): PackageAbout {
  const { label, year, referenceDate } = report;
  const day = dutchDay(parseIsoDay(referenceDate)!);
  return {
    name: `jaarrapport-${slug(label)}-${year}`,
    title: `Open data bij het jaarrapport ${year} van ${label}`,
    description: `Hoeveel organisaties aan de normen van ${label} voldoen, per jaar tot en met ${year}. Organisaties en certificerende instellingen staan er niet in.`,
    version: `${year}.${version}`,
    referenceDate,
    terms,
    citation: `${terms.publisher}, jaarrapport ${year} van ${label}, versie ${version}, peildatum ${day} (open data, methode ${report.method}).`,
    facts: [...aboutReport(report), ["Versie van het rapport", String(version)]],
    chapters,
  };
}

const chapters: readonly Chapter[] = [
  {
    title: "Hoe er geteld is",
    paragraphs: [
      "Geteld worden organisaties, niet rapporten. Elke organisatie telt één keer, met haar laatste eerste toets of hertoets tot en met de peildatum. Een latere tussentijdse toets of vervolgtoets vervangt het oordeel over de normen die daarin beoordeeld zijn.",
      "Een aandeel is het aantal dat voldoet, gedeeld door het aantal met een oordeel (voldoet, voldoet deels of voldoet niet). Niet van toepassing en niet beoordeeld tellen niet mee.",
      "Een jaar dat al eens gepubliceerd is, staat er zoals het toen gepubliceerd is. Latere correcties staan in een nieuwe versie van dat rapport.",
    ],
  },
  {
    title: "Wat verborgen is",
    paragraphs: [
      `Een aantal van 1 tot en met ${SMALL - 1} organisaties wordt niet getoond, en ook niet wat nodig is om het uit te rekenen. Nul wordt wel getoond. Waar grenzen staan (van, tot) ligt het aantal daar ergens tussen; elk aantal daartussen is mogelijk.`,
      "Ook een verschil tussen twee jaren, of tussen twee versies van een rapport, kan over minder dan 5 organisaties gaan. Dan is er meer verborgen.",
      "Reken met de grenzen, en vul lege velden niet met nul. Een lege cel is niet hetzelfde als een klein aantal: zij kan ook verborgen zijn om een andere te beschermen.",
    ],
  },
  {
    title: "Wat u er niet uit kunt opmaken",
    paragraphs: [
      "Wie het label verloor of opgaf, verdwijnt uit de cijfers of telt mee met een oud rapport. De stand is daardoor iets te gunstig.",
      "Wie in een jaar getoetst wordt, is toeval. Een verschil tussen twee jaren is daarom nog geen verandering.",
      "Organisaties zonder label staan er niet in. De cijfers zeggen dus niet of het label werkt, en ook niets over één organisatie.",
    ],
  },
];

/** Names of packages have no other signs. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "label";
