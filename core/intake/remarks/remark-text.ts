import { columnLetter } from "../columns.ts";
import { describe } from "../messages/index.ts";
import type { Finding } from "../types.ts";

/** What is wrong and how to mend it, in Dutch, as one line: `kvk_nummer: "1234567" is … Vul "01234567" in.` */
export function remarkText(finding: Finding): string {
  const { message, fix } = describe(finding, "nl");
  // In words too, for who does not see the difference between the colours.
  const kind = finding.severity === "warning" ? "Waarschuwing" : "";
  const column = finding.columnName ?? (finding.column === null ? "" : `kolom ${columnLetter(finding.column)}`);
  const subject = [kind, column].filter((part) => part !== "").join(", ");
  return `${subject === "" ? "" : `${subject}: `}${message} ${fix}`;
}

/** Where a finding points, as Excel shows it: `blad Trends, cel C14`. */
export function placeText({ sheet, row, column }: Pick<Finding, "sheet" | "row" | "column">): string {
  const cell = row === null ? "" : column === null ? `rij ${row}` : `cel ${columnLetter(column)}${row}`;
  const parts = [sheet === null ? "" : `blad ${sheet}`, cell].filter((part) => part !== "");
  return parts.length === 0 ? "het bestand" : parts.join(", ");
}
