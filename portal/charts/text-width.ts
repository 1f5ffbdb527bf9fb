/**
 * How wide a text is without a browser: an estimate that is on the wide side for the system fonts of our readers (Segoe UI, San
 * Francisco, Roboto) and about right for the widest of them (DejaVu Sans). `test/browser/charts.test.ts` holds it against a real one.
 *
 * `size` in CSS pixels; the result too.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) ems += emsOf(sign);
  return ems * size;
}

function emsOf(sign: string): number {
  if (/[iljI.,:;'|! ()[\]·]/.test(sign)) return 0.4;
  if (/[mwMW%@—…]/.test(sign)) return 1;
  if (/\p{M}|\p{Cf}/u.test(sign)) return 0;
  if (/\p{Lu}|[&+=<>]/u.test(sign)) return 0.78;
  if (/[\u0021-\u02FF]/.test(sign)) return 0.64;
  return /[\u0300-\u1FFF\u2000-\u206F]/.test(sign) ? 0.85 : 1.4;
}

/** Bold letters are this much wider. */
export const BOLD = 1.1;

/** No label is longer than this, however wide the room: what is cut off stands in the table. */
const LONGEST = 160;

/** The text in one line of `room` pixels, ending in "…" when it had to be cut. Never cuts through a letter with its accents, or an emoji. */
export const fitted = (text: string, room: number, size: number): string => fittedLines(text, room, size, 1)[0] ?? "";

/** The text in at most `most` lines, broken between words where that is possible. */
export function fittedLines(text: string, room: number, size: number, most: number): readonly string[] {
  const cut = text.length > LONGEST;
  let rest = cut ? text.slice(0, LONGEST).replace(/\p{Surrogate}$/u, "") : text;
  const lines: string[] = [];
  while (rest !== "" && lines.length < most) {
    const last = lines.length === most - 1;
    if (textWidth(rest, size) <= room && !cut) return [...lines, rest];
    const head = beginning(rest, last ? room - textWidth("…", size) : room, size);
    if (last) return [...lines, head === "" ? "" : `${head.trimEnd()}…`];
    const space = head.lastIndexOf(" ");
    const line = space > 0 && rest[head.length] !== " " ? head.slice(0, space) : head;
    if (line === "") return lines;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return lines;
}

const letters = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** As many whole letters as fit. */
function beginning(text: string, room: number, size: number): string {
  let head = "";
  let width = 0;
  for (const { segment } of letters.segment(text)) {
    width += textWidth(segment, size);
    if (width > room) break;
    head += segment;
  }
  return head;
}
