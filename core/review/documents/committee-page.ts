import { groupBy } from "../../intake/grouping.ts";
import { count } from "../../numbers.ts";
import { type Dossier, type DossierNorm, type DossierSignal, isTooLittleKnown, normsThat } from "../dossier.ts";
import { type Html, html, htmlTable } from "./html.ts";
import { signalCertaintyText, signalFigureText, signalName, standingText } from "./words.ts";

/** The first page: what asks for a decision and what does not, each with its figure, its certainty and the sentence of its signal. */
export function committeePage(dossier: Dossier): Html {
  const [decide, notice, nothing, withdrawn] = (["decide", "notice", "nothing", "withdrawn"] as const).map((verdict) =>
    normsThat(dossier, verdict),
  ) as [Norms, Norms, Norms, Norms];
  const [unknown, quiet] = [
    nothing.filter((norm) => isTooLittleKnown(norm, dossier)),
    nothing.filter((norm) => !isTooLittleKnown(norm, dossier)),
  ];
  const meetsEverybody = (norm: DossierNorm) => asking(norm)[0].signal === "ALTIJD_GEHAALD";
  const [differing, everybody] = [decide.filter((norm) => !meetsEverybody(norm)), decide.filter(meetsEverybody)];
  return html`<div class="one-page">
<section aria-labelledby="besluiten">
<h2 id="besluiten">Wat vraagt een besluit?</h2>
<p class="lead">${summary({ decide: decide.length, notice: notice.length, quiet: quiet.length, unknown: unknown.length })}</p>
${differing.length > 0 && html`<div class="asks">${decideTable(differing, dossier)}</div>`}
${everybody.length > 0 && html`<div class="everybody">${everybodyTable(everybody, dossier)}</div>`}
</section>
<section aria-labelledby="kennisname">
<h2 id="kennisname">Wat vraagt geen besluit?</h2>
${notice.length > 0 && noticeList(notice)}
${quiet.length > 0 && html`<p>Bij ${count(quiet.length, "norm", "normen")} viel niets op: ${codes(quiet)}.</p>`}
${unknown.length > 0 && html`<p>Over ${count(unknown.length, "norm", "normen")} is nog te weinig bekend: ${codes(unknown)}.</p>`}
${withdrawn.length > 0 && html`<p>${withdrawnText(withdrawn)}</p>`}
</section>
</div>
<section class="page" aria-labelledby="verdwenen">
<h2 id="verdwenen">Welke signalen zijn verdwenen?</h2>
${goneTable(dossier)}
</section>`;
}

const codes = (norms: Norms): string => norms.map(({ code }) => code).join(", ");

function summary({ decide, notice, quiet, unknown }: Readonly<Record<"decide" | "notice" | "quiet" | "unknown", number>>): string {
  const first = decide === 0 ? "Geen enkele norm vraagt een besluit." : `${count(decide, "norm vraagt", "normen vragen")} een besluit.`;
  return [
    first,
    ...(notice > 0 ? [`${count(notice, "norm is", "normen zijn")} ter kennisname.`] : []),
    ...(quiet > 0 ? [`Bij ${count(quiet, "norm", "normen")} viel niets op.`] : []),
    ...(unknown > 0 ? [`Over ${count(unknown, "norm", "normen")} is nog te weinig bekend.`] : []),
  ].join(" ");
}

type Norms = readonly DossierNorm[];

/** The signals of a norm on the agenda that put it there. */
const asking = (norm: DossierNorm) => norm.signals.filter(({ asks }) => asks === "decide") as [DossierSignal, ...DossierSignal[]];

function decideTable(norms: Norms, { previous, restsOn }: Dossier): Html {
  return htmlTable(
    "Normen die een besluit vragen",
    ["norm", "cijfer", "signaal", "sinds wanneer"],
    norms.map((norm) => {
      const [first, ...others] = asking(norm);
      return [
        named(norm),
        html`${signalFigureText(first)}<small>${signalCertaintyText(first, restsOn.thresholds.confidence)}</small>`,
        html`<b>${signalName(first.signal)}.</b> ${first.sentence.nl}${
          others.length > 0 && html` <b>Ook: ${others.map(({ signal }) => lowerFirst(signalName(signal))).join("; ")}.</b>`
        }`,
        standingText(first, previous === null),
      ];
    }),
  );
}

/** Said once for all of them: the sentence is the same. */
const everybodyTable = (norms: Norms, { previous, restsOn }: Dossier): Html =>
  htmlTable(
    "Iedereen voldoet: de norm maakt geen verschil zichtbaar. Dat kan goed zijn (een ondergrens) of een teken dat hij scherper kan. Dat vraagt een besluit.",
    ["norm", "cijfer", "zekerheid", "sinds wanneer"],
    norms.map((norm) => {
      const [first] = asking(norm);
      return [
        named(norm),
        signalFigureText(first),
        signalCertaintyText(first, restsOn.thresholds.confidence),
        standingText(first, previous === null),
      ];
    }),
  );

const named = (norm: DossierNorm): Html => html`<a href="#${anchor(norm)}">${norm.code}</a> <small>${norm.title}</small>`;

/** By signal, since the sentence of one is that of all: the norms with their figures. */
function noticeList(norms: Norms): Html {
  const groups = groupBy(
    norms,
    ({ signals }) => `${signalName(signals[0]!.signal)}${signals[0]!.notYet ? " (nieuw, nog niet bevestigd)" : ""}`,
  );
  return html`<p>Ter kennisname: een besluit mag, maar hoeft niet.</p>
<ul>
${[...groups].map(
  ([
    name,
    group,
  ]) => html`<li><b>${name}:</b> ${group.map((norm, i) => html`${i > 0 && "; "}<a href="#${anchor(norm)}">${norm.code}</a> ${signalFigureText(norm.signals[0]!)}`)}.</li>
`,
)}</ul>`;
}

const lowerFirst = (text: string): string => `${text[0]!.toLowerCase()}${text.slice(1)}`;

const withdrawnText = ({ length }: Norms): string =>
  `${count(length, "norm staat", "normen staan")} niet meer in het geldende normenkader. Daarover valt niets meer te besluiten.`;

function goneTable({ gone, previous }: Dossier): Html {
  if (!previous) return html`<p>Dat is pas bij een volgende relevantietoets te zeggen.</p>`;
  if (gone.length === 0) return html`<p>Geen. Alle signalen van de vorige relevantietoets zijn er nog.</p>`;
  return htmlTable(
    "Signalen van de vorige relevantietoets die er nu niet meer zijn",
    ["norm", "wat er was", "waarom het er niet meer is"],
    gone.map((one) => [
      html`${one.code} <small>${one.title}</small>`,
      html`<b>${signalName(one.signal)}.</b> ${one.sentence.nl}`,
      one.why.nl,
    ]),
  );
}

/** Where the evidence of a norm stands in the document. */
export const anchor = ({ address }: Pick<DossierNorm, "address">): string =>
  `norm-${address.replace(/[^A-Za-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`)}`;
