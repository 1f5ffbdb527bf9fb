import { dutchDay } from "../../../core/calendar.ts";
import type { Directions, ReportedTheme, ThemeReport } from "../../../core/figures/selected/reported-themes.ts";
import { mentionsOf } from "../../../core/figures/selected/theme-scores.ts";
import type { ReportedTrend } from "../../../core/intake/types.ts";
import { number } from "../../format.ts";
import { say } from "../../language.tsx";
import { Pager } from "../../pager.tsx";
import type { Slice } from "../../selection.ts";
import { type Column, Table } from "../../table.tsx";
import { directionText, directionWords } from "./figures.tsx";

/** A report with what it says about the theme. */
export interface TextsOfReport {
  readonly report: ThemeReport;
  /** Name of the organisation. */
  readonly organisation: string;
  /** Undefined: the report was withdrawn since the figures were made. */
  readonly trends: readonly ReportedTrend[] | undefined;
}

interface OneThemeProps {
  readonly theme: ReportedTheme;
  readonly bodies: ReadonlyMap<string, string>;
  readonly texts: Slice<TextsOfReport>;
  pageAddress(page: number): string;
}

/** One theme: who reports it, in which variant, and in what words. */
export function OneTheme({ theme, bodies, texts, pageAddress }: OneThemeProps) {
  return (
    <section aria-labelledby="thema">
      <h2 id="thema">{`${theme.title}: ${directionWords(theme.total)}`}</h2>
      <div class="sides">
        <Groups
          head={say("Instelling", "Body")}
          caption={say("Per certificerende instelling, in rapporten", "By certifying body, in reports")}
          rows={theme.bodies.map(({ body, directions }) => ({ name: bodies.get(body) ?? body, directions }))}
        />
        <Groups
          head={say("Variant", "Variant")}
          caption={say("Per variant, in rapporten", "By variant, in reports")}
          rows={theme.variants.map(({ variant, directions }) => ({ name: variant, directions }))}
        />
      </div>
      <h3>{say("Wat er in de rapporten staat", "What the reports say")}</h3>
      <ol class="texts">
        {texts.items.map(({ report, organisation, trends }) => (
          <li>
            <p>
              <b>{organisation}</b>, {dutchDay(report.day)} ({bodies.get(report.body) ?? report.body}, {report.reference})
            </p>
            {trends === undefined ? (
              <p class="quiet">{say("Dit rapport is intussen ingetrokken.", "This report was withdrawn meanwhile.")}</p>
            ) : (
              <Texts trends={trends} directions={report.directions} />
            )}
          </li>
        ))}
      </ol>
      <Pager slice={texts} what={say("rapporten", "reports")} address={pageAddress} />
    </section>
  );
}

function Texts({ trends, directions }: { readonly trends: readonly ReportedTrend[]; readonly directions: ThemeReport["directions"] }) {
  const written = trends.filter(({ text }) => text.trim() !== "");
  if (written.length === 0)
    return (
      <p class="quiet">
        {directions.map(directionText).join(", ")}; {say("zonder toelichting", "without a text")}
      </p>
    );
  return written.map(({ direction, text }) => (
    <blockquote>
      <p>
        {directionText(direction)}: <span class="value">{text}</span>
      </p>
    </blockquote>
  ));
}

interface Group {
  readonly name: string;
  readonly directions: Directions;
}

function Groups({ head, caption, rows }: { readonly head: string; readonly caption: string; readonly rows: readonly Group[] }) {
  const columns: readonly Column<Group>[] = [
    { header: head, cell: ({ name }) => name },
    { header: say("Toenemend", "Increasing"), numeric: true, cell: ({ directions }) => number(directions.increasing) },
    { header: say("Gelijk", "Stable"), numeric: true, cell: ({ directions }) => number(directions.stable) },
    { header: say("Afnemend", "Decreasing"), numeric: true, cell: ({ directions }) => number(directions.decreasing) },
    { header: say("Samen", "Together"), numeric: true, cell: ({ directions }) => number(mentionsOf(directions)) },
  ];
  return (
    <div>
      <Table caption={caption} columns={columns} rows={rows} />
    </div>
  );
}
