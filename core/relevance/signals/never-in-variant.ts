import { isSaid } from "../outcome.ts";
import type { Found, SignalRule } from "./found.ts";

/** `NOOIT_IN_VARIANT`: nobody meets the norm in this variant, while in the others they do. */
export const neverInVariant: SignalRule = {
  codes: ["NOOIT_IN_VARIANT"],
  kind: "test",
  find(analysis, norm) {
    const ofNorm = analysis.variants()[norm]!;
    const { variants, falseDiscoveryRate } = analysis.thresholds;
    return ofNorm.flatMap(({ counts, outcome }): Found[] => {
      if (counts.met > 0 || counts.judged < variants.judged || !isSaid(outcome) || outcome.q > falseDiscoveryRate) return [];
      const others = ofNorm.map((other) => other.counts).filter((other) => other !== counts);
      const evidence = { ...analysis.evidence(norm), variant: counts, others, test: outcome };
      return [{ signal: { code: "NOOIT_IN_VARIANT", evidence }, about: { variant: counts.variant }, subject: counts.variant }];
    });
  },
};
