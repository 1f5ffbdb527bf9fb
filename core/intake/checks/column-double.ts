import { columnLetter } from "../columns.ts";
import type { HeaderRule } from "./rule.ts";

export const columnDouble: HeaderRule = {
  code: "COLUMN_DOUBLE",
  severity: "error",
  about: "header",
  check: (header) =>
    header.doubles.map(({ index, first, name }) => ({
      index,
      params: { column: name, first: columnLetter(first + 1), firstName: otherName(header.cells[first], header.cells[index]) },
    })),
};

/** "" when both columns have the same header, which then need not be explained. */
const otherName = (first = "", second = ""): string => (first.trim() === second.trim() ? "" : first);
