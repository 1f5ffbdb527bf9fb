import type { YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { groupOf, type NormGroup, normsOfCategory, normsOfCompetency } from "../../../core/figures/yearly-report/summaries.ts";
import { type Chart, ChartFigure } from "../../charts/chart-figure.tsx";
import { HeatMap } from "../../charts/heat-map.tsx";
import { say } from "../../language.tsx";
import { Section } from "./section.tsx";
import { shareWords } from "./words.ts";

type Level = "categorie" | "competentie";

/** Categories or competencies over the years: the mean over their norms of the share that meets them. */
export function Groups({ report, level }: { readonly report: YearlyReport; readonly level: Level }) {
  const chart = groupsChart(report, level);
  const title = level === "categorie" ? say("Per categorie", "By category") : say("Per competentie", "By competency");
  if (!chart) return null;
  return (
    <Section id={`${level}n`} title={title}>
      <ChartFigure chart={chart} />
    </Section>
  );
}

/** Undefined where the norms are tied to none. */
export function groupsChart(report: YearlyReport, level: Level): Chart | undefined {
  const rows = (level === "categorie" ? report.categories : report.competencies).map(({ code, title }) => ({
    label: level === "categorie" ? title : `${code} ${title}`,
    means: report.years.map((_, year) =>
      groupOf(level === "categorie" ? normsOfCategory(report, code) : normsOfCompetency(report, code), year),
    ),
  }));
  if (rows.length === 0) return undefined;
  const head = level === "categorie" ? say("Categorie", "Category") : say("Competentie", "Competency");
  return {
    id: `per-${level}`,
    heading: say(
      `Gemiddeld aandeel dat aan een norm voldoet, per ${level} en jaar`,
      `Mean share that meets a norm, by ${level === "categorie" ? "category" : "competency"} and year`,
    ),
    conclusion: conclusionOf(rows.map(({ label, means }) => ({ label, mean: means.at(-1)! }))),
    draw: (drawing) => (
      <HeatMap
        data={{
          rowHead: head,
          columnHead: say("Jaar", "Year"),
          columns: report.years.map(String),
          rows: rows.map(({ label, means }) => ({
            label,
            cells: means.map(({ mean, shown }) => (mean ? { share: (mean.from + mean.to) / 2, n: shown } : null)),
          })),
        }}
        drawing={drawing}
      />
    ),
    // A row each, so that it stays short on paper; the files have a row for each year.
    table: {
      columns: [
        { header: head, kind: "text" },
        ...report.years.map((year) => ({ header: String(year), kind: "text" as const })).toReversed(),
      ],
      rows: rows.map(({ label, means }) => [label, ...means.map(({ mean }) => (mean ? shareWords(mean) : null)).toReversed()]),
    },
  };
}

function conclusionOf(rows: readonly { readonly label: string; readonly mean: NormGroup }[]): string {
  const known = rows.flatMap(({ label, mean: { mean } }) => (mean ? [{ label, ...mean }] : [])).sort((a, b) => a.to - b.to);
  const [lowest, highest] = [known[0], known.at(-1)];
  const what = say(
    "Het midden van de grenzen, waar een aantal verborgen is; n is het aantal normen dat meetelt.",
    "The middle of the limits where a number is hidden; n is the number of norms that count.",
  );
  if (!lowest || !highest || lowest === highest) return what;
  return `${say(
    `Het laagst is ${lowest.label} (${shareWords(lowest)}), het hoogst ${highest.label} (${shareWords(highest)}).`,
    `Lowest is ${lowest.label} (${shareWords(lowest)}), highest ${highest.label} (${shareWords(highest)}).`,
  )} ${what}`;
}
