import type { Cell, ChartColumn, ChartTable } from "./chart-table.tsx";
import { type DatedMark, markText, type Period, placeOf } from "./periods.ts";
import { counted, drawable, type Share } from "./share.ts";
import type { Wording } from "./wording.ts";

/** A line over time: one fixed norm, or set of norms. */
export interface TrendLineData {
  readonly name: string;
  /** Is it the same norm under all frameworks, or another one after each break? Then the line is interrupted there. */
  readonly norm: "same" | "changes";
  /** One per period; null where the line has nothing to say (not yet in force, no longer, nobody tested). */
  readonly values: readonly (Share | null)[];
}

export interface TrendData {
  readonly periods: readonly Period[];
  readonly lines: readonly TrendLineData[];
  /** New frameworks: lines of a norm that changes are interrupted there. */
  readonly breaks: readonly DatedMark[];
  readonly decisions: readonly DatedMark[];
}

/** The table of a trend: a row per line and period, with what happened in it; at the end what happened outside of all periods. */
export function trendTable(data: TrendData, wording: Wording): ChartTable {
  const { periods, lines } = data;
  const several = lines.length > 1;
  const columns: readonly ChartColumn[] = [
    ...(several ? [{ header: wording.say("Lijn", "Line"), kind: "text" as const }] : []),
    { header: wording.say("Periode", "Period"), kind: "text" },
    { header: wording.say("Voldoet", "Met"), kind: "share" },
    { header: "n", kind: "count" },
    { header: wording.say("Ondergrens (95%)", "Lower limit (95%)"), kind: "share" },
    { header: wording.say("Bovengrens (95%)", "Upper limit (95%)"), kind: "share" },
    { header: wording.say("Bijzonderheden", "Remarks"), kind: "text" },
  ];
  const rows = lines.flatMap(({ name, values }) =>
    periods.map(({ label }, i): readonly Cell[] => {
      const value = values[i];
      const numbers = value
        ? [drawable(value.share), counted(value.n), drawable(value.lower), drawable(value.upper)]
        : [null, null, null, null];
      return [...(several ? [name] : []), label, ...numbers, remarksIn(i, data, wording)];
    }),
  );
  const outside = remarksOutside(data, wording).map((text): readonly Cell[] => [...columns.slice(1).map(() => null), text]);
  return { columns, rows: [...rows, ...outside] };
}

/** The breaks and decisions in a period. */
const remarksIn = (period: number, { periods, breaks, decisions }: Omit<TrendData, "lines">, wording: Wording): string =>
  [...breaks, ...decisions]
    .filter(({ date }) => placeOf(date, periods)?.period === period)
    .map((mark) => markText(mark, wording))
    .join("; ");

/** Those that lie on no period: they are not in the drawing. */
const remarksOutside = ({ periods, breaks, decisions }: Omit<TrendData, "lines">, wording: Wording): readonly string[] =>
  [...breaks, ...decisions].filter(({ date }) => placeOf(date, periods) === undefined).map((mark) => markText(mark, wording));
