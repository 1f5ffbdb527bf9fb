import type { VariantCounts } from "../screens/variants.ts";
import type { SignalEvidence } from "../signal.ts";
import { en, listed, nl, type Sentence } from "./words.ts";

export function neverInVariant({ variant, others }: SignalEvidence["NOOIT_IN_VARIANT"]): Sentence {
  const judged = others.filter((other) => other.judged > 0);
  return {
    nl: `In de ${dutchName(variant)} voldoet niemand (0 van ${nl(variant.judged)}); ${listed(judged.map(inDutch), "en")}.`,
    en: `In the ${variant.variant} variant nobody meets this norm (0 of ${en(variant.judged)}); ${listed(judged.map(inEnglish), "and")}.`,
  };
}

const inDutch = (counts: VariantCounts): string => `in de ${dutchName(counts)} ${nl(counts.met)} van de ${nl(counts.judged)}`;
const inEnglish = ({ variant, met, judged }: VariantCounts): string => `in the ${variant} variant ${en(met)} of ${en(judged)}`;

/** The two variants that the field knows have a name of their own; others are called by their code. */
const dutchName = ({ variant }: VariantCounts): string => dutchNames[variant] ?? `variant ${variant}`;
const dutchNames: Readonly<Record<string, string>> = { basis: "gewone variant", wijkteam: "wijkteamvariant" };
