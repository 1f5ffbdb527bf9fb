/** The templates of all stages, synthesized once per test file, with functions of one line: bundling has a test of its own. */
import { readFileSync } from "node:fs";
import { type App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code } from "aws-cdk-lib/aws-lambda";
import { type NormenmonitorProps, normenmonitor } from "../../infra/normenmonitor.ts";
import { type Stage, stages } from "../../infra/stages.ts";

export const root = process.cwd();

export const { context } = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: Record<string, unknown> };

/**
 * The app as `cdk synth` makes it, but for the code of the functions, and for the rules of CloudFormation, which cost five seconds of CPU:
 * `nag.test.ts` lets them run once.
 */
export const makeApp = (changes: Partial<NormenmonitorProps> = {}): App =>
  normenmonitor({
    stages,
    root,
    code: () => Code.fromInline("exports.handler = async () => ({});"),
    codeVersion: "0123456789ab",
    app: { context, builtinCloudFormationValidation: false },
    ...changes,
  });

export interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface StackOfStage {
  readonly stage: Stage;
  readonly template: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  all(type: string): readonly Resource[];
}

export interface SynthesizedStage {
  readonly stage: Stage;
  readonly storage: StackOfStage;
  readonly pipeline: StackOfStage;
  readonly edge: StackOfStage;
  readonly portal: StackOfStage;
  readonly messages: StackOfStage;
}

export function synthesizeStages(app: App = makeApp(), made: readonly Stage[] = stages): readonly SynthesizedStage[] {
  const stackOf = (stage: Stage, name: string): StackOfStage => {
    const stack = app.node.findChild(`normenmonitor-${stage.name}-${name}`);
    if (!Stack.isStack(stack)) throw new Error(`${stack.node.path} is not a stack`);
    const template = Template.fromStack(stack).toJSON() as StackOfStage["template"];
    const resources = Object.entries(template["Resources"] as Record<string, Omit<Resource, "id">>).map(([id, rest]) => ({ id, ...rest }));
    return { stage, template, resources, all: (type) => resources.filter((resource) => resource.Type === type) };
  };
  return made.map((stage) => ({
    stage,
    storage: stackOf(stage, "storage"),
    pipeline: stackOf(stage, "pipeline"),
    edge: stackOf(stage, "edge"),
    portal: stackOf(stage, "portal"),
    messages: stackOf(stage, "messages"),
  }));
}

/** A property by its path, `Environment.Variables`, as what the caller knows it to be. Throws when it is not there. */
export function property<T>(resource: Resource, path: string): T {
  let value: unknown = resource.Properties;
  for (const step of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[step];
  if (value === undefined) throw new Error(`${resource.id} has no ${path}`);
  return value as T;
}

type Intrinsic = Partial<{
  Ref: string;
  "Fn::Join": [string, unknown[]];
  "Fn::GetAtt": [string, string];
  "Fn::ImportValue": unknown;
}>;

/** A value of a template as a person reads it: `<Id>`, `<Id.Arn>`, the name of an export, or the text. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  const intrinsic = value as Intrinsic;
  if (intrinsic["Fn::Join"]) return intrinsic["Fn::Join"][1].map(asText).join(intrinsic["Fn::Join"][0]);
  if (intrinsic["Fn::GetAtt"]) return `<${intrinsic["Fn::GetAtt"].join(".")}>`;
  if (intrinsic["Fn::ImportValue"]) return asText(intrinsic["Fn::ImportValue"]);
  if (intrinsic.Ref) return `<${intrinsic.Ref}>`;
  throw new Error(`cannot read ${JSON.stringify(value)}`);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principal?: unknown;
  readonly condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function statementsOf(document: unknown): readonly Statement[] {
  const { Statement } = document as { Statement: Record<string, unknown>[] };
  return Statement.map((statement) => ({
    effect: asText(statement["Effect"]),
    actions: list(statement["Action"]).map(asText),
    resources: statement["Resource"] === undefined ? [] : list(statement["Resource"]).map(asText),
    principal: statement["Principal"],
    condition: statement["Condition"] as Statement["condition"],
  }));
}

/** Everything that a stack allows its roles, by the logical id of the role. */
export function allowedByRole(stack: StackOfStage): ReadonlyMap<string, readonly Statement[]> {
  const roles = stack.all("AWS::IAM::Role");
  const byRole = new Map<string, Statement[]>(
    roles.map((role) => {
      const inline = (role.Properties["Policies"] ?? []) as { PolicyDocument: unknown }[];
      return [role.id, inline.flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument))];
    }),
  );
  for (const policy of stack.all("AWS::IAM::Policy")) {
    for (const { Ref } of property<{ Ref: string }[]>(policy, "Roles")) {
      byRole.get(Ref)!.push(...statementsOf(property(policy, "PolicyDocument")));
    }
  }
  return new Map([...byRole].map(([role, statements]) => [role, statements.filter(({ effect }) => effect === "Allow")]));
}
