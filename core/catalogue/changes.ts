import type { Catalogue, CompiledFramework } from "./types.ts";

/** What a catalogue would change of the one in force, for whoever decides whether to put it in force. Each list in code-point order. */
export interface CatalogueChanges {
  readonly frameworks: Changed;
  readonly bodies: Changed;
  readonly organisations: Changed;
  /** Why it must not be put in force, in Dutch: reports that were accepted rest on what it changes. */
  readonly refused: readonly string[];
}

export interface Changed {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Compares two catalogues. A framework that is in force must stay, with the same norm codes in the same order: accepted reports are kept as a
 * score per norm in that order. Its titles, validity, lineage and overlaps may change.
 */
export function catalogueChanges(inForce: Catalogue, next: Catalogue): CatalogueChanges {
  return {
    frameworks: compare(
      byKey(inForce.frameworks, ({ key }) => key),
      byKey(next.frameworks, ({ key }) => key),
      asWritten,
    ),
    bodies: compare(inForce.bodies, next.bodies, JSON.stringify),
    organisations: compare(inForce.organisationById, next.organisationById, JSON.stringify),
    refused: inForce.frameworks.flatMap((framework) => refusal(framework, next)),
  };
}

function refusal(framework: CompiledFramework, { frameworkByKey }: Catalogue): string[] {
  const next = frameworkByKey.get(framework.key);
  if (!next) {
    return [
      `normenkader ${framework.key} ontbreekt: er kunnen rapporten op rusten. Laat het staan; zet in validUntil de laatste dag waarop het geldt`,
    ];
  }
  const codes = ({ norms }: CompiledFramework) => norms.map(({ code }) => code);
  const [before, after] = [codes(framework), codes(next)];
  const at = before.findIndex((code, i) => after[i] !== code);
  if (at < 0 && before.length === after.length) return [];
  const place =
    at < 0 ? `na ${before.at(-1)} staat nu ${after[before.length]}` : `op plaats ${at + 1} stond ${before[at]}, nu ${after[at] ?? "niets"}`;
  return [
    `normenkader ${framework.key}: de normen of hun volgorde zijn veranderd (${place}). Maak daarvoor een nieuwe versie; een versie die geldt, verandert niet`,
  ];
}

/** A compiled framework has more than its file: what follows from others is not compared. */
const asWritten = ({
  key: _,
  index: __,
  normIndex: ___,
  overlapsOf: ____,
  validFromDay: _____,
  validUntilDay: ______,
  ...written
}: CompiledFramework): string => JSON.stringify(written);

const byKey = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [key(item), item]));

function compare<Item>(before: ReadonlyMap<string, Item>, after: ReadonlyMap<string, Item>, text: (item: Item) => string): Changed {
  const sorted = (keys: readonly string[]) => keys.toSorted((a, b) => (a < b ? -1 : 1));
  const [old, now] = [[...before.keys()], [...after.keys()]];
  return {
    added: sorted(now.filter((key) => !before.has(key))),
    changed: sorted(now.filter((key) => before.has(key) && text(before.get(key)!) !== text(after.get(key)!))),
    gone: sorted(old.filter((key) => !after.has(key))),
  };
}
