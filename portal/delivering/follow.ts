import { compareDeliveryNumbers } from "../../core/ids.ts";
import { leaveUsed } from "../../core/intake/checks/leave-used.ts";
import type { DeliveryRecord } from "../../core/ports.ts";
import { sentAs } from "../../core/uploads.ts";
import { receiptAddress } from "../selection.ts";

/** How far what was sent has come; the script of the page and the page itself say it in words. */
export interface Followed {
  /** `sent`: it arrived, or will, but has no number yet; `received`: it has; `checking`: its bytes are known; `finished`: it has a receipt. */
  readonly stage: "sent" | "received" | "checking" | "finished";
  readonly number?: string;
  /** Address of the receipt. */
  readonly receipt?: string;
}

/** Finds the delivery of an upload among those of its body: the one that the leave was for, when more than one came by it. */
export function follow(deliveries: readonly DeliveryRecord[], upload: string): Followed {
  const came = deliveries
    .filter(({ file }) => sentAs(file).upload === upload)
    .toSorted((a, b) => compareDeliveryNumbers(a.number, b.number));
  return stageOf(came.find(({ groups = [] }) => !groups.some(({ code }) => code === leaveUsed.code)) ?? came[0]);
}

/** The stage of one delivery, when its number is known already. */
export function stageOf(record: DeliveryRecord | undefined): Followed {
  if (!record) return { stage: "sent" };
  const { number, body, state } = record;
  if (state === "finished") return { stage: "finished", number, receipt: receiptAddress(body, number) };
  return { stage: state === "received" ? "received" : "checking", number };
}
