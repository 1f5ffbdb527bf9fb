import { number } from "../../numbers.ts";
import { type CellValue, linesOf, style, type WorkbookWriter } from "../../workbook/write.ts";
import { severityWord } from "../findings-csv.ts";
import { describe } from "../messages/index.ts";
import { outcomeText } from "../receipt-words.ts";
import { FINDINGS_SHEET } from "../returned.ts";
import type { CheckedDelivery, Finding, FindingGroup } from "../types.ts";
import { placeText } from "./remark-text.ts";

interface Options {
  readonly checked: CheckedDelivery;
  /** Findings that stand in a remark beside their row. */
  readonly shown: ReadonlySet<Finding>;
  /** Are the rows of the file in the workbook? */
  readonly withRows: boolean;
  /** Only the rows of rejected reports are. */
  readonly large: boolean;
  /** Rows were left out that would have to be there. */
  readonly full: boolean;
}

/** The sheet that says in words what became of the file, and lists every kind of finding: in front when nothing else can be mended. */
export function writeFindingsSheet(workbook: WorkbookWriter, options: Options): void {
  const { checked, shown, withRows } = options;
  const elsewhere = checked.findings.some((finding) => finding.severity === "error" && !shown.has(finding));
  const sheet = workbook.sheet({
    name: FINDINGS_SHEET,
    columns: columns.map(([, width, format]) => ({ width, style: style(format, "none", true) })),
    ...(!withRows || elsewhere ? { inFront: true } : {}),
  });
  for (const line of introduction(options)) sheet.row([line], style("text"));
  if (checked.groups.length === 0) return;
  sheet.row([]);
  sheet.row(
    columns.map(([header]) => header),
    style("text", "header"),
  );
  for (const group of inOrder(checked.groups)) {
    const plain = columns.map(([, , format]) => style(format, "none", true));
    plain[0] = style("text", group.severity, true);
    for (const line of groupLines(group, checked.findings, shown)) sheet.row(line, plain, undefined, height(line));
  }
}

const columns: readonly (readonly [header: string, width: number, format: "text" | "general"])[] = [
  ["ernst", 16, "text"],
  ["aantal", 10, "general"],
  ["waar", 26, "text"],
  ["melding", 60, "text"],
  ["herstel", 60, "text"],
  ["code", 34, "text"],
];

function introduction({ checked, withRows, large, full }: Options): string[] {
  const lines = [outcomeText(checked)];
  if (!withRows) return lines;
  if (checked.status !== "accepted" && !full) {
    lines.push("Herstel de gekleurde cellen en lever deze werkmap opnieuw aan. Dit blad en de kolom met opmerkingen mogen blijven staan.");
  }
  if (large) {
    lines.push(
      "Uw bestand heeft meer dan 100.000 rijen: alleen de kopregels en de rijen van rapporten die niet zijn aangenomen, staan in deze werkmap.",
    );
  }
  if (full) {
    lines.push("Niet alle rijen van uw bestand staan in deze werkmap. Lever deze werkmap niet opnieuw aan; herstel uw eigen bestand.");
  }
  return lines;
}

/** Errors first. */
function inOrder(groups: readonly FindingGroup[]): FindingGroup[] {
  return [...groups.filter((group) => group.severity === "error"), ...groups.filter((group) => group.severity === "warning")];
}

/** Of one code at most this many findings that stand in no remark get a line of their own. */
const MAX_LINES = 200;

/**
 * What stands in a remark is one line per code, with where it stands first. What does not (it concerns the file or a header, or its
 * row is not in the workbook) is said here in full.
 */
function groupLines(group: FindingGroup, findings: readonly Finding[], shown: ReadonlySet<Finding>): CellValue[][] {
  const own = findings.filter((finding) => finding.code === group.code);
  const unshown = own.filter((finding) => !shown.has(finding)).slice(0, MAX_LINES);
  const rest = group.count - unshown.length;
  const first = own.find((finding) => shown.has(finding)) ?? unshown[0];
  const lines = unshown.map((finding) => line(group, 1, finding, placeText(finding)));
  if (rest > 0 && first)
    lines.push(line(group, rest, first, rest > 1 ? `${placeText(first)} en ${number(rest - 1)} keer meer` : placeText(first)));
  return lines;
}

/** Lines of the cell that takes most. */
const height = (line: readonly CellValue[]): number =>
  line.reduce<number>((most, value, i) => Math.max(most, linesOf(String(value ?? ""), columns[i]?.[1] ?? 1)), 1);

function line(group: FindingGroup, count: number, finding: Finding, place: string): CellValue[] {
  const { message, fix } = describe(finding, "nl");
  return [severityWord[group.severity], count, place, message, fix, group.code];
}
