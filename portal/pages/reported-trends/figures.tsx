import type { Directions, ReportedTheme, ReportedThemes } from "../../../core/figures/selected/reported-themes.ts";
import { mainDirection, mentionsOf, mostReportedFirst, type ThemeScores } from "../../../core/figures/selected/theme-scores.ts";
import type { TrendDirection } from "../../../core/scoring/types.ts";
import type { FileTable } from "../../chart-files.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { ThemeLines, type ThemeLinesData, themeLinesTable } from "../../charts/theme-lines.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";

export const directionText = (direction: TrendDirection): string =>
  ({ increasing: say("toenemend", "increasing"), stable: say("gelijk", "stable"), decreasing: say("afnemend", "decreasing") })[direction];

/** "vooral toenemend (12 van de 15 meldingen)", or that opinions differ. */
export function directionWords(directions: Directions): string {
  const mentions = mentionsOf(directions);
  const all = count(mentions, say("melding", "mention"), say("meldingen", "mentions"));
  const main = mainDirection(directions);
  if (main === null) return say(`verdeeld (${all})`, `divided (${all})`);
  if (directions[main] === mentions) return `${directionText(main)} (${all})`;
  return say(
    `vooral ${directionText(main)} (${number(directions[main])} van de ${all})`,
    `mostly ${directionText(main)} (${number(directions[main])} of ${all})`,
  );
}

/** The themes over time, most reported first. */
export function themeChart({ periods, themes }: ReportedThemes): Chart {
  const sorted = mostReportedFirst(themes);
  const data: ThemeLinesData = {
    periods: periods.map(({ period, reports }) => ({ label: period, reports })),
    themes: sorted.map(({ title, periods: ofTheme }) => ({
      name: title,
      counts: ofTheme.map(({ directions }) => (mentionsOf(directions) === 0 ? null : directions)),
    })),
  };
  const [first] = sorted;
  return {
    id: "themas",
    heading: say("Gemelde trends over de tijd", "Reported trends over time"),
    conclusion: first
      ? say(
          `${first.title} is het vaakst gemeld: ${directionWords(first.total)}. Geteld in rapporten; onder elke periode staat hoeveel rapporten er waren.`,
          `${first.title} was reported most: ${directionWords(first.total)}. Counted in reports; each period says how many reports there were.`,
        )
      : say("Er zijn nog geen trends gemeld.", "No trends were reported yet."),
    draw: (drawing) => <ThemeLines data={data} drawing={drawing} />,
    table: themeLinesTable(data, wordingOf(useLanguage())),
  };
}

/** What is said beside what is scored, a row per theme and norm; a theme without norms has a row too. */
export function saidAndScoredTable(scores: readonly ThemeScores[]): FileTable {
  return {
    id: "melding-en-score",
    heading: say("Gemelde trends naast de scores, verkennend", "Reported trends beside the scores, exploratory"),
    table: {
      columns: [
        { header: say("Thema", "Theme"), kind: "text" },
        { header: say("Toenemend", "Increasing"), kind: "count" },
        { header: say("Gelijk", "Stable"), kind: "count" },
        { header: say("Afnemend", "Decreasing"), kind: "count" },
        { header: say("Norm", "Norm"), kind: "text" },
        { header: say("Titel", "Title"), kind: "text" },
        { header: say("Eerder: beoordeeld", "Before: judged"), kind: "count" },
        { header: say("Eerder: aandeel voldoet", "Before: share met"), kind: "share" },
        { header: say("Nu: beoordeeld", "Now: judged"), kind: "count" },
        { header: say("Nu: aandeel voldoet", "Now: share met"), kind: "share" },
        { header: say("Verschil", "Difference"), kind: "share" },
        { header: say("Ondergrens (95%)", "Lower limit (95%)"), kind: "share" },
        { header: say("Bovengrens (95%)", "Upper limit (95%)"), kind: "share" },
      ],
      rows: scores.flatMap(({ theme, norms }) => {
        const said = [theme.title, ...saidCells(theme)];
        if (norms.length === 0) return [[...said, ...Array.from({ length: 9 }, () => null)]];
        return norms.map(({ norm, a, b, difference }) => [
          ...said,
          norm.code,
          norm.title,
          a.counts.judged,
          a.share,
          b.counts.judged,
          b.share,
          difference?.difference ?? null,
          difference?.interval.lower ?? null,
          difference?.interval.upper ?? null,
        ]);
      }),
    },
  };
}

const saidCells = ({ total: { increasing, stable, decreasing } }: ReportedTheme) => [increasing, stable, decreasing];
