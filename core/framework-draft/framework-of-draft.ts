import type { Norm, NormFramework } from "../catalogue/types.ts";
import type { DraftNorm, FrameworkDraft } from "./types.ts";

/**
 * The draft as the framework that it would be, from the day that it is planned for, or that it was published with. What is empty is left out, as people
 * write the files.
 */
export function frameworkOfDraft(draft: FrameworkDraft): NormFramework {
  const { label, variant, version, title, illustrative, cycleYears, categories, norms, base } = draft;
  return {
    label,
    variant,
    version,
    title,
    ...(illustrative === undefined ? {} : { illustrative }),
    validFrom: draft.validity?.validFrom ?? draft.plannedFrom,
    validUntil: null,
    cycleYears,
    categories,
    norms: norms.map((norm) => normOf(norm, base)),
  };
}

const normOf = ({ code, title, category, competencies, from, overlaps }: DraftNorm, base: string): Norm => ({
  code,
  title,
  category,
  ...(competencies.length > 0 ? { competencies } : {}),
  ...(from.length > 0 ? { from: from.map(({ norm, relation }) => ({ framework: base, norm, relation })) } : {}),
  ...(overlaps.length > 0 ? { overlaps } : {}),
});
