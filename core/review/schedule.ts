import { type Day, dayOf, yearOf } from "../calendar.ts";
import { type Review, reviewId } from "./review.ts";

/**
 * When the review of a year is made, and as of when. The reference date is the last day of the year before; a month later the bodies have delivered
 * the reports of its second half-year. `infra/` schedules it from the same values.
 */
export const REVIEW_MONTH = 2;
export const REVIEW_DAY = 1;

/** The yearly reference date that was complete on a day: 31 December, from 1 February on that of the year before. */
export function yearlyReferenceDay(day: Day): Day {
  const year = yearOf(day);
  const made = dayOf(year, REVIEW_MONTH, REVIEW_DAY)!;
  return dayOf(day >= made ? year - 1 : year - 2, 12, 31)!;
}

/** Labels whose review of the latest yearly reference date was not made: what a schedule missed. `referenceDate` is that date, `jjjj-mm-dd`. */
export const missedReviews = (
  labels: readonly string[],
  reviews: readonly Pick<Review, "id">[],
  referenceDate: string,
): readonly string[] => labels.filter((label) => !reviews.some(({ id }) => id === reviewId(label, referenceDate)));
