import { createCsvReader } from "../../../../core/intake/reading/csv.ts";
import type { ReadFormat } from "../../../../core/intake/reading/format.ts";
import { defaultLimits, type ReadingLimits } from "../../../../core/intake/reading/limits.ts";
import { cellKinds, type ReadingProblem, type TableReceiver } from "../../../../core/intake/types.ts";

/** A receiver that keeps everything, to look at afterwards. */
export interface Recorder extends TableReceiver {
  readonly sheets: (string | null)[];
  readonly rows: { readonly row: number; readonly cells: string[]; readonly kinds?: string[] }[];
  readonly problems: ReadingProblem[];
}

export function createRecorder(): Recorder {
  const sheets: (string | null)[] = [];
  const rows: { row: number; cells: string[]; kinds?: string[] }[] = [];
  const problems: ReadingProblem[] = [];
  return {
    sheets,
    rows,
    problems,
    sheet: (name) => void sheets.push(name),
    row: (cells, row, kinds) =>
      void rows.push({ row, cells: [...cells], ...(kinds && { kinds: [...kinds].map((kind) => cellKinds[kind]!) }) }),
    problem: (problem) => void problems.push(problem),
  };
}

export interface ReadCsv extends Recorder {
  readonly format: ReadFormat;
}

/** Reads a file that arrives in pieces that end at `cuts`. */
export function readCsv(file: Uint8Array | string, limits: Partial<ReadingLimits> = {}, cuts: readonly number[] = []): ReadCsv {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const recorder = createRecorder();
  const reader = createCsvReader(recorder, { ...defaultLimits, ...limits });
  let at = 0;
  for (const cut of [...[...cuts].sort((a, b) => a - b), bytes.length]) {
    if (cut > at) reader.write(bytes.subarray(at, cut));
    at = Math.max(at, cut);
  }
  return { ...recorder, format: reader.end() };
}

/** Each row as its number and its cells. */
export const rowsOf = (read: Recorder) => read.rows.map(({ row, cells }) => [row, ...cells]);

export const codesOf = (read: Recorder) => read.problems.map((problem) => problem.code);

/** Windows-1252 bytes of a text; throws for what it cannot hold. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    const special = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".indexOf(character);
    if (special >= 0)
      return [
        0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99,
        0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
      ][special]!;
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
    throw new RangeError(`not in Windows-1252: ${character}`);
  });
}

export function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const whole = (mark ? "\ufeff" : "") + text;
  const bytes = new Uint8Array(2 * whole.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < whole.length; k++) view.setUint16(2 * k, whole.charCodeAt(k), order === "le");
  return bytes;
}

export function bytesOf(...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array {
  const arrays = parts.map((part) =>
    part instanceof Uint8Array ? part : typeof part === "string" ? new TextEncoder().encode(part) : Uint8Array.from(part),
  );
  const whole = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
