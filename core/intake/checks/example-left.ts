import { type ExampleColumn, exampleColumns, isExampleWord } from "../template-parts.ts";
import type { CellRule } from "./rule.ts";

/** Somebody typed over the example row and left a part of it: the report would have a reference, number or name that is not its own. */
export const exampleLeft: CellRule = {
  code: "EXAMPLE_LEFT",
  severity: "error",
  about: "cell",
  columns: exampleColumns,
  check: ({ column, text }) => (isExampleWord(column as ExampleColumn, text) ? {} : undefined),
};
