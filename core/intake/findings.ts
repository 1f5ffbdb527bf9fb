/** Collects findings: complete counts per code, and the first places of each (MAX_PLACES_PER_CODE). */
import type { Rule } from "./checks/rule.ts";
import { type Finding, type FindingGroup, type FindingParams, MAX_PLACES_PER_CODE } from "./types.ts";

/** Values in findings are cut here: a receipt is no second copy of the file. */
export const MAX_VALUE = 200;

/** Where a finding points: 1-based row and column as Excel shows them. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly columnName: string | null;
}

export const THE_FILE: Place = { sheet: null, row: null, column: null, columnName: null };

export interface FindingLog {
  add(rule: Pick<Rule, "code" | "severity">, place: Place, value: string, params: FindingParams): void;
  /** The same without a Place object, for the many findings of a bad file. */
  addAt(
    rule: Pick<Rule, "code" | "severity">,
    sheet: string | null,
    row: number,
    column: number | null,
    columnName: string | null,
    value: string,
    params: FindingParams,
  ): void;
  /** A sheet begins: findings are put in the order of the sheets. */
  sheet(name: string | null): void;
  /** In the order of the file: what concerns the file first, then sheet, row, column. */
  list(): readonly Finding[];
  groups(): readonly FindingGroup[];
  /** A copy that goes its own way. */
  fork(): FindingLog;
}

interface Group {
  readonly severity: Finding["severity"];
  count: number;
  first: Finding;
  readonly places: Finding[];
}

export function createFindingLog(sheetOrder = new Map<string | null, number>(), codes = new Map<string, Group>()): FindingLog {
  const orderOf = (finding: Finding) => (finding.row === null && finding.sheet === null ? -1 : (sheetOrder.get(finding.sheet) ?? -1));
  const byPlace = (a: Finding, b: Finding) =>
    orderOf(a) - orderOf(b) ||
    (a.row ?? 0) - (b.row ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

  const log: FindingLog = {
    add: (rule, place, value, params) => put(rule, place.sheet, place.row, place.column, place.columnName, value, params),
    addAt: put,
    sheet: (name) => {
      if (!sheetOrder.has(name)) sheetOrder.set(name, sheetOrder.size);
    },
    list: () => [...codes.values()].flatMap((group) => group.places).sort(byPlace),
    groups: () =>
      [...codes.values()]
        .sort((a, b) => byPlace(a.first, b.first))
        .map(({ severity, count, first }) => ({ code: first.code, severity, count, firstRow: first.row })),
    fork: () =>
      createFindingLog(new Map(sheetOrder), new Map([...codes].map(([code, group]) => [code, { ...group, places: [...group.places] }]))),
  };
  return log;

  function put(
    rule: Pick<Rule, "code" | "severity">,
    sheet: string | null,
    row: number | null,
    column: number | null,
    columnName: string | null,
    value: string,
    params: FindingParams,
  ): void {
    const group = codes.get(rule.code);
    if (group !== undefined && group.places.length >= MAX_PLACES_PER_CODE) {
      group.count += 1;
      return;
    }
    const finding: Finding = { code: rule.code, severity: rule.severity, sheet, row, column, columnName, value: cut(value), params };
    if (group === undefined) {
      codes.set(rule.code, { severity: rule.severity, count: 1, first: finding, places: [finding] });
      return;
    }
    group.count += 1;
    group.places.push(finding);
    if (byPlace(finding, group.first) < 0) group.first = finding;
  }
}

/** Cut without leaving half a character (a lone surrogate cannot be written as UTF-8). */
function cut(value: string): string {
  if (value.length <= MAX_VALUE) return value;
  const end = (value.charCodeAt(MAX_VALUE - 2) & 0xfc00) === 0xd800 ? MAX_VALUE - 2 : MAX_VALUE - 1;
  return `${value.slice(0, end)}…`;
}
