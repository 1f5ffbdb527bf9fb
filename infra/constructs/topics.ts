import { Aws, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/**
 * The two topics people listen to: what the policy staff should know, and what whoever is on duty must act on. Encrypted with
 * one key of our own, since CloudWatch cannot publish to a topic under the key of SNS (its key policy cannot be changed).
 */
export class Topics extends Construct {
  readonly policyStaff: Topic;
  readonly alarms: Topic;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { readonly stage: string }) {
    super(scope, id);
    this.key = new Key(this, "Key", {
      description: `normenmonitor ${props.stage}: messages to people`,
      enableKeyRotation: true,
      // A message is sent on within seconds: nothing is stored under this key that its deletion could make unreadable.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.policyStaff = new Topic(this, "PolicyStaff", {
      displayName: "Normenmonitor",
      masterKey: this.key,
      enforceSSL: true,
    });
    this.alarms = new Topic(this, "Alarms", {
      displayName: `Normenmonitor ${props.stage}: storing`,
      masterKey: this.key,
      enforceSSL: true,
    });

    const cloudWatch = new ServicePrincipal("cloudwatch.amazonaws.com");
    const fromThisAccount = { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } };
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"], // in a key policy: this key
        conditions: fromThisAccount,
      }),
    );
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ["sns:Publish"],
        resources: [this.alarms.topicArn],
        conditions: fromThisAccount,
      }),
    );
  }

  /** What somebody needs who tells the policy staff something: SNS encrypts in the name of whoever publishes. */
  publishToPolicyStaff(): PolicyStatement[] {
    return [
      new PolicyStatement({ actions: ["sns:Publish"], resources: [this.policyStaff.topicArn] }),
      new PolicyStatement({ actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [this.key.keyArn] }),
    ];
  }
}
