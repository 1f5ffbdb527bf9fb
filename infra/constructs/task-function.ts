import { Duration, RemovalPolicy, Size } from "aws-cdk-lib";
import { Architecture, type Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { environmentFor } from "../access.ts";
import type { Stores } from "../storage-stack.ts";
import type { TaskFunctionSettings } from "../task-functions.ts";
import { DocumentedAlarm } from "./documented-alarm.ts";
import { functionRole } from "./function-role.ts";

export interface TaskFunctionProps {
  readonly stage: string;
  readonly settings: TaskFunctionSettings;
  readonly code: Code;
  /** For functions that make figures, which rest on it. Others do without: they would be deployed whenever it changes. */
  readonly codeVersion?: string;
  readonly stores: Stores;
  readonly alarms: ITopic;
}

/**
 * A function that is one task of a state machine: its role may do what its access says and write its own log, nothing else.
 * Its errors have no alarm: a fault is retried by the state machine, and one that stays fails the execution, which has one.
 * What has an alarm is a call that comes near its time limit, since the next larger file then fails.
 */
export class TaskFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: TaskFunctionProps) {
    super(scope, id);
    const { stage, settings, stores } = props;

    const logGroup = new LogGroup(this, "Log", {
      logGroupName: `/normenmonitor/${stage}/${settings.name}`,
      // Until after the next yearly review. Nothing in it is a record: those are in the table and in the receipts.
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    this.function = new LambdaFunction(this, "Function", {
      functionName: `normenmonitor-${stage}-${settings.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: "index.handler",
      memorySize: settings.memory,
      timeout: Duration.seconds(settings.timeout),
      ...(settings.disk ? { ephemeralStorageSize: Size.mebibytes(settings.disk) } : {}),
      role: functionRole(this, settings.access, stores, logGroup),
      logGroup,
      environment: {
        ...environmentFor(settings.access, stores),
        NODE_OPTIONS: "--enable-source-maps",
        ...(props.codeVersion ? { CODE_VERSION: props.codeVersion } : {}),
      },
    });

    new DocumentedAlarm(this, "Alarm", {
      stage,
      name: `${settings.name}-near-time-limit`,
      observed: `A call of ${settings.name} used more than 80% of its ${settings.timeout} s.`,
      failureMeans: settings.failureMeans,
      metric: this.function.metricDuration({ period: Duration.minutes(5), statistic: "Maximum" }),
      threshold: 0.8 * settings.timeout * 1000,
      topic: props.alarms,
    });
  }
}
