import { number } from "../../numbers.ts";

/** A sentence that a policy officer can read out, in both languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** Whole numbers, grouped the way their readers do. */
export const nl = (value: number): string => number(value, "nl");
export const en = (value: number): string => number(value, "en");

/** A difference of fractions in whole percentage points, without its sign. */
export const points = (difference: number): number => Math.round(Math.abs(difference) * 100);

export const joined = (...parts: readonly (Sentence | undefined)[]): Sentence => {
  const said = parts.filter((part) => part !== undefined);
  return { nl: said.map((part) => part.nl).join(" "), en: said.map((part) => part.en).join(" ") };
};

/** `a`, `a en b`, `a, b en c` */
export const listed = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;

/** `jjjj-mm-dd` as people write it in Dutch. */
export const dutchDate = (iso: string): string => iso.split("-").reverse().join("-");
