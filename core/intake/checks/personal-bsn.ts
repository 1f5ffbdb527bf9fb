import { bsnSpans, withoutSpans } from "../personal.ts";
import type { TextRule } from "./rule.ts";

/** A citizen service number must never be in a delivery. The number itself is shown nowhere. */
export const personalBsn: TextRule = {
  code: "PERSONAL_BSN",
  severity: "error",
  about: "text",
  concerns: ({ digits }) => digits >= 8,
  check: (text) => {
    const { length } = bsnSpans(text);
    return length === 0 ? undefined : { params: { count: length } };
  },
  mask: (text) => withoutSpans(text, bsnSpans(text), "[bsn verwijderd]"),
};
