import { dayOf } from "../../core/calendar.ts";
import type { CompiledFramework } from "../../core/catalogue/types.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import type { HeatCell, HeatLevel, HeatMap, PeriodColumn } from "../../core/figures/selected/heat-maps.ts";
import { selectionFields } from "../../core/figures/selected/read-selection.ts";
import type { Selection } from "../../core/figures/selected/selection.ts";
import type { Span } from "../../core/figures/tables/periods.ts";
import { chartDownloads } from "../chart-files.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import type { Publication } from "../data.ts";
import { count, number, percent } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS, withFields } from "../norm-links.ts";
import { Select } from "../select.tsx";
import { sourceWords } from "../source.tsx";
import { SpanSelect } from "../span-select.tsx";
import { type Column, Table } from "../table.tsx";
import { useVisit } from "../visit.tsx";
import { CountingSelect, LabelSelect } from "./compare/choice.tsx";
import {
  frameworkChart,
  frameworkLines,
  frameworkName,
  headline,
  levelHead,
  type ShownLine,
  timeChart,
  timeLines,
} from "./competencies/figures.tsx";

export const COMPETENCIES = "/competenties";

export interface CompetenciesProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly span: Span;
  readonly overTime: HeatMap<PeriodColumn>;
  readonly overFrameworks: HeatMap<CompiledFramework>;
}

/** Competencies, or categories, as heat maps: over frameworks and over time, each cell with the way to its norms. */
export function Competencies({ publication, counted, selection, span, overTime, overFrameworks }: CompetenciesProps) {
  const { address } = useVisit();
  const { level, exploratory } = overFrameworks;
  const charts = { frameworks: frameworkChart(overFrameworks), time: timeChart(overTime) };
  const source = publication && sourceWords(publication);
  return (
    <Layout
      title={say("Competenties en categorieën", "Competencies and categories")}
      section="/competenties"
      publication={publication}
      scripts={["png.js"]}
    >
      <h1>{headline(overFrameworks) ?? say("Competenties en categorieën", "Competencies and categories")}</h1>
      <p class="lead">
        {say(
          "Het percentage in een vak is een gemiddelde over organisaties: van elke organisatie het deel van haar beoordeelde normen waaraan zij voldoet, en elke organisatie telt even zwaar mee.",
          "The percentage in a cell is a mean over organisations: of each the part of its judged norms that it meets, and every organisation weighs the same.",
        )}{" "}
        {selection.counting === "soepel"
          ? say("Voldoet deels telt hier mee als voldoet.", "Partly met counts as met here.")
          : say("Alleen voldoet telt; voldoet deels niet.", "Only met counts; partly met does not.")}
        {exploratory && ` ${say("Verkennend.", "Exploratory.")}`}
      </p>
      <LevelTabs selection={selection} span={span} level={level} />
      <Choice counted={counted} selection={selection} span={span} level={level} />
      {overFrameworks.rows.length === 0 ? (
        <p class="notice">
          {level === "competentie"
            ? say(
                `De normen van ${selection.label} zijn niet aan competenties gekoppeld.`,
                `The norms of ${selection.label} are not tied to competencies.`,
              )
            : say("Dit label heeft geen categorieën.", "This label has no categories.")}
        </p>
      ) : (
        <>
          <ChartFigure chart={charts.frameworks} level={2} source={source} downloads={chartDownloads(address, charts.frameworks)} />
          <CellLinks
            level={level}
            lines={frameworkLines(overFrameworks)}
            headers={overFrameworks.columns.map(frameworkName)}
            addressOf={(line, column) => normsAddress(selection, level, line.code, frameworksOf(line, column))}
          />
          <ChartFigure chart={charts.time} level={2} source={source} downloads={chartDownloads(address, charts.time)} />
          <CellLinks
            level={level}
            lines={timeLines(overTime)}
            headers={overTime.columns.map(({ name }) => name)}
            addressOf={(line, column) =>
              normsAddress(selection, level, line.code, {
                ...frameworksOf(line, column),
                ...periodOf(overTime.columns[column]!, span, counted),
              })
            }
          />
        </>
      )}
    </Layout>
  );
}

/** The norms behind a cell: of this row, in the reports of this column. */
const normsAddress = (selection: Selection, level: HeatLevel, code: string, reports: Partial<Selection>): string =>
  withFields(NORMS, selectionFields({ ...selection, ...reports, ...(level === "categorie" ? { category: code } : { competency: code }) }));

function frameworksOf({ cells }: ShownLine, column: number): Pick<Selection, "variants" | "versions"> {
  const { frameworks } = cells[column]!;
  return {
    variants: [...new Set(frameworks.map(({ variant }) => variant))],
    versions: [...new Set(frameworks.map(({ version }) => version))],
  };
}

function periodOf({ name, lastDay }: PeriodColumn, span: Span, { referenceDay }: CountedScores): Pick<Selection, "from" | "until"> {
  const second = span === "halfjaar" && name.endsWith("2");
  return { from: dayOf(Number(name.slice(0, 4)), second ? 7 : 1, 1)!, until: Math.min(lastDay, referenceDay) };
}

interface ChoiceProps {
  readonly selection: Selection;
  readonly span: Span;
  readonly level: HeatLevel;
}

function LevelTabs({ selection, span, level }: ChoiceProps) {
  const fields = (asked: HeatLevel) => [...selectionFields(selection), ["per", span] as const, ["niveau", asked] as const];
  return (
    <nav class="choice tabs" aria-label={say("Competenties of categorieën", "Competencies or categories")}>
      <ul>
        <li>
          <a href={withFields(COMPETENCIES, fields("competentie"))} aria-current={level === "competentie" ? "page" : undefined}>
            {say("Competenties", "Competencies")}
          </a>
        </li>
        <li>
          <a href={withFields(COMPETENCIES, fields("categorie"))} aria-current={level === "categorie" ? "page" : undefined}>
            {say("Categorieën", "Categories")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Choice({ counted, selection, span, level }: ChoiceProps & Pick<CompetenciesProps, "counted">) {
  const frameworks = counted.catalogue.frameworks.filter(({ label }) => label === selection.label);
  return (
    <form method="get" action={COMPETENCIES} class="filter">
      <input type="hidden" name="niveau" value={level} />
      <LabelSelect counted={counted} label={selection.label} />
      <Select
        name="variant"
        label={say("Variant", "Variant")}
        all={say("Alle varianten", "All variants")}
        options={[...new Set(frameworks.map(({ variant }) => variant))].map((variant) => [variant, variant] as const)}
        chosen={selection.variants[0]}
      />
      <SpanSelect span={span} />
      <CountingSelect counting={selection.counting} />
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}

interface CellLinksProps {
  readonly level: HeatLevel;
  readonly lines: readonly ShownLine[];
  readonly headers: readonly string[];
  addressOf(line: ShownLine, column: number): string;
}

/** A picture has no links that everybody can follow: the same cells as a table, each of which leads to its norms. */
function CellLinks({ level, lines, headers, addressOf }: CellLinksProps) {
  const columns: readonly Column<ShownLine>[] = [
    {
      header: levelHead(level),
      wide: true,
      cell: ({ name, norms, breaks }) => (
        <>
          {name}
          <small>
            {norms !== null && count(norms, "norm", say("normen", "norms"))}
            {breaks !== "" && `; ${breaks}`}
          </small>
        </>
      ),
    },
    ...headers.map(
      (header, column): Column<ShownLine> => ({
        header,
        numeric: true,
        cell: (line) => <CellLink cell={line.cells[column]!} what={`${line.name}, ${header}`} address={addressOf(line, column)} />,
      }),
    ),
  ];
  return (
    <details class="off-paper">
      <summary>{say("Naar de normen achter een vak", "To the norms behind a cell")}</summary>
      <Table name="cells" caption={say("Elk vak leidt naar zijn normen", "Each cell leads to its norms")} columns={columns} rows={lines} />
    </details>
  );
}

interface CellLinkProps {
  readonly cell: HeatCell;
  readonly what: string;
  readonly address: string;
}

function CellLink({ cell: { share, organisations }, what, address }: CellLinkProps) {
  if (share === null) return <span class="quiet">–</span>;
  return (
    <>
      <a href={address} aria-label={`${percent(share)}, ${what}: ${say("naar de normen", "to the norms")}`}>
        {percent(share)}
      </a>
      <small>n = {number(organisations)}</small>
    </>
  );
}
