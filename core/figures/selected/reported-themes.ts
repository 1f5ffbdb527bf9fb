import type { Day } from "../../calendar.ts";
import type { Catalogue } from "../../catalogue/types.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { type TrendDirection, trendDirections } from "../../scoring/types.ts";
import { periodName, periodOf, type Span } from "../tables/periods.ts";
import { distinctThemes, saidIn, themesOf } from "../tables/said.ts";
import type { ViewSource } from "../tables/view-source.ts";

/** Reports that say so. */
export type Directions = Readonly<Record<TrendDirection, number>>;

/** What was said about one theme. A report counts in each direction that it names. */
export interface ReportedTheme {
  /** Code of the theme; of one that the catalogue does not know, the word of the body. */
  readonly key: string;
  readonly title: string;
  readonly known: boolean;
  /** Columns of the view: the norms that the catalogue ties to it. */
  readonly norms: readonly number[];
  readonly total: Directions;
  /** Of every period of the selection. */
  readonly periods: readonly { readonly period: string; readonly directions: Directions }[];
  /** Only those that said something, in code-point order. */
  readonly bodies: readonly { readonly body: string; readonly directions: Directions }[];
  readonly variants: readonly { readonly variant: string; readonly directions: Directions }[];
  /** The reports that hold the texts, latest first. */
  readonly reports: readonly ThemeReport[];
}

/** A report that says something about a theme. Its texts stand with the whole report of this body, reference and label. */
export interface ThemeReport {
  readonly label: string;
  readonly body: string;
  readonly reference: string;
  readonly organisation: string;
  readonly day: Day;
  readonly directions: readonly TrendDirection[];
}

export interface ReportedThemes {
  /** Reports in the selection, of any kind, and those that report any trend: without them a small count says nothing. */
  readonly periods: readonly { readonly period: string; readonly reports: number; readonly withTrends: number }[];
  /** In code-point order of the key; only themes that were mentioned. */
  readonly themes: readonly ReportedTheme[];
}

/** The themes that bodies report on in these reports, over time, per body and per variant. Counted in reports. */
export function reportedThemes(source: ViewSource, catalogue: Pick<Catalogue, "themes">, span: Span = "halfjaar"): ReportedThemes {
  const { view, matrix } = source;
  const themes = themesOf(source, catalogue);
  const said = Array.from({ length: matrix.audits }, (_, row) => saidIn(source, row, themes));
  const periodOfRow = Array.from(matrix.day, (day) => periodOf(day, span));
  const first = periodOfRow[0] ?? 0;
  const periods = Array.from({ length: matrix.audits === 0 ? 0 : periodOfRow.at(-1)! - first + 1 }, (_, i) => first + i);
  return {
    periods: periods.map((period) => {
      const rows = said.filter((_, row) => periodOfRow[row] === period);
      return { period: periodName(period, span), reports: rows.length, withTrends: rows.filter((one) => one.length > 0).length };
    }),
    themes: distinctThemes(themes).flatMap(({ key, title, known, norms }): ReportedTheme[] => {
      const mentions = said.flatMap((ofRow, row): Mention[] => {
        const directions = ofRow.filter(({ theme }) => theme === key).map(({ direction }) => trendDirections[direction]!);
        return directions.length === 0 ? [] : [{ row, directions }];
      });
      if (mentions.length === 0) return [];
      const perBody = grouped(mentions, ({ row }) => matrix.bodies[matrix.body[row]!]!);
      const perVariant = grouped(mentions, ({ row }) => view.variants[matrix.variant[row]!]!);
      return [
        {
          key,
          title,
          known: known !== undefined,
          norms,
          total: countDirections(mentions),
          periods: periods.map((period) => ({
            period: periodName(period, span),
            directions: countDirections(mentions.filter(({ row }) => periodOfRow[row] === period)),
          })),
          bodies: perBody.map(([body, of]) => ({ body, directions: countDirections(of) })),
          variants: perVariant.map(([variant, of]) => ({ variant, directions: countDirections(of) })),
          reports: mentions.map((mention) => reportOf(source, mention)).reverse(),
        },
      ];
    }),
  };
}

interface Mention {
  /** Of the matrix. */
  readonly row: number;
  readonly directions: readonly TrendDirection[];
}

function countDirections(mentions: readonly Mention[]): Directions {
  const counts: Record<TrendDirection, number> = { increasing: 0, stable: 0, decreasing: 0 };
  for (const { directions } of mentions) for (const direction of directions) counts[direction]++;
  return counts;
}

const grouped = (mentions: readonly Mention[], groupOf: (mention: Mention) => string): [string, readonly Mention[]][] => {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(groupOf(mention));
    if (group) group.push(mention);
    else groups.set(groupOf(mention), [mention]);
  }
  return [...groups].sort(([a], [b]) => compareCodePoints(a, b));
};

function reportOf({ matrix, label, audit }: ViewSource, { row, directions }: Mention): ThemeReport {
  const { tables, audits } = label!;
  return {
    label: label!.label,
    body: matrix.bodies[matrix.body[row]!]!,
    reference: tables.references[audits.reference[audit[row]!]!]!,
    organisation: tables.organisations[matrix.organisation[row]!]!,
    day: matrix.day[row]!,
    directions,
  };
}
