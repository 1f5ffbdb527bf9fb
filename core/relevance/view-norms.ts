import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";

/** Where a norm of a view stands in a framework. */
export interface NormPlace {
  readonly framework: CompiledFramework;
  /** Position in `framework.norms`. */
  readonly norm: number;
}

/** One norm through the framework versions and variants of a view, under its newest code. */
export interface ViewNorm {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly competencies: readonly string[];
  /** Its place in each framework that has it, the newest last: at most one in each framework. */
  readonly places: readonly NormPlace[];
}

/**
 * The norms of some frameworks of one label, each once. Two norms are one where the catalogue says so:
 *
 * - lineage `same` between two versions. `reworded`, `merged` and `split` begin another norm;
 * - an overlap between two variants of the label, when both have the same code.
 *
 * Two norms of one framework never become one: a tie that would make them so is left out, lineage going before overlaps and both in the
 * order of the catalogue. In the order of the newest framework, then of the older ones for what it does not have.
 *
 * @param frameworks in order of validity, the newest last (see `inOrderOfValidity`).
 */
export function joinNorms(catalogue: Catalogue, frameworks: readonly CompiledFramework[]): readonly ViewNorm[] {
  const groups = groupsOf(frameworks);
  const inView = new Map<string, CompiledFramework>(frameworks.map((framework) => [framework.key, framework]));
  for (const [a, b] of [...lineageTies(frameworks, inView), ...overlapTies(catalogue, frameworks, inView)]) groups.join(a, b);
  const newestFirst = [...frameworks].reverse();
  const ordered = new Set(newestFirst.flatMap((framework) => framework.norms.map((_, norm) => groups.of({ framework, norm }))));
  return [...ordered].map(viewNorm(frameworks));
}

type Tie = readonly [NormPlace, NormPlace];

function lineageTies(frameworks: readonly CompiledFramework[], inView: ReadonlyMap<string, CompiledFramework>): Tie[] {
  return frameworks.flatMap((framework) =>
    framework.norms.flatMap((norm, position) =>
      (norm.from ?? []).flatMap(({ framework: key, norm: code, relation }): Tie[] => {
        const earlier = inView.get(key);
        const origin = earlier?.normIndex.get(code);
        if (relation !== "same" || !earlier || origin === undefined) return [];
        return [
          [
            { framework: earlier, norm: origin },
            { framework, norm: position },
          ],
        ];
      }),
    ),
  );
}

function overlapTies(
  catalogue: Catalogue,
  frameworks: readonly CompiledFramework[],
  inView: ReadonlyMap<string, CompiledFramework>,
): Tie[] {
  return frameworks.flatMap((framework) =>
    framework.overlapsOf.flatMap((links, norm) =>
      links.flatMap(({ framework: index, norm: otherNorm }): Tie[] => {
        const other = inView.get(catalogue.frameworks[index]!.key);
        const sameCode = other?.norms[otherNorm]?.code === framework.norms[norm]!.code;
        if (!other || !sameCode || other.variant === framework.variant) return [];
        return [
          [
            { framework, norm },
            { framework: other, norm: otherNorm },
          ],
        ];
      }),
    ),
  );
}

/** The places of one norm by framework. */
type Group = Map<CompiledFramework, number>;

interface Groups {
  of(place: NormPlace): Group;
  /** Makes the norms at both places one, unless that would join two norms of one framework. */
  join(a: NormPlace, b: NormPlace): void;
}

/** Every norm of the frameworks, to begin with each in a group of its own. */
function groupsOf(frameworks: readonly CompiledFramework[]): Groups {
  const groups = new Map(frameworks.map((framework) => [framework, framework.norms.map((_, norm): Group => new Map([[framework, norm]]))]));
  const of = ({ framework, norm }: NormPlace): Group => groups.get(framework)![norm]!;
  return {
    of,
    join(a, b) {
      const kept = of(a);
      const added = of(b);
      if ([...added.keys()].some((framework) => kept.has(framework))) return;
      for (const [framework, norm] of added) {
        kept.set(framework, norm);
        groups.get(framework)![norm] = kept;
      }
    },
  };
}

/** Title and code are those of the newest framework that has the norm. */
const viewNorm =
  (frameworks: readonly CompiledFramework[]) =>
  (group: Group): ViewNorm => {
    const places = frameworks.filter((framework) => group.has(framework)).map((framework) => ({ framework, norm: group.get(framework)! }));
    const newest = places.at(-1)!;
    const { code, title, category, competencies = [] } = newest.framework.norms[newest.norm]!;
    return { code, title, category, competencies, places };
  };
