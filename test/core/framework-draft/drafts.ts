/** A draft of a next version of the shipped KSW basis 2019, and the ways in which tests change one. */
import { join } from "node:path";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { type CatalogueText, parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import type { Catalogue, CompiledFramework } from "../../../core/catalogue/types.ts";
import type { Decision, DecisionKind } from "../../../core/decisions.ts";
import { type DraftEdit, type EditSource, editDraft } from "../../../core/framework-draft/edit.ts";
import { publishedFiles } from "../../../core/framework-draft/files.ts";
import { overlapsAt, type Seed, seedDraft } from "../../../core/framework-draft/seed.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { frameworkKey } from "../../../core/ids.ts";
import { readCatalogueFolder } from "../../../functions/adapters/catalogue-folder.ts";

export const files = await readCatalogueFolder(join(import.meta.dirname, "../../../normenkader"));
export const catalogue: Catalogue = compileCatalogue(parseCatalogueFiles(files), "shipped");
export const base: CompiledFramework = catalogue.frameworkByKey.get(frameworkKey("KSW", "basis", "2019"))!;
export const source: EditSource = { base, competencies: catalogue.competencies, overlapsAt: (i) => overlapsAt(catalogue, base, i) };
export const author = { by: { id: "committee", name: "Cor" }, at: "2026-11-25T10:00:00.000Z" };

export const decision = (code: string, kind: DecisionKind, replaced: Partial<Decision> = {}): Decision => ({
  norm: `KSW/basis/2019/${code}`,
  number: 1,
  kind,
  reason: `Besloten over ${code}.`,
  by: { id: "1", name: "Cor" },
  at: "2026-03-12T10:00:00.000Z",
  figures: { run: "r", referenceDate: "2026-03-01", met: 0, judged: 60, signals: [] },
  ...replaced,
});

export const seeded = (decisions: readonly Decision[] = [], replaced: Partial<Seed> = {}): FrameworkDraft =>
  seedDraft({ catalogue, base, decisions, drafts: [], version: "2028", plannedFrom: "2028-01-01", ...replaced }, author);

/** The draft of the version that comes after a draft, which is put in force from the first day of its year. */
export function published(
  draft: FrameworkDraft,
  before: Pick<Seed, "catalogue" | "drafts"> & { readonly files: readonly CatalogueText[] },
) {
  const validity = { validFrom: `${draft.version}-01-01`, beforeUntil: `${draft.version}-12-31` };
  const next = publishedFiles({ ...draft, validity }, before.files);
  const compiled = compileCatalogue(parseCatalogueFiles(next), draft.version);
  const made = compiled.frameworkByKey.get(frameworkKey("KSW", "basis", draft.version))!;
  return { files: next, catalogue: compiled, base: made, drafts: [...before.drafts, { ...draft, state: "published" as const }] };
}

/** The draft after the edits, which are all made. */
export const edited = (draft: FrameworkDraft, ...edits: readonly DraftEdit[]): FrameworkDraft =>
  edits.reduce((before, edit) => {
    const outcome = editDraft(before, edit, source, author);
    if (!("draft" in outcome)) throw new Error(JSON.stringify(outcome.faults));
    return outcome.draft;
  }, draft);

export const normAt = (draft: FrameworkDraft, code: string) => draft.norms.find((norm) => norm.code === code)!;

export const textOf = (draft: FrameworkDraft, code: string) => {
  const { title, category, competencies } = normAt(draft, code);
  return { code, title, category, competencies };
};
