import { percent } from "../../numbers.ts";
import type { RetestCounts } from "../screens/retests.ts";
import type { TrendEvidence } from "../signal.ts";
import { en, joined, nl, type Sentence } from "./words.ts";

export const worsening = ({ test, retest }: TrendEvidence): Sentence => joined(course(test, "minder", "Fewer and fewer"), retested(retest));

export const improving = ({ test, retest }: TrendEvidence): Sentence =>
  joined(course(test, "meer", "More and more"), retested(retest), retest.canTell ? regression : undefined);

const course = ({ firstShare, lastShare }: TrendEvidence["test"], dutch: string, english: string): Sentence => ({
  nl: `Steeds ${dutch} organisaties voldoen: van ${percent(firstShare, "nl")} naar ${percent(lastShare, "nl")}.`,
  en: `${english} organisations meet this norm: from ${percent(firstShare, "en")} to ${percent(lastShare, "en")}.`,
});

function retested({ better, worse, same, canTell }: RetestCounts): Sentence | undefined {
  if (better + worse + same === 0) return undefined;
  const counts = {
    nl: `Bij organisaties die opnieuw getoetst zijn: ${nl(better)} beter, ${nl(worse)} slechter, ${nl(same)} gelijk.`,
    en: `Of the organisations that were audited again: ${en(better)} better, ${en(worse)} worse, ${en(same)} the same.`,
  };
  return canTell ? counts : joined(counts, tooFewChanges);
}

const tooFewChanges: Sentence = {
  nl: "Dat zijn te weinig veranderingen om van toeval te onderscheiden.",
  en: "Those are too few changes to tell from chance.",
};

/** Regression to the mean could explain a rise that was seen, and so is named beside it; it cannot explain a fall. */
const regression: Sentence = {
  nl: "Wie laag begint, komt bij een volgende toets gemiddeld hoger uit, ook als er niets verandert.",
  en: "Those who begin low score higher at the next audit on average, even if nothing changes.",
};
