/**
 * What looks like personal data in free text. Sources: the BSN's 11-proef (weights 9..2, -1) and its 8 or 9 digits; Dutch telephone numbers
 * of 10 digits from 0, or from +31. Only called for texts with enough digits or an @.
 */
export type Span = readonly [start: number, end: number];

/** Words that make a number that passes the 11-proef a probable BSN … */
const person =
  /\b(bsn|bsn-?nummer|burger ?service ?nummer|burgerservicenr|sofi(-?nummer)?|persoonsnummer|cli[eë]nt(e|en|nummer)?|bewoner|inwoner|patiënt|mevrouw|mevr|mw|meneer|dhr|de heer|geboren|geboortedatum|geb)\b/giu;
/** … and words that say that it is a number of something else: every RSIN passes the 11-proef too. */
const business =
  /\b(kvk(-?n(umme)?r)?|kamer van koophandel|rsin|fiscaal(nummer| nummer)?|btw(-?nummer)?|lrk(-?nummer)?|vestigingsn(umme)?r|vestigingsnummer|handelsregister|iban|rekening(nummer)?|factuur(nummer)?|zaak(nummer)?|dossier(nummer)?|agb(-?code)?|tel|telefoon(nummer)?|bestelnummer|kenmerk)\b/giu;

/** How far a context word may stand from the number, in characters. */
const REACH = 40;

/**
 * Probable citizen service numbers: 8 or 9 digits (also split by dots, spaces or hyphens), not part of a longer number, passing the
 * 11-proef, and with a word of persons near; the nearest word decides when there is one of both kinds. A text that is nothing but nine
 * such digits counts too: it can mean little else in an explanation.
 */
export function bsnSpans(text: string): readonly Span[] {
  return candidates(text).filter(([start, end]) => {
    const digits = text.slice(start, end).replace(/\D/g, "");
    if (!passesElevenTest(digits)) return false;
    if (digits.length === 9 && text.trim().length === end - start) return true;
    const near = nearestWord(text, person, start, end);
    return near <= REACH && near < nearestWord(text, business, start, end);
  });
}

export const emailSpans = (text: string): readonly Span[] =>
  spans(text, /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(\.[\p{L}\d-]{1,63}){1,4}/gu);

export const phoneSpans = (text: string): readonly Span[] =>
  spans(text, /(?<![\d+])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?[1-9]|0[1-9])(?:[\s.-]?\d){8}(?![\d])/g);

/** The text with each span replaced. */
export function withoutSpans(text: string, found: readonly Span[], replacement: string): string {
  let rest = text;
  for (const [start, end] of [...found].reverse()) rest = `${rest.slice(0, start)}${replacement}${rest.slice(end)}`;
  return rest;
}

/** For values that a finding shows: besides the above, every loose number of nine digits that passes the 11-proef. */
export function maskPersonal(text: string): string {
  if (!/@|\d.{7}/s.test(text)) return text;
  const numbers = candidates(text).filter(([start, end]) => {
    const digits = text.slice(start, end).replace(/\D/g, "");
    return digits.length === 9 && passesElevenTest(digits);
  });
  const withoutNumbers = withoutSpans(text, numbers, "*********");
  const withoutBsn = withoutSpans(withoutNumbers, bsnSpans(withoutNumbers), "*********");
  const withoutMail = withoutSpans(withoutBsn, emailSpans(withoutBsn), "***@***");
  return withoutSpans(withoutMail, phoneSpans(withoutMail), "**********");
}

/** Weights 9 to 2 for the first eight digits and -1 for the last; eight digits have lost a leading zero. */
export function passesElevenTest(digits: string): boolean {
  const padded = digits.padStart(9, "0");
  if (padded.length !== 9 || /^0+$/.test(padded)) return false;
  let sum = -Number(padded[8]);
  for (let position = 0; position < 8; position++) sum += (9 - position) * Number(padded[position]);
  return sum % 11 === 0;
}

const candidates = (text: string): readonly Span[] =>
  spans(
    text,
    /(?<![\d\p{L}])(?:\d{8,9}|\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{2}[ .-]\d{3}[ .-]\d{3})(?![\d\p{L}]|[.,]\d)/gu,
  );

/** Characters between the number and the nearest such word, before or after it; infinite when none is in reach. */
function nearestWord(text: string, words: RegExp, start: number, end: number): number {
  const from = Math.max(0, start - REACH - 25);
  const around = text.slice(from, end + REACH + 25);
  let near = Number.POSITIVE_INFINITY;
  for (const match of around.matchAll(words)) {
    const wordStart = from + match.index;
    const wordEnd = wordStart + match[0].length;
    // A word behind the number says less than one before it ("123456782, mevrouw …" is rarer than "mevrouw …, 123456782").
    near = Math.min(near, wordEnd <= start ? start - wordEnd : wordStart >= end ? wordStart - end + 5 : Number.POSITIVE_INFINITY);
  }
  return near;
}

const spans = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
