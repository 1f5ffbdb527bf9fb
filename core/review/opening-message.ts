import { count } from "../numbers.ts";
import { dutchDate } from "../relevance/sentences/words.ts";
import { type Dossier, normsThat } from "./dossier.ts";

/** To the policy staff, when a review opens. In Dutch; the subject is short and ASCII, as SNS asks. */
export function openingMessage(dossier: Dossier, decideBy: string): { readonly subject: string; readonly message: string } {
  const { label, referenceDate } = dossier.review;
  const decide = normsThat(dossier, "decide");
  return {
    subject: `Relevantietoets ${label.replace(/[^\x20-\x7e]/g, "?").slice(0, 40)} van ${dutchDate(referenceDate)} staat klaar`,
    message: [
      `De relevantietoets van ${label} met peildatum ${dutchDate(referenceDate)} staat klaar.`,
      decide.length === 0
        ? "Geen enkele norm vraagt een besluit."
        : `${count(decide.length, "norm vraagt", "normen vragen")} een besluit: ${decide.map(({ code }) => code).join(", ")}.`,
      `De commissie besluit tot en met ${dutchDate(decideBy)}. Daarna sluit de toets; wat dan nog open is, blijft als open staan.`,
      "U vindt het dossier in de Normenmonitor onder Relevantietoets.",
    ].join("\n\n"),
  };
}
