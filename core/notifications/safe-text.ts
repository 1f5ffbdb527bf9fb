/** A name of an organisation, a norm or a person fits twice; a sentence of a signal too. */
const MOST = 1000;

/** Subjects are cut by mail programs at some seventy characters; a header line may not pass 998 (RFC 5322, 2.1.1). */
const MOST_IN_SUBJECT = 150;

/**
 * Text that may come from outside, on one line: a line break would end a header, or make a line that looks like ours. Control characters, and signs that turn
 * the direction of what follows, become a space or go; halves of characters become U+FFFD.
 */
export const safe = (text: string): string => shortened(oneLine(text), MOST);

export const safeSubject = (text: string): string => shortened(oneLine(text), MOST_IN_SUBJECT);

const oneLine = (text: string): string =>
  text.replace(halves, "\uFFFD").replace(breaking, " ").replace(turning, "").replace(/ {2,}/g, " ").trim();

/** Halves of surrogate pairs. */
const halves = /\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const breaking = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
const turning = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}
