/** The words of findings: what is wrong, in the sender's words, and exactly what to do. Made from data, never stored. */
import { BrokenInvariant } from "../../faults.ts";
import type { Finding } from "../types.ts";
import { en } from "./en.ts";
import { enFile } from "./en-file.ts";
import { nl } from "./nl.ts";
import { nlFile } from "./nl-file.ts";
import { type Sentence, told, toldOpenly } from "./told.ts";

export type Language = "nl" | "en";

export interface InBothLanguages {
  readonly nl: string;
  readonly en: string;
}

export interface Description {
  /** What is wrong. */
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
}

const sentences: Readonly<Record<Language, Readonly<Record<string, Sentence>>>> = { nl: { ...nlFile, ...nl }, en: { ...enFile, ...en } };

/**
 * Describes a finding in a language.
 *
 * @throws BrokenInvariant for a code without words.
 */
export function describe(finding: Pick<Finding, "code" | "params" | "value" | "columnName">, language: Language): Description {
  const sentence = sentences[language][finding.code];
  if (sentence === undefined) throw new BrokenInvariant(`no words for finding ${finding.code}`);
  const [message, fix] = sentence(told(finding, language));
  return { message, fix };
}

/** The words of a rule with its values left open, for lists of rules. */
export function describeRule(code: string, language: Language): Description {
  const [message, fix] = sentences[language][code]?.(toldOpenly(language)) ?? ["", ""];
  return { message, fix };
}

/** Codes that have words. */
export const describedCodes = (language: Language): readonly string[] => Object.keys(sentences[language]);
