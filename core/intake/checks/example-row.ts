import type { Rule } from "./rule.ts";

/** The example row of the template was left in. It is passed over, as nothing in it is about anybody; never in silence. */
export const exampleRow: Rule = { code: "EXAMPLE_ROW", severity: "warning", about: "row" };
