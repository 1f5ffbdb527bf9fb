import type { NormSummary } from "../../../core/figures/selected/norm-summary.ts";
import type { Counting } from "../../../core/figures/tables/counting.ts";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";

interface Headline {
  readonly summary: NormSummary;
  readonly counting: Counting;
  readonly exploratory: boolean;
}

/** The answer for a selection, in one sentence: what it says is certain stands only in a fixed view. */
export function normsHeadline({ summary, counting, exploratory }: Headline): string {
  const { norms, judged, nobody, nobodyForSure } = summary;
  if (norms === 0) return say("Geen norm past bij deze keuze", "No norm fits this choice");
  if (judged === 0) return say("Binnen deze keuze is nog niets beoordeeld", "Nothing was judged within this choice yet");
  if (nobody === 0) {
    const all = say(
      judged === 1
        ? "Aan deze norm voldoet ten minste één organisatie"
        : `Aan elk van de ${number(judged)} beoordeelde normen voldoet ten minste één organisatie`,
      judged === 1
        ? "At least one organisation meets this norm"
        : `At least one organisation meets each of the ${number(judged)} norms that were judged`,
    );
    return all;
  }
  const partly = counting === "soepel" ? say(", ook niet deels", ", not even partly") : "";
  const of = count(norms, say("norm", "norm"), say("normen", "norms"));
  const answer = say(`Aan ${number(nobody)} van de ${of} voldoet niemand${partly}`, `Nobody meets ${number(nobody)} of ${of}${partly}`);
  return exploratory ? answer : `${answer}; ${certainty(nobody, nobodyForSure)}`;
}

function certainty(nobody: number, sure: number): string {
  if (sure === 0) return say("er zijn nog te weinig toetsen voor een conclusie", "there are too few tests so far for a conclusion");
  if (sure === nobody) return say("dat is vaak genoeg getoetst om het te kunnen zeggen", "it was tested often enough to say so");
  return say(
    `bij ${number(sure)} daarvan is vaak genoeg getoetst om het te kunnen zeggen`,
    `for ${number(sure)} of them tested often enough to say so`,
  );
}
