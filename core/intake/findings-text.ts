import { count } from "../numbers.ts";
import { columnLetter } from "./columns.ts";
import { severityWord } from "./findings-csv.ts";
import { describe } from "./messages/index.ts";
import { countsOf } from "./receipt-counts.ts";
import { statusText } from "./receipt-words.ts";
import type { CheckedDelivery, Finding } from "./types.ts";

/** On a screen the same fault is shown at most this often; the rest is counted. */
const SHOWN_PER_CODE = 5;

/** The outcome of a check as text for a terminal: the status, then every kind of finding with its first places and its count. */
export function findingsText(checked: CheckedDelivery): string {
  const groups = checked.groups.map((group) => {
    const places = checked.findings.filter((finding) => finding.code === group.code).slice(0, SHOWN_PER_CODE);
    const more = group.count - places.length;
    return [
      `${severityWord[group.severity]} ${group.code} (${group.count}x)`,
      ...places.map(placeText),
      ...(more > 0 ? [`  … en nog ${count(more, "plaats", "plaatsen")}`] : []),
    ].join("\n");
  });
  return [statusText(checked.status, countsOf(checked)), ...groups].join("\n\n");
}

function placeText(finding: Finding): string {
  const { message, fix } = describe(finding, "nl");
  const cell = finding.row === null ? "bestand" : `${finding.column === null ? "rij " : columnLetter(finding.column)}${finding.row}`;
  const sheet = finding.sheet ? `${finding.sheet}!` : "";
  return `  ${sheet}${cell}: ${message} ${fix}`;
}
