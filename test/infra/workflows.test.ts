import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Stack } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Workflow } from "../../infra/constructs/workflow.ts";
import { claimDelivery, planShards, reviewRequest } from "../../workflows/contracts.ts";
import { allowedByRole, asText, property, type Resource, type StackOfStage, synthesizeStages } from "./synthesized.ts";

let stacks: readonly StackOfStage[];
const prod = () => stacks.find(({ stage }) => stage.name === "prod")!;
const machine = (stack: StackOfStage, name: string): Resource =>
  stack
    .all("AWS::StepFunctions::StateMachine")
    .find((found) => property(found, "StateMachineName") === `normenmonitor-${stack.stage.name}-${name}`)!;
const names = ["ingest-delivery", "score-norms", "relevance-review"] as const;
const everyMachine = () => stacks.flatMap((stack) => names.map((name) => ({ stack, name, found: machine(stack, name) })));

beforeAll(() => {
  stacks = synthesizeStages().map(({ pipeline }) => pipeline);
});

describe("every state machine", () => {
  test("is there, and there are no others", () => {
    for (const stack of stacks) expect(stack.all("AWS::StepFunctions::StateMachine")).toHaveLength(names.length);
    for (const { found } of everyMachine()) expect(property(found, "StateMachineType")).toBe("STANDARD");
  });

  test("is traced, and logs every transition without input or output, which could name somebody", () => {
    for (const { stack, found } of everyMachine()) {
      expect(property(found, "TracingConfiguration.Enabled")).toBe(true);
      expect(found.Properties["LoggingConfiguration"]).toMatchObject({ Level: "ALL", IncludeExecutionData: false });
      const [{ CloudWatchLogsLogGroup }] = property<[{ CloudWatchLogsLogGroup: { LogGroupArn: unknown } }]>(
        found,
        "LoggingConfiguration.Destinations",
      );
      const group = stack.all("AWS::Logs::LogGroup").find(({ id }) => asText(CloudWatchLogsLogGroup.LogGroupArn) === `<${id}.Arn>`);
      expect(group?.Properties).toMatchObject({
        RetentionInDays: 400,
        LogGroupName: expect.stringMatching(/^\/aws\/vendedlogs\/states\//),
      });
    }
  });

  test("may call the functions of its tasks and no others", () => {
    for (const { stack, found } of everyMachine()) {
      const role = asText(property(found, "RoleArn")).replace(/^<|\.Arn>$/g, "");
      const invoke = allowedByRole(stack)
        .get(role)!
        .filter(({ actions }) => actions.includes("lambda:InvokeFunction"));
      const substitutions = Object.values(property<Record<string, unknown>>(found, "DefinitionSubstitutions")).map(asText);
      expect(invoke.flatMap(({ resources }) => resources).sort()).toEqual(substitutions.filter((arn) => /Function/.test(arn)).sort());
    }
  });
});

test("score-norms may start executions of itself, as a distributed map runs its items, and relevance-review those of score-norms; no other machine any", () => {
  const stack = prod();
  const starters = [...allowedByRole(stack)].flatMap(([role, statements]) =>
    statements.filter(({ actions }) => actions.includes("states:StartExecution")).map(({ resources }) => [role, ...resources]),
  );
  const role = (name: string) => asText(property(machine(stack, name), "RoleArn")).replace(/^<|\.Arn>$/g, "");
  const own = starters.filter(([starter]) => starter === role("score-norms"));
  expect(own).toEqual([[role("score-norms"), "arn:aws:states:eu-central-1:<AWS::AccountId>:stateMachine:normenmonitor-prod-score-norms"]]);
  expect(starters.filter(([starter]) => starter === role("ingest-delivery"))).toEqual([]);
  const ofReview = starters.filter(([starter]) => starter === role("relevance-review"));
  expect(ofReview).toEqual([[role("relevance-review"), `<${machine(stack, "score-norms").id}>`]]);
  // The others are EventBridge, and its scheduler for each of two machines.
  expect(starters).toHaveLength(5);
});

describe("an arrival in the deliveries bucket", () => {
  const rule = () => prod().all("AWS::Events::Rule")[0]!;

  test("starts ingest-delivery, or else lies in a dead-letter queue", () => {
    expect(rule().Properties["EventPattern"]).toEqual({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: {
        bucket: { name: [{ "Fn::ImportValue": "normenmonitor-prod-deliveries-name" }] },
        // With which GuardDuty tries its rights: no certifying body sent it.
        object: { key: [{ "anything-but": "malware-protection-resource-validation-object" }] },
      },
    });
    const [target] = property<[{ Arn: unknown; DeadLetterConfig: { Arn: unknown } }]>(rule(), "Targets");
    expect(asText(target.Arn)).toBe(`<${machine(prod(), "ingest-delivery").id}>`);
    expect(asText(target.DeadLetterConfig.Arn)).toMatch(/^<UndeliveredArrivals/);
  });

  test("becomes the input of its first task as it is, whatever the file is called", () => {
    const [target] = property<[Record<string, unknown>]>(rule(), "Targets");
    expect(Object.keys(target).filter((key) => key.startsWith("Input"))).toEqual([]);
    expect(claimDelivery.input.parse(objectCreated)).toEqual({
      time: "2025-11-03T14:22:01Z",
      detail: { object: { key: 'ciio/Toetsen "2025" (def).xlsx', "version-id": "L4kqtJlcpXroDTDmpUMLUo", size: 220_431_004 } },
    });
  });
});

const scheduled = (id: RegExp) =>
  prod()
    .all("AWS::Scheduler::Schedule")
    .filter((one) => id.test(one.id));

test("on 1 February a review of each label is made, as of the last day of the year before, and every morning the open ones are looked after", () => {
  const yearly = scheduled(/^ReviewsYearly/);
  expect(yearly).toHaveLength(2);
  for (const one of yearly) {
    expect(one.Properties).toMatchObject({
      ScheduleExpression: "cron(0 6 1 2 ? *)",
      ScheduleExpressionTimezone: "Europe/Amsterdam",
      State: "ENABLED",
    });
    expect(asText(property(one, "Target.Arn"))).toBe(`<${machine(prod(), "relevance-review").id}>`);
    const input = property<string>(one, "Target.Input").replace("<aws.scheduler.scheduled-time>", "2027-02-01T05:00:00Z");
    expect(reviewRequest.parse(JSON.parse(input))).toEqual({
      label: one.id.includes("KSW") ? "KSW" : "NVVK",
      scheduledAt: "2027-02-01T05:00:00Z",
    });
  }
  const [daily] = scheduled(/^ReviewsTend/);
  expect(daily!.Properties).toMatchObject({ ScheduleExpression: "cron(0 7 * * ? *)", ScheduleExpressionTimezone: "Europe/Amsterdam" });
});

test("a morning on which open reviews could not be looked after comes to one queue: that it was not started, and that it failed", () => {
  const [daily] = scheduled(/^ReviewsTend/);
  const queue = asText(property(daily!, "Target.DeadLetterConfig.Arn"));
  expect(queue).toMatch(/^<ReviewsTendFailed/);
  const configs = prod().all("AWS::Lambda::EventInvokeConfig");
  expect(
    configs.map((one) => [
      `<${asText(property(one, "FunctionName")).replace(/[<>]/g, "")}.Arn>`,
      asText(property(one, "DestinationConfig.OnFailure.Destination")),
    ]),
  ).toEqual([[asText(property(daily!, "Target.Arn")), queue]]);
  const role = asText(property(daily!, "Target.RoleArn")).replace(/^<|\.Arn>$/g, "");
  expect(
    allowedByRole(prod())
      .get(role)!
      .map(({ actions, resources }) => [actions, resources]),
  ).toEqual([
    [["lambda:InvokeFunction"], [asText(property(daily!, "Target.Arn"))]],
    [["sqs:SendMessage"], [queue]],
  ]);
});

test("every quarter of an hour score-norms looks whether there is something to do", () => {
  const [schedule] = scheduled(/^ScoreRegularly/);
  expect(schedule!.Properties).toMatchObject({ ScheduleExpression: "rate(15 minutes)", State: "ENABLED" });
  expect(asText(property(schedule!, "Target.Arn"))).toBe(`<${machine(prod(), "score-norms").id}>`);
  expect(asText(property(schedule!, "Target.DeadLetterConfig.Arn"))).toMatch(/^<UndeliveredSchedule/);
  expect(planShards.input.parse(JSON.parse(property(schedule!, "Target.Input")))).toEqual({});
});

describe("messages to people", () => {
  test("are encrypted with a key that is renewed every year, and refused without TLS", () => {
    for (const stack of stacks) {
      expect(stack.all("AWS::SNS::Topic")).toHaveLength(2);
      for (const topic of stack.all("AWS::SNS::Topic")) expect(asText(property(topic, "KmsMasterKeyId"))).toMatch(/^<TopicsKey\w+\.Arn>$/);
      expect(stack.all("AWS::KMS::Key").map((key) => property(key, "EnableKeyRotation"))).toEqual([true]);
      for (const policy of stack.all("AWS::SNS::TopicPolicy")) {
        expect(JSON.stringify(policy.Properties)).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
      }
    }
  });

  test("about alarms come from CloudWatch in this account, which may use the key", () => {
    const text = JSON.stringify([...prod().all("AWS::KMS::Key"), ...prod().all("AWS::SNS::TopicPolicy")]);
    expect(text.match(/"Principal":\{"Service":"cloudwatch.amazonaws.com"\}/g)).toHaveLength(2);
    expect(text.match(/"aws:SourceAccount"/g)).toHaveLength(2);
  });
});

describe("a state machine file and the code around it", () => {
  const folder = mkdtempSync(join(tmpdir(), "workflow-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ["asks for a function that is not given", {}, /asks for CountArn, which is not given/],
    ["does not use one that is given", { CountArn: "a", WeighArn: "b" }, /does not use WeighArn/],
  ])("do not go together when the file %s", (_, substitutions, message) => {
    const stack = new Stack();
    const file = join(folder, "count.asl.json");
    writeFileSync(file, '{ "StartAt": "Count", "States": { "Count": { "Type": "Task", "Resource": "${CountArn}", "End": true } } }');
    const make = () =>
      new Workflow(stack, "Count", {
        stage: "dev",
        file,
        substitutions,
        permissions: [],
        failureMeans: "",
        alarms: new Topic(stack, "Topic"),
      });
    expect(make).toThrow(message);
  });
});

describe("as deployed", () => {
  test.each(names)("%s runs so", (name) => {
    const found = machine(prod(), name);
    const functions = property<Record<string, unknown>>(found, "DefinitionSubstitutions");
    const definition = JSON.parse(property<string>(found, "DefinitionString")) as Machine;
    expect(outline(definition, (arn) => asText(functions[arn.replace(/[${}]/g, "")])).join("\n")).toMatchSnapshot();
  });
});

interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Parameters?: { readonly FunctionName?: string; readonly TopicArn?: string };
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly ItemProcessor?: Machine & { readonly ProcessorConfig: { readonly Mode: string } };
}

/** A line per state: what it does, where it goes, what it retries and catches. */
function outline(definition: Machine, resolve: (arn: string) => string, indent = ""): string[] {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    const calls = state.Parameters?.FunctionName ?? state.Parameters?.TopicArn;
    const next = [state.Next, ...(state.Choices ?? []).map((choice) => choice.Next), state.Default].filter((to) => to !== undefined);
    const line = [
      `${indent}${name}: ${state.Type}${state.ItemProcessor ? ` ${state.ItemProcessor.ProcessorConfig.Mode}` : ""}`,
      calls ? `calls ${resolve(calls).replace(/^<(\w+?)(Function)?[0-9A-F]{8}(\.Arn)?>$/, "$1")}` : "",
      next.length > 0 ? `→ ${next.join(" | ")}` : "",
      ...(state.Retry ?? []).map(
        (retry) => `retries ${retry.ErrorEquals[0]}${retry.ErrorEquals.length > 1 ? " …" : ""} × ${retry.MaxAttempts}`,
      ),
      ...(state.Catch ?? []).map((caught) => `catches ${caught.ErrorEquals.join(", ")} → ${caught.Next}`),
    ];
    return [line.filter((part) => part).join("; "), ...(state.ItemProcessor ? outline(state.ItemProcessor, resolve, `${indent}  `) : [])];
  });
}

/** An event as S3 sends it; source: Amazon S3 user guide, "Event message structure" for EventBridge. */
const objectCreated = {
  version: "0",
  id: "17793124-05d4-b198-2fde-7ededc63b103",
  "detail-type": "Object Created",
  source: "aws.s3",
  account: "111122223333",
  time: "2025-11-03T14:22:01Z",
  region: "eu-central-1",
  resources: ["arn:aws:s3:::normenmonitor-deliveries"],
  detail: {
    version: "0",
    bucket: { name: "normenmonitor-deliveries" },
    object: {
      key: 'ciio/Toetsen "2025" (def).xlsx',
      size: 220_431_004,
      etag: "b1946ac92492d2347c6235b4d2611184",
      "version-id": "L4kqtJlcpXroDTDmpUMLUo",
      sequencer: "00617F08299329D189",
    },
    "request-id": "N4N7GDK58NMKJ12R",
    requester: "111122223333",
    "source-ip-address": "192.0.2.10",
    reason: "PutObject",
  },
};
