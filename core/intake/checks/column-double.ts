import { columnLetter } from "../columns.ts";
import type { HeaderRule } from "./rule.ts";

export const columnDouble: HeaderRule = {
  code: "COLUMN_DOUBLE",
  severity: "error",
  about: "header",
  check: (header) =>
    header.doubles.map(({ index, first, name }) => ({
      index,
      params: { column: name, first: columnLetter(first + 1), firstName: header.cells[first] ?? "" },
    })),
};
