import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { selectionFields } from "../../core/figures/selected/read-selection.ts";
import type { ReportedTheme, ReportedThemes } from "../../core/figures/selected/reported-themes.ts";
import type { Selection } from "../../core/figures/selected/selection.ts";
import { mostReportedFirst, type ThemeScores } from "../../core/figures/selected/theme-scores.ts";
import type { Span } from "../../core/figures/tables/periods.ts";
import { chartDownloads } from "../chart-files.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { cycleOf } from "../comparison.ts";
import type { Publication } from "../data.ts";
import { count, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { withFields } from "../norm-links.ts";
import { Select } from "../select.tsx";
import type { Slice } from "../selection.ts";
import { sourceWords } from "../source.tsx";
import { SpanSelect } from "../span-select.tsx";
import { useVisit } from "../visit.tsx";
import { LabelSelect } from "./compare/choice.tsx";
import { directionWords, themeChart } from "./reported-trends/figures.tsx";
import { OneTheme, type TextsOfReport } from "./reported-trends/one-theme.tsx";
import { SaidAndScored } from "./reported-trends/said-and-scored.tsx";

export const REPORTED_TRENDS = "/trends";

export interface ReportedTrendsProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly span: Span;
  readonly found: ReportedThemes;
  readonly scores: readonly ThemeScores[];
  readonly bodies: ReadonlyMap<string, string>;
  /** The theme whose texts are shown. Undefined: nothing was reported. */
  readonly chosen: { readonly theme: ReportedTheme; readonly texts: Slice<TextsOfReport> } | undefined;
}

/** Trends that bodies report: which themes, in what direction, beside the scores, and in whose words. */
export function ReportedTrends({ publication, counted, selection, span, found, scores, bodies, chosen }: ReportedTrendsProps) {
  const { address } = useVisit();
  const chart = themeChart(found);
  const own = [...selectionFields(selection), ["per", span] as const];
  const addressOf = (theme: string) => `${withFields(REPORTED_TRENDS, [...own, ["thema", theme]])}#thema`;
  const pageAddress = (page: number) =>
    `${withFields(REPORTED_TRENDS, [...own, ["thema", chosen?.theme.key ?? ""], ["pagina", String(page)]])}#thema`;
  return (
    <Layout title={say("Gemelde trends", "Reported trends")} section="/trends" publication={publication} scripts={["png.js"]}>
      <h1>{headline(found)}</h1>
      <p class="lead">{standing(found)}</p>
      <Choice counted={counted} selection={selection} span={span} bodies={bodies} />
      {chosen && (
        <>
          <ChartFigure
            chart={chart}
            level={2}
            source={publication && sourceWords(publication)}
            downloads={chartDownloads(address, chart)}
          />
          <SaidAndScored scores={scores} years={cycleOf(counted, selection.label)} addressOf={addressOf} />
          <OneTheme theme={chosen.theme} bodies={bodies} texts={chosen.texts} pageAddress={pageAddress} />
        </>
      )}
    </Layout>
  );
}

function headline({ themes }: ReportedThemes): string {
  const [first] = mostReportedFirst(themes);
  if (!first) return say("Er zijn geen trends gemeld", "No trends were reported");
  return say(
    `Meest gemeld: ${first.title}, ${directionWords(first.total)}`,
    `Reported most: ${first.title}, ${directionWords(first.total)}`,
  );
}

/** n: how many reports there were, and how many said anything at all. */
function standing({ periods, themes }: ReportedThemes): string {
  const sum = (of: (one: (typeof periods)[number]) => number) => periods.reduce((all, one) => all + of(one), 0);
  const [reports, withTrends] = [sum((one) => one.reports), sum((one) => one.withTrends)];
  return say(
    `${number(withTrends)} van de ${count(reports, "rapport", "rapporten")} melden een trend, samen over ${count(themes.length, "thema", "thema's")}.`,
    `${number(withTrends)} of ${count(reports, "report", "reports")} report a trend, of ${count(themes.length, "theme", "themes")} together.`,
  );
}

function Choice({ counted, selection, span, bodies }: Pick<ReportedTrendsProps, "counted" | "selection" | "span" | "bodies">) {
  const frameworks = counted.catalogue.frameworks.filter(({ label }) => label === selection.label);
  return (
    <form method="get" action={REPORTED_TRENDS} class="filter">
      <LabelSelect counted={counted} label={selection.label} />
      <Select
        name="variant"
        label={say("Variant", "Variant")}
        all={say("Alle varianten", "All variants")}
        options={[...new Set(frameworks.map(({ variant }) => variant))].map((variant) => [variant, variant] as const)}
        chosen={selection.variants[0]}
      />
      <Select
        name="instelling"
        label={say("Certificerende instelling", "Certifying body")}
        all={say("Alle instellingen", "All bodies")}
        options={(counted.labels.get(selection.label)?.tables.bodies ?? []).map((code) => [code, bodies.get(code) ?? code] as const)}
        chosen={selection.body ?? undefined}
      />
      <SpanSelect span={span} />
      <p>
        <button type="submit">{say("Toon", "Show")}</button>
      </p>
    </form>
  );
}
