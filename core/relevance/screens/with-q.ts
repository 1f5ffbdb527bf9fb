import { benjaminiHochberg } from "../../statistics/benjamini-hochberg.ts";
import { isSaid, type Outcome } from "../outcome.ts";

/** A test before the family it belongs to is known. */
export interface Tested {
  /** Fraction. */
  readonly p: number;
}

export type WithQ<Test extends Tested> = Test & {
  /** Benjamini-Hochberg over all tests of one kind in one view that could be made. */
  readonly q: number;
};

/** Gives every test of a family its q-value; tests that could not be made do not count in m. */
export function withQ<Test extends Tested>(outcomes: readonly Outcome<Test>[]): Outcome<WithQ<Test>>[] {
  const q = benjaminiHochberg(outcomes.map((outcome) => (isSaid(outcome) ? outcome.p : null)));
  return outcomes.map((outcome, i) => (isSaid(outcome) ? { ...outcome, q: q[i]! } : outcome));
}
