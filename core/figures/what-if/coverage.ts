import type { NormFramework } from "../../catalogue/types.ts";

/** A category with a competency: how many norms of the one rest on the other. */
export interface CoverageCell {
  readonly category: string;
  readonly competency: string;
  readonly before: number;
  readonly after: number;
}

type Covering = Pick<NormFramework, "categories" | "norms">;

/**
 * Which competencies the norms of each category rest on, in both frameworks; only pairs that one of them has. In the order of the categories, of the
 * framework before first, then by code of the competency.
 */
export function coverage(before: Covering, after: Covering): readonly CoverageCell[] {
  const [old, now] = [countsOf(before), countsOf(after)];
  const categories = [...new Set([...before.categories, ...after.categories].map(({ code }) => code))];
  const competencies = [...new Set([...before.norms, ...after.norms].flatMap((norm) => norm.competencies ?? []))].sort();
  return categories.flatMap((category) =>
    competencies.flatMap((competency): CoverageCell[] => {
      const pair = pairOf(category, competency);
      const cell = { category, competency, before: old.get(pair) ?? 0, after: now.get(pair) ?? 0 };
      return cell.before + cell.after > 0 ? [cell] : [];
    }),
  );
}

/** The pairs that have no norm any more. */
export const coverageLost = (cells: readonly CoverageCell[]): readonly CoverageCell[] =>
  cells.filter(({ before, after }) => before > 0 && after === 0);

/** Competencies on which no norm at all rests any more, whatever its category. */
export function competenciesLost(cells: readonly CoverageCell[]): readonly string[] {
  const held = new Set(cells.filter(({ after }) => after > 0).map(({ competency }) => competency));
  return [...new Set(cells.map(({ competency }) => competency))].filter((competency) => !held.has(competency));
}

function countsOf({ norms }: Covering): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { category, competencies = [] } of norms)
    for (const competency of new Set(competencies)) {
      const pair = pairOf(category, competency);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return counts;
}

const pairOf = (category: string, competency: string): string => `${category}\n${competency}`;
