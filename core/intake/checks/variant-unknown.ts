import type { Catalogue } from "../../catalogue/types.ts";
import { frameworksOf, variantsOf } from "../frameworks.ts";
import type { Firing, Given, Rule } from "./rule.ts";

export const variantUnknown: Rule & { check(catalogue: Catalogue, label: string, variant: string, given: Given): Firing | undefined } = {
  code: "VARIANT_UNKNOWN",
  severity: "error",
  about: "row",
  check: (catalogue, label, variant, given) => {
    if (frameworksOf(catalogue, label, variant).length > 0) return undefined;
    const known = variantsOf(catalogue, label);
    return { column: "variant", value: variant, params: { label, known, suggestions: given.suggest(variant, known) } };
  },
};
