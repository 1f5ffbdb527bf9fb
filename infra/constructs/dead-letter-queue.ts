import { Duration, Validations } from "aws-cdk-lib";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DocumentedAlarm } from "./documented-alarm.ts";

export interface DeadLetterQueueProps {
  readonly stage: string;
  /** Name of the alarm, and its heading in the runbook. */
  readonly alarmName: string;
  /** What it means for a person that a message is here. */
  readonly failureMeans: string;
  readonly alarms: ITopic;
}

/** Holds what could not be delivered until a person has looked, and calls that person at the first message. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, "Queue", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // The longest that SQS offers: a holiday fits in.
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "This is a dead-letter queue itself, of an EventBridge rule or schedule; the check only knows those of other queues.",
    });
    new DocumentedAlarm(this, "Alarm", {
      stage: props.stage,
      name: props.alarmName,
      observed: "A message lies in the dead-letter queue.",
      failureMeans: props.failureMeans,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: "Maximum" }),
      threshold: 1,
      topic: props.alarms,
    });
  }
}
