import { count } from "../numbers.ts";
import { en, joined, listed, nl } from "../relevance/sentences/words.ts";
import type { Sentence } from "../relevance/sentences.ts";
import type { ViewThresholds } from "../relevance/thresholds.ts";
import { type Completeness, silentBodies } from "./completeness.ts";
import type { DossierNorm } from "./dossier.ts";

/** What can not be concluded from a review: first what holds for this one, then what holds for every one. */
export function limitsOf(norms: readonly DossierNorm[], completeness: Completeness, thresholds: ViewThresholds): readonly Sentence[] {
  return [
    tooFewJudged(norms, thresholds),
    tooFewOrganisations(completeness, thresholds),
    silent(completeness),
    overdue(completeness),
    ...always,
  ].filter((sentence) => sentence !== undefined);
}

function tooFewJudged(norms: readonly DossierNorm[], { enoughToSpeak }: ViewThresholds): Sentence | undefined {
  const few = norms.filter(({ verdict, counts }) => verdict !== "withdrawn" && counts.judged < enoughToSpeak).length;
  if (few === 0) return undefined;
  return {
    nl: `Over ${nl(few)} ${few === 1 ? "norm is" : "normen is"} niets te zeggen: daarop zijn minder dan ${nl(enoughToSpeak)} organisaties beoordeeld.`,
    en: `About ${en(few)} ${few === 1 ? "norm" : "norms"} nothing can be said: fewer than ${en(enoughToSpeak)} organisations were judged on ${few === 1 ? "it" : "them"}.`,
  };
}

function tooFewOrganisations({ organisations }: Completeness, { organisationsToSee }: ViewThresholds): Sentence | undefined {
  if (organisations >= organisationsToSee) return undefined;
  return {
    nl: `Er ${organisations === 1 ? "telt" : "tellen"} ${count(organisations, "organisatie", "organisaties", "nl")} mee. Pas vanaf ${nl(organisationsToSee)} is goed te zien of certificerende instellingen verschillen en of een norm samenhangt met de andere. Geen signaal betekent hier dus niet: geen verschil.`,
    en: `${count(organisations, "organisation counts", "organisations count", "en")}. Only from ${en(organisationsToSee)} on can it be seen well whether certifying bodies differ and whether a norm goes together with the others. No signal here does not mean: no difference.`,
  };
}

function silent(completeness: Completeness): Sentence | undefined {
  const names = silentBodies(completeness).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return {
    nl: `Van ${listed(names, "en")} zijn geen toetsen uit deze periode binnen. Wat daar gebeurd is, staat niet in dit dossier.`,
    en: `No tests of this period came in from ${listed(names, "and")}. What happened there is not in this dossier.`,
  };
}

function overdue({ overdue: late }: Completeness): Sentence | undefined {
  if (late.length === 0) return undefined;
  const one = late.length === 1;
  return {
    nl: `${nl(late.length)} ${one ? "organisatie is" : "organisaties zijn"} over tijd. Van ${one ? "haar" : "hen"} telt het vorige rapport.`,
    en: `${en(late.length)} ${one ? "organisation is" : "organisations are"} overdue. Of ${one ? "it" : "them"} the report before counts.`,
  };
}

const always: readonly Sentence[] = [
  {
    nl: "Organisaties die het label kwijtraakten, komen niet meer terug. Het beeld is daardoor te gunstig.",
    en: "Organisations that lost the label do not come back. The picture is too rosy for that reason.",
  },
  joined(
    {
      nl: "Of een certificerende instelling strenger is, of minder goede organisaties toetst, is niet uit elkaar te houden.",
      en: "Whether a certifying body is stricter, or tests organisations that do less well, cannot be told apart.",
    },
    {
      nl: "Alleen organisaties die van instelling wisselden, zeggen daar iets over.",
      en: "Only organisations that changed body say something about it.",
    },
  ),
  {
    nl: "Cijfers zeggen dat iets veranderde, niet waardoor. Ook na een besluit kan iets anders de oorzaak zijn.",
    en: "Figures say that something changed, not why. After a decision too, something else may be the cause.",
  },
  {
    nl: "Een norm zonder signaal is niet vanzelf een goede norm. Er is alleen niets opgevallen in de cijfers.",
    en: "A norm without a signal is not a good norm by itself. Only nothing stood out in the figures.",
  },
];
