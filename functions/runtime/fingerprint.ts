import { createHash } from "node:crypto";

/** SHA-256, lower-case hexadecimal. */
export const fingerprint = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
