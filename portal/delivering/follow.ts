import type { DeliveryRecord } from "../../core/ports.ts";
import { receiptAddress } from "../selection.ts";

/** How far what was sent has come; the script of the page and the page itself say it in words. */
export interface Followed {
  /** `sent`: it arrived, or will, but has no number yet; `received`: it has; `checking`: its bytes are known; `finished`: it has a receipt. */
  readonly stage: "sent" | "received" | "checking" | "finished";
  readonly number?: string;
  /** Address of the receipt. */
  readonly receipt?: string;
}

/** Finds the delivery of an upload among those of its body. */
export function follow(deliveries: readonly DeliveryRecord[], upload: string): Followed {
  return stageOf(deliveries.find(({ file }) => file.startsWith(`${upload}/`)));
}

/** The stage of one delivery, when its number is known already. */
export function stageOf(record: DeliveryRecord | undefined): Followed {
  if (!record) return { stage: "sent" };
  const { number, body, state } = record;
  if (state === "finished") return { stage: "finished", number, receipt: receiptAddress(body, number) };
  return { stage: state === "received" ? "received" : "checking", number };
}
