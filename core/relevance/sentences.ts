import type { Bound, CountEvidence, Signal, SignalCode, SignalEvidence } from "./signal.ts";

export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** What a policy officer can read out: made from the evidence, here and nowhere else. */
export function sentenceOf(signal: Signal): Sentence {
  const make = sentences[signal.code] as (evidence: Signal["evidence"]) => Sentence;
  return make(signal.evidence);
}

const sentences: { readonly [Code in SignalCode]: (evidence: SignalEvidence[Code]) => Sentence } = {
  TE_WEINIG_GEGEVENS: tooFew,

  NOOIT_TOT_NU_TOE: ({ judged, neededForConclusion }) => ({
    nl: `Tot nu toe voldoet niemand (0 van ${nl(judged)}). Er zijn ${nl(neededForConclusion)} organisaties nodig voor een conclusie.`,
    en: `So far nobody meets this norm (0 of ${en(judged)}). A conclusion takes ${en(neededForConclusion)} organisations.`,
  }),

  NOOIT_GEHAALD: (evidence) => {
    const { judged, partiallyMet, bound } = evidence;
    return joined(
      { nl: `Geen van de ${nl(judged)} organisaties voldoet.`, en: `None of the ${en(judged)} organisations meets this norm.` },
      partly(partiallyMet, judged),
      {
        nl: `Met ${confidenceOf(bound)}% zekerheid haalt hooguit ${atMost(bound)} op de 100 organisaties deze norm.`,
        en: `With ${confidenceOf(bound)}% confidence at most ${atMost(bound)} in 100 organisations meet it.`,
      },
      oneBody(evidence),
    );
  },

  ALTIJD_GEHAALD: (evidence) => {
    const { judged, bound } = evidence;
    return joined(
      {
        nl: `Alle ${nl(judged)} organisaties voldoen: de norm maakt geen verschil zichtbaar. Dat kan goed zijn (een ondergrens) of een teken dat hij scherper kan.`,
        en: `All ${en(judged)} organisations meet this norm: it shows no difference. That can be good (a minimum) or a sign that it could be stricter.`,
      },
      {
        nl: `Met ${confidenceOf(bound)}% zekerheid haalt minstens ${atLeast(bound)} op de 100 organisaties deze norm.`,
        en: `With ${confidenceOf(bound)}% confidence at least ${atLeast(bound)} in 100 organisations meet it.`,
      },
      oneBody(evidence),
    );
  },
};

function tooFew({ organisations, judged, met, notApplicable, notAssessed }: CountEvidence): Sentence {
  if (organisations === 0) {
    return { nl: "Nog geen enkele organisatie is op deze norm getoetst.", en: "No organisation has been audited on this norm yet." };
  }
  if (judged === 0) {
    return {
      nl: `Nog geen enkele organisatie is op deze norm beoordeeld (niet van toepassing bij ${nl(notApplicable)}, niet beoordeeld bij ${nl(notAssessed)}).`,
      en: `No organisation has been judged on this norm yet (not applicable: ${en(notApplicable)}, not assessed: ${en(notAssessed)}).`,
    };
  }
  return {
    nl: `Nog maar ${judged === 1 ? "1 organisatie is" : `${nl(judged)} organisaties zijn`} op deze norm getoetst (${nl(met)} ${met === 1 ? "voldoet" : "voldoen"}). Te weinig om iets te concluderen.`,
    en: `Only ${judged === 1 ? "1 organisation has" : `${en(judged)} organisations have`} been audited on this norm so far (${en(met)} ${met === 1 ? "meets" : "meet"} it). Too few to conclude anything.`,
  };
}

function partly(partiallyMet: number, judged: number): Sentence {
  if (partiallyMet === 0) return { nl: "Ook deels voldoet niemand.", en: "Nobody meets it partly either." };
  if (partiallyMet === 1) return { nl: "1 voldoet deels.", en: "1 meets it partly." };
  if (partiallyMet === judged) return { nl: "Alle voldoen deels.", en: "All meet it partly." };
  return { nl: `${nl(partiallyMet)} voldoen deels.`, en: `${en(partiallyMet)} meet it partly.` };
}

/** What one body saw may say as much about that body as about the norm. */
function oneBody({ bodies }: CountEvidence): Sentence | undefined {
  const [only, another] = bodies;
  if (!only || another) return undefined;
  return { nl: `Alle toetsen zijn gedaan door ${only.name}.`, en: `All audits were done by ${only.name}.` };
}

const joined = (...parts: readonly (Sentence | undefined)[]): Sentence => {
  const said = parts.filter((part) => part !== undefined);
  return { nl: said.map((part) => part.nl).join(" "), en: said.map((part) => part.en).join(" ") };
};

/** Rounded away from what was seen: "at most 7" must not be said when the bound is 7.2. */
const atMost = ({ share }: Bound): number => Math.ceil(share * 100);
const atLeast = ({ share }: Bound): number => Math.floor(share * 100);
const confidenceOf = ({ confidence }: Bound): number => Math.round(confidence * 100);

const grouped = (value: number, separator: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, separator);
const nl = (value: number): string => grouped(value, ".");
const en = (value: number): string => grouped(value, ",");
