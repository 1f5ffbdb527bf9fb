import { foldCode } from "../../catalogue/codes.ts";
import type { CompiledFramework } from "../../catalogue/types.ts";
import type { Given, NormRule } from "./rule.ts";

export const normUnknown: NormRule = {
  code: "NORM_UNKNOWN",
  severity: "error",
  about: "norm",
  check: ({ text }, framework, given) => ({
    params: {
      framework: framework.key,
      suggestions: likelyNorms(
        text,
        framework.norms.map((norm) => norm.code),
        given,
      ),
    },
  }),
};

/** First the codes that differ only in zeros, separators or look-alikes (V1, V-01, VO1), then those a slip of the finger away. */
export function likelyNorms(text: string, codes: readonly string[], given: Given): readonly string[] {
  const wanted = alike(text);
  const same = codes.filter((code) => alike(code) === wanted);
  return same.length > 0 && same.length <= 3 ? same : given.suggest(text, codes);
}

/** Letters, then digits without leading zeros; O and I after the first letter are 0 and 1. */
const alike = (text: string): string =>
  foldCode(text)
    .replace(/^norm/, "")
    .replace(/(?<=.)o/g, "0")
    .replace(/(?<=.)[il]/g, "1")
    .replace(/[^a-z\d]+/g, " ")
    .replace(/(?<=[a-z])\s+(?=\d)/g, "")
    .replace(/(?<!\d)0+(?=\d)/g, "")
    .trim();

/** Is the code known in any of the frameworks? */
export const isNorm = (text: string, frameworks: readonly CompiledFramework[]): boolean => {
  const code = foldCode(text);
  return frameworks.some((framework) => framework.normIndex.has(code));
};
