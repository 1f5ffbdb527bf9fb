import { emailSpans, withoutSpans } from "../personal.ts";
import type { TextRule } from "./rule.ts";

/** Stored without the address. */
export const personalEmail: TextRule = {
  code: "PERSONAL_EMAIL",
  severity: "warning",
  about: "text",
  concerns: ({ hasAt }) => hasAt,
  check: (text) => {
    const { length } = emailSpans(text);
    return length === 0 ? undefined : { params: { count: length } };
  },
  mask: (text) => withoutSpans(text, emailSpans(text), "[e-mailadres verwijderd]"),
};
