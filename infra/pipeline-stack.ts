import { join } from "node:path";
import { CfnParameter, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { ComparisonOperator } from "aws-cdk-lib/aws-cloudwatch";
import { Rule } from "aws-cdk-lib/aws-events";
import { SfnStateMachine } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { StepFunctionsStartExecution } from "aws-cdk-lib/aws-scheduler-targets";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { DeadLetterQueue } from "./constructs/dead-letter-queue.ts";
import { DocumentedAlarm } from "./constructs/documented-alarm.ts";
import { MalwareAlarms } from "./constructs/malware-alarms.ts";
import { VALIDATION_OBJECT } from "./constructs/malware-protection.ts";
import { ReviewSchedules } from "./constructs/review-schedules.ts";
import { TaskFunction } from "./constructs/task-function.ts";
import { Topics } from "./constructs/topics.ts";
import { Workflow } from "./constructs/workflow.ts";
import type { Stage } from "./stages.ts";
import type { Stores } from "./storage-stack.ts";
import { type FunctionName, scoringFunctions, taskFunctions } from "./task-functions.ts";

export interface PipelineStackProps extends StackProps {
  readonly stage: Stage;
  readonly stores: Stores;
  /** Id of the plan by which deliveries are scanned for malware. */
  readonly malwarePlanId: string;
  /** Folder with `workflows/`. */
  readonly root: string;
  readonly code: (name: FunctionName) => Code;
  readonly codeVersion: string;
}

/** Everything that works: functions, state machines, what starts them and whom they tell. May be torn down and built up again. */
export class PipelineStack extends Stack {
  /** Names of the state machines. */
  readonly machineNames: readonly string[];
  /** ARN of the topic of whoever is on duty: a value that CloudFormation exports. */
  readonly alarmsArn: string;
  private readonly stage: Stage;
  private readonly root: string;
  private readonly topics: Topics;
  private readonly functions: ReadonlyMap<FunctionName, TaskFunction>;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    const { stage, stores, code, codeVersion } = props;
    this.stage = stage;
    this.root = props.root;
    this.topics = new Topics(this, "Topics", { stage: stage.name });
    this.subscribeWhoeverIsOnDuty();
    this.functions = new Map(
      taskFunctions.map((settings) => [
        settings.name,
        new TaskFunction(this, pascalCase(settings.name), {
          stage: stage.name,
          settings,
          code: code(settings.name),
          ...(scoringFunctions.includes(settings.name) ? { codeVersion } : {}),
          stores,
          alarms: this.topics.alarms,
        }),
      ]),
    );

    const ingestDelivery = this.ingestDelivery();
    new MalwareAlarms(this, "Malware", {
      stage: stage.name,
      bucket: stores.deliveries.name,
      planId: props.malwarePlanId,
      alarms: this.topics.alarms,
    });
    this.startOnDelivery(ingestDelivery, stores.deliveries.name);
    const scoreNorms = this.scoreNorms();
    if (stage.scoreEveryMinutes !== null) this.startOnSchedule(scoreNorms, stage.scoreEveryMinutes);
    const relevanceReview = this.relevanceReview(scoreNorms);
    new ReviewSchedules(this, "Reviews", {
      stage: stage.name,
      labels: stage.reviewedLabels,
      machine: relevanceReview.machine,
      tend: this.functions.get("tend-reviews")!.function,
      alarms: this.topics.alarms,
    });
    this.machineNames = [ingestDelivery, scoreNorms, relevanceReview].map(({ name }) => `normenmonitor-${stage.name}-${name}`);
    this.alarmsArn = this.exportValue(this.topics.alarms.topicArn, { name: `normenmonitor-${stage.name}-alarms-arn` });
  }

  /** An address is personal data and changes with the rota: a parameter without a default, so that it is not in the repository and cannot be forgotten. */
  private subscribeWhoeverIsOnDuty(): void {
    if (this.stage.alarmsReach === "nobody") return;
    const address = new CfnParameter(this, "AlarmEmail", {
      description: "E-mail address of whoever acts on alarms of this stage",
      allowedPattern: "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
    });
    this.topics.alarms.addSubscription(new EmailSubscription(address.valueAsString));
  }

  private ingestDelivery(): Workflow {
    const tasks = this.tasks("claim-delivery", "check-delivery", "accept-reports", "write-receipt");
    const { policyStaff } = this.topics;
    return new Workflow(this, "IngestDelivery", {
      stage: this.stage.name,
      file: join(this.root, "workflows", "ingest-delivery.asl.json"),
      substitutions: { ...tasks.substitutions, PolicyTopicArn: policyStaff.topicArn },
      permissions: [tasks.permission, ...this.topics.publishToPolicyStaff()],
      failureMeans: "A certifying body delivered a file and gets no receipt; its reports may be missing from the figures.",
      alarms: this.topics.alarms,
    });
  }

  private scoreNorms(): Workflow {
    const tasks = this.tasks("plan-shards", "score-shard", "merge-scores", "publish-figures");
    return new Workflow(this, "ScoreNorms", {
      stage: this.stage.name,
      file: join(this.root, "workflows", "score-norms.asl.json"),
      substitutions: tasks.substitutions,
      permissions: [tasks.permission],
      failureMeans: "The published figures stay as they were: policy staff do not see the reports that were accepted since.",
      alarms: this.topics.alarms,
    });
  }

  private relevanceReview(scoreNorms: Workflow): Workflow {
    const tasks = this.tasks("freeze-review", "judge-review", "publish-dossier");
    const { policyStaff } = this.topics;
    return new Workflow(this, "RelevanceReview", {
      stage: this.stage.name,
      file: join(this.root, "workflows", "relevance-review.asl.json"),
      substitutions: { ...tasks.substitutions, ScoreNormsArn: scoreNorms.machine.stateMachineArn, PolicyTopicArn: policyStaff.topicArn },
      permissions: [tasks.permission, ...this.topics.publishToPolicyStaff()],
      waitsFor: [scoreNorms],
      failureMeans: "A relevance review was asked for, or is due, and cannot be opened: the committee has nothing to decide on.",
      alarms: this.topics.alarms,
    });
  }

  /** `${ClaimDeliveryArn}` for `claim-delivery` and so on, and the right to call exactly these. */
  private tasks(...names: readonly FunctionName[]): { substitutions: Record<string, string>; permission: PolicyStatement } {
    const arns = names.map((name) => [`${pascalCase(name)}Arn`, this.functions.get(name)!.function.functionArn] as const);
    return {
      substitutions: Object.fromEntries(arns),
      permission: new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: arns.map(([, arn]) => arn) }),
    };
  }

  private startOnDelivery(workflow: Workflow, deliveriesBucket: string): void {
    const undelivered = new DeadLetterQueue(this, "UndeliveredArrivals", {
      stage: this.stage.name,
      alarmName: "arrivals-undelivered",
      failureMeans: "A certifying body put a file in the bucket and nothing at all happened with it: no number, no receipt.",
      alarms: this.topics.alarms,
    });
    new Rule(this, "Arrival", {
      description: "A file arrived in the deliveries bucket: ingest it",
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: { bucket: { name: [deliveriesBucket] }, object: { key: [{ "anything-but": VALIDATION_OBJECT }] } },
      },
      targets: [
        new SfnStateMachine(workflow.machine, {
          // The whole event is the input: `claimDelivery` in workflows/contracts.ts takes what it needs.
          deadLetterQueue: undelivered.queue,
        }),
      ],
    });
  }

  private startOnSchedule(workflow: Workflow, minutes: number): void {
    const undelivered = new DeadLetterQueue(this, "UndeliveredSchedule", {
      stage: this.stage.name,
      alarmName: "schedule-undelivered",
      failureMeans: "score-norms was not started when it should have been: the figures are not renewed.",
      alarms: this.topics.alarms,
    });
    new Schedule(this, "ScoreRegularly", {
      description: "Renews the figures when something changed",
      schedule: ScheduleExpression.rate(Duration.minutes(minutes)),
      target: new StepFunctionsStartExecution(workflow.machine, {
        input: ScheduleTargetInput.fromObject({}),
        deadLetterQueue: undelivered.queue,
        // A start that comes later than the next one has no use.
        maxEventAge: Duration.minutes(minutes),
        retryAttempts: 3,
      }),
    });
    new DocumentedAlarm(this, "FiguresStale", {
      stage: this.stage.name,
      name: "figures-stale",
      observed: "For two hours no execution of score-norms succeeded, not even one that found nothing to do.",
      failureMeans: "Policy staff look at older figures without knowing it.",
      metric: workflow.machine.metricSucceeded({ period: Duration.hours(1), statistic: "Sum" }),
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      evaluationPeriods: 2,
      silence: "alarm",
      topic: this.topics.alarms,
    });
  }
}

const pascalCase = (name: string): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
