import type { Catalogue, CompiledFramework } from "../../catalogue/types.ts";
import type { Sentence } from "../../relevance/sentences/words.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import type { View } from "../../relevance/views.ts";
import { breakSentence, changesSentence, sharedSentence, together } from "./break-words.ts";
import { breaksOf, versionsOf } from "./breaks.ts";

export const levels = ["norm", "categorie", "competentie", "label"] as const;
export type Level = (typeof levels)[number];

/**
 * What one trend line is about: always the same norms. Where a framework version changes them, the line breaks and another one begins;
 * it runs on only through lineage "same".
 */
export interface Line {
  readonly level: Level;
  readonly code: string;
  readonly title: string;
  /** Columns of the view. */
  readonly norms: readonly number[];
  /** Frameworks whose tests it follows, in the order of the view. */
  readonly frameworks: readonly CompiledFramework[];
  /** Position in `view.frameworks` → is its test in this line? */
  readonly follows: readonly boolean[];
  /** Where it breaks; "" for a line that runs through all versions of its variants. */
  readonly breaks: Sentence;
  /** Over all versions, but only over the norms that they share: beside the lines of a category or competency that break. */
  readonly shared: boolean;
}

/** Lines of every norm; of every category and competency and of the label as a whole, one for each set of norms it had. */
export function linesOf(view: View, catalogue: Pick<Catalogue, "competencies">): readonly Line[] {
  return [
    ...view.norms.map((norm, column) => normLine(view, norm, column)),
    ...groupsOf(view, catalogue).flatMap((group) => groupLines(view, group)),
  ];
}

/** The keys of the frameworks of a line: what it is, in one word. */
export const lineName = ({ frameworks }: Pick<Line, "frameworks">): string => frameworks.map(({ key }) => key).join("|");

function normLine(view: View, norm: ViewNorm, column: number): Line {
  const frameworks = norm.places.map(({ framework }) => framework);
  return {
    level: "norm",
    code: norm.code,
    title: norm.title,
    norms: [column],
    frameworks,
    follows: view.frameworks.map((framework) => frameworks.includes(framework)),
    breaks: together(breaksOf(view, norm).map(breakSentence)),
    shared: false,
  };
}

interface Group {
  readonly level: Level;
  readonly code: string;
  readonly title: string;
  /** Columns of the view. */
  readonly norms: readonly number[];
}

function groupsOf(view: View, { competencies }: Pick<Catalogue, "competencies">): Group[] {
  const columns = view.norms.map((_, column) => column);
  // The newest framework that has the category gives its title.
  const categories = new Map(view.frameworks.flatMap((framework) => framework.categories.map(({ code, title }) => [code, title] as const)));
  return [
    ...[...categories].map(
      ([code, title]): Group => ({
        level: "categorie",
        code,
        title,
        norms: columns.filter((column) => view.norms[column]!.category === code),
      }),
    ),
    ...competencies.map(
      ({ code, title }): Group => ({
        level: "competentie",
        code,
        title,
        norms: columns.filter((column) => view.norms[column]!.competencies.includes(code)),
      }),
    ),
    { level: "label" as const, code: view.label, title: `Alle normen van ${view.label}`, norms: columns },
  ].filter(({ norms }) => norms.length > 0);
}

/** One line for each set of norms that the group had; and, if there are several, one over the norms that all of them share. */
function groupLines(view: View, group: Group): Line[] {
  const normsOf = new Map(view.frameworks.map((framework) => [framework, normsIn(view, group, framework)]));
  const filled = view.frameworks.filter((framework) => normsOf.get(framework)!.length > 0);
  const sets = new Map<string, CompiledFramework[]>();
  for (const framework of filled) {
    const set = normsOf.get(framework)!.join(" ");
    sets.set(set, [...(sets.get(set) ?? []), framework]);
  }
  const line = (frameworks: readonly CompiledFramework[], norms: readonly number[], breaks: Sentence): Omit<Line, "shared"> => ({
    ...group,
    norms,
    frameworks,
    follows: view.frameworks.map((framework) => frameworks.includes(framework)),
    breaks,
  });
  const lines = [...sets.values()].map((frameworks): Line => {
    const breaks = together(frameworks.flatMap((framework) => changesAt(view, framework, frameworks, normsOf)));
    return { ...line(frameworks, normsOf.get(frameworks[0]!)!, breaks), shared: false };
  });
  const shared = group.norms.filter((norm) => filled.every((framework) => normsOf.get(framework)!.includes(norm)));
  if (lines.length <= 1 || shared.length === 0) return lines;
  return [...lines, { ...line(filled, shared, sharedSentence(shared.length)), shared: true }];
}

const normsIn = (view: View, { norms }: Group, framework: CompiledFramework): number[] =>
  norms.filter((column) => view.norms[column]!.places.some((place) => place.framework === framework));

/** What changed between the version before this framework and this one, and between this one and the next, when that is another line. */
function changesAt(
  view: View,
  framework: CompiledFramework,
  ofLine: readonly CompiledFramework[],
  normsOf: ReadonlyMap<CompiledFramework, readonly number[]>,
): Sentence[] {
  const versions = versionsOf(view, framework);
  const at = versions.indexOf(framework);
  return [versions.slice(at - 1, at + 1), versions.slice(at, at + 2)].flatMap(([before, after]) => {
    if (!before || !after || (ofLine.includes(before) && ofLine.includes(after))) return [];
    const old = normsOf.get(before)!;
    const now = normsOf.get(after)!;
    const added = now.filter((norm) => !old.includes(norm)).length;
    const gone = old.filter((norm) => !now.includes(norm)).length;
    return [changesSentence(after, added, gone)];
  });
}
