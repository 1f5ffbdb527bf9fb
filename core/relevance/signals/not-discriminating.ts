import { isSaid } from "../outcome.ts";
import { aboutTheNorm, type SignalRule } from "./found.ts";

/** `ONDERSCHEIDT_NIET`: the score says next to nothing about how the organisation does on the other norms. */
export const notDiscriminating: SignalRule = {
  codes: ["ONDERSCHEIDT_NIET"],
  kind: "test",
  find(analysis, norm) {
    const test = analysis.discriminations()[norm]!;
    if (!isSaid(test) || test.upper >= analysis.thresholds.discrimination.below) return [];
    return [aboutTheNorm({ code: "ONDERSCHEIDT_NIET", evidence: { ...analysis.evidence(norm), test } })];
  },
};
