import { withoutControls } from "./control-characters.ts";

/**
 * From text to the cells of each row, in a stream. Why not a library: `docs/decisions/0003-reading-csv.md`.
 *
 * A cell that begins with a quote ends at the quote that is followed by a separator, an end of line or the end of the file (blanks
 * between are skipped); a doubled quote in it is one quote; any other quote in it is taken literally, and counted. A quote in
 * a cell that does not begin with one is an ordinary character. CRLF, LF and CR end a row, mixed too.
 */
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

/** What `scan` returns when the reading has ended. */
const REFUSED = -1;

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

  function write(text: string): void {
    if (refused) return;
    pending = pending === "" ? text : pending + text;
    if (pending.length >= enough) look(false);
  }

  function look(last: boolean): void {
    const used = scan(pending, last);
    if (used === REFUSED) {
      pending = "";
      return;
    }
    pending = pending.slice(used);
    enough = 2 * pending.length;
    if (pending.length > characters) refuseLong(pending);
  }

  /** Reads the rows that are complete in `text` and returns where the first one that is not begins. */
  function scan(text: string, last: boolean): number {
    const length = text.length;
    let at = 0;
    while (at < length) {
      const start = at;
      let count = 0;
      let literalQuotes = false;
      let controlled = 0;
      let ended = false;
      while (!ended) {
        let cell: string;
        let dirty = false;
        if (at < length && text.charCodeAt(at) === QUOTE) {
          const from = at + 1;
          let doubled = false;
          at = from;
          for (;;) {
            while (at < length && stopsInside[text.charCodeAt(at)] === 0) at++;
            if (at >= length) return last ? refuseOpen(text, start) : start;
            const code = text.charCodeAt(at);
            if (code === 0) return refuse("nul", text, start, at, count);
            if (code !== QUOTE) {
              dirty = true;
              at++;
              continue;
            }
            let after = at + 1;
            if (after < length && text.charCodeAt(after) === QUOTE) {
              doubled = true;
              at += 2;
              continue;
            }
            while (after < length && isBlank(text.charCodeAt(after)) && text.charCodeAt(after) !== delimiter) after++;
            if (after >= length && !last) return start;
            const follows = after >= length ? LINE_FEED : text.charCodeAt(after);
            if (follows === delimiter || follows === LINE_FEED || follows === CARRIAGE_RETURN) {
              cell = text.slice(from, at);
              at = after;
              break;
            }
            literalQuotes = true;
            at++;
          }
          if (doubled) cell = cell.replaceAll('""', '"');
        } else {
          const from = at;
          for (;;) {
            while (at < length && stopsOutside[text.charCodeAt(at)] === 0) at++;
            if (at >= length) break;
            const code = text.charCodeAt(at);
            if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
            if (code === 0) return refuse("nul", text, start, at, count);
            dirty = true;
            at++;
          }
          cell = text.slice(from, at);
        }
        if (dirty) {
          controlled++;
          cell = withoutControls(cell);
        }
        if (count < columns) cells[count] = cell;
        count++;

        if (at >= length) {
          if (!last) return start;
          ended = true;
        } else if (text.charCodeAt(at) === delimiter) {
          at++;
        } else {
          ended = true;
        }
      }
      const stop = at;
      if (at < length) {
        if (text.charCodeAt(at) === CARRIAGE_RETURN) {
          if (at + 1 >= length && !last) return start;
          at += text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
        } else {
          at++;
        }
      }
      if (stop - start > characters) return refuseLong(text.slice(start, stop));
      if (count > columns) return refuse("tooManyColumns", text, start, stop, count);
      rows++;
      if (literalQuotes) note(quotes, 1);
      if (controlled > 0) note(controls, controlled);
      if (cells.length !== count) cells.length = count;
      if (!isBlankRow(cells)) receiver.record(cells, rows);
    }
    return length;
  }

  function refuse(reason: Refusal, text: string, start: number, at: number, count: number): number {
    // What is wrong beyond the limit must not depend on how much text happened to be at hand.
    if (at - start > characters) return refuseLong(text.slice(start));
    refused = true;
    receiver.refused(reason, rows + 1, count);
    return REFUSED;
  }

  function refuseOpen(text: string, start: number): number {
    return refuse("unclosedQuote", text, start, text.length, 0);
  }

  function refuseLong(text: string): number {
    refused = true;
    pending = "";
    receiver.refused(isOpenOverLines(text.slice(0, characters), delimiter) ? "unclosedQuote" : "tooLong", rows + 1, 0);
    return REFUSED;
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

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
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
