import type { Course } from "../screens/course.ts";
import type { Bound, CountEvidence, SignalEvidence } from "../signal.ts";
import { dutchDate, en, joined, nl, type Sentence } from "./words.ts";

export function tooFew({ organisations, judged, met, notApplicable, notAssessed }: CountEvidence): Sentence {
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

export const neverSoFar = ({ judged, neededForConclusion }: SignalEvidence["NOOIT_TOT_NU_TOE"]): Sentence => ({
  nl: `Tot nu toe voldoet niemand (0 van ${nl(judged)}). Er zijn ${nl(neededForConclusion)} organisaties nodig voor een conclusie.`,
  en: `So far nobody meets this norm (0 of ${en(judged)}). A conclusion takes ${en(neededForConclusion)} organisations.`,
});

export function neverMet(evidence: SignalEvidence["NOOIT_GEHAALD"]): Sentence {
  const { judged, partiallyMet, bound, course } = evidence;
  return joined(
    { nl: `Geen van de ${nl(judged)} organisaties voldoet.`, en: `None of the ${en(judged)} organisations meets this norm.` },
    partly(partiallyMet, judged),
    atMost(bound),
    course && courseOf(course),
    oneBody(evidence),
  );
}

export function almostNever(evidence: SignalEvidence["VRIJWEL_NOOIT"]): Sentence {
  const { judged, met, bound } = evidence;
  return joined(
    { nl: `Bijna niemand: ${nl(met)} van de ${nl(judged)}.`, en: `Hardly anybody: ${en(met)} of ${en(judged)}.` },
    atMost(bound),
    oneBody(evidence),
  );
}

export function alwaysMet(evidence: SignalEvidence["ALTIJD_GEHAALD"]): Sentence {
  const { judged, bound } = evidence;
  return joined(
    {
      nl: `Alle ${nl(judged)} organisaties voldoen: de norm maakt geen verschil zichtbaar. Dat kan goed zijn (een ondergrens) of een teken dat hij scherper kan.`,
      en: `All ${en(judged)} organisations meet this norm: it shows no difference. That can be good (a minimum) or a sign that it could be stricter.`,
    },
    atLeast(bound),
    oneBody(evidence),
  );
}

export function almostAlways(evidence: SignalEvidence["VRIJWEL_ALTIJD"]): Sentence {
  const { judged, met, bound } = evidence;
  return joined(
    { nl: `Bijna iedereen: ${nl(met)} van de ${nl(judged)}.`, en: `Nearly everybody: ${en(met)} of ${en(judged)}.` },
    atLeast(bound),
    oneBody(evidence),
  );
}

function partly(partiallyMet: number, judged: number): Sentence {
  if (partiallyMet === 0) return { nl: "Ook deels voldoet niemand.", en: "Nobody meets it partly either." };
  if (partiallyMet === 1) return { nl: "1 voldoet deels.", en: "1 meets it partly." };
  if (partiallyMet === judged) return { nl: "Alle voldoen deels.", en: "All meet it partly." };
  return { nl: `${nl(partiallyMet)} voldoen deels.`, en: `${en(partiallyMet)} meet it partly.` };
}

/** Rounded away from what was seen: "at most 7" must not be said when the bound is 7.2. */
const atMost = ({ share, confidence }: Bound): Sentence => ({
  nl: `Met ${Math.round(confidence * 100)}% zekerheid haalt hooguit ${Math.ceil(share * 100)} op de 100 organisaties deze norm.`,
  en: `With ${Math.round(confidence * 100)}% confidence at most ${Math.ceil(share * 100)} in 100 organisations meet it.`,
});

const atLeast = ({ share, confidence }: Bound): Sentence => ({
  nl: `Met ${Math.round(confidence * 100)}% zekerheid haalt minstens ${Math.floor(share * 100)} op de 100 organisaties deze norm.`,
  en: `With ${Math.round(confidence * 100)}% confidence at least ${Math.floor(share * 100)} in 100 organisations meet it.`,
});

function courseOf({ verdict, before }: Course): Sentence {
  const period = {
    nl: `van ${dutchDate(before.from)} tot en met ${dutchDate(before.until)}`,
    en: `from ${before.from} up to and including ${before.until}`,
  };
  if (verdict === "persistent") {
    return {
      nl: `Dat is aanhoudend: ook in de toetsen ${period.nl} voldeed niemand (0 van ${nl(before.judged)}).`,
      en: `It is persistent: in the audits ${period.en} nobody met it either (0 of ${en(before.judged)}).`,
    };
  }
  if (verdict === "new") {
    return {
      nl: `Dat is nieuw: in de toetsen ${period.nl} ${before.met === 1 ? "voldeed nog 1" : `voldeden nog ${nl(before.met)}`} van de ${nl(before.judged)}.`,
      en: `It is new: in the audits ${period.en} ${en(before.met)} of ${en(before.judged)} still met it.`,
    };
  }
  if (verdict === "sinceIntroduction") {
    return { nl: "Sinds de invoering van de norm voldeed nog niemand.", en: "Nobody has met it since the norm was introduced." };
  }
  return { nl: "Of dat nieuw of aanhoudend is, is nog niet te zeggen.", en: "Whether that is new or persistent cannot be said yet." };
}

/** What one body saw may say as much about that body as about the norm. */
function oneBody({ bodies }: CountEvidence): Sentence | undefined {
  const [only, another] = bodies;
  if (!only || another) return undefined;
  return { nl: `Alle toetsen zijn gedaan door ${only.name}.`, en: `All audits were done by ${only.name}.` };
}
