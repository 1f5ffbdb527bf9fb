import type { SignalEvidence } from "../signal.ts";
import { en, nl, type Sentence } from "./words.ts";

export function selfEvaluationDiffers({ test }: SignalEvidence["ZELFEVALUATIE_WIJKT_AF"]): Sentence {
  const higher = test.selfHigher > test.selfLower;
  return {
    nl: `Organisaties schatten zichzelf hier ${higher ? "hoger" : "lager"} in dan de auditor: ${nl(test.selfHigher)} hoger, ${nl(test.selfLower)} lager, ${nl(test.same)} gelijk.`,
    en: `Organisations judge themselves ${higher ? "higher" : "lower"} here than the auditor does: ${en(test.selfHigher)} higher, ${en(test.selfLower)} lower, ${en(test.same)} the same.`,
  };
}
