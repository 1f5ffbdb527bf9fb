import { readingRules as problems } from "../reading/problems.ts";
import type { Rule } from "./rule.ts";

/** What the reader of the bytes finds. No hooks: the reader says them through `TableReceiver.problem`. */
export const readingRules: readonly Rule[] = Object.entries(problems).map(([code, { severity }]) => ({ code, severity, about: "file" }));
