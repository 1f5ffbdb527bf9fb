/** Cells come in, findings and reports come out: the check of one delivery. Knows no file format, no store and no clock. */
import type { Day } from "../calendar.ts";
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { BodyCode } from "../ids.ts";
import { createReportBook, MAX_REPORTS } from "./book.ts";
import { bodyUnknown } from "./checks/body-unknown.ts";
import { headerNotFound } from "./checks/header-not-found.ts";
import { rules } from "./checks/index.ts";
import { noRows } from "./checks/no-rows.ts";
import { rowRagged } from "./checks/row-ragged.ts";
import type { Given } from "./checks/rule.ts";
import { sheetIgnored } from "./checks/sheet-ignored.ts";
import { tooManyReports } from "./checks/too-many-reports.ts";
import { createDelivery } from "./delivery.ts";
import { type Place, THE_FILE } from "./findings.ts";
import { questionsOf } from "./history.ts";
import { checkReports, judge, type ReadDelivery } from "./judge.ts";
import { type Header, knownHeaders, readHeader } from "./layout.ts";
import { maskPersonal } from "./personal.ts";
import type { ReadFormat } from "./reading/format.ts";
import { createReportRows } from "./report-rows.ts";
import { isFindingsSheet } from "./returned.ts";
import type { SheetRows } from "./sheet.ts";
import { createSuggester } from "./suggest.ts";
import { isTemplateSheet } from "./template-parts.ts";
import { createTrendRows, type TrendBook } from "./trend-rows.ts";
import type { CheckedDelivery, Explanation, History, HistoryQuestions, ReadAs, ReadingProblem, TableReceiver } from "./types.ts";
import { scoreWordsOf } from "./values.ts";

export interface CheckContext {
  readonly catalogue: Catalogue;
  /** The sender; never something read from the file. */
  readonly body: BodyCode;
  /** Day on which the delivery was received: what lies after it is the future. */
  readonly today: Day;
  /** SHA-256 in lower-case hexadecimal. */
  digest(text: string): string;
  /** Texts are handed on while reading, so that they need not be kept; `report` is the position in the later `reports`. */
  onExplanation?(report: number, explanation: Explanation): void;
}

export interface Check extends TableReceiver {
  /** The file has been read. No row may come after this. */
  finish(format: ReadFormat): PendingDelivery;
}

export interface PendingDelivery {
  readonly questions: HistoryQuestions;
  judge(history: History): CheckedDelivery;
}

/** A sheet whose first row is no header that we know. */
interface StrangeSheet {
  readonly name: string | null;
  readonly firstRow: number;
  readonly firstCells: string;
  /** Cells of the first row, and once found of the row that does look like a header. */
  width: number;
  rows: number;
  /** Row that does look like a header; 0 when none does. */
  headerRow: number;
}

/** A header that stands lower is looked for in so many rows, and recognised by so many known columns. */
const LOOK_FOR_HEADER = 30;
const KNOWN_HEADERS = 4;

/** Checks one delivery of one body. Never throws on what a sender wrote: everything wrong with it is a finding. */
export function createCheck(context: CheckContext): Check {
  const body = context.catalogue.bodies.get(context.body);
  const given: Given = {
    catalogue: context.catalogue,
    bodyCode: context.body,
    body,
    today: context.today,
    scoreOf: scoreWordsOf(body?.scoreTerms),
    suggest: createSuggester(),
  };
  const delivery = createDelivery(given, context.onExplanation?.bind(context));
  const trends: TrendBook = new Map();
  const strange: StrangeSheet[] = [];
  const layouts = new Set<Header["layout"]>();
  let sheetName: string | null = null;
  let passOver = false;
  let isFirstRow = true;
  let rows: SheetRows | undefined;
  let counted = 0;
  let fatal = false;
  if (body === undefined && context.catalogue.bodies.size > 0) sayFatal(bodyUnknown, THE_FILE, context.body, { body: context.body });

  return { sheet, row, problem, finish };

  function sheet(name: string | null): void {
    rows?.end();
    rows = undefined;
    sheetName = name;
    passOver = isFindingsSheet(name);
    isFirstRow = true;
    delivery.log.sheet(name);
  }

  function row(cells: readonly string[], number: number, kinds?: Uint8Array): void {
    if (passOver || delivery.book.full) return;
    if (isFirstRow) {
      isFirstRow = false;
      begin(cells, number, kinds);
      return;
    }
    if (rows === undefined) {
      lookFurther(cells, number);
      return;
    }
    counted += 1;
    rows.row(cells, number, kinds);
  }

  function begin(cells: readonly string[], number: number, kinds: Uint8Array | undefined): void {
    passOver = isTemplateSheet(cells);
    if (passOver) return;
    const header = readHeader(cells, number, given, kinds);
    delivery.headers.set(sheetName, header);
    if (header.layout === "unknown") {
      const firstCells = header.cells
        .filter((cell) => cell !== "")
        .slice(0, 5)
        .join(", ");
      strange.push({
        name: sheetName,
        firstRow: number,
        firstCells: maskPersonal(firstCells.slice(0, 1_000)).slice(0, 200),
        width: cells.length,
        rows: 0,
        headerRow: 0,
      });
      return;
    }
    layouts.add(header.layout);
    rows =
      header.layout === "trends" ? createTrendRows(header, sheetName, delivery, trends) : createReportRows(header, sheetName, delivery);
  }

  function lookFurther(cells: readonly string[], number: number): void {
    const current = strange.at(-1);
    if (current === undefined) return;
    current.rows += 1;
    if (current.headerRow === 0 && current.rows <= LOOK_FOR_HEADER && knownHeaders(cells, given) >= KNOWN_HEADERS) {
      current.headerRow = number;
      current.width = cells.length;
    }
    if (sheetName === null && cells.length !== current.width) {
      delivery.log.addAt(rowRagged, null, number, null, null, "", { cells: cells.length, expected: current.width });
    }
  }

  function problem({ code, params = {}, sheet: inSheet = null, row: atRow, fatal: isFatal }: ReadingProblem): void {
    const severity = rules.find((rule) => rule.code === code)?.severity ?? (isFatal ? "error" : "warning");
    delivery.log.add({ code, severity }, { sheet: inSheet, row: atRow ?? null, column: null, columnName: null }, "", params);
    if (isFatal) fatal = true;
  }

  function finish(format: ReadFormat): PendingDelivery {
    rows?.end();
    rows = undefined;
    sayStrangeSheets();
    if (layouts.size > 0 && counted === delivery.book.examples && !fatal) sayFatal(noRows, THE_FILE, "", {});
    const { full } = delivery.book;
    if (full) sayFatal(tooManyReports, THE_FILE, "", { limit: MAX_REPORTS });
    const input: ReadDelivery = {
      // Which of its reports are whole is not known, and none is accepted: they are let go instead of being looked at.
      delivery: full ? { ...delivery, book: createReportBook() } : delivery,
      body: context.body,
      trends: full ? new Map() : trends,
      fatal,
      read: readAs(format),
      digest: (text) => context.digest(text),
    };
    checkReports(input);
    return { questions: questionsOf(input.delivery, input.trends), judge: (history) => judge(input, history) };
  }

  /** Without any sheet that we can read, a strange one is the error; beside one it is only passed over, unless data seem to be in it. */
  function sayStrangeSheets(): void {
    for (const { name, firstRow, firstCells, headerRow, rows: lines } of strange) {
      const place: Place = { sheet: name, row: firstRow, column: null, columnName: null };
      const params = { cells: firstCells, headerRow, sheet: name ?? "" };
      const holdsData = headerRow > 0 || (name !== null && foldWord(name) === "trends" && lines > 0);
      if (layouts.size === 0 || holdsData) {
        delivery.log.add(headerNotFound, place, firstCells, params);
        if (layouts.size === 0) fatal = true;
        else delivery.book.unattributed = true;
      } else delivery.log.add(sheetIgnored, place, firstCells, params);
    }
  }

  function sayFatal(rule: typeof bodyUnknown, place: Place, value: string, params: Record<string, string | number>): void {
    delivery.log.add(rule, place, value, params);
    fatal = true;
  }

  function readAs({ format, encoding, delimiter }: ReadFormat): ReadAs {
    const layout = (["long", "wide", "trends"] as const).find((one) => layouts.has(one)) ?? "unknown";
    return { format, encoding, delimiter, layout, rows: counted - delivery.book.examples };
  }
}
