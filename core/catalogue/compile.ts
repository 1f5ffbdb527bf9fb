/** The checked catalogue made ready for work: positions instead of strings, both directions of every overlap, successions followed. */
import { parseIsoDay } from "../calendar.ts";
import { BrokenInvariant } from "../faults.ts";
import { frameworkKey } from "../ids.ts";
import { foldCode } from "./codes.ts";
import type { Catalogue, CatalogueFiles, CompiledFramework, NormFramework, Organisation } from "./types.ts";

type Overlaps = CompiledFramework["overlapsOf"];

/**
 * Compiles what `parseCatalogueFiles` gave. `version` is the SHA-256 of the files.
 *
 * @throws BrokenInvariant when the files were not checked: a date, norm or successor that does not exist.
 */
export function compileCatalogue(files: CatalogueFiles, version: string): Catalogue {
  const keys = files.frameworks.map(({ label, variant, version: year }) => frameworkKey(label, variant, year));
  const normIndexes = files.frameworks.map(normIndexOf);
  const overlaps = overlapsOfAll(files.frameworks, keys, normIndexes);
  const frameworks = files.frameworks.map(
    (framework, index): CompiledFramework => ({
      ...framework,
      key: keys[index]!,
      index,
      validFromDay: dayOrThrow(framework.validFrom),
      validUntilDay: framework.validUntil === null ? Number.POSITIVE_INFINITY : dayOrThrow(framework.validUntil),
      normIndex: normIndexes[index]!,
      overlapsOf: overlaps[index]!,
    }),
  );
  const organisationById = new Map(files.organisations.map((organisation) => [organisation.id, organisation]));
  return {
    version,
    frameworks,
    frameworkByKey: new Map(frameworks.map((framework) => [framework.key, framework])),
    competencies: files.competencies,
    bodies: new Map(files.bodies.map((body) => [body.code, body])),
    organisations: files.organisations,
    themes: files.themes,
    organisationByKvk: new Map(
      files.organisations.flatMap((organisation) => {
        const present = lastSuccessor(organisation, organisationById);
        return organisation.kvk.map((number) => [number, present] as const);
      }),
    ),
    organisationById,
  };
}

/** Exact codes win from folded ones; the check saw to it that no two codes fold to the same. */
function normIndexOf(framework: NormFramework): Map<string, number> {
  const index = new Map<string, number>();
  framework.norms.forEach((norm, position) => {
    index.set(foldCode(norm.code), position);
  });
  framework.norms.forEach((norm, position) => {
    index.set(norm.code, position);
  });
  return index;
}

function overlapsOfAll(
  frameworks: readonly NormFramework[],
  keys: readonly string[],
  normIndexes: readonly ReadonlyMap<string, number>[],
): Overlaps[] {
  const found = frameworks.map((framework) => framework.norms.map(() => new Map<string, { framework: number; norm: number }>()));
  const link = (framework: number, norm: number, other: { framework: number; norm: number }) =>
    found[framework]![norm]!.set(`${other.framework} ${other.norm}`, other);
  const positions = new Map(keys.map((key, position) => [key, position]));
  frameworks.forEach((framework, from) => {
    framework.norms.forEach((norm, position) => {
      for (const overlap of norm.overlaps ?? []) {
        const to = positions.get(overlap.framework);
        const other = to === undefined ? undefined : normIndexes[to]!.get(overlap.norm);
        if (to === undefined || other === undefined) throw new BrokenInvariant(`${keys[from]} ${norm.code} overlaps with an unknown norm`);
        link(from, position, { framework: to, norm: other });
        link(to, other, { framework: from, norm: position });
      }
    });
  });
  return found.map((norms) => norms.map((links) => [...links.values()].sort((a, b) => a.framework - b.framework || a.norm - b.norm)));
}

function dayOrThrow(text: string): number {
  const day = parseIsoDay(text);
  if (day === undefined) throw new BrokenInvariant(`${text} is not a day`);
  return day;
}

function lastSuccessor(organisation: Organisation, byId: ReadonlyMap<string, Organisation>): Organisation {
  let present = organisation;
  for (let steps = 0; present.succeededBy; steps++) {
    const next = byId.get(present.succeededBy);
    if (!next || steps > byId.size) throw new BrokenInvariant(`the succession of ${organisation.id} does not end`);
    present = next;
  }
  return present;
}
