/** Finding a framework by what a row says: label, variant, version. Shared by the rules about them. */
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";

export const DEFAULT_VARIANT = "basis";

export const labelsOf = (catalogue: Catalogue): readonly string[] => distinct(catalogue.frameworks.map((one) => one.label));

const folded = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

/** The label as the catalogue writes it. */
export function labelIn(catalogue: Catalogue, text: string): string | undefined {
  const known = folded.get(catalogue) ?? new Map(catalogue.frameworks.map(({ label }) => [foldWord(label), label]));
  folded.set(catalogue, known);
  return known.get(foldWord(text));
}

export const variantsOf = (catalogue: Catalogue, label: string): readonly string[] =>
  distinct(catalogue.frameworks.filter((one) => one.label === label).map((one) => one.variant));

/** All versions of a label's variant. */
export const frameworksOf = (catalogue: Catalogue, label: string, variant: string): readonly CompiledFramework[] => {
  const wanted = foldWord(variant);
  return catalogue.frameworks.filter((one) => one.label === label && foldWord(one.variant) === wanted);
};

/** `2019`, and also `KSW 2019` for a version of KSW. */
export const frameworkIn = (frameworks: readonly CompiledFramework[], version: string): CompiledFramework | undefined => {
  const wanted = foldWord(version);
  return frameworks.find((one) => foldWord(one.version) === wanted || foldWord(`${one.label} ${one.version}`) === wanted);
};

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
