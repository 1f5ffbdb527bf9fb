/** A sentence that a policy officer can read out, in both languages of the product. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** Whole numbers, grouped the way their readers do. */
export const nl = (value: number): string => grouped(value, ".");
export const en = (value: number): string => grouped(value, ",");

const grouped = (value: number, separator: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/** A fraction as a whole percentage. What is not all or nothing is never said to be 100% or 0%. */
export const percent = (share: number): string => `${roundedWithin(share)}%`;

/** A difference of fractions in whole percentage points, without its sign. */
export const points = (difference: number): number => Math.round(Math.abs(difference) * 100);

function roundedWithin(share: number): number {
  if (share === 0 || share === 1) return share * 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

export const joined = (...parts: readonly (Sentence | undefined)[]): Sentence => {
  const said = parts.filter((part) => part !== undefined);
  return { nl: said.map((part) => part.nl).join(" "), en: said.map((part) => part.en).join(" ") };
};

/** `a`, `a en b`, `a, b en c` */
export const listed = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;

/** `jjjj-mm-dd` as people write it in Dutch. */
export const dutchDate = (iso: string): string => iso.split("-").reverse().join("-");
