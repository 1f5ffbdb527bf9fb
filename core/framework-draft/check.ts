import { type CatalogueText, parseCatalogueFiles } from "../catalogue/parse.ts";
import type { CompiledFramework } from "../catalogue/types.ts";
import { InvalidCatalogue } from "../faults.ts";
import { draftFile } from "./files.ts";
import type { DraftNorm, FrameworkDraft } from "./types.ts";

/**
 * What keeps the draft from being a framework of the catalogue, in the words of its checks (Dutch); empty when nothing does. The whole catalogue is checked
 * with the draft in it.
 *
 * @param files the catalogue in force.
 */
export function draftProblems(draft: FrameworkDraft, files: readonly CatalogueText[]): readonly string[] {
  const own = draftFile(draft, files);
  try {
    parseCatalogueFiles([...files.filter(({ path }) => path !== own.path), own]);
    return [];
  } catch (error) {
    if (error instanceof InvalidCatalogue) return error.problems.map((problem) => problem.replace(`${own.path}: `, ""));
    throw error;
  }
}

/** What somebody has to look at before the draft is published. */
export interface OpenWork {
  readonly norm: DraftNorm;
  /**
   * - `toWord`: it is to ask something else than before, but nothing of it was changed yet. In the way of publishing: its line over time would
   *   break for nothing.
   * - `samePromised`: it is worded otherwise, and said to ask the same. Only to be looked at.
   */
  readonly what: "toWord" | "samePromised";
}

/** In the order of the norms. */
export function openWork({ norms }: FrameworkDraft, base: CompiledFramework): readonly OpenWork[] {
  return norms.flatMap((norm): OpenWork[] => {
    const [origin, ...others] = norm.from;
    const before = origin && base.norms.find(({ code }) => code === origin.norm);
    if (!before || others.length > 0) return [];
    if (origin.relation === "same") return before.title === norm.title ? [] : [{ norm, what: "samePromised" }];
    return origin.relation === "reworded" && isUnchanged(norm, before) ? [{ norm, what: "toWord" }] : [];
  });
}

const isUnchanged = (norm: DraftNorm, { title, category, competencies = [] }: CompiledFramework["norms"][number]): boolean =>
  norm.title === title && norm.category === category && norm.competencies.join(" ") === competencies.join(" ");
