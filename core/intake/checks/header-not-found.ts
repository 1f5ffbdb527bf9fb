import type { Rule } from "./rule.ts";

/** No sheet has a first row that we know as a header: nothing can be read. */
export const headerNotFound: Rule = { code: "HEADER_NOT_FOUND", severity: "error", about: "file" };
