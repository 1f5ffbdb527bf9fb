import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { place } from "../../functions/runtime/config.ts";
import { allowedByRole, asText, property, type Resource, type StackOfStage, type Statement, synthesizeStages } from "./synthesized.ts";

let stacks: readonly StackOfStage[];
const everyFunction = () => stacks.flatMap((stack) => stack.all("AWS::Lambda::Function").map((fn) => ({ stack, fn })));
const nameOf = ({ stage }: StackOfStage, fn: Resource) => property<string>(fn, "FunctionName").replace(`normenmonitor-${stage.name}-`, "");

beforeAll(() => {
  stacks = synthesizeStages().map(({ pipeline }) => pipeline);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("every function", () => {
  test("there are twelve per stage: one per task of the state machines, and one that a schedule starts", () => {
    for (const stack of stacks) {
      expect(
        stack
          .all("AWS::Lambda::Function")
          .map((fn) => nameOf(stack, fn))
          .sort(),
      ).toEqual([
        "accept-reports",
        "check-delivery",
        "claim-delivery",
        "freeze-review",
        "judge-review",
        "merge-scores",
        "plan-shards",
        "publish-dossier",
        "publish-figures",
        "score-shard",
        "tend-reviews",
        "write-receipt",
      ]);
    }
  });

  test("runs Node 24 on arm64 and shows source lines in its stack traces", () => {
    for (const { fn } of everyFunction()) {
      expect(fn.Properties).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" });
      expect(property(fn, "Environment.Variables.NODE_OPTIONS")).toBe("--enable-source-maps");
    }
  });

  test("has a log group of its own that keeps lines for thirteen months", () => {
    for (const { stack, fn } of everyFunction()) {
      const group = stack.all("AWS::Logs::LogGroup").find(({ id }) => asText(property(fn, "LoggingConfig.LogGroup")) === `<${id}>`);
      expect(group?.Properties).toMatchObject({
        LogGroupName: `/normenmonitor/${stack.stage.name}/${nameOf(stack, fn)}`,
        RetentionInDays: 400,
      });
    }
  });

  test("says its memory and its time limit, within what Lambda allows", () => {
    for (const { fn } of everyFunction()) {
      expect(property(fn, "MemorySize")).toBeGreaterThanOrEqual(1024);
      expect(property(fn, "Timeout")).toBeGreaterThanOrEqual(60);
      expect(property(fn, "Timeout")).toBeLessThanOrEqual(900);
    }
  });

  test("has a role of its own, without policies that AWS manages", () => {
    for (const stack of stacks) {
      const roles = stack.all("AWS::Lambda::Function").map((fn) => asText(property(fn, "Role")));
      expect(new Set(roles).size).toBe(roles.length);
      for (const role of stack.all("AWS::IAM::Role")) expect(role.Properties).not.toHaveProperty("ManagedPolicyArns");
    }
  });

  test("is told where everything is that its code asks for, and nothing else", () => {
    for (const { stack, fn } of everyFunction()) {
      const name = nameOf(stack, fn);
      const handler = readFileSync(`functions/${name}/handler.ts`, "utf8");
      const asked = [...new Set([...handler.matchAll(/place\("(\w+)"\)/g)].map(([, what]) => what as Parameters<typeof place>[0]))];
      const told = Object.entries(property<Record<string, unknown>>(fn, "Environment.Variables")).filter(([key]) =>
        /_BUCKET$|_NAME$/.test(key),
      );
      for (const [key, value] of told) vi.stubEnv(key, asText(value));
      expect([name, asked.map((what) => place(what)).sort()]).toEqual([name, told.map(([, value]) => asText(value)).sort()]);
      vi.unstubAllEnvs();
    }
  });

  test("knows the version of the code where figures are made, or fixed for a review, which rest on it, and only there", () => {
    for (const stack of stacks) {
      const versions = stack.all("AWS::Lambda::Function").map((fn) => {
        const variables = property<Record<string, unknown>>(fn, "Environment.Variables");
        return [nameOf(stack, fn), variables["CODE_VERSION"]] as const;
      });
      const knowing = versions.filter(([, version]) => version !== undefined);
      expect(new Set(knowing.map(([, version]) => version))).toEqual(new Set(["0123456789ab"]));
      expect(knowing.map(([name]) => name).sort()).toEqual([
        "freeze-review",
        "judge-review",
        "merge-scores",
        "plan-shards",
        "publish-figures",
        "score-shard",
      ]);
    }
  });
});

describe("every role", () => {
  const everyStatement = () =>
    stacks.flatMap((stack) =>
      [...allowedByRole(stack)].flatMap(([role, statements]) => statements.map((statement) => ({ stack, role, ...statement }))),
    );

  test("may do no action with a wildcard", () => {
    expect(everyStatement().length).toBeGreaterThan(30 * stacks.length);
    for (const { role, actions } of everyStatement()) expect([role, actions.filter((action) => action.includes("*"))]).toEqual([role, []]);
  });

  test("reaches no further than one prefix of one bucket, its own executions, or what AWS does not let anybody narrow", () => {
    for (const { stack, role, actions, resources } of everyStatement()) {
      const stage = stack.stage.name;
      const objects = new RegExp(`^normenmonitor-${stage}-(deliveries|reports|work|receipts|figures|catalogue)-arn/([a-z]+/)?\\*$`);
      const executions = `arn:aws:states:eu-central-1:<AWS::AccountId>:execution:normenmonitor-${stage}-score-norms`;
      for (const resource of resources.filter((text) => text.includes("*"))) {
        if (objects.test(resource)) expect(actions.every((action) => OBJECT_ACTIONS.has(action))).toBe(true);
        else if (resource === `${executions}:*`) expect(actions).toEqual(["states:DescribeExecution", "states:StopExecution"]);
        else if (resource === `${executions}/*`) expect(actions).toEqual(["states:RedriveExecution"]);
        // Versions of the one function that a schedule starts: CDK grants it so.
        else if (/^<TendReviewsFunction\w+\.Arn>:\*$/.test(resource)) expect(actions).toEqual(["lambda:InvokeFunction"]);
        else expect([role, resource, actions.filter((action) => !WITHOUT_RESOURCES.has(action))]).toEqual([role, "*", []]);
      }
    }
  });

  test("that may use the table, says which partitions", () => {
    const onTable = everyStatement().filter(({ actions }) => actions.some((action) => action.startsWith("dynamodb:")));
    expect(onTable.length).toBeGreaterThan(0);
    for (const { stack, resources, condition } of onTable) {
      expect(resources).toEqual([`normenmonitor-${stack.stage.name}-table-arn`]);
      const keys = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] as string[];
      for (const key of keys) expect(key).toMatch(/^[A-Z]+(#\*)?$/);
    }
  });
});

describe("who may do what", () => {
  let mayDo: readonly (Statement & { readonly name: string })[];

  beforeAll(() => {
    const stack = stacks.find(({ stage }) => stage.name === "prod")!;
    const allowed = allowedByRole(stack);
    mayDo = stack.all("AWS::Lambda::Function").flatMap((fn) => {
      const role = asText(property(fn, "Role")).replace(/^<|\.Arn>$/g, "");
      return allowed.get(role)!.map((statement) => ({ name: nameOf(stack, fn), ...statement }));
    });
  });

  /** Functions that may do the action, by what they may do it with. */
  const who = (action: string): Record<string, string[]> => {
    const found: Record<string, string[]> = {};
    for (const { name, actions, resources, condition } of mayDo) {
      if (!actions.includes(action)) continue;
      const partitions = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] as string[] | undefined;
      for (const what of partitions ?? resources.map((resource) => resource.replace(/^normenmonitor-prod-(\w+)-arn/, "$1"))) {
        found[what] = [...(found[what] ?? []), name].sort();
      }
    }
    return found;
  };

  test("originals are read by the three steps that need them, and written by none of ours", () => {
    expect(who("s3:GetObjectVersion")).toEqual({ "deliveries/*": ["check-delivery", "claim-delivery", "write-receipt"] });
  });

  test("each kind of object has the step that writes it", () => {
    expect(who("s3:PutObject")).toMatchObject({
      "work/*": ["check-delivery"],
      "reports/*": ["accept-reports"],
      "receipts/*": ["write-receipt"],
      "figures/runs/*": ["merge-scores", "score-shard"],
      "figures/published/*": ["publish-figures"],
    });
    expect(Object.keys(who("s3:PutObject")).filter((key) => /^(deliveries|catalogue)/.test(key))).toEqual([]);
  });

  test("whole reports, with the free texts, are read by no function", () => {
    expect(Object.keys(who("s3:GetObject"))).not.toContainEqual(expect.stringMatching(/^reports/));
  });

  test("packed reports change at acceptance, and when organisations merged before figures or a review are made; scoring only reads them", () => {
    expect(who("dynamodb:PutItem")["SHARD#*"]).toEqual(["accept-reports", "freeze-review", "plan-shards"]);
    expect(who("dynamodb:DeleteItem")).toEqual({ "SHARD#*": ["accept-reports", "freeze-review", "plan-shards"] });
    expect(who("dynamodb:Query")).toEqual({
      "SHARD#*": ["check-delivery", "freeze-review", "plan-shards", "score-shard"],
      REVIEWS: ["freeze-review", "tend-reviews"],
      DECISIONS: ["freeze-review", "tend-reviews"],
    });
  });

  test("what a review rests on is written by the step that fixes it, and its dossier by the two that make it", () => {
    expect(who("s3:PutObject")["figures/reviews/*"]).toEqual(["freeze-review", "judge-review", "publish-dossier"]);
    expect(who("dynamodb:UpdateItem")["REVIEWS"]).toEqual(["freeze-review", "publish-dossier", "tend-reviews"]);
  });

  test("nobody deletes an object, and nobody scans the table", () => {
    const actions = new Set(mayDo.flatMap((statement) => statement.actions));
    expect([...actions].filter((action) => /Delete/.test(action))).toEqual(["dynamodb:DeleteItem"]);
    expect([...actions].filter((action) => /Scan|PartiQL|Batch/.test(action))).toEqual(["dynamodb:BatchGetItem"]);
  });
});

const OBJECT_ACTIONS = new Set(["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionTagging", "s3:PutObject"]);

/** Actions for which the service authorization reference knows no resource. */
const WITHOUT_RESOURCES = new Set([
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
]);
