import { Duration, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DeadLetterQueue } from "./dead-letter-queue.ts";

export interface EveryMorningProps {
  readonly stage: string;
  readonly function: LambdaFunction;
  /** What it does, in a sentence. */
  readonly description: string;
  /** Name of the alarm of a morning that failed, and its heading in the runbook. */
  readonly alarmName: string;
  /** What it means for a person when a morning fails. */
  readonly failureMeans: string;
  readonly alarms: ITopic;
}

/** Starts a function at seven in Dutch time, before people open their mail, in summer as well; a morning on which it was not started or failed calls a person. */
export class EveryMorning extends Construct {
  constructor(scope: Construct, id: string, { stage, function: started, description, alarmName, failureMeans, alarms }: EveryMorningProps) {
    super(scope, id);
    const { queue } = new DeadLetterQueue(this, "Failed", { stage, alarmName, failureMeans, alarms });
    // Lambda takes the start and runs later: what fails then comes to the queue by this way, what could not be started by the schedule.
    started.configureAsyncInvoke({ onFailure: new SqsDestination(queue), retryAttempts: 2, maxEventAge: Duration.hours(1) });
    new Schedule(this, "Daily", {
      description,
      schedule: ScheduleExpression.cron({ minute: "0", hour: "7", timeZone: TimeZone.of("Europe/Amsterdam") }),
      target: {
        bind: () => ({
          arn: started.functionArn,
          role: this.starter(started, queue),
          input: ScheduleTargetInput.fromObject({}),
          deadLetterConfig: { arn: queue.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: Duration.hours(1).toSeconds(), maximumRetryAttempts: 3 },
        }),
      },
    });
  }

  /** May start this one function and nothing else; the target that CDK offers may start every version of it as well. */
  private starter(started: LambdaFunction, failed: IQueue): Role {
    const role = new Role(this, "Starter", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [started.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [failed.queueArn] }));
    return role;
  }
}
