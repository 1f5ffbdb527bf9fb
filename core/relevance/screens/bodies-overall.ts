import { isJudgement } from "../../judgement.ts";
import { type KruskalWallis, kruskalWallis } from "../../statistics/kruskal-wallis.ts";
import { notYet, type Outcome } from "../outcome.ts";
import type { ViewMatrix } from "../view-matrix.ts";

/**
 * Do the organisations of one body meet more of the norms than those of another? It cannot tell a strict body from weak clients, and
 * so is never a signal: it is shown with that warning.
 */
export interface BodiesOverall extends KruskalWallis {
  /** `meanShare`: mean over its organisations of the share of the judged norms that they meet; a fraction. */
  readonly bodies: readonly { readonly code: string; readonly organisations: number; readonly meanShare: number }[];
}

/** @param rows the current report of each organisation. */
export function bodiesOverall(matrix: ViewMatrix, rows: Uint32Array): Outcome<BodiesOverall> {
  const shares: number[][] = matrix.bodies.map(() => []);
  for (const row of rows) {
    const share = shareMet(matrix, row);
    if (share !== null) shares[matrix.body[row]!]!.push(share);
  }
  const bodies = shares.flatMap((ofBody, body) =>
    ofBody.length === 0
      ? []
      : [{ code: matrix.bodies[body]!, organisations: ofBody.length, meanShare: ofBody.reduce((a, b) => a + b, 0) / ofBody.length }],
  );
  if (bodies.length === 0) return notYet({ because: "nothingJudged" });
  if (bodies.length === 1) return notYet({ because: "oneBody" });
  const test = kruskalWallis(shares);
  return test ? { ...test, bodies } : notYet({ because: "noVariation" });
}

function shareMet({ scores, width }: ViewMatrix, row: number): number | null {
  let met = 0;
  let judged = 0;
  for (let at = row * width; at < (row + 1) * width; at++) {
    if (!isJudgement(scores[at]!)) continue;
    judged++;
    if (scores[at] === 2) met++;
  }
  return judged === 0 ? null : met / judged;
}
