import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { HELD_MINUTES } from "../../core/notifications/rules.ts";
import { mailSettings } from "../../functions/send-notifications/settings.ts";
import { notificationFunction } from "../../infra/task-functions.ts";
import { allowedByRole, asText, property, type Resource, type StackOfStage, type Statement, synthesizeStages } from "./synthesized.ts";

let stacks: readonly StackOfStage[];
const prod = () => stacks.find(({ stage }) => stage.name === "prod")!;
const dev = () => stacks.find(({ stage }) => stage.name === "dev")!;
const only = (stack: StackOfStage, type: string): Resource => {
  const [first, ...others] = stack.all(type);
  expect([type, others.length]).toEqual([type, 0]);
  return first!;
};
const environment = (stack: StackOfStage) =>
  Object.fromEntries(
    Object.entries(property<Record<string, unknown>>(only(stack, "AWS::Lambda::Function"), "Environment.Variables")).map(
      ([name, value]) => [name, asText(value)] as const,
    ),
  );
const roleOf = (stack: StackOfStage): readonly Statement[] => {
  const role = asText(property(only(stack, "AWS::Lambda::Function"), "Role")).replace(/^<|\.Arn>$/g, "");
  return allowedByRole(stack).get(role)!;
};
const allowing = (stack: StackOfStage, service: string) =>
  roleOf(stack).filter(({ actions }) => actions.some((one) => one.startsWith(`${service}:`)));

beforeAll(() => {
  stacks = synthesizeStages().map(({ messages }) => messages);
});

describe("the daily run of messages", () => {
  test("starts at seven in Dutch time, in summer too, and what cannot be started comes to the queue", () => {
    for (const stack of stacks) {
      const schedule = only(stack, "AWS::Scheduler::Schedule");
      expect(schedule.Properties).toMatchObject({
        ScheduleExpression: "cron(0 7 * * ? *)",
        ScheduleExpressionTimezone: "Europe/Amsterdam",
        State: "ENABLED",
      });
      const queue = `<${only(stack, "AWS::SQS::Queue").id}.Arn>`;
      expect(asText(property(schedule, "Target.DeadLetterConfig.Arn"))).toBe(queue);
      expect(asText(property(only(stack, "AWS::Lambda::EventInvokeConfig"), "DestinationConfig.OnFailure.Destination"))).toBe(queue);
    }
  });

  test("is started by a role that may do nothing else", () => {
    for (const stack of stacks) {
      const role = asText(property(only(stack, "AWS::Scheduler::Schedule"), "Target.RoleArn")).replace(/^<|\.Arn>$/g, "");
      expect(
        allowedByRole(stack)
          .get(role)!
          .map(({ actions, resources }) => [actions, resources]),
      ).toEqual([
        [["lambda:InvokeFunction"], [`<${only(stack, "AWS::Lambda::Function").id}.Arn>`]],
        [["sqs:SendMessage"], [`<${only(stack, "AWS::SQS::Queue").id}.Arn>`]],
      ]);
    }
  });

  test("is told all that its code asks for", () => {
    const { sender, contact, origin, configurationSet } = mailSettings(environment(prod()))!;
    expect({ sender, contact, origin, configurationSet }).toEqual({
      sender: "<MailSender>",
      contact: "<MailContact>",
      origin: "normenmonitor-prod-portal-origin",
      configurationSet: expect.stringMatching(/^<MailConfigurationSet/),
    });
    expect(environment(prod())["USER_POOL_ID"]).toBe("normenmonitor-prod-user-pool-id");
    const handler = readFileSync("functions/send-notifications/wiring.ts", "utf8");
    const asked = [...new Set([...handler.matchAll(/place\("(\w+)"\)/g)].map(([, what]) => what))].sort();
    expect(asked).toEqual([...new Set(notificationFunction.access.map(({ to }) => to))].sort());
  });

  test("ends before another run may take over the mail it is sending", () => {
    expect(property<number>(only(prod(), "AWS::Lambda::Function"), "Timeout")).toBeLessThan(HELD_MINUTES * 60);
  });

  test("cannot be deployed where it should send and nobody says from whom", () => {
    const parameters = prod().template["Parameters"] as Record<string, object>;
    for (const name of ["MailIdentity", "MailSender", "MailContact"]) expect(parameters[name]).not.toHaveProperty("Default");
    const pattern = (parameters["MailSender"] as { AllowedPattern: string }).AllowedPattern;
    const accepts = (address: string) => new RegExp(`^(?:${pattern})$`).test(address);
    expect(accepts("normenmonitor@voorbeeld.nl")).toBe(true);
    for (const wrong of ["voorbeeld.nl", "a b@c.nl", "x@y.nl>\nBcc: z@w.nl", ""]) expect([wrong, accepts(wrong)]).toEqual([wrong, false]);
  });
});

describe("the function that sends", () => {
  test("sends from one address by one identity, and counts what does not arrive", () => {
    const statements = allowing(prod(), "ses");
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      actions: ["ses:SendEmail"],
      condition: { StringEquals: { "ses:FromAddress": { Ref: "MailSender" } } },
    });
    expect(statements[0]!.resources.map((resource) => resource.replace(/^arn:.*:\d*[^:]*:/, ""))).toEqual([
      expect.stringMatching(/^configuration-set\/<MailConfigurationSet/),
      "identity/<MailIdentity>",
    ]);
    expect(property(only(prod(), "AWS::SES::ConfigurationSetEventDestination"), "EventDestination.MatchingEventTypes")).toEqual([
      "bounce",
      "complaint",
      "reject",
    ]);
    expect(property(only(prod(), "AWS::SES::ConfigurationSet"), "DeliveryOptions.TlsPolicy")).toBe("REQUIRE");
  });

  test("looks up groups of one user pool, and knows no more of people", () => {
    for (const stack of stacks) {
      expect(allowing(stack, "cognito-idp").map(({ actions }) => actions)).toEqual([["cognito-idp:ListUsersInGroup"]]);
      expect(allowing(stack, "cognito-idp")[0]!.resources[0]).toContain(`userpool/normenmonitor-${stack.stage.name}-user-pool-id`);
    }
  });

  test("uses no wildcard but for objects of what is published and of catalogue versions, and says which partitions", () => {
    for (const stack of stacks) {
      for (const { actions, resources, condition } of roleOf(stack)) {
        expect(actions.filter((action) => action.includes("*"))).toEqual([]);
        for (const resource of resources.filter((one) => one.includes("*"))) expect(resource).toMatch(/-arn\/(published\/|versions\/)?\*$/);
        if (!actions[0]!.startsWith("dynamodb:")) continue;
        const partitions = condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] as string[];
        for (const partition of partitions)
          expect(partition).toMatch(/^(DELIVERIES#\*|REVIEWS|DECISIONS|MAILS#\*|NOTIFIED|MAILCHOICES|MAILKEY)$/);
      }
    }
  });

  test("changes no delivery, no figure and no choice of a person", () => {
    const writes = roleOf(prod()).filter(({ actions }) => actions.some((action) => /Put|Update|Delete/.test(action)));
    const keys = writes.flatMap(({ condition }) => condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? ["?"]);
    // "?": its own log.
    expect([...new Set(keys as string[])].sort()).toEqual(["?", "MAILKEY", "MAILS#*", "NOTIFIED"]);
  });
});

test("a stage without a sender has no right to send, and its function knows no address", () => {
  expect(dev().stage.mailsReach).toBe("nobody");
  expect(allowing(dev(), "ses")).toEqual([]);
  expect(dev().all("AWS::SES::ConfigurationSet")).toEqual([]);
  expect(mailSettings(environment(dev()))).toBeUndefined();
});
