import { count } from "../../numbers.ts";
import type { Dossier } from "../dossier.ts";
import { accountSections } from "./account.ts";
import { committeePage } from "./committee-page.ts";
import { documentStyle } from "./document-style.ts";
import { effectsSection } from "./effects.ts";
import { evidenceSection } from "./evidence.ts";
import { html, htmlDocument } from "./html.ts";
import { date } from "./words.ts";

/** The dossier as a document: one page for the committee, then the evidence per norm, then what it rests on. Dutch. The same dossier gives the same bytes. */
export function dossierHtml(dossier: Dossier): string {
  const { review, previous, restsOn } = dossier;
  const title = `Relevantietoets ${review.label}, peildatum ${date(review.referenceDate)}`;
  return htmlDocument(
    title,
    documentStyle,
    html`<main>
<header>
<h1>${title}</h1>
<p class="soft">${
      previous
        ? `Vergeleken met de relevantietoets van ${date(previous.referenceDate)}.`
        : "Dit is de eerste relevantietoets van dit label: er is nog niets om mee te vergelijken."
    } ${count(dossier.completeness.organisations, "organisatie telt", "organisaties tellen")} mee.</p>
${
  restsOn.illustrative &&
  html`<p class="warning">Dit dossier rust op een voorbeeldcatalogus. De normen zijn geen officiële normtekst.</p>
`
}</header>
${committeePage(dossier)}
${effectsSection(dossier)}
${evidenceSection(dossier)}
${accountSections(dossier)}
</main>`,
  );
}
