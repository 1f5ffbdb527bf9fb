import type { HeaderRule } from "./rule.ts";

/** In the wide layout a column that seems to be a norm but is none: its scores would be lost. */
export const columnLikeNorm: HeaderRule = {
  code: "COLUMN_LIKE_NORM",
  severity: "error",
  about: "header",
  check: (header) => header.likeNorms.map(({ index, suggestions, asDate }) => ({ index, params: { suggestions, asDate: asDate ? 1 : 0 } })),
};
