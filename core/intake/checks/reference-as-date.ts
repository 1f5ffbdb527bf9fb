import { DATE } from "../types.ts";
import type { CellRule } from "./rule.ts";

/** Excel turned a reference such as "3-2024" into a date: it still holds the rows together, but is not what the body calls the report. */
export const referenceAsDate: CellRule = {
  code: "REFERENCE_AS_DATE",
  severity: "warning",
  about: "cell",
  columns: ["rapportkenmerk"],
  check: ({ kind }) => (kind === DATE ? {} : undefined),
};
