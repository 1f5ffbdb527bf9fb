import type { RetestCounts } from "../screens/retests.ts";
import type { TrendEvidence } from "../signal.ts";
import { en, joined, nl, percent, type Sentence } from "./words.ts";

export const worsening = (evidence: TrendEvidence): Sentence => sentence(evidence, "minder", "Fewer and fewer");
export const improving = (evidence: TrendEvidence): Sentence => sentence(evidence, "meer", "More and more");

const sentence = ({ test, retest }: TrendEvidence, dutch: string, english: string): Sentence =>
  joined(
    {
      nl: `Steeds ${dutch} organisaties voldoen: van ${percent(test.firstShare)} naar ${percent(test.lastShare)}.`,
      en: `${english} organisations meet this norm: from ${percent(test.firstShare)} to ${percent(test.lastShare)}.`,
    },
    retested(retest),
  );

function retested({ better, worse, same, canTell }: RetestCounts): Sentence | undefined {
  if (better + worse + same === 0) return undefined;
  const counts = {
    nl: `Bij organisaties die opnieuw getoetst zijn: ${nl(better)} beter, ${nl(worse)} slechter, ${nl(same)} gelijk.`,
    en: `Of the organisations that were audited again: ${en(better)} better, ${en(worse)} worse, ${en(same)} the same.`,
  };
  return joined(counts, canTell ? regression(better > worse) : tooFewChanges);
}

const tooFewChanges: Sentence = {
  nl: "Dat zijn te weinig veranderingen om van toeval te onderscheiden.",
  en: "Those are too few changes to tell from chance.",
};

/** Only where it could explain what was seen: who begins low goes up on average. */
const regression = (moreBetter: boolean): Sentence | undefined =>
  moreBetter
    ? {
        nl: "Wie laag begint, komt bij een volgende toets gemiddeld hoger uit, ook als er niets verandert.",
        en: "Those who begin low score higher at the next audit on average, even if nothing changes.",
      }
    : undefined;
