import type { Day } from "../calendar.ts";
import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";
import { frameworkKey } from "../ids.ts";
import type { FrameworkDraft } from "./types.ts";

/**
 * Where a framework stands on a day. `overlap`: it holds, and so does another version of the same label and variant; `announced`: published, its first day
 * is still to come.
 */
export type FrameworkLife = "announced" | "inForce" | "overlap" | "expired";

export function lifeOf(framework: CompiledFramework, frameworks: readonly CompiledFramework[], today: Day): FrameworkLife {
  if (framework.validFromDay > today) return "announced";
  if (framework.validUntilDay < today) return "expired";
  const others = frameworks.filter((other) => other !== framework && isSameKind(other, framework) && holds(other, today));
  return others.length > 0 ? "overlap" : "inForce";
}

const isSameKind = (a: CompiledFramework, b: CompiledFramework): boolean => a.label === b.label && a.variant === b.variant;

const holds = ({ validFromDay, validUntilDay }: CompiledFramework, day: Day): boolean => validFromDay <= day && day <= validUntilDay;

/** Of each label and variant the newest version, also where its first day is still to come: the one that a draft of a next version is made from. */
export const newestFrameworks = (frameworks: readonly CompiledFramework[]): readonly CompiledFramework[] =>
  frameworks.filter(
    (framework) => !frameworks.some((other) => isSameKind(other, framework) && other.validFromDay > framework.validFromDay),
  );

/**
 * The draft as it counts: one whose version is in the catalogue is published, whichever way that came there. Somebody put it in force as a file, or its
 * publishing was interrupted before the last step was noted. What was thrown away stays so.
 */
export function asItCounts(draft: FrameworkDraft, { frameworkByKey }: Pick<Catalogue, "frameworkByKey">): FrameworkDraft {
  const { label, variant, version, state } = draft;
  return state !== "discarded" && frameworkByKey.has(frameworkKey(label, variant, version)) ? { ...draft, state: "published" } : draft;
}
