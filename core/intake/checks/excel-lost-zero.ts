import { foldCode } from "../../catalogue/codes.ts";
import type { CompiledFramework } from "../../catalogue/types.ts";
import { NUMBER } from "../types.ts";
import type { NormRule } from "./rule.ts";

/**
 * Excel reads a code of digits as a number and drops its zeros: `01` becomes 1, `1.10` becomes 1.1. Fires when the code as it stands is no norm
 * but a norm with zeros is, and for a number cell that may stand for two norms (1.1 and 1.10).
 */
export const excelLostZero: NormRule = {
  code: "EXCEL_LOST_ZERO",
  severity: "error",
  about: "norm",
  check: ({ text, kind }, framework) => {
    const code = foldCode(text).replace(",", ".");
    if (!/^\d+(\.\d+)?$/.test(code)) return undefined;
    const candidates = sameNumber(code, framework);
    const isNorm = framework.normIndex.has(code);
    if (candidates.length === 0 || (isNorm && (kind !== NUMBER || candidates.length < 2))) return undefined;
    return { params: { suggestions: candidates, framework: framework.key } };
  },
};

/** Norms that Excel, taking them for numbers, writes as this one. */
function sameNumber(code: string, framework: CompiledFramework): readonly string[] {
  const wanted = asNumber(code);
  return framework.norms.map((norm) => norm.code).filter((other) => /^\d+(\.\d+)?$/.test(other) && asNumber(other) === wanted);
}

const asNumber = (code: string): string => {
  const [whole = "", decimals = ""] = code.split(".");
  const rest = decimals.replace(/0+$/, "");
  return `${whole.replace(/^0+(?=\d)/, "")}${rest === "" ? "" : `.${rest}`}`;
};
