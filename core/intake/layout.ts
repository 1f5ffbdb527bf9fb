/** The first row of a sheet: which column is what, and so which layout the sheet has. */

import { foldCode } from "../catalogue/codes.ts";
import type { CertifyingBody, CompiledFramework } from "../catalogue/types.ts";
import { dateOfNorm, normsBehind } from "./checks/excel-norm-as-date.ts";
import { likelyNorms } from "./checks/norm-unknown.ts";
import type { Given } from "./checks/rule.ts";
import { type ColumnName, columnByHeader, columnOf, columns, foldHeader, type Layout } from "./columns.ts";
import { isRemarksHeader } from "./returned.ts";
import { DATE, TEXT } from "./types.ts";

export interface Header {
  /** As the sender wrote them, without white space around. */
  readonly cells: readonly string[];
  readonly row: number;
  /** "unknown": no header that we know. */
  readonly layout: Layout | "unknown";
  /** Position (0-based) of each column that is there. */
  readonly at: ReadonlyMap<ColumnName, number>;
  /** Wide layout: columns that are norms of any framework, with their folded code. */
  readonly norms: readonly { readonly index: number; readonly code: string }[];
  readonly doubles: readonly { readonly index: number; readonly first: number; readonly name: string }[];
  readonly unknown: readonly number[];
  readonly likeNorms: readonly { readonly index: number; readonly suggestions: readonly string[]; readonly asDate: boolean }[];
  /** Columns without a header. */
  readonly unnamed: readonly number[];
  /** Columns of the layout that are missing. */
  readonly missing: readonly ColumnName[];
}

/** A sheet must have at least this many known columns before it counts as data: "Naam" alone is a list of names. */
const ENOUGH = 2;

export function readHeader(raw: readonly string[], row: number, given: Given, kinds?: Uint8Array): Header {
  const cells = raw.map((cell) => cell.trim());
  const own = headerNames(given.body);
  const folded = cells.map(foldHeader);
  const isTrends = ["thema", "richting"].every((name) => folded.some((cell) => named(cell, own, "trends") === name));
  const layoutWords = isTrends ? "trends" : "report";

  const at = new Map<ColumnName, number>();
  const norms: { index: number; code: string }[] = [];
  const normAt = new Map<string, number>();
  const doubles: { index: number; first: number; name: string }[] = [];
  const others: number[] = [];
  const unnamed: number[] = [];
  cells.forEach((cell, index) => {
    const text = folded[index] as string;
    if (cell === "") {
      unnamed.push(index);
      return;
    }
    // In a file that we sent back; it is written anew each time.
    if (isRemarksHeader(cell)) return;
    const name = named(text, own, layoutWords);
    if (name !== undefined) {
      const first = at.get(name);
      if (first === undefined) at.set(name, index);
      else doubles.push({ index, first, name });
      return;
    }
    const code = isTrends ? undefined : normCode(cell, given.catalogue.frameworks);
    if (code === undefined || (kinds?.[index] ?? TEXT) === DATE) {
      others.push(index);
      return;
    }
    const first = normAt.get(code);
    if (first === undefined) {
      normAt.set(code, index);
      norms.push({ index, code });
    } else doubles.push({ index, first, name: cell });
  });

  const layout = layoutOf(at, norms.length, isTrends);
  const likeNorms =
    layout === "wide" ? others.flatMap((index) => likeNorm(cells[index] as string, index, kinds?.[index] ?? TEXT, given)) : [];
  const like = new Set(likeNorms.map((one) => one.index));
  return {
    cells,
    row,
    layout,
    at,
    norms: layout === "wide" ? norms : [],
    doubles,
    unknown: [...others, ...(layout === "wide" ? [] : norms.map((norm) => norm.index))]
      .filter((index) => !like.has(index))
      .sort((a, b) => a - b),
    likeNorms,
    unnamed,
    missing: layout === "unknown" ? [] : columns.filter((one) => one.needed.includes(layout) && !at.has(one.name)).map((one) => one.name),
  };
}

/** How many columns of a row are headers that we know: to find a header that stands lower than the first row. */
export function knownHeaders(raw: readonly string[], given: Given): number {
  const own = headerNames(given.body);
  return new Set(
    raw
      .map((cell) => named(foldHeader(cell), own, "report") ?? named(foldHeader(cell), own, "trends"))
      .filter((name) => name !== undefined),
  ).size;
}

/**
 * A column `norm` or `score` makes it long, columns of norms make it wide. A sheet with neither, but with columns of reports, is
 * long: withdrawals, or a file in which they are missing.
 */
function layoutOf(at: ReadonlyMap<ColumnName, number>, norms: number, isTrends: boolean): Header["layout"] {
  if (isTrends) return "trends";
  if (at.has("norm")) return "long";
  const reportLike = [...at.keys()].filter((name) => columnOf.get(name)?.part !== "trend").length;
  if (norms > 0 && reportLike >= 1) return "wide";
  return reportLike >= ENOUGH ? "long" : "unknown";
}

const named = (folded: string, own: ReadonlyMap<string, ColumnName>, words: "report" | "trends"): ColumnName | undefined =>
  own.get(folded) ?? columnByHeader[words].get(folded);

/** The body's own headers of the catalogue. */
function headerNames(body: CertifyingBody | undefined): ReadonlyMap<string, ColumnName> {
  const own = new Map<string, ColumnName>();
  for (const [header, target] of Object.entries(body?.headerNames ?? {})) {
    const name = columns.find((one) => foldHeader(one.name) === foldHeader(target))?.name;
    if (name !== undefined) own.set(foldHeader(header), name);
  }
  return own;
}

/** The folded code when a header is a norm of any framework; "norm 1.2" and "norm_V01" too. */
function normCode(cell: string, frameworks: readonly CompiledFramework[]): string | undefined {
  const code = foldCode(cell);
  const bare = code.replace(/^norm[\s_:-]*/, "");
  return [code, bare].find((one) => one !== "" && frameworks.some((framework) => framework.normIndex.has(one)));
}

/** A header that has the shape of a norm code (V99, 1,2, 1-feb) or is a slip away from one. */
function likeNorm(
  cell: string,
  index: number,
  kind: number,
  given: Given,
): { index: number; suggestions: readonly string[]; asDate: boolean }[] {
  const frameworks = given.catalogue.frameworks;
  const date = dateOfNorm(cell, kind);
  if (date !== undefined) {
    return [
      { index, suggestions: [...new Set(frameworks.flatMap((framework) => normsBehind(date, framework)))].slice(0, 3), asDate: true },
    ];
  }
  const code = foldCode(cell);
  const codes = [...new Set(frameworks.flatMap((framework) => framework.norms.map((norm) => norm.code)))];
  const hasShape = /\d/.test(code) && codes.some((one) => shapeOf(foldCode(one)) === shapeOf(code));
  const suggestions = likelyNorms(cell, given.catalogue, given);
  // Codes of letters alone are words; a word of three letters is a slip away from too many of them.
  const slip = suggestions.length > 0 && (/\d/.test(code) || code.length >= 4);
  return hasShape || slip ? [{ index, suggestions, asDate: false }] : [];
}

const shapeOf = (code: string): string =>
  code
    .replace(/[a-z]+/g, "a")
    .replace(/\d+/g, "9")
    .replace(",", ".");
