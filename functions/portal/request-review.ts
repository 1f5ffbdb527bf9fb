import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { reviewId } from "../../core/review/review.ts";
import type { ReviewDesk } from "../../portal/reviews.ts";
import type { ReviewRequest } from "../../workflows/contracts.ts";

/** Starts relevance-review. Named after the review: asked for twice, it is one execution. A name is given once, so trying again has its own, by the minute. */
export async function requestReview(
  machine: string,
  { label, referenceDate, by, retry }: Parameters<ReviewDesk["request"]>[0],
  now: () => number,
): Promise<void> {
  const request: ReviewRequest = { label, referenceDate, ...(by && { requestedBy: by }), ...(retry && { takeOver: true }) };
  const id = reviewId(label, referenceDate);
  const name = retry ? `${id}-${Math.floor(now() / MS_PER_MINUTE)}` : id;
  const client = new SFNClient({});
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify(request) }));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  } finally {
    client.destroy();
  }
}

const MS_PER_MINUTE = 60_000;
