/** What the outcome of a delivery is that nobody opens: rejected, with one finding, and not a row of it read. */
import type { DeliveryNumber } from "../ids.ts";
import type { ScanVerdict } from "../ports.ts";
import { leaveUsed } from "./checks/leave-used.ts";
import { malwareFound } from "./checks/malware-found.ts";
import { notScannable } from "./checks/not-scannable.ts";
import { createFindingLog, THE_FILE } from "./findings.ts";
import type { CheckedDelivery, FindingGroup } from "./types.ts";

/** Why a file stays closed: a verdict of the malware scan, or the leave by which it was sent was used before. */
export type Withheld = Exclude<ScanVerdict, "clean"> | "leaveUsed";

const rules = { infected: malwareFound, unscannable: notScannable, leaveUsed } as const satisfies Record<Withheld, unknown>;

/**
 * As if the file had been checked and found to be this: so that receipt, list of findings and workbook need not know the difference.
 * `cameBefore`: the delivery that used the leave.
 */
export function withheldDelivery(why: Withheld, cameBefore?: DeliveryNumber): CheckedDelivery {
  const log = createFindingLog();
  log.add(rules[why], THE_FILE, "", cameBefore === undefined ? {} : { delivery: cameBefore });
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
  groups.some(({ code }) => codes.includes(code));

const codes: readonly string[] = Object.values(rules).map(({ code }) => code);
