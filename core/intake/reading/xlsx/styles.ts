import type { ReadingLimits } from "../limits.ts";
import { readXml } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

/** For each cell style (index `s` of a cell): does it show its number as a date? Source: ECMA-376 part 1, 18.8.30 and 18.8.31. */
export function readDateStyles(entry: ZipEntry | null, limits: ReadingLimits): readonly boolean[] {
  const styles: boolean[] = [];
  if (entry === null) return styles;
  const dateFormats = new Map<number, boolean>();
  let inCellFormats = false;
  readXml(entry, limits, {
    open(name, attributes) {
      if (name === "numFmt") dateFormats.set(Number(attributes["numFmtId"]), isDateFormat(attributes["formatCode"] ?? ""));
      else if (name === "cellXfs") inCellFormats = true;
      else if (name === "xf" && inCellFormats) styles.push(isDate(Number(attributes["numFmtId"] ?? 0)));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
  });
  return styles;

  function isDate(format: number): boolean {
    return dateFormats.get(format) ?? isBuiltInDate(format);
  }
}

/** A date format shows a year or a day, or a month (an `m` that is not beside hours or seconds: there it means minutes). */
export function isDateFormat(code: string): boolean {
  const first = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";")[0]!
    .toLowerCase();
  if (/general|standaard/.test(first)) return false;
  // `j` (jaar) is what a Dutch Excel shows; some programs write it in the file too.
  if (/[ydj]/.test(first)) return true;
  return first.includes("m") && !/[hsu]/.test(first);
}

/** 27-36 and 50-58 are dates in East Asian versions, and unused elsewhere. 18-21 and 45-47 show only a time. */
function isBuiltInDate(format: number): boolean {
  return (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}
