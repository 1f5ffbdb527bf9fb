import { foldCode } from "../../catalogue/codes.ts";
import type { Catalogue, CompiledFramework } from "../../catalogue/types.ts";
import { groupBy } from "../grouping.ts";
import type { Given, NormRule } from "./rule.ts";

export const normUnknown: NormRule = {
  code: "NORM_UNKNOWN",
  severity: "error",
  about: "norm",
  check: ({ text }, framework, given) => ({
    params: {
      framework: framework.key,
      suggestions: likelyNorms(text, framework, given),
    },
  }),
};

/**
 * The norms of a framework, or of the whole catalogue, that may be meant. First the codes that differ only in zeros, separators or
 * look-alikes (V1, V-01, VO1), then those a slip of the finger away.
 */
export function likelyNorms(text: string, among: Norms, given: Given): readonly string[] {
  const codes = codesOf(among);
  const same = codes.alike.get(alike(text)) ?? [];
  return same.length > 0 && same.length <= 3 ? same : given.suggest(text, codes.all);
}

/** A framework, or all of them. */
type Norms = Pick<CompiledFramework, "norms"> | Pick<Catalogue, "frameworks">;

interface Codes {
  readonly all: readonly string[];
  /** By what they look like. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

/** Worked out once: done for each wrong norm a file of nothing but wrong norms would take four times as long. */
const known = new WeakMap<Norms, Codes>();

function codesOf(among: Norms): Codes {
  const before = known.get(among);
  if (before !== undefined) return before;
  const frameworks = "frameworks" in among ? among.frameworks : [among];
  const all = [...new Set(frameworks.flatMap((framework) => framework.norms.map((norm) => norm.code)))];
  const codes = { all, alike: groupBy(all, alike) };
  known.set(among, codes);
  return codes;
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
