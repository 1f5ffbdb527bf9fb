import type { FindingParams, TableReceiver } from "../types.ts";
import { findDelimiter } from "./delimiter.ts";
import { createTextStream, type TextStream } from "./encoding.ts";
import { type ReadFormat, unknownFormat } from "./format.ts";
import type { ReadingLimits } from "./limits.ts";
import { type ReadingCode, readingProblem } from "./problems.ts";
import { createRecords, type Mended, type Records, type Refusal } from "./records.ts";
import { recognise, recogniseText } from "./signature.ts";

export interface CsvReader {
  /** Any cut of the file gives the same rows and problems. Returns false when nothing more needs to be read: a fatal problem was met. */
  write(bytes: Uint8Array): boolean;
  end(): ReadFormat;
}

/**
 * Reads a CSV file of unknown encoding and separator into the receiver, row by row. Nothing that the sender wrote makes it throw.
 * The receiver gets `sheet(null)` once, before the first row, and not at all for a file that is no table.
 */
export function createCsvReader(receiver: TableReceiver, limits: ReadingLimits): CsvReader {
  let bytesRead = 0;
  /** The beginning of the file, until there is enough of it to see what it is. */
  let head: Uint8Array[] | null = [];
  let stream: TextStream | null = null;
  /** The beginning of the text, until there is enough of it to find the separator. */
  let opening = "";
  /** What was noticed in it, and after how many characters. */
  const notices: { code: ReadingCode; at: number }[] = [];
  let records: Records | null = null;
  let delimiter: string | null = null;
  let delivered = 0;
  let failed = false;
  let notATable = false;

  function problem(code: ReadingCode, params?: FindingParams, row?: number): void {
    const made = readingProblem(code, params, row === undefined ? {} : { row });
    if (made.fatal) failed = true;
    receiver.problem(made);
  }

  function isNot(kind: string): void {
    notATable = true;
    problem("FILE_NOT_A_TABLE", { kind });
  }

  function open(beginning: readonly Uint8Array[]): void {
    const bytes = concatenated(beginning);
    head = null;
    const signature = recognise(bytes);
    if (signature !== "text") {
      isNot(signature === "ole" ? "binary" : signature);
      return;
    }
    stream = createTextStream(bytes, {
      text,
      mixed: () => notice("FILE_ENCODING_MIXED"),
      broken: () => notice("FILE_DAMAGED_CSV"),
    });
    stream.write(bytes);
  }

  function text(piece: string): void {
    if (failed) return;
    if (records) {
      records.write(piece);
      return;
    }
    opening += piece;
    if (opening.length >= OPENING) begin();
  }

  function begin(): void {
    const found = opening;
    opening = "";
    const kind = recogniseText(found);
    const start = findDelimiter(found);
    if (kind) isNot(kind);
    else if (start.delimiter === null) noSeparator(found);
    else {
      delimiter = start.delimiter;
      receiver.sheet(null);
      records = createRecords({ delimiter, columns: limits.columns, characters: limits.recordCharacters }, { record, refused });
      let at = start.skip;
      for (const notice of notices) {
        records.write(found.slice(at, notice.at));
        at = Math.max(at, notice.at);
        report(notice.code, records);
      }
      records.write(found.slice(at));
    }
  }

  function noSeparator(found: string): void {
    const nul = found.indexOf("\0");
    if (nul >= 0) {
      const row = 1 + (found.slice(0, nul).match(/\r\n|\n|\r/g)?.length ?? 0);
      problem("FILE_NUL_BYTES", { row }, row);
    } else if (found.trim() === "") {
      problem("FILE_EMPTY");
    } else {
      isNot("oneColumn");
    }
  }

  function record(cells: string[], row: number): void {
    delivered++;
    receiver.row(cells, row);
  }

  function refused(reason: Refusal, row: number, count: number): void {
    if (reason === "nul") problem("FILE_NUL_BYTES", { row }, row);
    else if (reason === "unclosedQuote") problem("FILE_UNCLOSED_QUOTE", { row }, row);
    else if (reason === "tooLong") problem("FILE_LINE_TOO_LONG", { row, limit: limits.recordCharacters }, row);
    else problem("FILE_TOO_MANY_COLUMNS", { count, limit: limits.columns }, row);
  }

  function notice(code: ReadingCode): void {
    if (records) report(code, records);
    else notices.push({ code, at: opening.length });
  }

  /** The text that comes next has the problem. */
  function report(code: ReadingCode, reached: Records): void {
    const row = reached.row();
    if (!failed) problem(code, { row }, row);
  }

  function mended(code: ReadingCode, found: Mended): void {
    if (found.count > 0) problem(code, { row: found.row, count: found.count }, found.row);
  }

  function write(bytes: Uint8Array): boolean {
    bytesRead += bytes.length;
    if (failed) return false;
    if (bytesRead > limits.csvBytes) problem("FILE_TOO_LARGE", { limit: limits.csvBytes });
    else if (stream) stream.write(bytes);
    else {
      head!.push(bytes.slice());
      if (bytesRead >= HEAD) open(head!);
    }
    return !failed;
  }

  function end(): ReadFormat {
    if (head) open(head);
    if (!failed) stream?.end();
    if (!failed && !records) begin();
    if (!failed) records?.end();
    if (!failed && delivered === 0) problem("FILE_EMPTY");
    if (records) {
      mended("FILE_QUOTES_MENDED", records.quotes);
      mended("FILE_CONTROL_CHARACTERS", records.controls);
    }
    if (notATable || !stream) return unknownFormat;
    return { format: "csv", encoding: stream.encoding(), delimiter };
  }

  return { write, end };
}

/** Bytes of the beginning by which a file is recognised. */
const HEAD = 4096;

/** Characters of the beginning by which the separator is found: room for a header of 2 000 columns and the lines above it. */
const OPENING = 64 * 1024;

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
