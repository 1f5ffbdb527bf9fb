/**
 * How much a file may ask of us. The limits lie well above what a delivery needs and well below what would hurt: a file that
 * reaches one is refused with a finding that names the limit.
 */
export interface ReadingLimits {
  /** Bytes of a CSV file. 1 GiB is some 4 500 000 rows of 240 bytes. */
  readonly csvBytes: number;
  /** Characters of the cells of one CSV row; of its longest cell, bytes. A wide row with 100 explanations of 2 000 characters is a fifth of it. */
  readonly recordCharacters: number;
  /** Columns, in CSV and in workbooks. The widest real table we know has 140; a wide delivery has some 25 + 60. */
  readonly columns: number;
  /** Bytes of a workbook as delivered, kept in memory: its directory stands at its end. */
  readonly workbookBytes: number;
  /** Bytes of all parts that are read, unpacked. Some 1 500 000 rows of 15 cells. */
  readonly unpackedBytes: number;
  /** An honest sheet packs 10 to 60 times smaller; deflate reaches 1 032. Looked at from `ratioFromBytes` on, as small parts say nothing. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Characters of one cell of a workbook. Excel itself stops at 32 767; other programs do not. */
  readonly cellCharacters: number;
  /** Characters, and number, of all shared strings: they stay in memory while the sheets are read. */
  readonly sharedCharacters: number;
  readonly sharedStrings: number;
  readonly sheets: number;
  /** Of the worker that reads a workbook. */
  readonly workerMegabytes: number;
  readonly workbookSeconds: number;
}

const MEBI = 1024 * 1024;

export const defaultLimits: ReadingLimits = {
  csvBytes: 1024 * MEBI,
  recordCharacters: MEBI,
  columns: 2_000,
  workbookBytes: 64 * MEBI,
  unpackedBytes: 1024 * MEBI,
  ratio: 200,
  ratioFromBytes: 8 * MEBI,
  cellCharacters: 256 * 1024,
  sharedCharacters: 32 * MEBI,
  sharedStrings: MEBI,
  sheets: 100,
  workerMegabytes: 256,
  workbookSeconds: 60,
};
