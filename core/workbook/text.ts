/** Longest text of a cell in Excel, in UTF-16 units (Microsoft, "Excel specifications and limits"). */
export const MAX_CHARACTERS = 32_767;

/**
 * Text as it may stand between tags or in an attribute: what XML cannot hold is left out, the rest comes back as it was.
 * Sources: XML 1.0 productions 2 and 2.11; ECMA-376 22.9.2.19 (ST_Xstring).
 */
export function escaped(text: string): string {
  return text.replace(unholdable, "").replace(/[&<>"\r]|_(?=[xX][0-9A-Fa-f]{4}_)/g, (character) => entities[character]!);
}

/** Text longer than a cell holds is cut, and says so by an ellipsis. */
export function fitting(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const end = MAX_CHARACTERS - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** Without `xml:space="preserve"` white space at the edges is lost. */
export function hasEdgeSpace(text: string): boolean {
  return text.length > 0 && (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1)));
}

/** Beyond ASCII, and for what is left out, it is enough to be on the safe side. */
const isSpace = (code: number) => code <= 32 || code > 127;

/** Control characters but tab, line feed and carriage return; halves of surrogate pairs; U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const unholdable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A bare carriage return would be read as a line feed.
  "\r": "&#13;",
  // Excel reads `_x000D_` in text as a carriage return: an underscore that would begin such an escape is itself escaped.
  _: "_x005F_",
};
