import { Duration, Stack } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from "aws-cdk-lib/aws-ses";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { DocumentedAlarm } from "./documented-alarm.ts";

export interface MailSendingProps {
  readonly stage: string;
  readonly function: LambdaFunction;
  readonly sender: string;
  readonly contact: string;
  /** Verified in SES. */
  readonly identity: string;
  readonly alarms: ITopic;
}

const PERIOD = Duration.hours(1);

/**
 * Lets a function send mails from one address, and calls somebody when a mail does not arrive. Bounces are counted, not passed on: an event of SES has the
 * address in it, and an alarm does not need to know whose it is.
 */
export class MailSending extends Construct {
  constructor(scope: Construct, id: string, { stage, function: sending, sender, contact, identity, alarms }: MailSendingProps) {
    super(scope, id);
    const name = `normenmonitor-${stage}`;
    const set = new ConfigurationSet(this, "ConfigurationSet", {
      configurationSetName: name,
      // Names of organisations are in the mails: they travel encrypted or not at all.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    set.addEventDestination("Count", {
      destination: EventDestination.cloudWatchDimensions([
        { source: CloudWatchDimensionSource.MESSAGE_TAG, name: DIMENSION, defaultValue: name },
      ]),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    for (const [variable, value] of Object.entries({
      MAIL_SENDER: sender,
      MAIL_CONTACT: contact,
      MAIL_CONFIGURATION_SET: set.configurationSetName,
    })) {
      sending.addEnvironment(variable, value);
    }
    const arn = (resource: string, resourceName: string) => Stack.of(this).formatArn({ service: "ses", resource, resourceName });
    sending.addToRolePolicy(
      new PolicyStatement({
        actions: ["ses:SendEmail"],
        resources: [arn("identity", identity), arn("configuration-set", set.configurationSetName)],
        conditions: { StringEquals: { "ses:FromAddress": sender } },
      }),
    );
    this.watch(stage, name, sending, alarms);
  }

  private watch(stage: string, set: string, sending: LambdaFunction, topic: ITopic): void {
    const refused = new MetricFilter(this, "Refused", {
      logGroup: sending.logGroup,
      metricNamespace: "Normenmonitor",
      metricName: `${set}-mails-refused`,
      filterPattern: FilterPattern.stringValue("$.message", "=", "mail refused"),
    }).metric({ period: PERIOD, statistic: "Sum" });
    const counted = (metricName: string) =>
      new Metric({ namespace: "AWS/SES", metricName, dimensionsMap: { [DIMENSION]: set }, period: PERIOD, statistic: "Sum" });
    new DocumentedAlarm(this, "NotArriving", {
      stage,
      name: "mails-not-arriving",
      observed: "SES refused a mail, or a mail bounced, or somebody called one spam.",
      failureMeans: "Somebody does not get messages any more, and nobody but this alarm says so.",
      metric: new MathExpression({
        label: "mails that did not arrive",
        expression: "FILL(refused, 0) + FILL(bounced, 0) + FILL(complained, 0) + FILL(rejected, 0)",
        usingMetrics: { refused, bounced: counted("Bounce"), complained: counted("Complaint"), rejected: counted("Reject") },
        period: PERIOD,
      }),
      threshold: 1,
      topic,
    });
  }
}

/** SES puts this tag on every mail that goes by a configuration set. Source: Amazon SES Developer Guide, "Set up a CloudWatch event destination". */
const DIMENSION = "ses:configuration-set";
