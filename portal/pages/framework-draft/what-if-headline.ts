import type { CompiledFramework } from "../../../core/catalogue/types.ts";
import type { MetAll, WhatIf, WhatIfCounted } from "../../../core/figures/what-if/what-if.ts";
import { number } from "../../format.ts";
import { frameworkName } from "../../framework-words.ts";
import { say } from "../../language.tsx";

type Base = Pick<CompiledFramework, "label" | "variant" | "version">;

/**
 * "Van de 84 organisaties … voldoen er nu 3 aan alle normen. Met dit concept waren dat er 12 geweest. Telt ‘deels’ mee, dan gaat het van 8 naar 20."
 * Of organisations with a current report; one that was judged on no norm at all is not among them.
 */
export function whatIfHeadline({ counted: { streng, soepel } }: Pick<WhatIf, "counted">, base: Base): string {
  if (streng.before.judged === 0)
    return say(
      `Geen enkele organisatie met een geldend rapport op ${frameworkName(base)} is op een norm beoordeeld; over de uitkomst is niets te zeggen.`,
      `No organisation with a current report by ${frameworkName(base)} was judged on any norm; nothing can be said about the outcome.`,
    );
  const isStrictlySame = isAsBefore(streng);
  const then = isStrictlySame
    ? say("Met dit concept zou dat niet anders zijn.", "With this draft that would not be otherwise.")
    : `${say("Met dit concept", "With this draft")} ${withDraft(streng)}.`;
  // Who is judged on nothing, is so by either counting.
  const also = streng.after.judged === 0 ? [] : [leniently(soepel, isStrictlySame)];
  return [now(streng.before, base), then, ...also].join(" ");
}

function now({ judged, met }: MetAll, base: Base): string {
  const report = say(`met een geldend rapport op ${frameworkName(base)}`, `with a current report by ${frameworkName(base)}`);
  if (judged === 1)
    return say(
      `De enige organisatie ${report} voldoet nu ${met === 1 ? "" : "niet "}aan alle normen.`,
      `The only organisation ${report} ${met === 1 ? "meets" : "does not meet"} all norms now.`,
    );
  return say(
    `Van de ${number(judged)} organisaties ${report} ${met < 2 ? "voldoet" : "voldoen"} er nu ${met === 0 ? "geen enkele" : number(met)} aan alle normen.`,
    `Of the ${number(judged)} organisations ${report} ${met === 0 ? "none" : number(met)} ${met < 2 ? "meets" : "meet"} all norms now.`,
  );
}

function withDraft(streng: WhatIfCounted): string {
  const { before, after } = streng;
  if (after.judged === 0)
    return say("zou geen enkele organisatie op een norm zijn beoordeeld", "no organisation would have been judged on any norm");
  // One before, and one still: that it would have met them all is all that can differ for the better.
  if (before.judged === 1 && after.met === 1) return say("had zij aan alle normen voldaan", "it would have met all norms");
  if (after.met === 0)
    return say(
      `had geen enkele${ofAll(streng) || " organisatie"} aan alle normen voldaan`,
      `${ofAll(streng) ? `none${ofAll(streng)}` : "no organisation"} would have met all norms`,
    );
  return say(
    `${after.met === 1 ? "was" : "waren"} dat er ${number(after.met)}${ofAll(streng)} geweest`,
    `it would have been ${number(after.met)}${ofAll(streng)}`,
  );
}

function leniently(soepel: WhatIfCounted, isStrictlySame: boolean): string {
  if (!isAsBefore(soepel))
    return say(
      `Telt ‘deels’ mee, dan gaat het van ${number(soepel.before.met)} naar ${number(soepel.after.met)}${ofAll(soepel)}.`,
      `When ‘partly’ counts, it goes from ${number(soepel.before.met)} to ${number(soepel.after.met)}${ofAll(soepel)}.`,
    );
  return isStrictlySame
    ? say("Ook als ‘deels’ meetelt, blijft het gelijk.", "It stays the same too when ‘partly’ counts.")
    : say(
        `Telt ‘deels’ mee, dan blijft het gelijk: ${number(soepel.after.met)}.`,
        `When ‘partly’ counts, it stays the same: ${number(soepel.after.met)}.`,
      );
}

const isAsBefore = ({ before, after }: WhatIfCounted): boolean => before.met === after.met && before.judged === after.judged;

/** Only said when others are counted than before: who was judged on nothing but what is dropped. */
const ofAll = ({ before, after }: WhatIfCounted): string =>
  before.judged === after.judged ? "" : say(` van de ${number(after.judged)}`, ` of ${number(after.judged)}`);
