import { CfnParameter, Stack, type StackProps } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Code, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { EveryMorning } from "./constructs/every-morning.ts";
import { MailSending } from "./constructs/mail-sending.ts";
import { TaskFunction } from "./constructs/task-function.ts";
import type { Stage } from "./stages.ts";
import type { Stores } from "./storage-stack.ts";
import { notificationFunction } from "./task-functions.ts";

export interface MessagesStackProps extends StackProps {
  readonly stage: Stage;
  readonly stores: Stores;
  readonly userPoolId: string;
  /** Scheme and host of the portal, to which mails lead. */
  readonly portalOrigin: string;
  /** ARN of the topic of whoever is on duty. */
  readonly alarmsArn: string;
  readonly code: Code;
}

/** Mails to people: once a day what there is to tell. A stage without a sender runs it all the same, and says that it sends nothing. */
export class MessagesStack extends Stack {
  constructor(scope: Construct, id: string, props: MessagesStackProps) {
    super(scope, id, props);
    const { stage, stores, code, userPoolId } = props;
    const alarms = Topic.fromTopicArn(this, "Alarms", props.alarmsArn);
    const { function: sender } = new TaskFunction(this, "SendNotifications", {
      stage: stage.name,
      settings: notificationFunction,
      code,
      stores,
      alarms,
    });
    sender.addEnvironment("USER_POOL_ID", userPoolId);
    sender.addEnvironment("PORTAL_ORIGIN", props.portalOrigin);
    sender.addToRolePolicy(
      new PolicyStatement({
        actions: ["cognito-idp:ListUsersInGroup"],
        resources: [this.formatArn({ service: "cognito-idp", resource: "userpool", resourceName: userPoolId })],
      }),
    );
    // Default: so that schedule, queue and alarm keep the names that they were deployed under.
    new EveryMorning(this, "Default", {
      stage: stage.name,
      function: sender,
      description: "Tells people what there is to tell",
      alarmName: "notifications-failed",
      failureMeans:
        "Policy staff do not hear of new signals, certifying bodies not of tests that are due or late, and the committee not of norms to decide about, until a run succeeds.",
      alarms,
    });
    if (stage.mailsReach === "people") this.letSend(sender, stage, alarms);
  }

  /** Addresses are not in the repository, and a stage that should send cannot be deployed without them. */
  private letSend(sender: LambdaFunction, stage: Stage, alarms: ITopic): void {
    const address = (id: string, description: string) =>
      new CfnParameter(this, id, { description, allowedPattern: "[^@\\s<>]+@[^@\\s<>]+\\.[^@\\s<>]+" }).valueAsString;
    const identity = new CfnParameter(this, "MailIdentity", {
      description: "Domain or address that SES has verified and that MailSender belongs to",
      allowedPattern: "[^\\s/*]+",
    });
    new MailSending(this, "Mail", {
      stage: stage.name,
      function: sender,
      sender: address("MailSender", "Address that mails of this stage come from"),
      contact: address("MailContact", "Address at which somebody answers questions; it stands in every mail"),
      identity: identity.valueAsString,
      alarms,
    });
  }
}
