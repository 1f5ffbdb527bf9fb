/** What the outcome of a delivery is that the malware scan withholds from us: rejected, with one finding, and not a byte of it read. */
import type { ScanVerdict } from "../ports.ts";
import { malwareFound } from "./checks/malware-found.ts";
import { notScannable } from "./checks/not-scannable.ts";
import { createFindingLog, THE_FILE } from "./findings.ts";
import type { CheckedDelivery, FindingGroup } from "./types.ts";

/** Verdicts with which a file stays closed. */
export type Withheld = Exclude<ScanVerdict, "clean">;

const rules = { infected: malwareFound, unscannable: notScannable } as const satisfies Record<Withheld, unknown>;

/** As if the file had been checked and found to be this: so that receipt, list of findings and workbook need not know the difference. */
export function withheldDelivery(verdict: Withheld): CheckedDelivery {
  const log = createFindingLog();
  log.add(rules[verdict], THE_FILE, "", {});
  return {
    status: "rejected",
    read: { format: "unknown", encoding: null, delimiter: null, layout: "unknown", rows: 0 },
    reports: [],
    findings: log.list(),
    groups: log.groups(),
  };
}

/** Was the file never opened? Then it cannot be said how it was read, nor be mended. */
export const isWithheld = ({ groups }: { readonly groups: readonly Pick<FindingGroup, "code">[] }): boolean =>
  groups.some(({ code }) => code === malwareFound.code || code === notScannable.code);
