/** Charts of invented data, as the pages will show them: for tests, and to look at. */

import { wilsonInterval } from "../../../core/statistics/wilson-interval.ts";
import { Bars, type BarsData, barsTable } from "../../../portal/charts/bars.tsx";
import type { Chart } from "../../../portal/charts/chart-figure.tsx";
import { CountColumns, type CountColumnsData, countColumnsTable } from "../../../portal/charts/count-columns.tsx";
import { Funnel } from "../../../portal/charts/funnel.tsx";
import { type FunnelData, funnelTable } from "../../../portal/charts/funnel-data.ts";
import { HeatMap, type HeatMapData, heatMapTable } from "../../../portal/charts/heat-map.tsx";
import { PairedBars, type PairedBarsData, pairedBarsTable } from "../../../portal/charts/paired-bars.tsx";
import type { Distribution } from "../../../portal/charts/share.ts";
import { ThemeLines, type ThemeLinesData, themeLinesTable } from "../../../portal/charts/theme-lines.tsx";
import { Transitions, type TransitionsData, transitionsTable } from "../../../portal/charts/transitions.tsx";
import { type TrendData, trendTable } from "../../../portal/charts/trend-data.ts";
import { TrendLine } from "../../../portal/charts/trend-line.tsx";
import { wordingOf } from "../../../portal/charts/wording.ts";
import type { Language } from "../../../portal/language.tsx";

export const years = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => ({
    label: String(first + i),
    from: `${first + i}-01-01`,
    until: `${first + i}-12-31`,
  }));

export const share = (met: number, n: number) => ({
  share: n > 0 ? met / n : null,
  n,
  lower: null,
  upper: null,
  ...wilsonInterval(met, n),
});

export const distribution = (met: number, partiallyMet: number, notMet: number): Distribution => ({
  met,
  partiallyMet,
  notMet,
  lower: null,
  upper: null,
  ...wilsonInterval(met, met + partiallyMet + notMet),
});

const marks = {
  breaks: [{ date: "2020-01-01", label: "Normenkader 2019" }],
  decisions: [
    { date: "2022-06-14", label: "Norm verduidelijkt" },
    { date: "2023-11-30", label: "Monitoren" },
  ],
};

export const trend: TrendData = {
  periods: years(2017, 2025),
  lines: [
    {
      name: "Herkomst van de vraag",
      norm: "changes",
      values: [share(6, 20), share(8, 22), share(9, 24), share(7, 30), share(11, 31), null, share(21, 34), share(27, 36), share(30, 38)],
    },
  ],
  ...marks,
};

export const twoLines: TrendData = {
  periods: years(2017, 2025),
  lines: [
    {
      name: "Normenkader 2017",
      norm: "same",
      values: [share(12, 20), share(13, 22), share(15, 21), share(2, 3), null, null, null, null, null],
    },
    {
      name: "Normenkader 2019",
      norm: "same",
      values: [null, null, share(3, 9), share(9, 27), share(11, 31), share(14, 33), share(21, 34), share(27, 36), share(30, 38)],
    },
  ],
  ...marks,
};

export const funnel: FunnelData = {
  bodies: [
    { name: "CIIO", met: 31, n: 52 },
    { name: "DNV", met: 9, n: 24 },
    { name: "Keurmerkinstituut", met: 25, n: 38 },
    { name: "Lloyd’s Register", met: 2, n: 9 },
    { name: "Kiwa", met: 3, n: 4 },
  ],
};

const competencies = [
  "C01 Verheldert vragen en behoeften",
  "C02 Versterkt eigen kracht en zelfregie",
  "C03 Is zichtbaar en gaat op mensen af",
  "C04 Stimuleert verantwoordelijk gedrag",
  "C05 Stuurt aan op betrokkenheid en participatie",
  "C06 Verbindt individuele en gemeenschappelijke vragen",
  "C07 Werkt samen en versterkt netwerken",
  "C08 Beweegt zich in uiteenlopende systemen",
];

export const heatMap: HeatMapData = {
  rowHead: "Competentie",
  columnHead: "Jaar",
  columns: years(2018, 2025).map(({ label }) => label),
  rows: competencies.map((label, row) => ({
    label,
    cells: years(2018, 2025).map((_, i) =>
      (row * 5 + i * 3) % 11 === 4
        ? null
        : { share: row === 6 && i > 4 ? 0 : (((row * 13 + i * 9) % 20) + 1) / 20, n: 14 + ((row + i * 7) % 30) },
    ),
  })),
};

export const transitions: TransitionsData = [
  [14, 2, 1],
  [9, 8, 2],
  [4, 6, 5],
];

export const paired: PairedBarsData = {
  names: ["Zelfevaluatie", "Audit"],
  pairs: [
    { label: "Herkomst en doel van de vraag zijn vastgelegd", bars: [distribution(31, 6, 2), distribution(20, 12, 8)] },
    { label: "Cliënten praten mee over beleid", bars: [distribution(24, 10, 4), distribution(26, 9, 4)] },
    { label: "Effectmeting", bars: [distribution(6, 20, 12), distribution(0, 11, 29)] },
  ],
};

export const bars: BarsData = {
  counts: "met",
  bars: [
    { name: "V03 De cliënt bepaalt zelf zijn doelen en de sociaal werker sluit daarbij aan.", ...distribution(31, 12, 5) },
    { name: "V15 Van elke methode is nagegaan waarom zij werkt.", ...distribution(0, 11, 29) },
    { name: "O15 Nog niet beoordeeld", ...distribution(0, 0, 0) },
  ],
};

export const themes: ThemeLinesData = {
  periods: years(2020, 2025).map(({ label }, i) => ({ label, reports: 18 + i * 3 })),
  themes: [
    {
      name: "Personeelstekort",
      counts: [1, 2, 4, 7, 9, 8].map((increasing, i) => ({ increasing, stable: i % 3, decreasing: i > 4 ? 2 : 0 })),
    },
    {
      name: "Samenwerking met de huisarts en de wijkverpleging",
      counts: [
        { increasing: 2, stable: 4, decreasing: 1 },
        { increasing: 1, stable: 3, decreasing: 2 },
        null,
        { increasing: 0, stable: 2, decreasing: 4 },
        { increasing: 0, stable: 1, decreasing: 6 },
        { increasing: 1, stable: 1, decreasing: 5 },
      ],
    },
    {
      name: "Energiearmoede",
      counts: [
        null,
        null,
        { increasing: 9, stable: 0, decreasing: 0 },
        { increasing: 6, stable: 2, decreasing: 1 },
        { increasing: 1, stable: 3, decreasing: 3 },
        { increasing: 0, stable: 1, decreasing: 4 },
      ],
    },
  ],
};

export const countColumns: CountColumnsData = {
  periods: [
    "K4 2026",
    "K1 2027",
    "K2 2027",
    "K3 2027",
    "K4 2027",
    "K1 2028",
    "K2 2028",
    "K3 2028",
    "K4 2028",
    "K1 2029",
    "K2 2029",
    "K3 2029",
  ],
  lines: [
    { name: "KSW", counts: [1, 5, 4, 7, 8, 3, 8, 16, 4, 0, 0, 0] },
    { name: "NVVK", counts: [0, 0, 0, 1, 1, 2, 2, 3, 0, 0, 1, 7] },
  ],
  what: "Organisaties",
};

/** One of every kind, in that language. */
export function madeUpCharts(language: Language = "nl"): readonly Chart[] {
  const wording = wordingOf(language);
  return [
    {
      id: "trend",
      heading: "Aandeel organisaties dat voldoet aan V03, per jaar",
      conclusion: "Van 23% in 2020 naar 79% in 2025. De stijging begon na het besluit van 2022; in 2022 zelf is niemand getoetst.",
      draw: (drawing) => <TrendLine data={trend} drawing={drawing} />,
      table: trendTable(trend, wording),
    },
    {
      id: "trend-lijnen",
      heading: "Aandeel dat voldoet, onder het oude en het nieuwe normenkader",
      conclusion: "Onder het nieuwe normenkader begon het aandeel lager. Vergelijk de twee lijnen niet: de norm is herschreven.",
      draw: (drawing) => <TrendLine data={twoLines} drawing={drawing} />,
      table: trendTable(twoLines, wording),
    },
    {
      id: "instellingen",
      heading: "Verschillen tussen certificerende instellingen op V03",
      conclusion: "Alle instellingen liggen binnen wat bij toeval past. Een punt daarbuiten is een reden om te vragen, geen oordeel.",
      draw: (drawing) => <Funnel data={funnel} drawing={drawing} />,
      table: funnelTable(funnel, wording),
    },
    {
      id: "competenties",
      heading: "Aandeel dat voldoet, per competentie en jaar",
      conclusion: "Op C07 voldoet sinds 2023 niemand meer.",
      draw: (drawing) => <HeatMap data={heatMap} drawing={drawing} />,
      table: heatMapTable(heatMap, wording),
    },
    {
      id: "hertoets",
      heading: "Van eerste toets naar hertoets op V03",
      conclusion: "Van de 51 organisaties scoren er 19 beter, 27 gelijk en 5 slechter.",
      draw: (drawing) => <Transitions data={transitions} drawing={drawing} />,
      table: transitionsTable(transitions, wording),
    },
    {
      id: "zelfevaluatie",
      heading: "Zelfevaluatie naast audit",
      conclusion: "Organisaties zijn over zichzelf milder dan de auditor, het meest bij effectmeting.",
      draw: (drawing) => <PairedBars data={paired} drawing={drawing} />,
      table: pairedBarsTable(paired, wording),
    },
    {
      id: "staven",
      heading: "Verdeling van de oordelen per norm",
      conclusion: "Aan V15 voldoet niemand.",
      draw: (drawing) => <Bars data={bars} drawing={drawing} />,
      table: barsTable(bars, "Norm", wording),
    },
    {
      id: "themas",
      heading: "Gemelde trends per thema",
      conclusion: "Personeelstekort wordt elk jaar vaker gemeld; samenwerking met de huisarts neemt volgens de meldingen af.",
      draw: (drawing) => <ThemeLines data={themes} drawing={drawing} />,
      table: themeLinesTable(themes, wording),
    },
    {
      id: "per-kwartaal",
      heading: "Organisaties die aan de beurt zijn, per kwartaal",
      conclusion: "KSW: het drukst in K3 2028, met 16 organisaties.",
      draw: (drawing) => <CountColumns data={countColumns} drawing={drawing} />,
      table: countColumnsTable(countColumns, wording),
    },
  ];
}
