import type { ShareDifference } from "../core/statistics/share-difference.ts";
import { decimal, number } from "./format.ts";
import { say } from "./language.tsx";

/**
 * A difference of two fractions in percentage points: 0.124 → "+12", -0.03 → "−3". Near nought one decimal tells on which side of it a limit
 * lies: -0.002 → "−0,2".
 */
export function points(difference: number): string {
  const size = Math.abs(difference) * 100;
  if (size < 0.05) return "0";
  return `${difference < 0 ? "−" : "+"}${size < 0.95 ? decimal(size) : number(Math.round(size))}`;
}

/** "+12 procentpunt (95%-interval −3 tot +27)" */
export const differenceWords = ({ difference, interval }: ShareDifference): string =>
  say(
    `${points(difference)} procentpunt (95%-interval ${points(interval.lower)} tot ${points(interval.upper)})`,
    `${points(difference)} percentage points (95% interval ${points(interval.lower)} to ${points(interval.upper)})`,
  );

/** The same in a cell of a table that is headed by what it is. */
export function Difference({ value }: { readonly value: ShareDifference | null }) {
  if (value === null) return <span class="quiet">–</span>;
  return (
    <>
      {points(value.difference)}
      <small>
        {points(value.interval.lower)} {say("tot", "to")} {points(value.interval.upper)}
      </small>
    </>
  );
}
