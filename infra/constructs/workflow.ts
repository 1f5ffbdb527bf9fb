import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { DocumentedAlarm } from "./documented-alarm.ts";

export interface WorkflowProps {
  readonly stage: string;
  /** The state machine, as it opens in Workflow Studio: `workflows/<name>.asl.json`. */
  readonly file: string;
  /** Value of each `${Name}` in the file; exactly those. */
  readonly substitutions: Readonly<Record<string, string>>;
  /** What its tasks call. */
  readonly permissions: readonly PolicyStatement[];
  /** State machines whose executions it starts and waits for. */
  readonly waitsFor?: readonly Workflow[];
  /** What a failed execution means for a person. */
  readonly failureMeans: string;
  readonly alarms: ITopic;
}

/** A state machine from its file, with the right to do what its tasks do, its log, its trace and an alarm when an execution fails. */
export class Workflow extends Construct {
  readonly machine: StateMachine;
  readonly name: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    this.name = basename(props.file, ".asl.json");
    const machineName = `normenmonitor-${props.stage}-${this.name}`;
    const definition = readFileSync(props.file, "utf8");
    sameNames(props.file, definition, props.substitutions);

    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
    for (const statement of props.permissions) role.addToPolicy(statement);
    if (isDistributed(definition)) allowDistributedMap(role, machineName);
    for (const { name, machine } of props.waitsFor ?? []) {
      allowStartAndWait(role, `normenmonitor-${props.stage}-${name}`, machine.stateMachineArn);
    }
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray and the delivery of logs know no resources: Step Functions documents these actions for all of them.",
    });
    this.machine = new StateMachine(this, "Machine", {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: { ...props.substitutions },
      role,
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, "Log", {
          // Under this prefix the log needs no place in the account's one resource policy, which has a size limit.
          logGroupName: `/aws/vendedlogs/states/${machineName}`,
          retention: RetentionDays.THIRTEEN_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        // Every transition, so that what happened can be followed after the 90 days of the execution history ...
        level: LogLevel.ALL,
        // ... and no input or output, which name files and could one day name more.
        includeExecutionData: false,
      },
    });

    const period = Duration.minutes(5);
    new DocumentedAlarm(this, "Failed", {
      stage: props.stage,
      name: `${this.name}-failed`,
      observed: `An execution of ${this.name} failed or ran out of time, after its retries.`,
      failureMeans: props.failureMeans,
      metric: new MathExpression({
        label: "failed executions",
        expression: "FILL(failed, 0) + FILL(timedOut, 0)",
        usingMetrics: { failed: this.machine.metricFailed({ period }), timedOut: this.machine.metricTimedOut({ period }) },
        period,
      }),
      threshold: 1,
      topic: props.alarms,
    });
  }
}

/** Throws when the file and the code do not name the same substitutions: CloudFormation would pass a forgotten one on as it stands. */
function sameNames(file: string, definition: string, substitutions: Readonly<Record<string, string>>): void {
  const asked = new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name!));
  const given = new Set(Object.keys(substitutions));
  const missing = [...asked].filter((name) => !given.has(name));
  const unused = [...given].filter((name) => !asked.has(name));
  if (missing.length > 0) throw new Error(`${file} asks for ${missing.join(", ")}, which is not given`);
  if (unused.length > 0) throw new Error(`${file} does not use ${unused.join(", ")}`);
}

const isDistributed = (definition: string): boolean => /"Mode"\s*:\s*"DISTRIBUTED"/.test(definition);

/** Source: Step Functions, "IAM policies for starting Step Functions workflow executions", Run a Job (.sync). The rule is made and owned by Step Functions. */
function allowStartAndWait(role: Role, name: string, arn: string): void {
  const { region, account } = Stack.of(role);
  const rule = `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`;
  const executions = `arn:aws:states:${region}:${account}:execution:${name}:*`;
  role.addToPolicy(new PolicyStatement({ actions: ["states:StartExecution"], resources: [arn] }));
  role.addToPolicy(new PolicyStatement({ actions: ["states:DescribeExecution", "states:StopExecution"], resources: [executions] }));
  role.addToPolicy(new PolicyStatement({ actions: ["events:PutTargets", "events:PutRule", "events:DescribeRule"], resources: [rule] }));
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:<AWS::AccountId>:execution:${name}:*]`,
    reason: "Executions get their names when they start; it is those of the one state machine that is waited for.",
  });
}

/**
 * A distributed map starts its items as executions of its own state machine. The ARN is put together from the name: a reference
 * would go round in a circle (machine → role → machine). Source: Step Functions, "IAM policies for using Distributed Map states".
 */
function allowDistributedMap(role: Role, machineName: string): void {
  const { region, account } = Stack.of(role);
  const machine = `arn:aws:states:${region}:${account}:stateMachine:${machineName}`;
  const executions = `arn:aws:states:${region}:${account}:execution:${machineName}`;
  role.addToPolicy(new PolicyStatement({ actions: ["states:StartExecution"], resources: [machine] }));
  role.addToPolicy(new PolicyStatement({ actions: ["states:DescribeExecution", "states:StopExecution"], resources: [`${executions}:*`] }));
  role.addToPolicy(new PolicyStatement({ actions: ["states:RedriveExecution"], resources: [`${executions}/*`] }));

  const asChecked = `arn:aws:states:${region}:<AWS::AccountId>:execution:${machineName}`;
  const reason = "Executions of the distributed map get their names when they start; it is this state machine only.";
  Validations.of(role).acknowledge(
    { id: `AwsSolutions-IAM5[Resource::${asChecked}:*]`, reason },
    { id: `AwsSolutions-IAM5[Resource::${asChecked}/*]`, reason },
  );
}
