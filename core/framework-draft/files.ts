import type { CatalogueText } from "../catalogue/parse.ts";
import type { NormFramework } from "../catalogue/types.ts";
import { BrokenInvariant } from "../faults.ts";
import { frameworkKey } from "../ids.ts";
import { frameworkOfDraft } from "./framework-of-draft.ts";
import { frameworkText } from "./framework-text.ts";
import type { FrameworkDraft } from "./types.ts";

/** The draft as a file of the catalogue, `frameworks/ksw-basis-2027.json`; where that name is taken by another framework, with a number. */
export function draftFile(draft: FrameworkDraft, files: readonly CatalogueText[]): CatalogueText {
  const own = files.find((file) => isFramework(file) && keyIn(file) === keyOf(draft));
  return { path: own?.path ?? freePath(draft, files), text: frameworkText(frameworkOfDraft(draft)) };
}

/** `ksw-basis-2027`: the name of a draft as a file. */
export const draftName = ({ label, variant, version }: FrameworkDraft): string =>
  `${label}-${variant}-${version}`
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * The catalogue with the draft in force from its first day, and the framework before until the last day of the overlap. All other files are as they were.
 *
 * @throws BrokenInvariant when the draft has no validity, or the framework before is not in the catalogue.
 */
export function publishedFiles(draft: FrameworkDraft, files: readonly CatalogueText[]): readonly CatalogueText[] {
  const { validity } = draft;
  if (!validity) throw new BrokenInvariant(`the draft ${keyOf(draft)} is published without a day`);
  const before = files.find((file) => isFramework(file) && keyIn(file) === draft.base);
  if (!before) throw new BrokenInvariant(`the catalogue has no ${draft.base}`);
  const own = draftFile(draft, files);
  const ended = { path: before.path, text: frameworkText({ ...parsed(before), validUntil: validity.beforeUntil }) };
  return [...files.filter(({ path }) => path !== own.path && path !== before.path), ended, own];
}

const isFramework = ({ path }: CatalogueText): boolean => path.startsWith("frameworks/") && path.endsWith(".json");

const parsed = ({ text }: CatalogueText): NormFramework => JSON.parse(text.replace(/^\uFEFF/, "")) as NormFramework;

const keyIn = (file: CatalogueText): string => keyOf(parsed(file));

const keyOf = ({ label, variant, version }: Pick<NormFramework, "label" | "variant" | "version">): string =>
  frameworkKey(label, variant, version);

function freePath(draft: FrameworkDraft, files: readonly CatalogueText[]): string {
  const taken = new Set(files.map(({ path }) => path.toLowerCase()));
  for (let number = 1; ; number++) {
    const path = `frameworks/${draftName(draft)}${number === 1 ? "" : `-${number}`}.json`;
    if (!taken.has(path)) return path;
  }
}
