/** The published rows as the pages need them: by framework. */
import type { FrameworkTitles, NormFigureRow } from "./data.ts";

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
