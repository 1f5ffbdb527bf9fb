import type { Rule } from "./rule.ts";

/** The malware scan could not look inside (a password, an archive in an archive, a scan that failed): nothing of ours opened the file. */
export const notScannable: Rule = { code: "NOT_SCANNABLE", severity: "error", about: "file" };
