/** The published rows as the pages need them: by framework, in an order, filtered. */
import type { FrameworkTitles, NormFigureRow } from "./data.ts";
import type { FigureOrder, FigureSelection } from "./selection.ts";
import { codes } from "./words.ts";

export interface FrameworkFigures {
  /** `<label>/<variant>/<version>` */
  readonly key: string;
  /** In words, e.g. "Kwaliteitslabel Sociaal Werk, basis 2019". */
  readonly name: string;
  /** Short, for a row of links: "KSW basis 2019". */
  readonly shortName: string;
  readonly rows: readonly NormFigureRow[];
  /** Title of a category; its code when there is none. */
  category(code: string): string;
}

export interface NormPlace {
  readonly label: string;
  readonly variant: string;
  /** Version, or the whole key of the framework. */
  readonly framework: string;
  readonly norm: string;
}

/** The frameworks in the order in which the rows name them. */
export function byFramework(rows: readonly NormFigureRow[], titles: readonly FrameworkTitles[] = []): readonly FrameworkFigures[] {
  const groups = new Map<string, NormFigureRow[]>();
  for (const row of rows) {
    const key = frameworkOf({ ...row, framework: row.normenkader });
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, group]) => ({ key, rows: group, ...namesOf(key, titles) }));
}

/** `<label>/<variant>/<version>`, also where the version is given as a whole key. */
export const frameworkOf = ({ label, variant, framework }: Pick<NormPlace, "label" | "variant" | "framework">): string =>
  framework.includes("/") ? framework : `${label}/${variant}/${framework}`;

/** Names of a framework that no row mentions, too. */
export function namesOf(key: string, titles: readonly FrameworkTitles[]): Pick<FrameworkFigures, "name" | "shortName" | "category"> {
  const [label = "", variant = "", version = ""] = key.split("/");
  const found = titles.find((title) => title.label === label && title.variant === variant && title.version === version);
  return {
    // The notice is on every page already.
    name: found?.title.replace(/\s*\(voorbeeldcatalogus[^)]*\)\s*$/i, "") ?? `${label}, variant ${variant}, normenkader ${version}`,
    shortName: `${label} ${variant} ${version}`,
    category: (code) => found?.categories.find((category) => category.code === code)?.title ?? code,
  };
}

/** Id of a norm's row, and so the end of a link to it. */
export const normAnchor = (place: NormPlace): string => `norm-${`${frameworkOf(place)}-${place.norm}`.replace(/[^\w.]+/g, "-")}`;

/** The framework that was asked for; else the one with most organisations behind its figures, of these the last. */
export function chosenFramework(frameworks: readonly FrameworkFigures[], asked: string | undefined): FrameworkFigures | undefined {
  const most = (one: FrameworkFigures) => Math.max(...one.rows.map((row) => row.beoordeeld));
  return (
    frameworks.find((one) => one.key === asked) ??
    frameworks.reduce<FrameworkFigures | undefined>((best, one) => (best && most(best) > most(one) ? best : one), undefined)
  );
}

export function selectRows({ rows }: FrameworkFigures, { order, signal, search }: FigureSelection): readonly NormFigureRow[] {
  const words = fold(search ?? "").split(/\s+/);
  return rows
    .filter((row) => signal === undefined || codes(row.signalen).includes(signal))
    .filter((row) => words.every((word) => fold(`${row.norm} ${row.titel}`).includes(word)))
    .toSorted(comparisons[order]);
}

/** Signals that occur in the framework. */
export const signalsIn = ({ rows }: FrameworkFigures): readonly string[] => [...new Set(rows.flatMap((row) => codes(row.signalen)))];

/** Sorting is stable, so equals keep the order of the catalogue. Norms without figures come last, whichever way. */
const comparisons: Readonly<Record<FigureOrder, (a: NormFigureRow, b: NormFigureRow) => number>> = {
  aandeel: (a, b) => byShare(a, b, 1) || b.beoordeeld - a.beoordeeld,
  "aandeel-hoog": (a, b) => byShare(a, b, -1) || b.beoordeeld - a.beoordeeld,
  norm: () => 0,
  aantal: (a, b) => b.beoordeeld - a.beoordeeld,
};

function byShare(a: NormFigureRow, b: NormFigureRow, direction: 1 | -1): number {
  if (a.aandeel_voldoet === null || b.aandeel_voldoet === null) {
    return Number(a.aandeel_voldoet === null) - Number(b.aandeel_voldoet === null);
  }
  return (a.aandeel_voldoet - b.aandeel_voldoet) * direction;
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
