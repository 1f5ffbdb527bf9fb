import { percent } from "../../numbers.ts";
import type { Dossier, DossierNorm } from "../dossier.ts";
import { anchor } from "./committee-page.ts";
import { type Html, html, htmlTable } from "./html.ts";
import { certaintyText, date, figureText, frameworksText, signalName, standingText, verdictNames } from "./words.ts";

/** Per norm the evidence: first the figures of all norms in one table, then every norm with a signal by itself. */
export function evidenceSection(dossier: Dossier): Html {
  const flagged = dossier.norms.filter(({ signals }) => signals.some(({ asks }) => asks !== "nothing"));
  return html`<section aria-labelledby="onderbouwing">
<h2 id="onderbouwing">De cijfers per norm</h2>
<p>Elke organisatie telt één keer, met haar laatste toets. Alleen <i>voldoet</i>, <i>voldoet deels</i> en <i>voldoet niet</i> tellen mee in het aandeel.</p>
${htmlTable("Alle normen", header, dossier.norms.map(row), [2, 3, 4, 5, 6, 7])}
</section>
<section aria-labelledby="signalen">
<h2 id="signalen">De normen met een signaal</h2>
${flagged.map((norm) => article(norm, dossier))}
</section>`;
}

const header = ["norm", "oordeel", "beoordeeld", "voldoet", "deels", "niet", "n.v.t.", "aandeel"];

const row = ({ code, frameworks, verdict, counts, share }: DossierNorm) => [
  html`${code}${verdict === "withdrawn" && html` <small>${frameworksText(frameworks)}</small>`}`,
  verdictNames[verdict],
  counts.judged,
  counts.met,
  counts.partiallyMet,
  counts.notMet,
  counts.notApplicable,
  share === null ? "" : percent(share),
];

const article = (norm: DossierNorm, { previous, restsOn }: Dossier): Html => html`<article id="${anchor(norm)}">
<h3>${norm.code} ${norm.title}</h3>
<p>${figureText(norm)}${norm.interval !== null && `, ${certaintyText(norm, restsOn.thresholds.confidence)}`}.
${norm.counts.partiallyMet > 0 && `${norm.counts.partiallyMet} deels. `}${norm.counts.notApplicable > 0 && `Niet van toepassing bij ${norm.counts.notApplicable}. `}${norm.counts.notAssessed > 0 && `Niet beoordeeld bij ${norm.counts.notAssessed}.`}</p>
<p class="soft">Normenkader: ${frameworksText(norm.frameworks)}. Categorie ${norm.category}. ${norm.competencies.length > 0 && `Competenties ${norm.competencies.join(", ")}. `}Oordeel: ${verdictNames[norm.verdict]}.</p>
<ul>
${norm.signals.map(
  (
    signal,
  ) => html`<li><b>${signalName(signal.signal)}.</b> ${signal.sentence.nl} ${standingText(signal, previous === null)} ${signal.notYet?.nl}
<small>${basis(signal.evidence)}</small></li>
`,
)}</ul>
</article>
`;

/** On what a signal rests: who judged, when. */
function basis({ judged, bodies, period }: DossierNorm["signals"][number]["evidence"]): string {
  const who = bodies.map(({ name, judged: by }) => `${name} ${by}`).join(", ");
  const when = period ? `Toetsen van ${date(period.from)} tot en met ${date(period.until)}. ` : "";
  return `${when}n = ${judged}${who === "" ? "" : `: ${who}`}.`;
}
