import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { asText, property, type Resource, type StackOfStage, synthesizeStages } from "./synthesized.ts";

/** Of each stage: the stack that works, the one that shows and the one that tells. */
let stacks: readonly StackOfStage[];
const prod = () => stacks.find(({ stage }) => stage.name === "prod")!;
const alarmsOf = (stack: StackOfStage) => stack.all("AWS::CloudWatch::Alarm");
const nameOf = ({ stage }: StackOfStage, alarm: Resource) =>
  property<string>(alarm, "AlarmName").replace(`normenmonitor-${stage.name}-`, "");

/** The part of the runbook about alarms: heading → text below it. */
const runbook: ReadonlyMap<string, string> = new Map(
  readFileSync("docs/runbook.md", "utf8")
    .split(/^# Alarms$/m)[1]!
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")).trim(), section]),
);

beforeAll(() => {
  stacks = synthesizeStages().map(({ pipeline, portal, messages }) => {
    const resources = [...pipeline.resources, ...portal.resources, ...messages.resources];
    return { ...pipeline, resources, all: (type) => resources.filter((resource) => resource.Type === type) };
  });
});

describe("alarms and the runbook", () => {
  test("name the same things: no alarm without a heading, no heading without an alarm", () => {
    expect([...runbook.keys()].sort()).toEqual(
      alarmsOf(prod())
        .map((alarm) => nameOf(prod(), alarm))
        .sort(),
    );
    for (const stack of stacks) for (const alarm of alarmsOf(stack)) expect([...runbook.keys()]).toContain(nameOf(stack, alarm));
  });

  test("every heading says what it is, where to look and what to do, in that order", () => {
    for (const [name, section] of runbook) {
      const parts = [...section.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
      expect([name, parts]).toEqual([name, ["Description", "Investigation", "Resolution"]]);
    }
  });

  test("say the same: what the failure means for a person stands in both", () => {
    for (const alarm of alarmsOf(prod())) {
      const name = nameOf(prod(), alarm);
      const description = property<string>(alarm, "AlarmDescription");
      const means = /^[^.]*(?:\.\d[^.]*)*\. (.*) What to do: /.exec(description)?.[1] ?? "";
      expect(means.length).toBeGreaterThan(40);
      expect([name, runbook.get(name)?.replace(/\s+/g, " ")]).toEqual([name, expect.stringContaining(means)]);
    }
  });
});

test("who goes without a message is said by the alarm of the function that sends, and not by that of the one that closes reviews", () => {
  const means = (name: string) =>
    alarmsOf(prod())
      .filter((alarm) => nameOf(prod(), alarm) === name)
      .map((alarm) => property<string>(alarm, "AlarmDescription"));
  expect(means("notifications-failed")).toEqual([expect.stringMatching(/Policy staff .* certifying bodies .* the committee /)]);
  for (const name of ["tend-reviews-failed", "tend-reviews-near-time-limit"])
    expect([name, means(name)]).toEqual([name, [expect.not.stringMatching(/remind|hear|message soon/)]]);
});

describe("every alarm", () => {
  test("tells people when it begins and when it is over", () => {
    for (const stack of stacks) {
      const topic = stack.all("AWS::SNS::Topic").find(({ id }) => id.startsWith("TopicsAlarms"))!;
      for (const alarm of alarmsOf(stack)) {
        const name = nameOf(stack, alarm);
        const told = ELSEWHERE.test(name) ? `normenmonitor-${stack.stage.name}-alarms-arn` : `<${topic.id}>`;
        expect([name, property<unknown[]>(alarm, "AlarmActions").map(asText)]).toEqual([name, [told]]);
        expect([name, property<unknown[]>(alarm, "OKActions").map(asText)]).toEqual([name, [told]]);
      }
    }
  });

  test("points at the runbook", () => {
    for (const stack of stacks) {
      for (const alarm of alarmsOf(stack)) {
        expect(property(alarm, "AlarmDescription")).toMatch(new RegExp(`What to do: docs/runbook\\.md, "${nameOf(stack, alarm)}"\\.$`));
      }
    }
  });

  test("takes silence for good news, but for the one that waits for figures", () => {
    const breaching = alarmsOf(prod()).filter((alarm) => property(alarm, "TreatMissingData") === "breaching");
    expect(breaching.map((alarm) => nameOf(prod(), alarm))).toEqual(["figures-stale"]);
    for (const alarm of alarmsOf(prod())) expect(["breaching", "notBreaching"]).toContain(property(alarm, "TreatMissingData"));
  });
});

/** Of the stacks that are told the topic of the pipeline. */
const ELSEWHERE = /^(portal|send-notifications|notifications|mails)-/;

describe("what can fail has an alarm", () => {
  const watching = (stack: StackOfStage, id: string) =>
    alarmsOf(stack).filter((alarm) => JSON.stringify(alarm.Properties).includes(`"${id}"`));

  test("every state machine, function and dead-letter queue", () => {
    for (const stack of stacks) {
      for (const type of ["AWS::StepFunctions::StateMachine", "AWS::Lambda::Function", "AWS::SQS::Queue"]) {
        expect(stack.all(type).length).toBeGreaterThan(0);
        for (const { id } of stack.all(type)) expect([id, watching(stack, id).length > 0]).toEqual([id, true]);
      }
    }
  });

  test("a function before its time limit, not at it", () => {
    for (const fn of prod().all("AWS::Lambda::Function")) {
      const [alarm] = watching(prod(), fn.id);
      expect(alarm!.Properties).toMatchObject({
        MetricName: "Duration",
        Statistic: "Maximum",
        ComparisonOperator: "GreaterThanOrEqualToThreshold",
      });
      expect(property(alarm!, "Threshold")).toBe(property<number>(fn, "Timeout") * 800);
    }
  });

  test("an execution that fails or runs out of time", () => {
    const [alarm] = alarmsOf(prod()).filter((found) => nameOf(prod(), found) === "ingest-delivery-failed");
    const metrics = property<{ MetricStat?: { Metric: { MetricName: string } }; Expression?: string }[]>(alarm!, "Metrics");
    expect(metrics.flatMap(({ MetricStat }) => MetricStat?.Metric.MetricName ?? []).sort()).toEqual([
      "ExecutionsFailed",
      "ExecutionsTimedOut",
    ]);
    expect(property(alarm!, "Threshold")).toBe(1);
  });

  test("every queue is one for dead letters, encrypted, kept for two weeks", () => {
    for (const stack of stacks) {
      for (const queue of stack.all("AWS::SQS::Queue")) {
        expect(queue.Properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600 });
      }
    }
  });
});

test("where alarms reach somebody, deployment asks for the address, and the repository does not know it", () => {
  for (const stack of stacks) {
    const parameters = stack.template["Parameters"] as Record<string, { Default?: unknown }>;
    const subscriptions = stack.all("AWS::SNS::Subscription").map(({ Properties }) => Properties);
    if (stack.stage.alarmsReach === "nobody") {
      expect(subscriptions).toEqual([]);
      expect(parameters).not.toHaveProperty("AlarmEmail");
    } else {
      expect(subscriptions).toMatchObject([{ Protocol: "email", Endpoint: { Ref: "AlarmEmail" } }]);
      expect(parameters["AlarmEmail"]).not.toHaveProperty("Default");
    }
  }
});
