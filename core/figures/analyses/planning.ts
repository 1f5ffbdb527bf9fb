import { type Day, isoDay, yearOf } from "../../calendar.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { type NextTest, nextTests } from "../deliveries/next-tests.ts";
import type { CountedScores } from "../selected/counted-scores.ts";

/** A quarter as a number that counts on: 4 × year, and 0 to 3. */
export type Quarter = number;

export interface LabelPlan {
  readonly label: string;
  /** Cycles of the frameworks by which its organisations were last tested, in years; the shortest first. */
  readonly cycles: readonly number[];
  /** Every organisation with a full test under the label; the earliest due first. */
  readonly tests: readonly NextTest[];
  /** Due before the reference date: late, and stayed away. */
  readonly overdue: number;
  readonly away: number;
  /** Organisations that are due in each of `Planning.quarters`, from the reference date on. */
  readonly perQuarter: readonly number[];
}

export interface Planning {
  readonly referenceDay: Day;
  /** From the quarter of the reference date to the last in which an organisation is due, without gaps. */
  readonly quarters: readonly Quarter[];
  /** Labels with a full test, in code-point order. */
  readonly labels: readonly LabelPlan[];
}

/** When which organisations are due for their next test, per label, by the cycle of the framework of their last one. */
export function planning(counted: CountedScores): Planning {
  const { referenceDay } = counted;
  const labels = [...counted.labels.keys()]
    .sort(compareCodePoints)
    .map((label) => ({ label, tests: nextTests(counted, label) }))
    .filter(({ tests }) => tests.length > 0);
  const first = quarterOf(referenceDay);
  const last = Math.max(first, ...labels.flatMap(({ tests }) => tests.map(({ due }) => quarterOf(due))));
  const quarters = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    referenceDay,
    quarters,
    labels: labels.map(({ label, tests }): LabelPlan => {
      const ahead = tests.filter(({ state }) => state === "later" || state === "soon");
      return {
        label,
        cycles: [...new Set(tests.map(({ cycleYears }) => cycleYears))].sort((a, b) => a - b),
        tests,
        overdue: tests.filter(({ state }) => state === "overdue").length,
        away: tests.filter(({ state }) => state === "away").length,
        perQuarter: quarters.map((quarter) => ahead.filter(({ due }) => quarterOf(due) === quarter).length),
      };
    }),
  };
}

export const quarterOf = (day: Day): Quarter => yearOf(day) * 4 + Math.floor((Number(isoDay(day).slice(5, 7)) - 1) / 3);

/** `2027-K1`: the K is that of kwartaal, as the H of half-years is that of halfjaar. */
export const quarterName = (quarter: Quarter): string => `${Math.floor(quarter / 4)}-K${(quarter % 4) + 1}`;
