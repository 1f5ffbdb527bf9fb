import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { expect, test } from "vitest";
import { letFindPeople } from "../../infra/people-access.ts";

test("a function that finds people by their group may list a group of the one pool, and nothing else", () => {
  const stack = new Stack(new App(), "stack", { env: { region: "eu-central-1" } });
  const code = Code.fromInline("exports.handler = async () => ({});");
  const fn = new LambdaFunction(stack, "Notify", { runtime: Runtime.NODEJS_24_X, handler: "index.handler", code });
  letFindPeople(fn, "eu-central-1_abc");
  const template = Template.fromStack(stack);
  template.hasResourceProperties("AWS::Lambda::Function", { Environment: { Variables: { USER_POOL_ID: "eu-central-1_abc" } } });
  const [policy] = Object.values(template.findResources("AWS::IAM::Policy"));
  const { Statement } = (policy as { Properties: { PolicyDocument: { Statement: Record<string, unknown>[] } } }).Properties.PolicyDocument;
  expect(Statement.map(({ Action }) => Action)).toEqual(["cognito-idp:ListUsersInGroup"]);
  expect(JSON.stringify(Statement[0]?.["Resource"])).toContain(":userpool/eu-central-1_abc");
});
