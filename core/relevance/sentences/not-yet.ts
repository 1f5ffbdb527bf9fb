import { percent } from "../../numbers.ts";
import type { Reason } from "../outcome.ts";
import type { ScreenSummary } from "../screens/summary.ts";
import { en, nl, type Sentence } from "./words.ts";

/** Why nothing can be said. Never that there is nothing. */
export function notYetSentence(reason: Reason): Sentence {
  const why = whyNot(reason);
  return { nl: `Nog niet te zeggen: ${why.nl}.`, en: `Cannot be said yet: ${why.en}.` };
}

/** What a screen of a view could look at, for above its results. */
export function screenSentence({ tested, organisations, canSee, reason }: ScreenSummary): Sentence {
  if (reason) return notYetSentence(reason);
  if (!canSee) {
    return {
      nl: `Nog te weinig toetsen om verschillen te kunnen zien (${nl(organisations)} organisaties).`,
      en: `Too few audits so far to be able to see differences (${en(organisations)} organisations).`,
    };
  }
  return {
    nl: `${tested === 1 ? "1 vergelijking is" : `${nl(tested)} vergelijkingen zijn`} gemaakt; alleen wat duidelijk en groot genoeg is, geeft een signaal.`,
    en: `${tested === 1 ? "1 comparison was" : `${en(tested)} comparisons were`} made; only what is clear and large enough gives a signal.`,
  };
}

function whyNot(reason: Reason): Sentence {
  switch (reason.because) {
    case "nothingJudged":
      return { nl: "er is nog niets beoordeeld", en: "nothing has been judged so far" };
    case "tooFewScores":
      return {
        nl: `nog te weinig toetsen om verschillen te kunnen zien (${nl(reason.n)} ${reason.n === 1 ? "score" : "scores"}, ${nl(reason.needed)} nodig)`,
        en: `too few audits so far to be able to see differences (${en(reason.n)} ${reason.n === 1 ? "score" : "scores"}, ${en(reason.needed)} needed)`,
      };
    case "tooFewYears":
      return {
        nl: `de toetsen liggen in te weinig kalenderjaren (${nl(reason.years)} met genoeg scores, ${nl(reason.needed)} nodig)`,
        en: `the audits lie in too few calendar years (${en(reason.years)} with enough scores, ${en(reason.needed)} needed)`,
      };
    case "oneBody":
      return { nl: "alle toetsen zijn van één CI", en: "all audits are of one body" };
    case "tooFewBeside":
      return {
        nl: `nog te weinig toetsen om verschillen te kunnen zien (${nl(reason.n)} en ${nl(reason.others)} toetsen, aan beide kanten ${nl(reason.needed)} nodig)`,
        en: `too few audits so far to be able to see differences (${en(reason.n)} and ${en(reason.others)} audits, ${en(reason.needed)} needed on both sides)`,
      };
    case "otherVariantsEmpty":
      return { nl: "in de andere varianten is op deze norm niets beoordeeld", en: "nothing was judged on this norm in the other variants" };
    case "tooFewOrganisations":
      return {
        nl: `nog te weinig toetsen om verschillen te kunnen zien (${nl(reason.n)} ${reason.n === 1 ? "organisatie" : "organisaties"}, ${nl(reason.needed)} nodig)`,
        en: `too few audits so far to be able to see differences (${en(reason.n)} ${reason.n === 1 ? "organisation" : "organisations"}, ${en(reason.needed)} needed)`,
      };
    case "tooFewSelfEvaluations":
      return {
        nl: `nog te weinig zelfevaluaties om verschillen te kunnen zien (${nl(reason.n)}, ${nl(reason.needed)} nodig)`,
        en: `too few self-evaluations so far to be able to see differences (${en(reason.n)}, ${en(reason.needed)} needed)`,
      };
    case "almostAllOneScore":
      return {
        nl: `${percent(reason.share, "nl")} van de organisaties heeft dezelfde score, zodat er niets te vergelijken is`,
        en: `${percent(reason.share, "en")} of the organisations have the same score, which leaves nothing to compare`,
      };
    case "noVariation":
      return { nl: "de scores die te vergelijken zijn, zijn allemaal gelijk", en: "all scores that can be compared are equal" };
  }
}
