import { foldWord } from "../../catalogue/codes.ts";
import { scoreWords } from "../../judgement.ts";
import type { CellRule, Firing, Given } from "./rule.ts";

/** What senders write instead, and what it most likely means: offered, never taken, because a wrong guess changes a judgement. */
const likely: Readonly<Record<string, string>> = {
  deels: "voldoet deels",
  gedeeltelijk: "voldoet deels",
  "voldoet gedeeltelijk": "voldoet deels",
  "deels voldoet": "voldoet deels",
  "deels voldaan": "voldoet deels",
  "voldoet ten dele": "voldoet deels",
  niet: "voldoet niet",
  "niet voldaan": "voldoet niet",
  "voldoet niet volledig": "voldoet deels",
  onvoldoende: "voldoet niet",
  voldaan: "voldoet",
  voldoende: "voldoet",
  "voldoet wel": "voldoet",
  ja: "voldoet",
  nee: "voldoet niet",
  "n.v.t.": "niet van toepassing",
  "n.v.t": "niet van toepassing",
  nvt: "niet van toepassing",
  "niet getoetst": "niet beoordeeld",
  "n.b.": "niet beoordeeld",
};

export const scoreUnknown: CellRule = {
  code: "SCORE_UNKNOWN",
  severity: "error",
  about: "cell",
  columns: ["score"],
  check: ({ text }, given) => unknownScore(text, given),
};

export function unknownScore(text: string, given: Given): Firing | undefined {
  const word = foldWord(text);
  if (given.scoreOf.has(word)) return undefined;
  const guess = likely[word];
  return { params: { suggestions: guess ? [guess] : given.suggest(text, [...scoreWords, ...Object.keys(given.body?.scoreTerms ?? {})]) } };
}
