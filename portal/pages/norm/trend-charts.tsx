import { isoDay } from "../../../core/calendar.ts";
import type { NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import type { TrendLine as Line, TrendPoint } from "../../../core/figures/norm-dossier/norm-trend.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import type { DatedMark, Period } from "../../charts/periods.ts";
import { type TrendData, trendTable } from "../../charts/trend-data.ts";
import { TrendLine } from "../../charts/trend-line.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { number, percent } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { breakWords } from "./lineage-words.ts";

/** The share that meets the norm per year and per half-year, by the tests of the period; undefined without any. */
export function trendCharts(dossier: NormDossier, decisions: readonly DatedMark[]): readonly Chart[] {
  const spans = [
    { id: "trend-jaar", key: "perYear" as const, per: say("per jaar", "by year") },
    { id: "trend-halfjaar", key: "perHalfYear" as const, per: say("per halfjaar", "by half-year") },
  ];
  return spans.flatMap(({ id, key, per }) => {
    const lines = dossier.trend.filter((line) => line[key].length > 0);
    if (lines.length === 0) return [];
    const data: TrendData = trendData(lines, key, { breaks: breaksOf(dossier), decisions });
    return [
      {
        id,
        heading: `${say("Aandeel dat voldoet", "Share that meets it")}, ${per}`,
        conclusion: conclusionOf(dossier.trend[0]!, key),
        draw: (drawing) => <TrendLine data={data} drawing={drawing} />,
        table: trendTable(data, wordingOf(useLanguage())),
      } satisfies Chart,
    ];
  });
}

type Series = "perYear" | "perHalfYear";

function trendData(lines: readonly Line[], key: Series, marks: Pick<TrendData, "breaks" | "decisions">): TrendData {
  const points = lines.flatMap((line) => line[key]);
  const names = [...new Map(points.map(({ period, lastDay }) => [period, lastDay])).entries()].sort(([, a], [, b]) => a - b);
  return {
    periods: names.map(([name, lastDay]) => periodOf(name, isoDay(lastDay))),
    // The line of this norm is the newest one where another came to it: it has the first look of the chart.
    lines: lines.toReversed().map((line) => ({
      name: nameOf(line),
      norm: "same",
      values: names.map(([name]) => shareOf(line[key].find(({ period }) => period === name))),
    })),
    ...marks,
  };
}

/** `2024` and `2024-H1`, with their first and last day. */
function periodOf(name: string, until: string): Period {
  const year = name.slice(0, 4);
  return { label: name.replace("-H", "-"), from: name.endsWith("H2") ? `${year}-07-01` : `${year}-01-01`, until };
}

const shareOf = (point: TrendPoint | undefined) =>
  point === undefined
    ? null
    : { share: point.share, n: point.n, lower: point.interval?.lower ?? null, upper: point.interval?.upper ?? null };

/** Code and the versions that it stands for: "V03 (2017, 2019)". */
const nameOf = ({ norm }: Line): string =>
  `${norm.code} (${[...new Set(norm.places.map(({ framework }) => framework.version))].join(", ")})`;

/** Every new framework of the variants that have the norm, with what it did to the norm. */
function breaksOf({ view, norm, trend }: NormDossier): readonly DatedMark[] {
  const variants = new Set(norm.places.map(({ framework }) => framework.variant));
  const several = variants.size > 1;
  return view.frameworks
    .filter(({ variant }) => variants.has(variant))
    .filter((framework) =>
      view.frameworks.some((other) => other.variant === framework.variant && other.validFromDay < framework.validFromDay),
    )
    .map((framework) => {
      const found = trend[0]!.breaks.find((one) => (one.at === "begin" ? one.framework : one.next) === framework);
      const name = `${say("kader", "framework")} ${several ? `${framework.variant} ` : ""}${framework.version}`;
      return { date: framework.validFrom, label: found ? `${name}: ${breakWords(found)}` : name };
    });
}

function conclusionOf({ perYear, perHalfYear }: Line, key: Series): string {
  const known = (key === "perYear" ? perYear : perHalfYear).filter(({ share }) => share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last)
    return say(
      "Deze norm is zelf nog niet getoetst; de lijn is van een norm waar zij uit komt.",
      "This norm was not tested itself yet; the line is of a norm it comes from.",
    );
  const at = ({ period, share, n }: TrendPoint) => `${percent(share!)} ${say("in", "in")} ${period.replace("-H", "-")} (n = ${number(n)})`;
  if (first === last)
    return say(`${at(first)}. Meer perioden met toetsen zijn er niet.`, `${at(first)}. There are no more periods with tests.`);
  return say(
    `Van ${at(first)} naar ${at(last)}. Wie in een periode getoetst is, is toeval: kijk naar n en het interval.`,
    `From ${at(first)} to ${at(last)}. Who is tested in a period is chance: look at n and the interval.`,
  );
}
