import { Duration, RemovalPolicy, Size, Validations } from "aws-cdk-lib";
import { Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, type Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { type Access, environmentFor, statementsFor } from "../access.ts";
import type { Stores } from "../storage-stack.ts";
import type { TaskFunctionSettings } from "../task-functions.ts";
import { DocumentedAlarm } from "./documented-alarm.ts";

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
      role: this.roleFor(settings.access, stores, logGroup),
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

  private roleFor(access: readonly Access[], stores: Stores, logGroup: LogGroup): Role {
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const statement of access.flatMap((one) => statementsFor(one, stores))) role.addToPolicy(statement);
    for (const one of access) this.acknowledgeObjects(role, one, stores);
    return role;
  }

  /** Objects have no name at deployment: a prefix of one bucket is the narrowest that IAM can say. */
  private acknowledgeObjects(role: Role, access: Access, stores: Stores): void {
    if (access.to === "table") return;
    const exported = (role.stack.resolve(stores[access.to].arn) as { readonly "Fn::ImportValue": string })["Fn::ImportValue"];
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${exported}/${access.under ?? ""}*]`,
      reason: `Keys of objects in ${access.to} are not known at deployment; it is one bucket${access.under ? `, under ${access.under}` : ""}.`,
    });
  }
}
