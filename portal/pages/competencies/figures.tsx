import type { CompiledFramework } from "../../../core/catalogue/types.ts";
import type { HeatCell, HeatLevel, HeatLine, HeatMap, HeatRow, PeriodColumn } from "../../../core/figures/selected/heat-maps.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { type HeatMapData, HeatMap as HeatMapDrawing, heatMapTable } from "../../charts/heat-map.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { percent } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";

/** One line of a map, as it is shown and linked. */
export interface ShownLine {
  readonly code: string;
  /** Whole, for tables. */
  readonly name: string;
  /** For beside the drawing: what is cut off there is the title, and not what tells it from its neighbours. */
  readonly shortName: string;
  /** How many; null where they differ from cell to cell. */
  readonly norms: number | null;
  /** "" when it does not break. */
  readonly breaks: string;
  /** In the order of the columns; with the frameworks whose tests each counts. */
  readonly cells: readonly (HeatCell & Pick<HeatLine, "frameworks">)[];
}

/** Over time: a row of several lines, where its norms changed with a framework, says of each of which frameworks it is. */
export const timeLines = ({ rows }: HeatMap<PeriodColumn>): readonly ShownLine[] =>
  rows.flatMap(({ code, title, lines }) =>
    lines.map((line, i): ShownLine => {
      const part = linePart(line);
      const { norms, frameworks } = line;
      const breaks = line.breaks[useLanguage()];
      const cells = line.cells.map((cell) => ({ ...cell, frameworks }));
      if (lines.length === 1) return { code, name: `${code} ${title}`, shortName: `${code} ${title}`, norms, breaks, cells };
      return { code, name: `${code} ${title}: ${part}`, shortName: `${code} ${part}${i === 0 ? `: ${title}` : ""}`, norms, breaks, cells };
    }),
  );

/** Over frameworks a row is one line: each framework has the cell of its own norms. */
export const frameworkLines = ({ columns, rows }: HeatMap<CompiledFramework>): readonly ShownLine[] =>
  rows.map(({ code, title, lines }): ShownLine => {
    const cells = columns.map((framework, column) => {
      const line = lines.find(({ frameworks }) => frameworks.includes(framework));
      return { ...(line?.cells[column] ?? NOTHING), frameworks: [framework] };
    });
    return {
      code,
      name: `${code} ${title}`,
      shortName: `${code} ${title}`,
      norms: null,
      breaks: "",
      cells,
    };
  });

const NOTHING: HeatCell = { organisations: 0, judged: 0, share: null };

function linePart({ shared, frameworks }: HeatLine): string {
  if (shared) return say("ongewijzigde normen", "unchanged norms");
  return frameworks.map(frameworkName).join(", ");
}

export const frameworkName = ({ variant, version }: Pick<CompiledFramework, "variant" | "version">): string => `${variant} ${version}`;

export const levelHead = (level: HeatLevel): string =>
  level === "categorie" ? say("Categorie", "Category") : say("Competentie", "Competency");

export function timeChart(map: HeatMap<PeriodColumn>): Chart {
  const heading =
    map.level === "categorie"
      ? say("Categorieën over de tijd", "Categories over time")
      : say("Competenties over de tijd", "Competencies over time");
  const conclusion = say(
    "Elke organisatie telt mee in de periode waarin zij is getoetst. Van periode tot periode zijn het dus andere organisaties: let op n.",
    "Every organisation counts in the period in which it was tested. So the organisations differ from period to period: look at n.",
  );
  const names = map.columns.map(({ name }) => name);
  return chartOf({ id: "over-de-tijd", heading, conclusion }, map.level, say("Periode", "Period"), names, timeLines(map));
}

export function frameworkChart(map: HeatMap<CompiledFramework>): Chart {
  const heading =
    map.level === "categorie"
      ? say("Categorieën per normenkader", "Categories by framework")
      : say("Competenties per normenkader", "Competencies by framework");
  const conclusion = [extremesSentence(map), sameNorms(map)].filter(Boolean).join(" ");
  const names = map.columns.map(frameworkName);
  return chartOf({ id: "per-normenkader", heading, conclusion }, map.level, say("Normenkader", "Framework"), names, frameworkLines(map));
}

function chartOf(
  words: Pick<Chart, "id" | "heading" | "conclusion">,
  level: HeatLevel,
  columnHead: string,
  columns: readonly string[],
  lines: readonly ShownLine[],
): Chart {
  const dataWith = (name: "name" | "shortName"): HeatMapData => ({
    rowHead: levelHead(level),
    columnHead,
    columns,
    rows: lines.map((line) => ({
      label: line[name],
      cells: line.cells.map(({ share, organisations }) => ({ share, n: organisations })),
    })),
  });
  const drawn = dataWith("shortName");
  return {
    ...words,
    draw: (drawing) => <HeatMapDrawing data={drawn} drawing={drawing} />,
    table: heatMapTable(dataWith("name"), wordingOf(useLanguage())),
  };
}

interface Extreme {
  readonly title: string;
  readonly code: string;
  readonly place: string;
  readonly share: number;
  readonly organisations: number;
}

/** The lowest and the highest cell of the newest framework of each variant; undefined without a judgement. */
function extremesOf(map: HeatMap<CompiledFramework>): { readonly lowest: Extreme; readonly highest: Extreme } | undefined {
  const { columns, rows } = map;
  const newest = columns.map(({ variant }, column) => columns.findLastIndex((other) => other.variant === variant) === column);
  const lines = frameworkLines(map);
  const all = rows.flatMap(({ code, title }: HeatRow, row) =>
    lines[row]!.cells.flatMap(({ share, organisations }, column): Extreme[] =>
      newest[column] && share !== null ? [{ title, code, place: frameworkName(columns[column]!), share, organisations }] : [],
    ),
  );
  const sorted = all.toSorted((one, other) => one.share - other.share);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  return lowest && highest ? { lowest, highest } : undefined;
}

/** The answer of the page, short enough for its heading. */
export function headline(map: HeatMap<CompiledFramework>): string | undefined {
  const lowest = extremesOf(map)?.lowest;
  return lowest && `${say("Laagst", "Lowest")}: ${lowest.title}, ${percent(lowest.share)} (${lowest.place})`;
}

function extremesSentence(map: HeatMap<CompiledFramework>): string {
  const found = extremesOf(map);
  if (!found) return say("Er zijn nog geen oordelen.", "There are no judgements yet.");
  const one = ({ title, code, place, share, organisations }: Extreme): string =>
    `${title} (${code}, ${place}): ${percent(share)}, n = ${organisations}`;
  return say(
    `In de nieuwste normenkaders het laagst: ${one(found.lowest)}; het hoogst: ${one(found.highest)}.`,
    `Lowest in the newest frameworks: ${one(found.lowest)}; highest: ${one(found.highest)}.`,
  );
}

/** Which cells of a row may be compared: those of frameworks in which the norms of the row are the same. */
function sameNorms({ columns, rows }: HeatMap<CompiledFramework>): string {
  if (columns.length < 2) return "";
  const alike = rows.flatMap(({ code, lines }) =>
    lines.flatMap(({ frameworks }) => (frameworks.length > 1 ? [`${code} (${frameworks.map(frameworkName).join(", ")})`] : [])),
  );
  return alike.length === 0
    ? say(
        "De normen veranderden met elk normenkader: vergelijk vakken naast elkaar niet.",
        "The norms changed with each framework: do not compare cells beside each other.",
      )
    : say(
        `Vakken naast elkaar gaan alleen over dezelfde normen bij ${alike.join("; ")}.`,
        `Cells beside each other are about the same norms only for ${alike.join("; ")}.`,
      );
}
