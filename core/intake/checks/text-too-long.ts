import type { TextRule } from "./rule.ts";

export const MAX_TEXT = 2_000;

export const textTooLong: TextRule = {
  code: "TEXT_TOO_LONG",
  severity: "error",
  about: "text",
  concerns: ({ length }) => length > MAX_TEXT,
  check: (text) => (text.length > MAX_TEXT ? { params: { length: text.length, limit: MAX_TEXT } } : undefined),
};
