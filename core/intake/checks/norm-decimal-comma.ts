import { foldCode } from "../../catalogue/codes.ts";
import type { CompiledFramework } from "../../catalogue/types.ts";
import type { NormRule } from "./rule.ts";

/** Dutch Excel writes norm 1.2 as 1,2. Codes never end in a zero after a point, so the norm is certain: it is read, and said. */
export const normDecimalComma: NormRule = {
  code: "NORM_DECIMAL_COMMA",
  severity: "warning",
  about: "norm",
  check: ({ text }, framework) => {
    const mended = withPoint(text, framework);
    return mended === undefined ? undefined : { params: { mended } };
  },
};

/** The code with a point, if that is a norm of the framework and the code with a comma is not. */
export function withPoint(text: string, framework: CompiledFramework): string | undefined {
  const code = foldCode(text);
  if (!/^\d+,\d*[1-9]$/.test(code) || framework.normIndex.has(code)) return undefined;
  const index = framework.normIndex.get(code.replace(",", "."));
  return index === undefined ? undefined : framework.norms[index]?.code;
}
