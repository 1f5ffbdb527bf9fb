import { DescribeExecutionCommand, ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { reviewId } from "../../core/review/review.ts";
import type { ReviewDesk } from "../../portal/reviews.ts";
import type { ReviewRequest } from "../../workflows/contracts.ts";

interface Asking {
  /** ARN of relevance-review. */
  readonly machine: string;
  /** Is there such a review, in whatever state? */
  exists(review: string): Promise<boolean>;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Starts relevance-review, in an execution named after the review: asked for twice, it is one. A name is given once in 90 days, so trying again has one
 * of its own, by the minute; so has asking for a review whose execution failed before there was one.
 */
export async function requestReview(
  { machine, exists, now }: Asking,
  { label, referenceDate, by, retry }: Parameters<ReviewDesk["request"]>[0],
): Promise<void> {
  const request: ReviewRequest = { label, referenceDate, ...(by && { requestedBy: by }), ...(retry && { takeOver: true }) };
  const id = reviewId(label, referenceDate);
  const again = `${id}-${Math.floor(now() / MS_PER_MINUTE)}`;
  const client = new SFNClient({});
  /** False: there is one of that name. */
  const start = async (name: string): Promise<boolean> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify(request) }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return false;
      throw error;
    }
  };
  const isRunning = async (name: string): Promise<boolean> => {
    const executionArn = `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
    return (await client.send(new DescribeExecutionCommand({ executionArn }))).status === "RUNNING";
  };
  try {
    if (await start(retry ? again : id)) return;
    if (!retry && !(await exists(id)) && !(await isRunning(id))) await start(again);
  } finally {
    client.destroy();
  }
}

const MS_PER_MINUTE = 60_000;
