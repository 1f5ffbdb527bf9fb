import type { Catalogue, CompiledFramework, Relation } from "./types.ts";

/** A norm of a framework. */
export interface LineagePlace {
  readonly framework: CompiledFramework;
  /** Position in `framework.norms`. */
  readonly norm: number;
}

/** One step of a norm from an earlier framework to a later one. */
export interface LineageLink {
  readonly from: LineagePlace;
  readonly to: LineagePlace;
  readonly relation: Relation;
}

/**
 * Where these places come from, as far back as it goes, and what became of them since; each step once, in the order of the catalogue. What a norm
 * was merged with, or what else one was split into, is not looked into: those are other norms.
 */
export function lineageOf(catalogue: Catalogue, places: readonly LineagePlace[]): readonly LineageLink[] {
  const all = linksOf(catalogue);
  const back = reached(
    places,
    (place) => all.filter(({ to }) => isSame(to, place)),
    ({ from }) => from,
  );
  const forth = reached(
    places,
    (place) => all.filter(({ from }) => isSame(from, place)),
    ({ to }) => to,
  );
  return all.filter((link) => back.has(link) || forth.has(link));
}

function linksOf({ frameworks, frameworkByKey }: Catalogue): LineageLink[] {
  return frameworks.flatMap((framework) =>
    framework.norms.flatMap((norm, position) =>
      (norm.from ?? []).flatMap(({ framework: key, norm: code, relation }): LineageLink[] => {
        const origin = frameworkByKey.get(key);
        const place = origin?.normIndex.get(code);
        if (!origin || place === undefined) return [];
        return [{ from: { framework: origin, norm: place }, to: { framework, norm: position }, relation }];
      }),
    ),
  );
}

function reached(
  places: readonly LineagePlace[],
  linksAt: (place: LineagePlace) => readonly LineageLink[],
  next: (link: LineageLink) => LineagePlace,
): Set<LineageLink> {
  const found = new Set<LineageLink>();
  const open = [...places];
  for (let place = open.pop(); place; place = open.pop()) {
    for (const link of linksAt(place)) {
      if (found.has(link)) continue;
      found.add(link);
      open.push(next(link));
    }
  }
  return found;
}

const isSame = (a: LineagePlace, b: LineagePlace): boolean => a.framework.key === b.framework.key && a.norm === b.norm;
