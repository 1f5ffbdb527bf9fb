import type { Day } from "../calendar.ts";
import type { CompiledFramework } from "../catalogue/types.ts";

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
