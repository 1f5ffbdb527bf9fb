import { dutchDay } from "../../../core/calendar.ts";
import type { ReportedTheme, ThemeReport } from "../../../core/figures/selected/reported-themes.ts";
import type { ReportedTrend } from "../../../core/intake/types.ts";
import { type Chart, type ChartDownloads, ChartFigure } from "../../charts/chart-figure.tsx";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { withFields } from "../../norm-links.ts";
import { directionText, directionWords } from "../reported-trends/figures.tsx";

/** What one report says about a theme. */
export interface ThemeText {
  readonly report: ThemeReport;
  /** Names, for people. */
  readonly organisation: string;
  readonly body: string;
  /** Undefined: the report was withdrawn since the figures were made. */
  readonly trends: readonly ReportedTrend[] | undefined;
}

export interface ThemeOfNorm {
  readonly theme: ReportedTheme;
  /** Of the latest reports. */
  readonly texts: readonly ThemeText[];
}

interface ThemesProps {
  readonly themes: readonly ThemeOfNorm[];
  /** Absent: nothing was reported. */
  readonly chart: Chart | undefined;
  readonly label: string;
  readonly downloads: ChartDownloads;
}

/** What bodies report about the themes of the norm, in their own words. */
export function Themes({ themes, chart, label, downloads }: ThemesProps) {
  return (
    <section aria-labelledby="gemelde-trends">
      <h2 id="gemelde-trends">{say("Gemelde trends", "Reported trends")}</h2>
      {chart === undefined && (
        <p>
          {say(
            "Certificerende instellingen meldden niets over een thema van deze norm.",
            "Certifying bodies reported nothing about a theme of this norm.",
          )}
        </p>
      )}
      <div class="pair">
        {themes.length > 0 && (
          <div>
            {themes.map((one) => (
              <Theme one={one} label={label} />
            ))}
          </div>
        )}
        {chart && <ChartFigure chart={chart} downloads={downloads} />}
      </div>
    </section>
  );
}

function Theme({ one: { theme, texts }, label }: { readonly one: ThemeOfNorm; readonly label: string }) {
  const more = theme.reports.length - texts.length;
  return (
    <>
      <h3>{`${theme.title}: ${directionWords(theme.total)}`}</h3>
      <ul class="texts-of-theme">
        {texts.map((text) => (
          <li>
            <Text text={text} />
          </li>
        ))}
      </ul>
      <p class="off-paper">
        <a
          href={`${withFields("/trends", [
            ["label", label],
            ["thema", theme.key],
          ])}#thema`}
        >
          {more > 0
            ? say(
                `Alle ${number(theme.reports.length)} rapporten over ${theme.title}`,
                `All ${count(theme.reports.length, "report", "reports")} on ${theme.title}`,
              )
            : say(`Meer over ${theme.title}`, `More on ${theme.title}`)}
        </a>
      </p>
    </>
  );
}

/** A quotation: the page of the theme has all of it. */
const LONGEST_QUOTE = 300;

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const head = text.slice(0, LONGEST_QUOTE).replace(/\p{Surrogate}$/u, "");
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), LONGEST_QUOTE / 2)).trimEnd()} …`;
}

function Text({ text: { report, organisation, body, trends } }: { readonly text: ThemeText }) {
  const written = (trends ?? []).filter(({ text }) => text.trim() !== "");
  return (
    <>
      <p class="quiet">
        {organisation}, {dutchDay(report.day)}, {body}
      </p>
      {trends === undefined && <p>{say("Dit rapport is intussen ingetrokken.", "This report was withdrawn meanwhile.")}</p>}
      {trends !== undefined && written.length === 0 && (
        <p>
          {report.directions.map(directionText).join(", ")}; {say("zonder toelichting", "without a text")}
        </p>
      )}
      {written.map(({ direction, text }) => (
        <blockquote>
          <p>
            <b>{directionText(direction)}:</b> <span class="value">{shortened(text)}</span>
          </p>
        </blockquote>
      ))}
    </>
  );
}
