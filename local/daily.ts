import { amsterdamDay, isoDay } from "../core/calendar.ts";
import { missedReviews, yearlyReferenceDay } from "../core/review/schedule.ts";
import type { Stack } from "./stack.ts";

/**
 * What schedules do on AWS: makes the yearly review of each label that has reports, where it was not made yet (this machine may have been off), and tends the
 * reviews that are open. Does the same twice.
 */
export async function daily(stack: Stack, labels: readonly string[], now: string): Promise<void> {
  const referenceDate = isoDay(yearlyReferenceDay(amsterdamDay(now)));
  for (const label of missedReviews(labels, await stack.reviews.list(), referenceDate)) {
    const { executionArn } = await stack.workflows.start("relevance-review", { label, scheduledAt: now });
    await stack.workflows.wait(executionArn);
  }
  await stack.tasks["tend-reviews"]?.({});
}
