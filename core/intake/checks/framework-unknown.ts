import type { CompiledFramework } from "../../catalogue/types.ts";
import { frameworkIn } from "../frameworks.ts";
import type { Firing, Rule } from "./rule.ts";

/** `frameworks`: all versions of the label's variant. */
export const frameworkUnknown: Rule & { check(frameworks: readonly CompiledFramework[], version: string): Firing | undefined } = {
  code: "FRAMEWORK_UNKNOWN",
  severity: "error",
  about: "row",
  check: (frameworks, version) => {
    if (frameworkIn(frameworks, version) !== undefined) return undefined;
    const { label, variant } = frameworks[0] ?? { label: "", variant: "" };
    return { column: "normenkader", value: version, params: { label, variant, known: frameworks.map((one) => one.version).sort() } };
  },
};
