/**
 * From text to the cells of each row, in a stream. Why not a library: `docs/decisions/0003-reading-csv.md`.
 *
 * A cell that begins with a quote ends at the quote that is followed by a separator, an end of line or the end of the file (blanks
 * between are skipped); a doubled quote in it is one quote; any other quote in it is taken literally, and counted. A quote in
 * a cell that does not begin with one is an ordinary character. CRLF, LF and CR end a row, mixed too.
 */
import { withoutControls } from "./control-characters.ts";

export interface RecordReceiver {
  /** `cells` is reused. `row` counts every row of the file from 1, as Excel shows it. Blank rows do not come. */
  record(cells: string[], row: number): void;
  /** A row that cannot be read; nothing comes after it. */
  refused(reason: Refusal, row: number, columns: number): void;
}

export type Refusal = "nul" | "unclosedQuote" | "tooLong" | "tooManyColumns";

/** Where something that was mended was met: the first row, and how often. */
export interface Mended {
  row: number;
  count: number;
}

export interface Records {
  write(text: string): void;
  /** The number of the row in which the text that was written so far ends. */
  row(): number;
  end(): void;
  /** Rows with a literal quote in a quoted cell; `count` 0 if there are none. */
  readonly quotes: Mended;
  /** Cells with control characters. */
  readonly controls: Mended;
}

export interface RecordOptions {
  /** One character: `;` `,` tab or another one. */
  readonly delimiter: string;
  readonly columns: number;
  readonly characters: number;
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/** V8 copies shorter texts. */
const SHORTEST_VIEW = 13;

/** Instead of a place in the text: the row goes on beyond it, has a NUL in it, or ends with the file inside a quoted cell. */
const UNFINISHED = -1;
const NUL = -2;
const OPEN = -3;

export function createRecords(options: RecordOptions, receiver: RecordReceiver): Records {
  const { columns, characters } = options;
  const delimiter = options.delimiter.charCodeAt(0);
  // One look-up per character tells whether it needs attention.
  const stopsOutside = controlTable();
  stopsOutside[delimiter] = 1;
  stopsOutside[LINE_FEED] = 1;
  stopsOutside[CARRIAGE_RETURN] = 1;
  const stopsInside = controlTable();
  stopsInside[QUOTE] = 1;
  const cells: string[] = [];
  const quotes: Mended = { row: 0, count: 0 };
  const controls: Mended = { row: 0, count: 0 };
  /** Rows that are complete. */
  let rows = 0;
  /** The text of the row that is not complete yet, and what came after it. */
  let pending = "";
  /** Only when there is this much is it worth looking again: so a long row is not looked at more than twice per character. */
  let enough = 0;
  let refused = false;
  /** The cell and the row that are being read. */
  let cell = "";
  let count = 0;
  let quotesInRow = 0;
  let controlsInRow = 0;
  /** How far the reading of a refused row came. */
  let reached = 0;

  function write(text: string): void {
    if (refused) return;
    pending = pending === "" ? text : pending + text;
    if (pending.length >= enough) look(false);
  }

  function look(last: boolean): void {
    const text = pending;
    let at = 0;
    while (at < text.length) {
      const next = readRow(text, at, last);
      if (next < 0) {
        if (next !== UNFINISHED) refuse(next === NUL ? "nul" : "unclosedQuote", text.slice(at, reached));
        break;
      }
      if (!isAllowed(text, at, next)) break;
      deliver();
      at = next;
    }
    if (refused) return;
    pending = text.slice(at);
    enough = 2 * pending.length;
    if (pending.length > characters) refuse("tooLong", pending);
  }

  /** Reads the row that begins at `start` into `cells` and returns where the next one begins, or why there is none. */
  function readRow(text: string, start: number, last: boolean): number {
    count = 0;
    quotesInRow = 0;
    controlsInRow = 0;
    let at = start;
    for (;;) {
      at = text.charCodeAt(at) === QUOTE ? readQuoted(text, at + 1, last) : readPlain(text, at);
      if (at < 0) return at;
      if (count < columns) cells[count] = cell;
      count++;
      if (text.charCodeAt(at) !== delimiter) break;
      at++;
    }
    if (at >= text.length) return last ? at : UNFINISHED;
    if (text.charCodeAt(at) === LINE_FEED) return at + 1;
    if (at + 1 >= text.length && !last) return UNFINISHED;
    return text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
  }

  /** Puts the cell that begins at `from` in `cell` and returns where it ends. */
  function readPlain(text: string, from: number): number {
    const length = text.length;
    let dirty = false;
    let at = from;
    for (;;) {
      while (at < length && stopsOutside[text.charCodeAt(at)] === 0) at++;
      if (at >= length) break;
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code === 0) {
        reached = at;
        return NUL;
      }
      dirty = true;
      at++;
    }
    cell = cellAt(text, from, at);
    if (dirty) cleanCell();
    return at;
  }

  /** The same for a cell whose opening quote stands before `from`. */
  function readQuoted(text: string, from: number, last: boolean): number {
    const length = text.length;
    let doubled = false;
    let undoubled = false;
    let dirty = false;
    let at = from;
    for (;;) {
      while (at < length && stopsInside[text.charCodeAt(at)] === 0) at++;
      if (at >= length) {
        reached = length;
        return last ? OPEN : UNFINISHED;
      }
      const code = text.charCodeAt(at);
      if (code === 0) {
        reached = at;
        return NUL;
      }
      if (code !== QUOTE) {
        dirty = true;
        at++;
        continue;
      }
      const isPair = text.charCodeAt(at + 1) === QUOTE;
      // Who left one quote undoubled doubles none: then the second of a pair at the end of the cell closes it.
      const closing = isPair && undoubled ? at + 1 : at;
      const after = isPair && !undoubled ? -1 : afterBlanks(text, closing + 1);
      if (after >= 0 && (after >= length || endsCell(text.charCodeAt(after), delimiter))) {
        cell = cellAt(text, from, closing);
        if (doubled) cell = cell.replaceAll('""', '"');
        if (dirty) cleanCell();
        return after;
      }
      if (isPair) {
        doubled = true;
        at += 2;
      } else {
        undoubled = true;
        quotesInRow = 1;
        at++;
      }
    }
  }

  /**
   * The cell between two places, as a text of its own. V8 makes a longer one a view on the text that it came from, and whoever keeps the
   * cell would keep that: in the end the whole file. Putting something before it makes V8 copy it; this costs nothing that can be measured.
   */
  function cellAt(text: string, from: number, to: number): string {
    const view = text.slice(from, to);
    return view.length < SHORTEST_VIEW ? view : ` ${view}`.slice(1);
  }

  function afterBlanks(text: string, at: number): number {
    let code = text.charCodeAt(at);
    while ((code === SPACE || code === TAB) && code !== delimiter) code = text.charCodeAt(++at);
    return at;
  }

  function cleanCell(): void {
    cell = withoutControls(cell);
    controlsInRow++;
  }

  function isAllowed(text: string, start: number, end: number): boolean {
    if (end - start > characters) refuse("tooLong", text.slice(start, end));
    else if (count > columns) refuse("tooManyColumns", "");
    return !refused;
  }

  function deliver(): void {
    rows++;
    if (quotesInRow > 0) note(quotes, quotesInRow);
    if (controlsInRow > 0) note(controls, controlsInRow);
    if (cells.length !== count) cells.length = count;
    if (!isBlankRow(cells)) receiver.record(cells, rows);
  }

  /** `text` is the refused row as far as it was read. Beyond the limit, what is wrong must not depend on how much text happened to be at hand. */
  function refuse(reason: Refusal, text: string): void {
    refused = true;
    pending = "";
    const long = text.length > characters;
    const open = long && isOpenOverLines(text.slice(0, characters), delimiter);
    receiver.refused(open ? "unclosedQuote" : long ? "tooLong" : reason, rows + 1, count);
  }

  function note(mended: Mended, count: number): void {
    if (mended.count === 0) mended.row = rows;
    mended.count += count;
  }

  return {
    write,
    row() {
      if (!refused) look(false);
      return rows + 1;
    },
    end() {
      if (!refused) look(true);
    },
    quotes,
    controls,
  };
}

function controlTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  table.fill(1, 0, SPACE);
  table[TAB] = 0;
  table[LINE_FEED] = 0;
  table[CARRIAGE_RETURN] = 0;
  table[0x7f] = 1;
  return table;
}

function isBlankRow(cells: readonly string[]): boolean {
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!;
    if (cell === "") continue;
    const first = cell.charCodeAt(0);
    if ((first > SPACE && first < 0x7f) || cell.trim() !== "") return false;
  }
  return true;
}

/** Is the end of this text inside a quoted cell that goes over more than one line? Then a quote was not closed; else the row is just long. */
function isOpenOverLines(text: string, delimiter: number): boolean {
  let opened = -1;
  let at = 0;
  let fresh = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (opened >= 0) {
      if (code === QUOTE) {
        if (text.charCodeAt(at + 1) === QUOTE) at++;
        else if (endsCell(text.charCodeAt(at + 1), delimiter)) opened = -1;
      }
    } else if (code === QUOTE && fresh) {
      opened = at;
    }
    fresh = code === delimiter && opened < 0;
    at++;
  }
  return opened >= 0 && /[\r\n]/.test(text.slice(opened));
}

function endsCell(code: number, delimiter: number): boolean {
  return code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN;
}
