import type { SelfEvaluationDivision } from "../../../core/figures/analyses/self-evaluation-groups.ts";
import { kindWords, NOT_SAID, sizeClasses } from "../../../core/figures/tables/audit-groups.ts";
import { say } from "../../language.tsx";

/** The core names groups as the published files do, in Dutch; a page says them in the language of its reader. */
export function divisionName(division: SelfEvaluationDivision["division"]): string {
  const names = {
    "soort toets": say("Soort toets", "Kind of test"),
    variant: say("Variant", "Variant"),
    grootte: say("Grootte (fte)", "Size (fte)"),
    discipline: say("Discipline", "Discipline"),
  } as const;
  return names[division];
}

const english: ReadonlyMap<string, string> = new Map([
  [kindWords.initial, "first test"],
  [kindWords.recertification, "recertification"],
  [NOT_SAID, "not stated"],
  ...sizeClasses.map(
    ({ name }) => [name, name.replace("minder dan", "less than").replace(" tot ", " to ").replace("of meer", "or more")] as const,
  ),
]);

/** Variants and disciplines keep the name that they have in the deliveries. */
export const groupName = (group: string): string => say(group, english.get(group) ?? group);
