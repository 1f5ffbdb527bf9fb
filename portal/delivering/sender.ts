import type { User } from "../../core/access.ts";
import type { Sender } from "./upload.ts";

/** Somebody who sends something now. `now`: milliseconds since 1970. */
export const senderOf = (user: User & { readonly role: "body" }, now: number): Sender => ({
  user,
  at: new Date(now).toISOString(),
  chance: Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
});
