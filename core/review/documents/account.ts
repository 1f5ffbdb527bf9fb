import { count, number, percent } from "../../numbers.ts";
import type { ViewThresholds } from "../../relevance/thresholds.ts";
import { silentBodies } from "../completeness.ts";
import type { Dossier } from "../dossier.ts";
import { type Html, html, htmlTable } from "./html.ts";
import { date, frameworksText } from "./words.ts";

/** Method, thresholds, completeness, what can not be concluded, and the marks by which the dossier can be made again. */
export const accountSections = (dossier: Dossier): Html => html`${limits(dossier)}
${completeness(dossier)}
${method(dossier.restsOn.thresholds)}
${restsOn(dossier)}`;

const limits = ({ limits: all }: Dossier): Html => html`<section aria-labelledby="grenzen">
<h2 id="grenzen">Wat u niet kunt concluderen</h2>
<ul>
${all.map(({ nl }) => html`<li>${nl}</li>\n`)}</ul>
</section>`;

function completeness({ completeness: data, previous }: Dossier): Html {
  const { excluded } = data;
  const silent = silentBodies(data);
  return html`<section aria-labelledby="volledig">
<h2 id="volledig">Hoe volledig zijn de gegevens?</h2>
<p>Er tellen ${count(data.reports, "rapport", "rapporten")} mee, van ${count(data.organisations, "organisatie", "organisaties")}.
De periode loopt van ${date(data.since)}${previous ? ", de vorige peildatum," : ""} tot deze peildatum.
${silent.length > 0 && `Geen toetsen uit deze periode kwamen van: ${silent.map(({ name }) => name).join(", ")}.`}</p>
${htmlTable(
  "Wie leverde aan",
  ["certificerende instelling", "rapporten", "in deze periode", "laatste toets"],
  data.bodies.map(({ name, reports, reportsInPeriod, lastTest }) => [
    name,
    number(reports),
    number(reportsInPeriod),
    lastTest ? date(lastTest) : "nog geen",
  ]),
  [1, 2],
)}
${
  data.overdue.length > 0
    ? htmlTable(
        `Organisaties die over tijd zijn (${data.overdue.length}): niet getoetst, of nog niet aangeleverd`,
        ["organisatie", "instelling", "laatste toets", "volgende toets had moeten zijn op"],
        data.overdue.map(({ name, body, lastTest, due }) => [name, body, date(lastTest), date(due)]),
      )
    : html`<p>Geen enkele organisatie is over tijd.</p>`
}
${data.away > 0 && html`<p>${count(data.away, "organisatie is", "organisaties zijn")} zo lang over tijd dat zij waarschijnlijk gestopt zijn. Hun laatste rapport telt nog mee.</p>`}
<p>Wat telt niet mee?</p>
<ul>
<li>${count(excluded.laterReports, "rapport", "rapporten")} met een toetsdatum na de peildatum (van alle labels).</li>
<li>${count(excluded.partialTests, "tussentijdse toets of vervolgtoets", "tussentijdse toetsen en vervolgtoetsen")}: die vervangen alleen het oordeel over de normen die daarin beoordeeld zijn.</li>
<li>${count(excluded.notJudged, "score", "scores")} <i>niet van toepassing</i> of <i>niet beoordeeld</i>.</li>
</ul>
${data.carried > 0 && html`<p>${count(data.carried, "oordeel komt", "oordelen komen")} uit het andere label van een labelcombinatie. Elk oordeel telt één keer.</p>`}
</section>`;
}

/** Every threshold that decided, in words. */
const method = (t: ViewThresholds): Html => html`<section aria-labelledby="methode">
<h2 id="methode">Hoe is er geoordeeld?</h2>
<p>Een signaal is een reden voor een gesprek, geen oordeel. Het programma telt en vergelijkt; de commissie besluit.</p>
<ul>
<li><b>Niemand voldoet</b>: 0 van minstens ${t.enoughForNever} organisaties. Dan haalt met ${percent(t.confidence)} zekerheid hooguit ${percent(t.neverMetAtMost)} van de organisaties de norm. <b>Iedereen voldoet</b> gaat net zo.</li>
<li>Bij minder dan ${t.enoughToSpeak} organisaties zeggen we niets. Daartussen zeggen we: tot nu toe niemand.</li>
<li><b>Bijna niemand</b> en <b>bijna iedereen</b>: hetzelfde, maar met ${percent(t.almostConfidence)} zekerheid.</li>
<li><b>Steeds minder</b> of <b>steeds meer</b>: minstens ${points(t.trend.points)} verschil, over minstens ${t.trend.years} jaar en ${t.trend.scores} toetsen.</li>
<li><b>Instellingen verschillen</b>: minstens ${points(t.bodies.points)} verschil bij even goed scorende organisaties.</li>
<li><b>Twee normen krijgen dezelfde score</b>: bij minstens ${t.overlap.inCommon} organisaties, en bijna altijd gelijk.</li>
<li><b>Hangt niet samen met de andere normen</b>: bij minstens ${t.discrimination.organisations} organisaties.</li>
<li><b>Organisaties zien zichzelf anders</b>: minstens ${points(t.selfEvaluation.points)} verschil tussen hoger en lager, bij minstens ${t.selfEvaluation.organisations} organisaties.</li>
<li>Wie veel vergelijkt, vindt altijd wel iets. Daarom is de lat hoger gelegd: van elke soort signaal is gemiddeld hooguit ${percent(t.falseDiscoveryRate)} loos alarm. Een signaal uit een vergelijking vraagt pas een besluit als het er twee jaar achter elkaar is.</li>
</ul>
</section>`;

const points = (fraction: number): string => `${number(fraction * 100)} procentpunten`;

const restsOn = ({ review, restsOn: on }: Dossier): Html => html`<section aria-labelledby="rust">
<h2 id="rust">Waar dit dossier op rust</h2>
<p>Met deze kenmerken kan het dossier opnieuw worden gemaakt, tot op de letter gelijk.</p>
${htmlTable(
  "Vastgelegde invoer",
  ["wat", "kenmerk"],
  [
    ["relevantietoets", review.id],
    ["normenkaders", frameworksText(on.frameworks)],
    ["catalogus", html`<span class="hash">${on.catalogueVersion}</span>`],
    ["programma", html`<span class="hash">${on.codeVersion}</span>`],
    ["regels", on.rulesVersion],
    ["stand van de rapporten", number(on.change)],
    ["vingerafdrukken", on.shards.map((sha256) => html`<span class="hash">${sha256}</span><br/>`)],
  ],
)}
</section>`;
