import type { Sentence } from "./words.ts";

export const notDiscriminating = (): Sentence => ({
  nl: "Wie hier goed op scoort, scoort op de andere normen niet beter dan gemiddeld.",
  en: "Those who score well here do not score better than average on the other norms.",
});

export const reversed = (): Sentence => ({
  nl: "Organisaties die verder goed scoren, scoren hier juist lager.",
  en: "Organisations that score well elsewhere score lower here.",
});
