import { type App, Stack, Validations } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { AwsSolutionsChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { beforeAll, describe, expect, test } from "vitest";
import { context, makeApp } from "./synthesized.ts";

interface Acknowledged {
  readonly construct: IConstruct;
  readonly rule: string;
  readonly reason: string;
}

let app: App;

beforeAll(() => {
  app = makeApp({ app: { context } });
});

describe("the checks of AWS Solutions", () => {
  // The rules of CloudFormation go over every stack of every stage: a third of a minute on a quiet machine.
  test("find nothing that was not acknowledged, and neither do the rules of CloudFormation", { timeout: 90_000 }, () => {
    expect(() => app.synth()).not.toThrow();
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  test("make synthesis fail when they find something", () => {
    const seeded = makeApp();
    new Topic(seeded.node.findChild("normenmonitor-dev-pipeline") as Stack, "Unencrypted");
    expect(() => seeded.synth()).toThrow(/AwsSolutions-SNS3/);
  });

  test("are acknowledged where they are found, each with a reason, and none that finds nothing", () => {
    const found = everythingFound(app);
    const acknowledged = everyAcknowledgement(app);
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const { construct, rule, reason } of acknowledged) {
      const silenced = found.filter((one) => one.rule === rule && `${one.path}/`.startsWith(`${construct.node.path}/`));
      expect([construct.node.path, rule, silenced.length]).toEqual([construct.node.path, rule, 1]);
      expect(Stack.isStack(construct)).toBe(false);
      expect(reason.length).toBeGreaterThan(50);
    }
  });
});

/** What the checks find when nothing counts as acknowledged. */
function everythingFound(scope: App): readonly { readonly rule: string; readonly path: string }[] {
  const strict = new AwsSolutionsChecks(scope);
  Reflect.set(strict, "isAcknowledged", () => false);
  return strict
    .validateScope(scope)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? "" })),
    );
}

function everyAcknowledgement(scope: IConstruct): readonly Acknowledged[] {
  return scope.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([rule, reason]) => ({ construct, rule: rule.replace(/^annotation::/i, ""), reason })),
  );
}
