import { beforeAll, describe, expect, test } from "vitest";
import { normenmonitor } from "../../infra/normenmonitor.ts";
import { euRegion, euRegions, type Stage, stages } from "../../infra/stages.ts";
import { makeApp, type StackOfStage, type SynthesizedStage, synthesizeStages } from "./synthesized.ts";

const parts = ["storage", "pipeline", "edge", "portal", "messages"] as const;
let byName: ReadonlyMap<string, SynthesizedStage>;

beforeAll(() => {
  byName = new Map(synthesizeStages().map((made) => [made.stage.name, made]));
});

describe("stages", () => {
  test("are dev, acc and prod, each with a stack that keeps, one that works, one that shows, one that tells, and a firewall", () => {
    expect(stages.map(({ name }) => name)).toEqual(["dev", "acc", "prod"]);
    expect(makeApp().node.children.flatMap(({ node }) => (node.id.startsWith("normenmonitor-") ? node.id : []))).toEqual([
      "normenmonitor-dev-storage",
      "normenmonitor-dev-pipeline",
      "normenmonitor-dev-edge",
      "normenmonitor-dev-portal",
      "normenmonitor-dev-messages",
      "normenmonitor-acc-storage",
      "normenmonitor-acc-pipeline",
      "normenmonitor-acc-edge",
      "normenmonitor-acc-portal",
      "normenmonitor-acc-messages",
      "normenmonitor-prod-storage",
      "normenmonitor-prod-pipeline",
      "normenmonitor-prod-edge",
      "normenmonitor-prod-portal",
      "normenmonitor-prod-messages",
    ]);
  });

  test("acc is prod under another name", () => {
    for (const part of parts) {
      expect(nameless(byName.get("acc")![part])).toEqual(nameless(byName.get("prod")![part]));
    }
  });

  test("dev differs from prod only in what protects data, what runs by itself and whom alarms and mails reach", () => {
    const differences = parts.flatMap((part) => differing(nameless(byName.get("dev")![part]), nameless(byName.get("prod")![part])));
    // The logical id without the hash that CDK ends it with.
    const readable = differences.map((path) =>
      path.replace(/^\.Resources\.(\w+?)[0-9A-F]{8}/, ".$1").replace(/^(?:\.Resources)?\.([A-Za-z]+)\w*/, "$1"),
    );
    const protection = readable.filter((path) =>
      /\.(DeletionPolicy|UpdateReplacePolicy|DeletionProtectionEnabled|DeletionProtection)$/.test(path),
    );
    // Of seven buckets, a table and the user pool what becomes of them; of the last two also that they cannot be deleted at all.
    expect(protection).toHaveLength(2 * 9 + 2);
    const others = new Set(readable.filter((path) => !protection.includes(path)));
    expect([...others].sort()).toEqual([
      "FiguresStale",
      "MailConfigurationSet",
      "MailConfigurationSetCount",
      "MailNotArriving",
      "MailRefused",
      "Parameters.AlarmEmail",
      "Parameters.MailContact",
      "Parameters.MailIdentity",
      "Parameters.MailSender",
      "ReviewsYearlyKSW",
      "ReviewsYearlyNVVK",
      "SchedulerRoleForTarget",
      "ScoreRegularly",
      "SendNotificationsFunction.Properties.Environment.Variables.MAIL_CONFIGURATION_SET",
      "SendNotificationsFunction.Properties.Environment.Variables.MAIL_CONTACT",
      "SendNotificationsFunction.Properties.Environment.Variables.MAIL_SENDER",
      "SendNotificationsRoleDefaultPolicy.Properties.PolicyDocument.Statement.12",
      "TopicsAlarmsTokenSubscription",
      "UndeliveredScheduleAlarm",
      "UndeliveredScheduleQueue",
      "UndeliveredScheduleQueuePolicy",
    ]);
  });

  test("only the stacks that keep data cannot be deleted by a slip of the hand", () => {
    const protectedStacks = makeApp()
      .synth()
      .stacks.filter(({ terminationProtection }) => terminationProtection)
      .map(({ stackName }) => stackName);
    expect(protectedStacks).toEqual(["normenmonitor-acc-storage", "normenmonitor-prod-storage"]);
  });
});

describe("the region", () => {
  test("is in the EU for every stage, but for the firewall of CloudFront, which AWS keeps elsewhere and which holds nothing", () => {
    const stacks = makeApp().synth().stacks;
    const inTheEu = stacks.filter(({ stackName }) => !stackName.endsWith("-edge"));
    expect(new Set(inTheEu.map(({ environment }) => environment.region))).toEqual(new Set(["eu-central-1"]));
    for (const { environment } of inTheEu) expect(euRegions).toContain(environment.region);
    for (const { edge } of byName.values()) {
      expect(edge.resources.map(({ Type }) => Type)).toEqual(["AWS::WAFv2::WebACL"]);
      expect(JSON.stringify(edge.template)).not.toMatch(/"SampledRequestsEnabled":true|ImportValue/);
    }
  });

  test.each(["us-east-1", "eu-west-2", "eu-central-2", "", "aws-global"])("is refused when it is %s", (region) => {
    expect(() => euRegion(region)).toThrow(/not in the EU/);
    const elsewhere = { ...stages[0]!, region } as unknown as Stage;
    expect(() => makeApp({ stages: [elsewhere] })).toThrow(/not in the EU/);
  });

  test("comes from the repository and not from the shell of whoever deploys", () => {
    expect(normenmonitor.toString()).not.toMatch(/CDK_DEFAULT|AWS_REGION/);
  });
});

/** A template with the name of its stage taken out. */
function nameless({ stage, template }: StackOfStage): unknown {
  const text = JSON.stringify(template)
    .replaceAll(new RegExp(`(normenmonitor[-/ ]?)${stage.name}`, "gi"), "$1STAGE")
    // CDK gives the statement that lets the rule use its queue an id with a hash of its path, stage and all.
    .replaceAll(/(AllowEventRule\w+)[0-9A-F]{8}/g, "$1")
    .replaceAll(`"Key":"stage","Value":"${stage.name}"`, `"Key":"stage","Value":"STAGE"`);
  return JSON.parse(text);
}

/** Paths at which two JSON values differ. */
function differing(a: unknown, b: unknown, path = ""): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return [path];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differing((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`));
}
