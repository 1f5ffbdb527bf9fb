import { type Day, dayOf, isoDay } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { placeAddress } from "../norm-address.ts";
import type { Publication } from "../publication.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import type { CountCell } from "../suppression/hide-small-cells.ts";
import type { Range } from "../suppression/range.ts";
import { divisionsOf, type LabelYears, labelYears } from "./label-years.ts";
import { normYears } from "./norm-years.ts";
import { METHOD_VERSION, type ReportedDivision, type Titled, type YearlyReport } from "./report.ts";
import { type ShownBefore, shownCells } from "./shown-cells.ts";
import { testsOfYear } from "./tests-of-year.ts";
import { themesOfYear } from "./themes-of-year.ts";

/** Years of which a label has a report, ascending: from its first test to the reference date. */
export const yearsOfReport = (counted: CountedScores, label: string): readonly number[] => labelYears(counted, label).years;

/**
 * The yearly report of a label: what counts on 31 December of the year, or on the reference date when the year is not over. Every year has the same
 * layout and the same definitions. Undefined when the label has no test in or before that year.
 *
 * @param published reports of this label that everybody has, oldest first. What they show of a year is taken over, and nothing is shown
 *   that would betray what they hide. The same scores and published reports give the same report.
 */
export function yearlyReport(
  counted: CountedScores,
  publication: Pick<Publication, "run" | "catalogueVersion" | "illustrative">,
  label: string,
  year: number,
  published: readonly YearlyReport[] = [],
): YearlyReport | undefined {
  const history = labelYears(counted, label);
  if (!history.years.includes(year)) return undefined;
  const years = history.years.filter((one) => one <= year);
  const versions = published.filter((report) => report.year === year);
  const { day } = history.endOf(year);
  const { view } = history.source;
  const tests = testsOfYear(history, year, published);
  const columns = view.norms.flatMap((norm, column) => (isInForce(view, norm, day) ? [column] : []));
  const { organisations, divisions } = organisationsOf(history, year, versions);
  return {
    method: METHOD_VERSION,
    label,
    year,
    referenceDate: isoDay(day),
    provisional: day < dayOf(year, 12, 31)!,
    illustrative: publication.illustrative,
    run: publication.run,
    catalogueVersion: publication.catalogueVersion,
    frameworks: view.frameworks.filter(({ validFromDay }) => validFromDay <= day).map(({ key }) => key),
    organisations,
    divisions,
    tests,
    years,
    testsPerYear: years.map((one) => (one === year ? tests.total : testsIn(history, one, published))),
    ...titlesOf(view, columns, counted.catalogue),
    norms: columns.map((column) => {
      const { code, title, category, competencies, places } = view.norms[column]!;
      const addresses = places.map(placeAddress);
      return { code, title, category, competencies, addresses, ...normYears(history, column, addresses, years, published) };
    }),
    themes: themesOfYear(history, counted.catalogue, year, versions),
  };
}

const isInForce = (view: View, norm: ViewNorm, day: Day): boolean =>
  norm.places.some(({ framework }) => framework.validFromDay <= day) && !isWithdrawn(view, norm, day);

function testsIn(history: LabelYears, year: number, published: readonly YearlyReport[]): Range | null {
  const before = published.findLast((report) => report.years.includes(year));
  return before ? before.testsPerYear[before.years.indexOf(year)]! : testsOfYear(history, year, []).total;
}

function organisationsOf(
  history: LabelYears,
  year: number,
  versions: readonly YearlyReport[],
): { readonly organisations: Range | null; readonly divisions: readonly ReportedDivision[] } {
  const reports = [...history.endOf(year).report].filter((row) => row >= 0);
  const divisions = divisionsOf(history);
  const id = (division: string, group: string) => `${division} ${group}`;
  const cells: CountCell[] = [
    { id: "all", value: reports.length },
    ...divisions.flatMap(({ name, groups, groupOf }) =>
      groups.map((group, i) => ({ id: id(name, group), value: reports.filter((row) => groupOf(row) === i).length })),
    ),
  ];
  const sums = divisions.map(({ name, groups }) => ({ total: "all", parts: groups.map((group) => id(name, group)) }));
  const before = versions.map((version): ShownBefore => {
    const all = new Map([
      ["all", version.organisations],
      ...version.divisions.flatMap(({ name, groups }) => groups.map((group) => [id(name, group.name), group.organisations] as const)),
    ]);
    return (cell) => all.get(cell) ?? null;
  });
  const shown = shownCells({ cells, sums }, before);
  return {
    organisations: shown("all"),
    divisions: divisions.map(({ name, groups }) => ({
      name,
      groups: groups.map((group) => ({ name: group, organisations: shown(id(name, group)) })),
    })),
  };
}

/** Of the norms in force: their categories with the newest title, and the competencies that any of them has. */
function titlesOf(
  view: View,
  columns: readonly number[],
  { competencies }: Catalogue,
): { categories: readonly Titled[]; competencies: readonly Titled[] } {
  const norms = columns.map((column) => view.norms[column]!);
  const used = new Set(norms.map(({ category }) => category));
  const titles = new Map(view.frameworks.flatMap(({ categories }) => categories.map(({ code, title }) => [code, title] as const)));
  const tied = new Set(norms.flatMap((norm) => norm.competencies));
  return {
    categories: [...used].map((code) => ({ code, title: titles.get(code) ?? code })),
    competencies: competencies.filter(({ code }) => tied.has(code)).map(({ code, title }) => ({ code, title })),
  };
}
