import { amsterdamDay, isoDay } from "../calendar.ts";
import type { DecisionRegister } from "../decisions.ts";
import type { CatalogueStore } from "../ports.ts";
import { closeReview } from "./progress.ts";
import { isPastDeadline, type ReviewRegister } from "./review.ts";

/**
 * What is done with reviews every day: those whose last day has passed are closed as they are. Twice a day, or after days in which it did not run: the same.
 *
 * @param now ISO 8601
 * @returns ids of the reviews that it closed.
 */
export async function tendReviews(
  {
    reviews,
    decisions,
    catalogues,
  }: {
    readonly reviews: ReviewRegister;
    readonly decisions: DecisionRegister;
    readonly catalogues: CatalogueStore;
  },
  now: string,
): Promise<readonly string[]> {
  const today = isoDay(amsterdamDay(now));
  const past = (await reviews.list()).filter((review) => isPastDeadline(review, today));
  if (past.length === 0) return [];
  const [list, catalogue] = await Promise.all([decisions.list(), catalogues.current()]);
  const closed: string[] = [];
  for (const review of past) {
    const outcome = await closeReview(reviews, { review, decisions: list, catalogue, by: null, now });
    if (outcome === "closed") closed.push(review.id);
  }
  return closed;
}
