/** Why a line breaks, in words: in tables, and beside maps. */
import type { CompiledFramework, Relation } from "../../catalogue/types.ts";
import type { Sentence } from "../../relevance/sentences/words.ts";
import type { Break } from "./breaks.ts";

/** Where the line of a norm begins or ends. */
export function breakSentence(found: Break): Sentence {
  if (found.at === "begin") {
    const { framework, origins } = found;
    if (origins.length === 0) return { nl: `nieuw in ${framework.key}`, en: `new in ${framework.key}` };
    const from = steps(origins);
    return { nl: `begint in ${framework.key}: uit ${from.nl}`, en: `begins in ${framework.key}: from ${from.en}` };
  }
  const { framework, next, successors } = found;
  if (successors.length === 0) return { nl: `vervallen in ${next.key}`, en: `dropped in ${next.key}` };
  const into = steps(successors.map((step) => ({ ...step, framework: step.framework.key })));
  return { nl: `eindigt na ${framework.key}: gaat over in ${into.nl}`, en: `ends after ${framework.key}: turns into ${into.en}` };
}

/** What a framework did to the norms of a category or competency, of which it begins another line. */
export const changesSentence = ({ key }: CompiledFramework, added: number, gone: number): Sentence => ({
  nl: `breuk bij ${key}: ${added} ${added === 1 ? "norm" : "normen"} erbij of gewijzigd, ${gone} eraf of gewijzigd`,
  en: `break at ${key}: ${added} ${added === 1 ? "norm" : "norms"} added or changed, ${gone} removed or changed`,
});

/** Of a line over all frameworks, over the norms that they share. */
export const sharedSentence = (norms: number): Sentence =>
  norms === 1
    ? {
        nl: "loopt door: alleen de ene norm die in al deze normenkaders dezelfde is",
        en: "runs on: only the one norm that is the same in all these frameworks",
      }
    : {
        nl: `loopt door: alleen de ${norms} normen die in al deze normenkaders dezelfde zijn`,
        en: `runs on: only the ${norms} norms that are the same in all these frameworks`,
      };

/** One after the other; "" for none. */
export const together = (sentences: readonly Sentence[]): Sentence => ({
  nl: sentences.map(({ nl }) => nl).join("; "),
  en: sentences.map(({ en }) => en).join("; "),
});

const relationWords = {
  same: { nl: "ongewijzigd", en: "unchanged" },
  reworded: { nl: "anders verwoord", en: "reworded" },
  merged: { nl: "samengevoegd", en: "merged" },
  split: { nl: "gesplitst", en: "split" },
} as const satisfies Record<Relation, Sentence>;

interface Step {
  /** Its key. */
  readonly framework: string;
  readonly norm: string;
  readonly relation: Relation;
}

function steps(all: readonly Step[]): Sentence {
  const text = (language: keyof Sentence) =>
    all.map(({ framework, norm, relation }) => `${framework} ${norm} (${relationWords[relation][language]})`).join(", ");
  return { nl: text("nl"), en: text("en") };
}
