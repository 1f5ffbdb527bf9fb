/** A piece of a text; `changed`: the other text does not have it there. */
export interface TextPart {
  readonly text: string;
  readonly changed: boolean;
}

/**
 * Which words of two texts differ, as the longest sequence of words and signs that they have in common leaves over. The parts of each side joined are
 * that text again. White space counts with the words around it and is no difference by itself.
 * Source: the classic dynamic programme for the longest common subsequence (Hirschberg 1977 describes it); time and memory go with the product of the
 * numbers of words between what both begin and end with, a quarter of a million at most for two titles of 500 characters.
 */
export function wordDifferences(
  before: string,
  after: string,
): { readonly before: readonly TextPart[]; readonly after: readonly TextPart[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const words = [a, b].map((all) => all.map(({ word }) => word)) as [string[], string[]];
  const { ofA, ofB } = inCommon(...words);
  joinChanges(words[0], ofA);
  joinChanges(words[1], ofB);
  return { before: partsOf(before, a, ofA), after: partsOf(after, b, ofB) };
}

interface Word {
  readonly word: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** Words and numbers whole, every other sign by itself. */
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s]/gu)].map((match) => ({ word: match[0], at: match.index }));

/** Per word of each side: does it belong to what both have in common? */
function inCommon(a: readonly string[], b: readonly string[]): { readonly ofA: boolean[]; readonly ofB: boolean[] } {
  let begin = 0;
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < a.length - begin && end < b.length - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const ofA = a.map((_, i) => i < begin || i >= a.length - end);
  const ofB = b.map((_, j) => j < begin || j >= b.length - end);
  const [rows, columns] = [a.length - begin - end, b.length - begin - end];
  // lengths[i * (columns + 1) + j]: of the longest common sequence of what follows from word i and word j on.
  const lengths = new Uint16Array((rows + 1) * (columns + 1));
  const at = (i: number, j: number) => i * (columns + 1) + j;
  const equal = (i: number, j: number) => a[begin + i] === b[begin + j];
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[at(i, j)] = equal(i, j) ? lengths[at(i + 1, j + 1)]! + 1 : Math.max(lengths[at(i + 1, j)]!, lengths[at(i, j + 1)]!);
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (equal(i, j)) {
      ofA[begin + i++] = true;
      ofB[begin + j++] = true;
    } else if (lengths[at(i + 1, j)]! >= lengths[at(i, j + 1)]!) i++;
    else j++;
  }
  return { ofA, ofB };
}

/**
 * Of all ways to have the same words in common the one that people would mark: where what both have stands between two changes, and again at the end of
 * the second, that one is taken, so that two changes become one. "verheldert [samen met] de [cliënt de] vraag" is "verheldert [samen met de cliënt] de vraag".
 */
function joinChanges(words: readonly string[], common: boolean[]): void {
  const endOf = (from: number): number => {
    let end = from;
    while (end < words.length && common[end] === common[from]) end++;
    return end;
  };
  for (let start = 0; start < words.length; start = endOf(start)) {
    if (common[start]) continue;
    const run = endOf(start);
    const next = endOf(run);
    const end = endOf(next);
    const length = next - run;
    if (end - next < length) continue;
    if (!words.slice(run, next).every((word, i) => word === words[end - length + i])) continue;
    common.fill(false, run, end - length).fill(true, end - length, end);
  }
}

/** White space between two changed words is changed with them. */
function partsOf(text: string, words: readonly Word[], common: readonly boolean[]): readonly TextPart[] {
  if (words.length === 0) return text === "" ? [] : [{ text, changed: false }];
  const parts: { text: string; changed: boolean }[] = [];
  const append = (piece: string, changed: boolean) => {
    const last = parts.at(-1);
    if (piece === "") return;
    if (last?.changed === changed) last.text += piece;
    else parts.push({ text: piece, changed });
  };
  append(text.slice(0, words[0]!.at), !common[0]);
  words.forEach(({ word, at }, i) => {
    append(word, !common[i]);
    const end = at + word.length;
    const next = words[i + 1];
    append(text.slice(end, next?.at), !common[i] && (next === undefined || !common[i + 1]));
  });
  return parts;
}
