import { phoneSpans, withoutSpans } from "../personal.ts";
import type { TextRule } from "./rule.ts";

/** Stored without the number. */
export const personalPhone: TextRule = {
  code: "PERSONAL_PHONE",
  severity: "warning",
  about: "text",
  concerns: ({ digits }) => digits >= 10,
  check: (text) => {
    const { length } = phoneSpans(text);
    return length === 0 ? undefined : { params: { count: length } };
  },
  mask: (text) => withoutSpans(text, phoneSpans(text), "[telefoonnummer verwijderd]"),
};
