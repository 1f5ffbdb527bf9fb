import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { environmentFor } from "../access.ts";
import { portalAccess } from "../portal-access.ts";
import type { Stores } from "../storage-stack.ts";
import { DocumentedAlarm } from "./documented-alarm.ts";
import { functionRole } from "./function-role.ts";

export interface PortalFunctionProps {
  readonly stage: string;
  readonly code: Code;
  readonly stores: Stores;
  /** Names of the state machines whose executions are shown. */
  readonly machines: readonly string[];
  /** What the portal is told besides where its stores are: `functions/portal/settings.ts`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly alarms: ITopic;
}

/** Seconds. The heaviest page takes one; after this long nobody is waiting any more. API Gateway itself stops at 30. */
const TIME_LIMIT = 15;

/** The function that makes the pages. */
export class PortalFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: PortalFunctionProps) {
    super(scope, id);
    const { stage, stores, machines } = props;
    const logGroup = new LogGroup(this, "Log", {
      logGroupName: `/normenmonitor/${stage}/portal`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = functionRole(this, portalAccess, stores, logGroup);
    const { region, account } = role.stack;
    const arnOf = (kind: string, name: string) => `arn:aws:states:${region}:${account}:${kind}:${name}`;
    role.addToPolicy(
      new PolicyStatement({ actions: ["states:ListExecutions"], resources: machines.map((name) => arnOf("stateMachine", name)) }),
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ["states:StartExecution"],
        resources: machines.filter((name) => name.endsWith("relevance-review")).map((name) => arnOf("stateMachine", name)),
      }),
    );
    role.addToPolicy(
      // An administrator lets a failed one go on, with the input that it has.
      new PolicyStatement({
        actions: ["states:DescribeExecution", "states:RedriveExecution"],
        resources: machines.map((name) => `${arnOf("execution", name)}:*`),
      }),
    );
    Validations.of(role).acknowledge(
      ...machines.map((name) => ({
        id: `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:<AWS::AccountId>:execution:${name}:*]`,
        reason:
          "Executions get their names when they start; it is the executions of this one state machine: their outcome, and letting one that failed go on.",
      })),
    );

    this.function = new LambdaFunction(this, "Function", {
      functionName: `normenmonitor-${stage}-portal`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: "index.handler",
      // One whole CPU: a page that somebody waits for is bound by it, and so is the start.
      memorySize: 1769,
      timeout: Duration.seconds(TIME_LIMIT),
      role,
      logGroup,
      environment: {
        ...environmentFor(portalAccess, stores),
        ...props.environment,
        STATE_MACHINES: machines.map((name) => arnOf("stateMachine", name)).join(","),
        NODE_OPTIONS: "--enable-source-maps",
      },
    });
    new DocumentedAlarm(this, "Slow", {
      stage,
      name: "portal-near-time-limit",
      observed: `A page took more than 80% of the ${TIME_LIMIT} s that the portal has for it.`,
      failureMeans: "Somebody waits a quarter of a minute for a page, and the next time gets an error page instead.",
      metric: this.function.metricDuration({ period: Duration.minutes(5), statistic: "Maximum" }),
      threshold: 0.8 * TIME_LIMIT * 1000,
      topic: props.alarms,
    });
  }
}
