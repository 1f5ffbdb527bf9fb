/** What the beginning of a CSV file says about its separator. */
export interface Delimiter {
  /** One character, or null: there is none, so the file is not a table. */
  readonly delimiter: string | null;
  /** Characters to skip: a `sep=` line, which Excel hides and does not count. */
  readonly skip: number;
}

/**
 * The one separator, from the header line: of `;` `,` and tab the one that stands most often outside quotes. Lines above the header that
 * have none, such as a title, are passed over. `sep=` on the first line decides. Trying several separators at once would split "1,5".
 */
export function findDelimiter(start: string): Delimiter {
  const stated = /^"?sep=(.)"?[ ;,\t]*(\r\n|\n|\r|$)/i.exec(start);
  if (stated && stated[1] !== '"') return { delimiter: stated[1]!, skip: stated[0].length };
  let at = 0;
  for (let line = 0; line < LINES && at < start.length; line++) {
    const counts = new Map(candidates.map((candidate) => [candidate, 0]));
    at = countLine(start, at, counts);
    const best = candidates.reduce((a, b) => (counts.get(b)! > counts.get(a)! ? b : a));
    if (counts.get(best)! > 0) return { delimiter: best, skip: 0 };
  }
  return { delimiter: null, skip: 0 };
}

/** In order of preference when they stand equally often: Dutch Excel writes `;`, and a comma may be part of a name. */
const candidates = [";", "\t", ","] as const;

/** Lines that are looked at: a title, an address and some blank lines may stand above the header. */
const LINES = 20;

/** Counts the candidates outside quotes on the line that begins at `at`, and returns where the next line begins. */
function countLine(text: string, at: number, counts: Map<string, number>): number {
  let quoted = false;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "\n" || character === "\r") return at + 1;
    else if (counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return at;
}
