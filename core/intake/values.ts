/** Reading the text of one cell into a value. Undefined means: not readable; the rules in `checks/` say why. */
import { type Day, dayOf, yearOf } from "../calendar.ts";
import { foldWord } from "../catalogue/codes.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { ScoreCode } from "../judgement.ts";
import { scoreWords } from "../judgement.ts";
import type { AuditForm, AuditKind } from "../scoring/types.ts";
import type { ReportedTrend, ReportStatus } from "./types.ts";

export const statusWords: ReadonlyMap<string, ReportStatus> = new Map([
  ["nieuw", "new"],
  ["gewijzigd", "changed"],
  ["verwijderd", "withdrawn"],
]);

export const kindWords: ReadonlyMap<string, AuditKind> = new Map([
  ["eerste toets", "initial"],
  ["hertoets", "recertification"],
  ["tussentijdse toets", "interim"],
  ["vervolgtoets", "followUp"],
]);

export const formWords: ReadonlyMap<string, AuditForm> = new Map([
  ["extern", "external"],
  ["labelcombinatie", "combinedLabel"],
  ["intercollegiaal en extern", "peerPlusExternal"],
]);

export const directionWords: ReadonlyMap<string, ReportedTrend["direction"]> = new Map([
  ["toenemend", "increasing"],
  ["gelijk", "stable"],
  ["afnemend", "decreasing"],
]);

const yesNoWords: ReadonlyMap<string, 0 | 1> = new Map([
  ["ja", 1],
  ["nee", 0],
  ["j", 1],
  ["n", 0],
  ["true", 1],
  ["false", 0],
  ["waar", 1],
  ["onwaar", 0],
]);

/** The words of the specification, and the body's own terms (which win). */
export function scoreWordsOf(terms: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, ScoreCode> {
  const codes = new Map<string, ScoreCode>();
  for (const [code, word] of scoreWords.entries()) codes.set(foldWord(word), code as ScoreCode);
  for (const [term, word] of Object.entries(terms ?? {})) {
    const code = scoreWords.findIndex((known) => foldWord(known) === foldWord(word));
    if (code >= 0) codes.set(foldWord(term), code as ScoreCode);
  }
  return codes;
}

/** 1 ja, 0 nee */
export const readYesNo = (text: string): 0 | 1 | undefined => yesNoWords.get(foldWord(text));

/** Digits of a KvK number without spaces and without dots between groups (12.345.678); undefined when something else stands in it. */
export function kvkDigits(text: string): string | undefined {
  const bare = text.replace(/[\s\u00A0]/g, "");
  const digits = /^\d{1,3}(\.\d{2,3}){2,}$/.test(bare) ? bare.replaceAll(".", "") : bare;
  return /^\d+$/.test(digits) ? digits : undefined;
}

/**
 * A KvK number of 8 digits. Seven digits get their zero back; fewer only if the register knows the number padded.
 */
export function readKvk(text: string, catalogue: Catalogue): string | undefined {
  const digits = kvkDigits(text);
  if (digits === undefined || digits.length > 8) return undefined;
  const padded = digits.padStart(8, "0");
  return digits.length >= 7 || catalogue.organisationByKvk.has(padded) ? padded : undefined;
}

/** The parts of something written like a date, whether or not the calendar has that day; undefined when it is no date at all. */
export function dateParts(text: string, today: Day): { year: number; month: number; day: number } | undefined {
  const bare = text.replace(/[T ]0?0:00(:00(\.0+)?)?Z?$/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dutch = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(bare);
  if (!dutch) return undefined;
  return { year: fullYear(dutch[4] as string, today), month: Number(dutch[3]), day: Number(dutch[1]) };
}

/** Reads dd-mm-jjjj, d-m-jj, dd/mm/jjjj and jjjj-mm-dd. */
export function readDate(text: string, today: Day): Day | undefined {
  const parts = dateParts(text, today);
  return parts && dayOf(parts.year, parts.month, parts.day);
}

/** Two digits mean the century that lies at most ten years ahead of today: in 2026 "36" is 2036 and "37" is 1937. */
function fullYear(digits: string, today: Day): number {
  if (digits.length === 4) return Number(digits);
  const latest = yearOf(today) + 10;
  const year = Math.floor(latest / 100) * 100 + Number(digits);
  return year <= latest ? year : year - 100;
}

/** A number with a decimal comma, or as a workbook stores it. A single point that may also mean thousands is not read: 1.250. */
export function readDecimal(text: string, fromWorkbook: boolean): number | undefined {
  const bare = text.replace(/[\s\u00A0]/g, "");
  if (/^-?\d+$/.test(bare)) return Number(bare);
  if (fromWorkbook && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(bare)) return Number(bare);
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(",", "."));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
  if (isAmbiguousDecimal(bare)) return undefined;
  if (/^-?\d+\.\d+$/.test(bare)) return Number(bare);
  return undefined;
}

/** `1.250` is 1250 to one reader and 1,25 to another. */
export const isAmbiguousDecimal = (text: string): boolean => /^-?[1-9]\d{0,2}(\.\d{3})+$/.test(text.replace(/[\s\u00A0]/g, ""));

/** `GM0363` */
export function readMunicipality(text: string): string | undefined {
  const match = /^GM\s?(\d{4})$/i.exec(text);
  return match ? `GM${match[1]}` : undefined;
}
