/**
 * Text from outside as it may stand in SVG and XML: without what XML forbids (control characters, half surrogates, noncharacters),
 * without marks that turn the writing direction of what follows, and with white space evened out.
 */
export const plain = (text: string): string =>
  text
    .replace(/\p{Surrogate}|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(directionMarks, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Embeddings, overrides and isolates: unclosed, they would mirror the numbers beside the text. Letters keep their own direction. */
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g;

/** The same within a sentence of ours: text that runs from right to left does not pull our words along. */
export function inSentence(text: string): string {
  const some = plain(text);
  return rightToLeft.test(some) ? `\u2068${some}\u2069` : some;
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
