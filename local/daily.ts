import { amsterdamDay, isoDay } from "../core/calendar.ts";
import { missedReviews, yearlyReferenceDay } from "../core/review/schedule.ts";
import type { Stack } from "./stack.ts";

/** What schedules do on AWS, every day at seven. People hear of what there is also when a review could not be made. Does the same twice. */
export async function daily(stack: Stack, labels: readonly string[], now: string): Promise<void> {
  try {
    await lookAfterReviews(stack, labels, now);
  } finally {
    await stack.tasks["send-notifications"]?.({});
  }
}

/**
 * Makes the yearly review of each label that has reports, where it was not made yet (this machine may have been off), and tends the
 * reviews that are open.
 */
async function lookAfterReviews(stack: Stack, labels: readonly string[], now: string): Promise<void> {
  const referenceDate = isoDay(yearlyReferenceDay(amsterdamDay(now)));
  for (const label of missedReviews(labels, await stack.reviews.list(), referenceDate)) {
    const { executionArn } = await stack.workflows.start("relevance-review", { label, scheduledAt: now });
    await stack.workflows.wait(executionArn);
  }
  await stack.tasks["tend-reviews"]?.({});
}
