import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import type { Counting } from "../../../core/figures/tables/counting.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import type { DatedMark } from "../../charts/periods.ts";
import { themeChart } from "../reported-trends/figures.tsx";
import { bodyChart } from "./body-chart.tsx";
import { groupCharts, nowChart } from "./group-charts.tsx";
import { retestChart, selfEvaluationChart } from "./pair-charts.tsx";
import { trendCharts } from "./trend-charts.tsx";

/** The charts of a norm; what there is nothing to draw of is absent. In the language of the page: only while one is made. */
export interface NormCharts {
  readonly now: Chart;
  readonly trends: readonly Chart[];
  readonly retest: Chart | undefined;
  readonly selfEvaluation: Chart | undefined;
  readonly bodies: Chart | undefined;
  readonly groups: readonly Chart[];
  readonly themes: Chart | undefined;
}

export const normCharts = (dossier: NormDossier, counting: Counting, decisions: readonly DatedMark[]): NormCharts => ({
  now: nowChart(dossier, counting),
  trends: trendCharts(dossier, decisions),
  retest: retestChart(dossier),
  selfEvaluation: selfEvaluationChart(dossier),
  bodies: bodyChart(dossier),
  groups: groupCharts(dossier, counting),
  themes: dossier.reportedThemes.themes.length > 0 ? themeChart(dossier.reportedThemes) : undefined,
});

/** All that can be asked for as a file. */
export const allCharts = ({ now, trends, retest, selfEvaluation, bodies, groups, themes }: NormCharts): readonly Chart[] =>
  [now, ...trends, retest, selfEvaluation, bodies, ...groups, themes].filter((chart) => chart !== undefined);
