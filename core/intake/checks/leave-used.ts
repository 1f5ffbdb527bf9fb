import type { Rule } from "./rule.ts";

/** The leave by which the file was sent was for one file, and another came by it before: this one is not opened. */
export const leaveUsed: Rule = { code: "LEAVE_USED", severity: "error", about: "file" };
