import type { CountEvidence, SignalOf } from "../signal.ts";
import type { Thresholds } from "../thresholds.ts";

/** `TE_WEINIG_GEGEVENS`: fewer judged organisations than a conclusion about anything needs. */
export const tooFewData = (evidence: CountEvidence, { enoughToSpeak }: Thresholds): SignalOf<"TE_WEINIG_GEGEVENS"> | undefined =>
  evidence.judged < enoughToSpeak ? { code: "TE_WEINIG_GEGEVENS", evidence } : undefined;
