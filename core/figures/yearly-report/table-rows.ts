/** The rows of the tables of a yearly report. */
import { dutchDay, parseIsoDay } from "../../calendar.ts";
import { isExact, type Range } from "../suppression/range.ts";
import { kindWords } from "../tables/audit-groups.ts";
import { directionWords } from "../tables/reported-trends.ts";
import type { PublicCounts } from "./public-counts.ts";
import type { ReportedNorm, YearlyReport } from "./report.ts";
import { groupOf, normsOfCategory, normsOfCompetency, publicShare } from "./summaries.ts";
import type { CountColumns, FigureRow, GroupRow, MeanRow, NormRow, OrganisationRow, TestRow, ThemeRow } from "./tables.ts";

/** What the files say of the report itself. */
export const aboutReport = (report: YearlyReport): readonly (readonly [subject: string, text: string])[] => [
  ["Label", report.label],
  ["Jaar", `${report.year}${report.provisional ? " (voorlopig: het jaar was nog niet om)" : ""}`],
  ["Peildatum", dutchDay(parseIsoDay(report.referenceDate)!)],
  ["Methode", `versie ${report.method}`],
  ["Berekening", report.run],
  ["Normenkaders", report.frameworks.join(", ")],
  ...(report.illustrative ? ([["Let op", "Voorbeeldcatalogus, geen officiële normtekst."]] as const) : []),
];

export const normRowsOf = (report: YearlyReport): readonly NormRow[] =>
  report.norms.map((norm) => ({
    ...placeOf(norm),
    titel: norm.title,
    categorie: norm.category,
    titel_categorie: report.categories.find(({ code }) => code === norm.category)?.title ?? norm.category,
    competenties: norm.competencies.join("|"),
  }));

export const figureRowsOf = (report: YearlyReport): readonly FigureRow[] =>
  report.norms.flatMap((norm) =>
    report.years.map((jaar, i): FigureRow => {
      const counts = norm.years[i]!;
      const { partiallyMet, notMet } = counts;
      return {
        ...placeOf(norm),
        jaar,
        ...countCells(counts, [counts.judged, counts.met, partiallyMet, notMet]),
        deels_van: partiallyMet?.from ?? null,
        deels_tot: partiallyMet?.to ?? null,
        niet_van: notMet?.from ?? null,
        niet_tot: notMet?.to ?? null,
      };
    }),
  );

export const groupRowsOf = (report: YearlyReport): readonly GroupRow[] =>
  report.norms.flatMap((norm) =>
    report.divisions.flatMap(({ name, groups }, division) =>
      groups.flatMap(({ name: groep }, group): GroupRow[] => {
        const counts = norm.divisions?.[division]?.[group];
        if (!counts) return [];
        return [{ ...placeOf(norm), jaar: report.year, verdeling: name, groep, ...countCells(counts, [counts.judged, counts.met]) }];
      }),
    ),
  );

export const meanRowsOf = (report: YearlyReport): readonly MeanRow[] =>
  report.years.flatMap((jaar, i) =>
    [
      { niveau: "label", code: report.label, titel: report.label, norms: report.norms },
      ...report.categories.map(({ code, title }) => ({ niveau: "categorie", code, titel: title, norms: normsOfCategory(report, code) })),
      ...report.competencies.map(({ code, title }) => ({
        niveau: "competentie",
        code,
        titel: title,
        norms: normsOfCompetency(report, code),
      })),
    ].map(({ niveau, code, titel, norms }): MeanRow => {
      const { shown, mean } = groupOf(norms, i);
      const of = { label: report.label, jaar, niveau, code, titel, normen: norms.length, normen_getoond: shown };
      return { ...of, gemiddeld_van: mean?.from ?? null, gemiddeld_tot: mean?.to ?? null };
    }),
  );

export function testRowsOf({ label: of, year: jaar, years, testsPerYear, tests }: YearlyReport): readonly TestRow[] {
  const row = (inYear: number, soort_toets: string, variant: string, range: Range | null | undefined): TestRow => ({
    label: of,
    jaar: inYear,
    soort_toets,
    variant,
    rapporten: range?.from ?? null,
  });
  return [
    ...years.slice(0, -1).map((one, i) => row(one, "*", "*", testsPerYear[i])),
    row(jaar, "*", "*", tests.total),
    ...tests.variants.map((variant, i) => row(jaar, "*", variant, tests.perVariant[i])),
    ...tests.kinds.flatMap(({ kind, total, perVariant }) => [
      row(jaar, kindWords[kind], "*", total),
      ...tests.variants.map((variant, i) => row(jaar, kindWords[kind], variant, perVariant[i])),
    ]),
  ];
}

export function organisationRowsOf({ label: of, year: jaar, organisations, divisions }: YearlyReport): readonly OrganisationRow[] {
  const row = (verdeling: string, groep: string, range: Range | null): OrganisationRow => ({
    label: of,
    jaar,
    verdeling,
    groep,
    organisaties: range?.from ?? null,
  });
  return [
    row("alle", "*", organisations),
    ...divisions.flatMap(({ name, groups }) => groups.map((group) => row(name, group.name, group.organisations))),
  ];
}

export const themeRowsOf = ({ label: of, year: jaar, themes }: YearlyReport): readonly ThemeRow[] =>
  themes.flatMap(({ code, title, mentions, directions }) => {
    const shared = { label: of, jaar, thema: code, titel: title };
    const { increasing, stable, decreasing } = directions;
    return [
      { ...shared, richting: "*", meldingen: mentions?.from ?? null },
      ...[increasing, stable, decreasing].map((range, i) => ({ ...shared, richting: directionWords[i]!, meldingen: range?.from ?? null })),
    ];
  });

/** The first part of an address that everybody can look up: framework and code of the newest place. */
function placeOf({ addresses, code }: ReportedNorm): { readonly label: string; readonly normenkader: string; readonly norm: string } {
  const [of = "", variant = "", version = ""] = addresses.at(-1)!.split("/").map(decodeURIComponent);
  return { label: of, normenkader: `${of}/${variant}/${version}`, norm: code };
}

function countCells({ judged, met }: PublicCounts, all: readonly (Range | null)[]): CountColumns {
  const share = publicShare({ judged, met });
  return {
    beoordeeld: judged?.from ?? null,
    voldoet_van: met?.from ?? null,
    voldoet_tot: met?.to ?? null,
    aandeel_van: share?.from ?? null,
    aandeel_tot: share?.to ?? null,
    ondergrens: share?.interval.lower ?? null,
    bovengrens: share?.interval.upper ?? null,
    getoond: judged === null ? "nee" : all.every((range) => range !== null && isExact(range)) ? "ja" : "deels",
  };
}
