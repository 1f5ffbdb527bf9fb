import type { Day } from "../../calendar.ts";
import { type LineageLink, lineageOf } from "../../catalogue/lineage.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import type { Interval } from "../../statistics/wilson-interval.ts";
import { normAddress } from "../norm-address.ts";
import { shareOf } from "../share.ts";
import { type Break, breaksOf } from "../tables/breaks.ts";
import { type Counting, countings } from "../tables/counting.ts";
import { linesOf } from "../tables/lines.ts";
import { lastDayOf, periodName, type Span } from "../tables/periods.ts";
import { fromFirstToLast, type Point, standingPerHalfYear, testsPerPeriod } from "../tables/points.ts";
import type { ViewSource } from "../tables/view-source.ts";

/** One period of a line. */
export interface TrendPoint {
  /** `2024`, `2024-H1` */
  readonly period: string;
  readonly lastDay: Day;
  /** Organisations judged, each once, and how many count as met. */
  readonly n: number;
  readonly met: number;
  /** Null at n = 0: a period without tests between two with tests. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** One norm over time. A line runs on over versions through lineage "same" alone; another norm is another line. */
export interface TrendLine {
  readonly norm: ViewNorm;
  readonly address: string;
  /** The norm itself, or one that it came from or went over in, with a change. */
  readonly is: "this" | "related";
  /** By the full tests of the period: who is tested in it is chance. */
  readonly perYear: readonly TrendPoint[];
  readonly perHalfYear: readonly TrendPoint[];
  /** The current report of every organisation at the end of the half-year, with what later checks replaced. */
  readonly standing: readonly TrendPoint[];
  /** Where the line begins or ends because the framework changed. The first day of validity of the newer framework is the day of the break. */
  readonly breaks: readonly (Break & { readonly day: Day })[];
}

/** The line of a norm, then those of the norms of the view that it came from or became, in the order of the view. */
export function normTrend(source: ViewSource, column: number, catalogue: Catalogue, until: Day, counting: Counting): readonly TrendLine[] {
  const { view } = source;
  const links = lineageOf(catalogue, view.norms[column]!.places);
  const related = view.norms.flatMap((norm, other) => (other !== column && isOn(links, norm) ? [other] : []));
  const columns = [column, ...related];
  const all = linesOf(view, catalogue).filter(({ level }) => level === "norm");
  const lines = columns.map((one) => all[one]!);
  const points = {
    perYear: testsPerPeriod(source, lines, "jaar", until),
    perHalfYear: testsPerPeriod(source, lines, "halfjaar", until),
    standing: standingPerHalfYear(source, lines, until),
  };
  return columns.map((one, line): TrendLine => {
    const norm = view.norms[one]!;
    const of = (found: readonly Point[], span: Span) => trendPoints(found, line, span, counting);
    return {
      norm,
      address: normAddress(norm),
      is: one === column ? "this" : "related",
      perYear: of(points.perYear, "jaar"),
      perHalfYear: of(points.perHalfYear, "halfjaar"),
      standing: of(points.standing, "halfjaar"),
      breaks: breaksOf(view, norm).map((found) => ({
        ...found,
        day: (found.at === "begin" ? found.framework : found.next).validFromDay,
      })),
    };
  });
}

const isOn = (links: readonly LineageLink[], { places }: ViewNorm): boolean =>
  links.some(({ from, to }) =>
    [from, to].some(({ framework, norm }) => places.some((place) => place.framework === framework && place.norm === norm)),
  );

function trendPoints(points: readonly Point[], line: number, span: Span, counting: Counting): TrendPoint[] {
  return fromFirstToLast(points, line).map(({ period, mean }) => {
    const met = mean.met[countings.indexOf(counting)]!;
    return { period: periodName(period, span), lastDay: lastDayOf(period, span), n: mean.organisations, met, ...shareOf(met, mean.judged) };
  });
}
