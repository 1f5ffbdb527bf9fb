import { bodyDifference } from "./body-difference.ts";
import { countsOfView } from "./counts-of-view.ts";
import type { SignalRule } from "./found.ts";
import { neverInVariant } from "./never-in-variant.ts";
import { notDiscriminating } from "./not-discriminating.ts";
import { overlapping } from "./overlapping.ts";
import { reversed } from "./reversed.ts";
import { selfEvaluationDiffers } from "./self-evaluation-differs.ts";
import { trend } from "./trend.ts";

/** Every kind of signal of a view, in the order in which a norm's signals are listed. */
export const signalRules: readonly SignalRule[] = [
  countsOfView,
  neverInVariant,
  trend,
  bodyDifference,
  overlapping,
  notDiscriminating,
  reversed,
  selfEvaluationDiffers,
];
