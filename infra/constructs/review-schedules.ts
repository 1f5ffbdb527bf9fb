import { TimeZone } from "aws-cdk-lib";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { REVIEW_DAY, REVIEW_MONTH } from "../../core/review/schedule.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
import { EveryMorning } from "./every-morning.ts";

export interface ReviewSchedulesProps {
  readonly stage: string;
  /** Of which a review is made every year. */
  readonly labels: readonly string[];
  /** relevance-review */
  readonly machine: IStateMachine;
  /** tend-reviews */
  readonly tend: LambdaFunction;
  readonly alarms: ITopic;
}

/** Starts the yearly review of each label, and every morning closes those whose last day has passed. */
export class ReviewSchedules extends Construct {
  constructor(scope: Construct, id: string, { stage, labels, machine, tend, alarms }: ReviewSchedulesProps) {
    super(scope, id);
    const undelivered = new DeadLetterQueue(this, "Undelivered", {
      stage,
      alarmName: "review-schedule-undelivered",
      failureMeans: "A yearly relevance review was not started: the committee has nothing to decide on.",
      alarms,
    });
    for (const label of labels) {
      new Schedule(this, `Yearly${label}`, {
        description: `The yearly relevance review of ${label}`,
        schedule: ScheduleExpression.cron({
          day: String(REVIEW_DAY),
          month: String(REVIEW_MONTH),
          hour: "6",
          minute: "0",
          timeZone: TimeZone.of("Europe/Amsterdam"),
        }),
        target: new StepFunctionsStartExecution(machine, {
          input: ScheduleTargetInput.fromObject({ label, scheduledAt: ContextAttribute.scheduledTime }),
          deadLetterQueue: undelivered.queue,
        }),
      });
    }
    new EveryMorning(this, "Tend", {
      stage,
      function: tend,
      description: "Closes relevance reviews whose last day has passed",
      alarmName: "tend-reviews-failed",
      failureMeans: "Relevance reviews whose last day has passed stay open until a round succeeds.",
      alarms,
    });
  }
}
