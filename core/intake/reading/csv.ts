import type { FindingParams, TableReceiver } from "../types.ts";
import { findDelimiter } from "./delimiter.ts";
import { createTextStream, type TextStream } from "./encoding.ts";
import { type ReadFormat, unknownFormat } from "./format.ts";
import type { ReadingLimits } from "./limits.ts";
import { look } from "./look.ts";
import type { LineEnd } from "./mend.ts";
import { type ReadingCode, readingProblem, readingRules } from "./problems.ts";
import { createRecords, type Mended, type Records } from "./records.ts";
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
  /** The beginning in UTF-8, until there is enough of it to find the separator. */
  let opening: Uint8Array[] = [];
  let openingBytes = 0;
  /** What was noticed in it, and after how many bytes. */
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

  function text(piece: Uint8Array, seen: number): void {
    if (failed) return;
    if (records) {
      records.write(piece, seen);
      return;
    }
    opening.push(piece.slice());
    openingBytes += piece.length;
    if (openingBytes >= OPENING) begin();
  }

  function begin(): void {
    const bytes = concatenated(opening);
    opening = [];
    const found = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, OPENING));
    const kind = recogniseText(found);
    const start = findDelimiter(found);
    if (kind) isNot(kind);
    else if (start.delimiter === null) noSeparator(found);
    else {
      delimiter = start.delimiter;
      receiver.sheet(null);
      records = createRecords(
        { delimiter, lineEnd: usualLineEnd(found), columns: limits.columns, characters: limits.recordCharacters },
        { record, problem: (code, row) => problem(code, paramsOf(code, row), row), tooManyColumns },
      );
      const write = (from: number, to: number) => {
        const part = bytes.subarray(from, to);
        records!.write(part, look(part));
      };
      let at = new TextEncoder().encode(found.slice(0, start.skip)).length;
      for (const notice of notices) {
        write(at, notice.at);
        at = Math.max(at, notice.at);
        report(notice.code, records);
      }
      write(at, bytes.length);
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

  function tooManyColumns(count: number, row: number): void {
    problem("FILE_TOO_MANY_COLUMNS", { count, limit: limits.columns }, row);
  }

  function paramsOf(code: ReadingCode, row: number): FindingParams {
    return code === "FILE_LINE_TOO_LONG" ? { row, limit: limits.recordCharacters } : { row };
  }

  /** The text that comes next has the problem. */
  function notice(code: ReadingCode): void {
    if (records) report(code, records);
    else notices.push({ code, at: openingBytes });
  }

  function report(code: ReadingCode, reached: Records): void {
    if (readingRules[code].fatal) reached.stop(code);
    else reached.mark(code);
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
    return { format: "csv", encoding: failed ? null : stream.encoding(), delimiter };
  }

  return { write, end };
}

/** Bytes of the beginning by which a file is recognised. */
const HEAD = 4096;

/** Bytes of the beginning by which the separator is found: room for a header of 2 000 columns and the lines above it. */
const OPENING = 64 * 1024;

/** The line end that a text has most of. Those within cells count too: what it says is only what need not be mended. */
function usualLineEnd(text: string): LineEnd {
  const count = (ends: RegExp) => text.match(ends)?.length ?? 0;
  const pairs = count(/\r\n/g);
  const feeds = count(/\n/g) - pairs;
  const returns = count(/\r/g) - pairs;
  if (pairs >= feeds && pairs >= returns) return "\r\n";
  return feeds >= returns ? "\n" : "\r";
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
