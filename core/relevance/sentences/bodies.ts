import type { SignalEvidence } from "../signal.ts";
import { en, nl, points, type Sentence } from "./words.ts";

export function bodyDifference({ body, otherBodies, test }: SignalEvidence["CI_VERSCHIL"]): Sentence {
  const lower = test.difference < 0;
  return {
    nl: `${body.name} geeft vaker een ${lower ? "lagere" : "hogere"} score dan de andere ${otherBodies === 1 ? "CI" : "CI's"} bij even goed scorende organisaties (verschil ${points(test.difference)} punten; ${nl(test.n)} en ${nl(test.others)} toetsen). Oorzaak onbekend: leg dit naast elkaar in het CI-overleg.`,
    en: `${body.name} gives a ${lower ? "lower" : "higher"} score more often than the other ${otherBodies === 1 ? "body" : "bodies"} to organisations that score equally well (difference ${points(test.difference)} points; ${en(test.n)} and ${en(test.others)} audits). Cause unknown: compare notes among the bodies.`,
  };
}
