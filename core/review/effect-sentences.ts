import { count, percent } from "../numbers.ts";
import { en, joined, nl } from "../relevance/sentences/words.ts";
import type { Sentence } from "../relevance/sentences.ts";
import type { DecisionEffect, MetOf } from "./effect.ts";

type Told = Pick<DecisionEffect, "before" | "after" | "better" | "worse" | "same" | "outcome"> & { readonly changesNeeded: number };

/** What came after a decision, for somebody who is no statistician. */
export function effectSentence(told: Told): Sentence {
  if (told.outcome === "retired") return { nl: "De norm is vervallen.", en: "The norm is out of force." };
  if (told.outcome === "tooEarly") {
    return joined(share(told.before, { nl: "Voor het besluit", en: "Before the decision" }), {
      nl: "Sinds het besluit is nog niemand opnieuw op deze norm getoetst.",
      en: "Since the decision nobody has been tested on this norm yet.",
    });
  }
  return joined(
    share(told.before, { nl: "Voor het besluit", en: "Before the decision" }),
    share(told.after, { nl: "Erna", en: "After it" }),
    pairs(told),
    verdict(told),
  );
}

function share({ met, judged }: MetOf, when: Sentence): Sentence {
  if (judged === 0)
    return { nl: `${when.nl} was nog niemand op deze norm getoetst.`, en: `${when.en} nobody had been tested on this norm.` };
  return {
    nl: `${when.nl} ${met === 1 ? "voldeed" : "voldeden"} ${nl(met)} van de ${count(judged, "organisatie", "organisaties", "nl")} (${percent(met / judged, "nl")}).`,
    en: `${when.en} ${en(met)} of ${count(judged, "organisation", "organisations", "en")} met it (${percent(met / judged, "en")}).`,
  };
}

function pairs({ better, worse, same }: Told): Sentence | undefined {
  if (better + worse + same === 0) return undefined;
  return {
    nl: `Van de organisaties die ervoor en erna getoetst zijn, is het oordeel bij ${nl(better)} hoger, bij ${nl(worse)} lager en bij ${nl(same)} gelijk.`,
    en: `Of the organisations tested before and after, the judgement is higher for ${en(better)}, lower for ${en(worse)} and the same for ${en(same)}.`,
  };
}

function verdict({ outcome, changesNeeded }: Told): Sentence {
  if (outcome === "better") {
    return {
      nl: "Dat is meer dan toeval kan verklaren. Wie laag begint, komt gemiddeld hoger uit, ook zonder besluit.",
      en: "That is more than chance can explain. Those who begin low score higher on average, also without a decision.",
    };
  }
  if (outcome === "worse") return { nl: "Dat is meer dan toeval kan verklaren.", en: "That is more than chance can explain." };
  if (outcome === "noDifference") return { nl: "Dat verschil kan toeval zijn.", en: "That difference may be chance." };
  return {
    nl: `Er zijn minstens ${nl(changesNeeded)} veranderingen nodig om iets te kunnen zeggen.`,
    en: `At least ${en(changesNeeded)} changes are needed to say anything.`,
  };
}
