import type { Dossier } from "../dossier.ts";
import { type Html, html, htmlTable } from "./html.ts";
import { date, decisionNames } from "./words.ts";

/** Of every earlier decision: what came after it. */
export function effectsSection({ effects }: Dossier): Html {
  return html`<section aria-labelledby="geholpen">
<h2 id="geholpen">Hebben eerdere besluiten geholpen?</h2>
${
  effects.length === 0
    ? html`<p>Er zijn nog geen eerdere besluiten.</p>`
    : html`<p>Per besluit staan hier de cijfers ervoor en erna. Een verschil komt niet vanzelf door het besluit.</p>
${htmlTable(
  "Eerdere besluiten en wat daarna gebeurde",
  ["norm", "besluit", "wat er daarna gebeurde"],
  effects.map(({ code, title, decision, wentOverIn, sentence }) => [
    html`${code} <small>${title}</small>`,
    html`${decisionNames[decision.kind]}, ${date(decision.on)}<small>${decision.reason}</small>`,
    html`${sentence.nl}${wentOverIn.length > 0 && html`<small>De norm is overgegaan in ${wentOverIn.join(", ")}. Die telt voor de cijfers erna.</small>`}`,
  ]),
)}`
}
</section>`;
}
