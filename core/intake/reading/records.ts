/**
 * From UTF-8 to the cells of each row, in a stream: csv-parse splits, on a file that `mend.ts` made regular. What the options are for and
 * what they cost: `docs/decisions/0003-reading-csv.md`.
 */
import { CsvError, type Options, Parser } from "csv-parse";
import { withoutControls } from "./control-characters.ts";
import { createMender, type LineEnd } from "./mend.ts";
import { type ReadingCode, readingRules } from "./problems.ts";
import { reuseRepeatedCells } from "./repeated-cells.ts";

export interface RecordReceiver {
  /** `row` counts every row of the file from 1, as Excel shows it. Blank rows do not come. */
  record(cells: string[], row: number): void;
  /** Of the codes that stop, one comes and nothing after it. */
  problem(code: ReadingCode, row: number): void;
  /** The row has too many columns; nothing comes after it. */
  tooManyColumns(count: number, row: number): void;
}

/** Where something that was mended was met: the first row, and how often. */
export interface Mended {
  row: number;
  count: number;
}

export interface Records {
  /** `seen`: what `look` saw in it. */
  write(utf8: Uint8Array, seen: number): void;
  /** What comes next has this problem, which does not stop: it is reported with its row, before the row itself. */
  mark(code: ReadingCode): void;
  /** The same for a problem that stops: there is no next. */
  stop(code: ReadingCode): void;
  end(): void;
  /** Rows with a quote in a quoted cell that was not doubled; `count` 0 if there are none. */
  readonly quotes: Mended;
  /** Cells with control characters. */
  readonly controls: Mended;
}

export interface RecordOptions {
  /** One character: `;` `,` tab or another one. */
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  readonly columns: number;
  readonly characters: number;
}

const SPACE = 0x20;
const ORDINARY = Uint8Array.of(0x78);

/** Bytes of a row for each character that its cells may have: three for the character, and one if it is a quote. */
const BYTES = 4;
/** And for what stands between its cells. */
const BETWEEN = 64 * 1024;

export function createRecords(options: RecordOptions, receiver: RecordReceiver): Records {
  const { delimiter, lineEnd, columns, characters } = options;
  const quotes: Mended = { row: 0, count: 0 };
  const controls: Mended = { row: 0, count: 0 };
  /** Problems, and doubled quotes, by where they stand in what was read; in order. */
  const marks: { readonly code: ReadingCode; readonly at: number }[] = [];
  let doubled: number[] = [];
  let firstDoubled = 0;
  let lastControl = -1;
  /** Rows that came, and blank lines and lines before the end of the last of them. */
  let rows = 0;
  let blanks = 0;
  let lines = 0;
  /** Where it ended. */
  let start = 0;
  /** Bytes that were read, and how many when a row or blank line came last. */
  let read = 0;
  let progress = 0;
  let progressRows = 0;
  /** A problem that stops is on its way, and was reported. */
  let stopping = false;
  let stopped = false;

  const parser = new RowParser(
    {
      delimiter,
      record_delimiter: lineEnd,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: characters,
    },
    row,
  );
  const mender = createMender(
    { delimiter: new TextEncoder().encode(delimiter), lineEnd },
    {
      text: feed,
      mended: (at) => void doubled.push(at),
      control: (at) => {
        lastControl = at;
      },
      nul: () => stop("FILE_NUL_BYTES"),
    },
  );

  function feed(bytes: Uint8Array): void {
    if (stopped) return;
    read += bytes.length;
    check(parser.feed(bytes));
    const seen = rows + parser.info.empty_lines;
    if (seen !== progressRows) {
      progressRows = seen;
      progress = read;
    } else if (!stopping && read - progress > BYTES * characters + BETWEEN) {
      // Separators are no part of a record's size.
      stop("FILE_LINE_TOO_LONG");
    }
  }

  function row(cells: string[]): void {
    if (stopped) return;
    rows++;
    const { info } = parser;
    const number = rows + info.empty_lines;
    while (marks.length > 0 && marks[0]!.at < info.bytes && !stopped) report(marks.shift()!.code, number);
    if (stopped) return;
    if (cells.length > columns) {
      stopped = true;
      receiver.tooManyColumns(cells.length, number);
      return;
    }
    if (firstDoubled < doubled.length) countDoubled(info.bytes, number);
    if (lastControl >= start) clean(cells, number);
    blanks = info.empty_lines;
    lines = info.lines;
    start = info.bytes;
    if (!isBlankRow(cells)) receiver.record(cells, number);
  }

  function countDoubled(end: number, number: number): void {
    const before = firstDoubled;
    while (firstDoubled < doubled.length && doubled[firstDoubled]! < end) firstDoubled++;
    if (firstDoubled > before) note(quotes, number);
    if (firstDoubled < doubled.length) return;
    doubled = [];
    firstDoubled = 0;
  }

  function clean(cells: string[], number: number): void {
    for (let k = 0; k < cells.length; k++) {
      const cleaned = withoutControls(cells[k]!);
      if (cleaned === cells[k]) continue;
      cells[k] = cleaned;
      note(controls, number);
    }
  }

  function note(mended: Mended, number: number): void {
    if (mended.count === 0) mended.row = number;
    mended.count++;
  }

  function check(error: CsvError | null): void {
    if (!error || stopped) return;
    const number = rows + parser.info.empty_lines + 1;
    while (marks.length > 0 && !stopped) report(marks.shift()!.code, number);
    if (stopped) return;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") report("FILE_UNCLOSED_QUOTE", number);
    else if (error.code === "CSV_MAX_RECORD_SIZE") report(isOverLines() ? "FILE_UNCLOSED_QUOTE" : "FILE_LINE_TOO_LONG", number);
    else throw error;
  }

  /** Line ends in the row that is being read can only stand in a quoted cell: if it is too long, a quote was not closed. */
  function isOverLines(): boolean {
    return parser.info.lines > lines + 1 + (parser.info.empty_lines - blanks);
  }

  function report(code: ReadingCode, number: number): void {
    stopped = readingRules[code].fatal;
    receiver.problem(code, number);
  }

  function mark(code: ReadingCode): void {
    if (stopped) return;
    // What comes next is no line feed. A quote that is held back belongs to the same row, whatever it is.
    mender.noLineFeed();
    marks.push({ code, at: read });
  }

  /** The row that has the problem ends here, with a character in the place of what cannot be read: so it comes, and has its number. */
  function stop(code: ReadingCode): void {
    stopping = true;
    mark(code);
    feed(ORDINARY);
    if (!stopped) check(parser.finish());
  }

  return {
    write(utf8, seen) {
      if (!stopped) mender.write(utf8, seen);
    },
    mark,
    stop,
    end() {
      mender.end();
      if (!stopped) check(parser.finish());
    },
    quotes,
    controls,
  };
}

/**
 * csv-parse as a stream that is fed and read without waiting: what it would keep for a reader goes to `onRow` at once.
 */
class RowParser extends Parser {
  readonly #onRow: (cells: string[]) => void;
  /** The same object, which the types call read-only. */
  readonly #info: { records: number };
  /** What makes bytes a buffer to csv-parse: its build for browsers takes none but its own. */
  readonly #buffer: object | null;
  #error: CsvError | null = null;

  constructor(options: Options, onRow: (cells: string[]) => void) {
    super(options);
    this.#onRow = onRow;
    this.#info = this.info;
    this.#buffer = Object.getPrototypeOf(this.options.record_delimiter[0]);
    reuseRepeatedCells(this);
    const api: unknown = Reflect.get(this, "api");
    // Before every byte csv-parse works out anew how far it may have to look ahead: an eighth of its time. Should a later version do
    // without this, then nothing changes.
    if (typeof api === "object" && api !== null) Object.assign(api, { __needMoreData: isNearEnd });
  }

  /** Returns what cannot be read; nothing may be fed after that. */
  feed(bytes: Uint8Array): CsvError | null {
    super._transform(Object.setPrototypeOf(bytes.subarray(), this.#buffer), "utf8", this.#done);
    return this.#error;
  }

  finish(): CsvError | null {
    super._flush(this.#done);
    return this.#error;
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return false;
    // A row of another length than the first one costs an Error with a stack, 40 times the row itself. So each row is the first one.
    this.#info.records = 0;
    this.#onRow(cells);
    return true;
  }

  readonly #done = (error?: Error | null): void => {
    if (error instanceof CsvError) this.#error = error;
    else if (error) throw error;
  };
}

/** Is so little left of a piece that a separator (a character), or a quote and the line end behind it, may go on in the next piece? */
const isNearEnd = (at: number, length: number, isLast: boolean): boolean => !isLast && length - at <= 8;

function isBlankRow(cells: readonly string[]): boolean {
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k]!;
    if (cell === "") continue;
    const first = cell.charCodeAt(0);
    if ((first > SPACE && first < 0x7f) || cell.trim() !== "") return false;
  }
  return true;
}
