import { foldCode } from "../../catalogue/codes.ts";
import type { NormRule } from "./rule.ts";

/** A norm that exists, but not in the framework that the report says: other version, variant or label. */
export const normOtherFramework: NormRule = {
  code: "NORM_OTHER_FRAMEWORK",
  severity: "error",
  about: "norm",
  check: ({ text }, framework, given) => {
    const code = foldCode(text);
    const others = given.catalogue.frameworks.filter((other) => other.index !== framework.index && other.normIndex.has(code));
    if (others.length === 0) return undefined;
    const near = others.filter((other) => other.label === framework.label);
    return { params: { framework: framework.key, others: (near.length > 0 ? near : others).map((other) => other.key) } };
  },
};
