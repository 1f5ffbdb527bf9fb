/** Remarks of auditors and trends of bodies: invented, and without anything about a person. */
import type { Random } from "./random.ts";
import { PARTIALLY_MET } from "./scoring.ts";

const partially = [
  "Beschreven, maar nog niet in alle teams in gebruik.",
  "Werkwijze is bekend; vastlegging in de dossiers wisselt.",
  "Opzet is goed, de eerste evaluatie moet nog plaatsvinden.",
  "Gebeurt wel, maar is niet overal aantoonbaar.",
  "Plan is vastgesteld; uitvoering start volgend jaar.",
];
const notMet = [
  "Geen vastgelegde werkwijze aangetroffen.",
  "In de gesprekken niet bekend; ook in de stukken niet gevonden.",
  "Stond al als verbeterpunt in het vorige rapport.",
  "Nog niet begonnen; de organisatie ziet het belang wel.",
  "De organisatie weet niet hoe zij dit zou kunnen aantonen.",
];
export const explanationFor = (score: number, random: Random): string => random.pick(score === PARTIALLY_MET ? partially : notMet);

/** Word of the body (a title or synonym of a theme of the catalogue), direction, text. */
const trends = [
  ["Wachttijden", "toenemend", "Inwoners wachten langer op een eerste gesprek dan bij de vorige toets."],
  ["wachtlijsten", "gelijk", "De wachtlijst is stabiel; overbruggingshulp wordt vaker geboden."],
  ["Personeelstekort", "toenemend", "Vacatures staan langer open, vooral voor ervaren sociaal werkers."],
  ["werkdruk", "toenemend", "Teams noemen de werkdruk als eerste zorg."],
  ["Geldzorgen en schulden", "toenemend", "Meer vragen over geld, ook van mensen met werk."],
  ["armoede", "gelijk", "Armoede blijft het meest genoemde onderwerp in de spreekuren."],
  ["Eenzaamheid", "toenemend", "Eenzaamheid wordt in alle leeftijden vaker gesignaleerd."],
  ["Mentale druk bij jongeren", "toenemend", "Jongerenwerkers zien meer somberheid en stress."],
  ["Vrijwilligers", "afnemend", "Het aantal vaste vrijwilligers daalt; eenmalige inzet groeit."],
  ["effectmeting", "gelijk", "Resultaten worden geteld, effecten op lange termijn niet."],
  ["Privacy en gegevens delen", "afnemend", "Minder onzekerheid over het delen van gegevens na de nieuwe afspraken."],
] as const;
export const trendFor = (random: Random): { theme: string; direction: string; text: string } => {
  const [theme, direction, text] = random.pick(trends);
  return { theme, direction, text };
};
