import type { Child } from "hono/jsx";
import { say } from "../language.tsx";
import { type ChartTable, ChartTableView } from "./chart-table.tsx";
import { type Drawing, NARROW, WIDE } from "./drawing.tsx";
import { plain } from "./plain-text.ts";

/** A chart, in the language of the page it is in. */
export interface Chart {
  /** Of the figure, to link to: letters, digits, hyphens and full stops, once per page. */
  readonly id: string;
  /** What it is about: "Aandeel organisaties dat voldoet, per jaar". */
  readonly heading: string;
  /** What it shows, in words: for who cannot see it, and for who reads no further. */
  readonly conclusion: string;
  draw(drawing: Drawing): Child;
  readonly table: ChartTable;
}

/** Where this chart is handed out as a file. What is left out is not offered. */
export interface ChartDownloads {
  readonly svg?: string;
  readonly csv?: string;
  readonly xlsx?: string;
}

interface ChartFigureProps {
  readonly chart: Chart;
  /** Level of its heading among those of the page. */
  readonly level?: 2 | 3 | 4;
  /** Where the figures come from, and of which day. */
  readonly source?: string;
  readonly downloads?: ChartDownloads;
}

/**
 * The frame of every chart: heading and conclusion, the drawing (wide and narrow; the style sheet shows one), its numbers as a table,
 * a link to it and its files. The table is always in the page, and open on paper. A picture (PNG) is made in the browser from the
 * SVG: its link carries `data-png` with that address and the file's name in `download`, and stays hidden until a script shows it.
 */
export function ChartFigure({ chart, level = 3, source, downloads = {} }: ChartFigureProps) {
  const Heading = `h${level}` as const;
  const [headingId, conclusionId] = [`${chart.id}-kop`, `${chart.id}-conclusie`];
  const heading = plain(chart.heading);
  const named = { labelledBy: headingId, describedBy: conclusionId };
  return (
    <figure class="chart" id={chart.id} aria-labelledby={headingId}>
      <figcaption>
        <Heading id={headingId}>{heading}</Heading>
        <p id={conclusionId}>{plain(chart.conclusion)}</p>
      </figcaption>
      <div class="chart-wide">{chart.draw({ ...named, width: WIDE })}</div>
      <div class="chart-narrow">{chart.draw({ ...named, width: NARROW })}</div>
      {source && <p class="chart-source">{plain(source)}</p>}
      <details class={isSlender(chart.table) ? "chart-table folded" : "chart-table"}>
        <summary>{say("De cijfers als tabel", "The figures as a table")}</summary>
        <ChartTableView table={chart.table} caption={heading} />
      </details>
      <ChartActions chart={chart} heading={heading} downloads={downloads} />
    </figure>
  );
}

/** Long with few columns: on paper it stands in two columns beside each other, on half of the height. */
const isSlender = ({ columns, rows }: ChartTable): boolean => columns.length <= 4 && rows.length > 12;

/** File name of a downloaded chart, without its ending. */
export const fileName = ({ id }: Pick<Chart, "id">): string => id.replace(/[^\w.-]+/g, "-");

interface ChartActionsProps {
  readonly chart: Pick<Chart, "id">;
  readonly heading: string;
  readonly downloads: ChartDownloads;
  /** Address to copy, where it is not the figure on its page. */
  readonly link?: string;
}

/** A link to copy and the files: of a chart, or of a table that is handed out as one. */
export function ChartActions({ chart, heading, downloads, link }: ChartActionsProps) {
  const files = [
    { href: downloads.svg, text: "SVG" },
    { href: downloads.csv, text: "CSV" },
    { href: downloads.xlsx, text: "Excel" },
  ].filter((file): file is { href: string; text: string } => file.href !== undefined);
  return (
    <ul class="chart-actions" aria-label={`${say("Link en bestanden bij", "Link and files of")}: ${heading}`}>
      <li>
        {link === undefined ? (
          <a href={`#${chart.id}`}>{say("Link naar deze figuur", "Link to this figure")}</a>
        ) : (
          <a href={link}>{say("Link naar deze tabel", "Link to this table")}</a>
        )}
      </li>
      {files.map(({ href, text }) => (
        <li>
          <a href={href} download>
            Download {text}
          </a>
        </li>
      ))}
      {downloads.svg && (
        <li hidden data-chart-png>
          <a href={downloads.svg} data-png={downloads.svg} download={`${fileName(chart)}.png`}>
            Download PNG
          </a>
        </li>
      )}
    </ul>
  );
}
