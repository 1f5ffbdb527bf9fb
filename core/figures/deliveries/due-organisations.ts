import { compareCodePoints } from "../../scoring/code-points.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { type NextTest, nextTests } from "./next-tests.ts";

/** An organisation that is due within half a year, or was. */
export interface DueOrganisation extends NextTest {
  readonly state: Exclude<NextTest["state"], "later">;
}

export interface DueOfLabel {
  readonly label: string;
  /** With any full test under the label. */
  readonly organisations: number;
  /** Not due in the coming half-year. */
  readonly onTime: number;
  /** The longest overdue first. */
  readonly due: readonly DueOrganisation[];
}

/** Which organisations are due for a hertoets, or overdue, against the cycle of each label. */
export function dueOrganisations(counted: CountedScores): readonly DueOfLabel[] {
  return [...counted.labels.keys()].sort(compareCodePoints).map((label) => {
    const tests = nextTests(counted, label);
    const due = tests.filter(isDue);
    return { label, organisations: tests.length, onTime: tests.length - due.length, due };
  });
}

const isDue = (test: NextTest): test is DueOrganisation => test.state !== "later";
