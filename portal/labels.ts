import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import { compareCodePoints } from "../core/scoring/code-points.ts";

/** The labels of the catalogue, in code-point order. */
export const labelsOf = ({ catalogue }: Pick<CountedScores, "catalogue">): readonly string[] =>
  [...new Set(catalogue.frameworks.map(({ label }) => label))].sort(compareCodePoints);
