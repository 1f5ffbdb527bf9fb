import { columnNames } from "../columns.ts";
import type { HeaderRule } from "./rule.ts";

/** Not read; perhaps a column that we know, misspelled. */
export const columnUnknown: HeaderRule = {
  code: "COLUMN_UNKNOWN",
  severity: "warning",
  about: "header",
  check: (header, given) => {
    const free = columnNames.filter((name) => !header.at.has(name));
    return header.unknown.map((index) => ({ index, params: { suggestions: given.suggest(header.cells[index] ?? "", free) } }));
  },
};
