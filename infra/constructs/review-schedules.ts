import { type CfnElement, Stack, TimeZone, Validations } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke, StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { REVIEW_DAY, REVIEW_MONTH } from "../../core/review/schedule.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";

export interface ReviewSchedulesProps {
  readonly stage: string;
  /** Of which a review is made every year. */
  readonly labels: readonly string[];
  /** relevance-review */
  readonly machine: IStateMachine;
  /** tend-reviews */
  readonly tend: IFunction;
  readonly alarms: ITopic;
}

const inTheNetherlands = TimeZone.of("Europe/Amsterdam");

/** Starts the yearly review of each label, and looks after the open ones every morning. */
export class ReviewSchedules extends Construct {
  constructor(scope: Construct, id: string, { stage, labels, machine, tend, alarms }: ReviewSchedulesProps) {
    super(scope, id);
    const undelivered = new DeadLetterQueue(this, "Undelivered", {
      stage,
      alarmName: "review-schedule-undelivered",
      failureMeans: "A yearly relevance review was not started, or open reviews are not closed and nobody is reminded of them.",
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
          timeZone: inTheNetherlands,
        }),
        target: new StepFunctionsStartExecution(machine, {
          input: ScheduleTargetInput.fromObject({ label, scheduledAt: ContextAttribute.scheduledTime }),
          deadLetterQueue: undelivered.queue,
        }),
      });
    }
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(tend.node.defaultChild as CfnElement)}.Arn>:*]`,
      reason: "Versions and aliases of the one function that is called: CDK grants the right to call a function so.",
    });
    new Schedule(this, "Daily", {
      description: "Looks after the open relevance reviews",
      schedule: ScheduleExpression.cron({ hour: "7", minute: "0", timeZone: inTheNetherlands }),
      target: new LambdaInvoke(tend, { input: ScheduleTargetInput.fromObject({}), role, deadLetterQueue: undelivered.queue }),
    });
  }
}
