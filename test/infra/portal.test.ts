import { beforeAll, describe, expect, test } from "vitest";
import { FRONT_HEADER } from "../../functions/portal/front.ts";
import { settingsFrom } from "../../functions/portal/settings.ts";
import { type Stage, stages } from "../../infra/stages.ts";
import {
  allowedByRole,
  asText,
  makeApp,
  property,
  type Resource,
  type StackOfStage,
  type SynthesizedStage,
  synthesizeStages,
} from "./synthesized.ts";

/** A stage as it is once its owner has a domain and another issuer. */
const furnished: Stage = {
  ...stages.find(({ name }) => name === "prod")!,
  domain: { name: "normen.example.org", certificate: "arn:aws:acm:us-east-1:111122223333:certificate/0" },
  federation: { name: "Stichting", issuer: "https://login.example.org", clientId: "portaal", secretName: "prod-federation" },
};

let made: readonly SynthesizedStage[];
let withDomain: SynthesizedStage;
const only = (stack: StackOfStage, type: string): Resource => {
  const [first, ...others] = stack.all(type);
  expect([type, others.map(({ id }) => id)]).toEqual([type, []]);
  return first!;
};
const everyPortal = () => [...made, withDomain].map(({ portal }) => portal);
const distribution = (stack: StackOfStage) =>
  property<Record<string, unknown>>(only(stack, "AWS::CloudFront::Distribution"), "DistributionConfig");
const environment = (stack: StackOfStage) =>
  Object.fromEntries(
    Object.entries(property<Record<string, unknown>>(only(stack, "AWS::Lambda::Function"), "Environment.Variables")).map(
      ([name, value]) => [name, asText(value)] as const,
    ),
  );

beforeAll(() => {
  made = synthesizeStages();
  [withDomain] = synthesizeStages(makeApp({ stages: [furnished] }), [furnished]) as [SynthesizedStage];
});

test("a stage with a domain and another issuer passes the checks of AWS Solutions as well", () => {
  expect(() => makeApp({ stages: [furnished] }).synth()).not.toThrow();
});

describe("the way to the portal", () => {
  test("has no circle: every stack can be deployed in one go", () => {
    for (const { portal, storage, pipeline } of [...made, withDomain]) {
      for (const stack of [portal, storage, pipeline]) expect([stack.stage.name, circle(stack)]).toEqual([stack.stage.name, undefined]);
    }
  });

  test("leads through CloudFront alone: it says what only the portal knows, and by TLS 1.2", () => {
    for (const stack of everyPortal()) {
      const [origin, ...others] = distribution(stack)["Origins"] as Record<string, unknown>[];
      expect(others).toEqual([]);
      const headers = origin!["OriginCustomHeaders"] as { HeaderName: string; HeaderValue: unknown }[];
      expect(headers.map(({ HeaderName }) => HeaderName)).toEqual([FRONT_HEADER]);
      expect(asText(headers[0]!.HeaderValue)).toBe(environment(stack)["PORTAL_FRONT_SECRET"]);
      expect(asText(headers[0]!.HeaderValue)).toMatch(/^\{\{resolve:secretsmanager:<FrontSecret\w+>:SecretString:::\}\}$/);
      expect(origin!["CustomOriginConfig"]).toMatchObject({ OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] });
    }
  });

  test("is TLS only, over HTTP/3 too, behind the firewall; with a domain of its own TLS 1.2 at least", () => {
    for (const stack of everyPortal()) {
      const config = distribution(stack);
      expect(config).toMatchObject({ HttpVersion: "http2and3", WebACLId: { Ref: "WebAclArn" } });
      for (const behaviour of behaviours(config)) expect(behaviour["ViewerProtocolPolicy"]).toBe("redirect-to-https");
    }
    expect(distribution(withDomain.portal)).toMatchObject({
      Aliases: ["normen.example.org"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021", SslSupportMethod: "sni-only" },
    });
  });

  test("keeps the style sheet and scripts by their whole address, without cookies, and no page", () => {
    for (const stack of everyPortal()) {
      const [pages, ...kept] = behaviours(distribution(stack));
      // Managed policies "CachingDisabled" and "AllViewerExceptHostHeader": Amazon CloudFront Developer Guide.
      expect(pages).toMatchObject({
        CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      });
      const policy = only(stack, "AWS::CloudFront::CachePolicy");
      expect(
        kept.map((behaviour) => [behaviour["PathPattern"], asText(behaviour["CachePolicyId"]), behaviour["OriginRequestPolicyId"]]),
      ).toEqual([
        ["/stijl.css", `<${policy.id}>`, undefined],
        ["/scripts/*", `<${policy.id}>`, undefined],
      ]);
      expect(property(policy, "CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin")).toMatchObject({
        CookiesConfig: { CookieBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "all" },
      });
      expect(property(policy, "CachePolicyConfig.DefaultTTL")).toBe(0);
    }
  });

  test("takes a limited number of requests, and logs each without saying whose it was", () => {
    for (const stack of everyPortal()) {
      const stage = only(stack, "AWS::ApiGatewayV2::Stage");
      expect(property(stage, "DefaultRouteSettings")).toEqual({ ThrottlingBurstLimit: 100, ThrottlingRateLimit: 50 });
      const format = property<string>(stage, "AccessLogSettings.Format");
      expect(Object.keys(JSON.parse(format))).toEqual(["request", "time", "method", "path", "status", "bytes", "ms", "error"]);
      expect(format).not.toMatch(/sourceIp|identity|userAgent|querystring|header|cookie|authorizer/i);
    }
  });
});

describe("the firewall", () => {
  test("stands before CloudFront with the rules of AWS against known attackers and attacks, and a limit per address", () => {
    for (const { edge } of made) {
      const acl = only(edge, "AWS::WAFv2::WebACL");
      expect(acl.Properties).toMatchObject({ Scope: "CLOUDFRONT", DefaultAction: { Allow: {} } });
      const rules = property<Record<string, unknown>[]>(acl, "Rules");
      expect(rules.map((rule) => rule["Name"])).toEqual([
        "TooManyRequests",
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesCommonRuleSet",
      ]);
      // Blocks, and does not merely count.
      expect(rules.map((rule) => rule["Action"] ?? rule["OverrideAction"])).toEqual([
        { Block: {} },
        { None: {} },
        { None: {} },
        { None: {} },
      ]);
      expect(rules.map((rule) => rule["Priority"])).toEqual([0, 1, 2, 3]);
      expect(rules[0]?.["Statement"]).toEqual({ RateBasedStatement: { AggregateKeyType: "IP", EvaluationWindowSec: 300, Limit: 2000 } });
    }
  });
});

test("the firewall lets through a catalogue of more than 8 kB and an address with sixty norms: the only rules that merely count", () => {
  for (const { edge } of made) {
    const counting = JSON.stringify(only(edge, "AWS::WAFv2::WebACL")).match(/\{"ActionToUse":\{"Count":\{\}\},"Name":"(\w+)"\}/g) ?? [];
    expect(counting.map((rule) => /"Name":"(\w+)"/.exec(rule)?.[1])).toEqual(["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]);
  }
});

describe("the function", () => {
  test("is told everything that its settings ask for, with addresses that are addresses", () => {
    for (const stack of everyPortal()) {
      const env = environment(stack);
      const readable = Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          value.replace(/^normenmonitor-\w+-sign-in-origin/, "https://x").replaceAll(/<[\w.:]+>/g, "x"),
        ]),
      );
      const settings = settingsFrom(readable);
      expect(settings.hosts).toEqual(["x.execute-api.eu-central-1.amazonaws.com"]);
      expect(settings.machines.map((arn) => arn.split(":").at(-1))).toEqual([
        `normenmonitor-${stack.stage.name}-ingest-delivery`,
        `normenmonitor-${stack.stage.name}-score-norms`,
        `normenmonitor-${stack.stage.name}-relevance-review`,
      ]);
      expect(settings.issuer.endAddress).toContain("{return}");
    }
    expect(environment(withDomain.portal)["PORTAL_ORIGIN"]).toBe("https://normen.example.org");
    expect(environment(made[0]!.portal)["PORTAL_ORIGIN"]).toMatch(/^https:\/\/<FrontDistribution\w+\.DomainName>$/);
  });

  test("is called by this API alone, in a role that lists executions, reads their outcome, lets one that failed go on, and touches no more than its lines say", () => {
    for (const stack of everyPortal()) {
      const permission = only(stack, "AWS::Lambda::Permission");
      expect(permission.Properties).toMatchObject({ Action: "lambda:InvokeFunction", Principal: "apigateway.amazonaws.com" });
      expect(asText(property(permission, "SourceArn"))).toMatch(/execute-api:eu-central-1:<AWS::AccountId>:<Api\w+>\/\*\/\*$/);
      const [statements] = [...allowedByRole(stack).values()];
      const name = `normenmonitor-${stack.stage.name}`;
      for (const { actions, resources, condition } of statements!) {
        expect(actions.filter((action) => action.includes("*"))).toEqual([]);
        expect(resources).not.toContain("*");
        if (actions.some((action) => action.startsWith("dynamodb:"))) {
          for (const key of condition!["ForAllValues:StringLike"]!["dynamodb:LeadingKeys"] as string[])
            expect(key).toMatch(/^[A-Z]+(#\*)?$/);
        }
      }
      const onExecutions = statements!.filter(({ actions }) => actions.some((action) => action.startsWith("states:")));
      expect(onExecutions.map(({ actions }) => actions)).toEqual([
        ["states:ListExecutions"],
        ["states:StartExecution"],
        ["states:DescribeExecution", "states:RedriveExecution"],
      ]);
      for (const { resources } of onExecutions) for (const resource of resources) expect(resource).toContain(`:${name}-`);
      // People are managed in the pool of this stage alone, and nobody's password or second factor is set.
      const onPeople = statements!.filter(({ actions }) => actions.some((action) => action.startsWith("cognito-idp:")));
      expect(onPeople.flatMap(({ actions }) => actions).sort()).toEqual(
        [
          ...["AdminAddUserToGroup", "AdminCreateUser", "AdminDisableUser", "AdminEnableUser", "AdminGetUser", "AdminListGroupsForUser"],
          ...["AdminRemoveUserFromGroup", "AdminUserGlobalSignOut", "CreateGroup", "ListGroups", "ListUsers", "ListUsersInGroup"],
        ].map((action) => `cognito-idp:${action}`),
      );
      for (const resource of onPeople.flatMap(({ resources }) => resources)) {
        expect(resource).toMatch(new RegExp(`:cognito-idp:eu-central-1:<AWS::AccountId>:userpool/${name}-user-pool-id$`));
      }
      expect(environment(stack)["USER_POOL_ID"]).toBe(`${name}-user-pool-id`);
      // A delivery is sent, never read: not even by whoever sent it.
      const onDeliveries = statements!.filter(({ resources }) =>
        resources.some((resource) => resource.startsWith(`${name}-deliveries-arn`)),
      );
      expect(onDeliveries.flatMap(({ actions }) => actions).sort()).toEqual(["s3:ListBucket", "s3:PutObject"]);
    }
  });
});

describe("who may sign in", () => {
  test("is invited by an administrator, with a second factor that is no text message, and cannot try passwords that are known", () => {
    for (const { storage } of made) {
      const pool = only(storage, "AWS::Cognito::UserPool");
      expect(pool.Properties).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: "ON",
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
        UserPoolTier: "PLUS",
        UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" },
      });
      expect(property(pool, "Policies.PasswordPolicy.MinimumLength")).toBeGreaterThanOrEqual(12);
      expect(
        storage
          .all("AWS::Cognito::UserPoolGroup")
          .map((group) => property(group, "GroupName"))
          .sort(),
      ).toEqual(["beheer", "beleid", "commissie"]);
      expect(property(only(storage, "AWS::Cognito::UserPoolDomain"), "ManagedLoginVersion")).toBe(2);
    }
  });

  test("comes by a code to the portal alone, whose client has a secret; machines get a token to deliver and nothing else", () => {
    for (const stack of everyPortal()) {
      const client = only(stack, "AWS::Cognito::UserPoolClient");
      const origin = environment(stack)["PORTAL_ORIGIN"];
      expect(client.Properties).toMatchObject({ GenerateSecret: true, AllowedOAuthFlows: ["code"], PreventUserExistenceErrors: "ENABLED" });
      expect(property<unknown[]>(client, "CallbackURLs").map(asText)).toEqual([`${origin}/aangemeld`]);
      expect(property<unknown[]>(client, "LogoutURLs").map(asText)).toEqual([`${origin}/afgemeld`]);
      // Managed login shows no pages for a client without a style.
      expect(asText(property(only(stack, "AWS::Cognito::ManagedLoginBranding"), "ClientId"))).toBe(`<${client.id}>`);
    }
    for (const { storage } of made) {
      const server = only(storage, "AWS::Cognito::UserPoolResourceServer");
      expect([
        property(server, "Identifier"),
        property<{ ScopeName: string }[]>(server, "Scopes").map(({ ScopeName }) => ScopeName),
      ]).toEqual(["normenmonitor", ["aanleveren"]]);
    }
  });

  test("may have an account elsewhere, where the stage says so; its secret stands in no template", () => {
    for (const { storage, portal } of made) {
      expect(storage.all("AWS::Cognito::UserPoolIdentityProvider")).toEqual([]);
      expect(property(only(portal, "AWS::Cognito::UserPoolClient"), "SupportedIdentityProviders")).toEqual(["COGNITO"]);
    }
    const provider = only(withDomain.storage, "AWS::Cognito::UserPoolIdentityProvider");
    expect(provider.Properties).toMatchObject({ ProviderName: "Stichting", ProviderType: "OIDC" });
    expect(property(provider, "ProviderDetails")).toMatchObject({
      oidc_issuer: "https://login.example.org",
      client_id: "portaal",
      client_secret: "{{resolve:secretsmanager:prod-federation:SecretString:::}}",
    });
    expect(property(only(withDomain.portal, "AWS::Cognito::UserPoolClient"), "SupportedIdentityProviders")).toEqual([
      "COGNITO",
      "Stichting",
    ]);
  });
});

describe("what is delivered", () => {
  const deliveries = (storage: StackOfStage) => storage.all("AWS::S3::Bucket").find(({ id }) => id.startsWith("Deliveries"))!;

  test("comes from pages of the portal by a form, and by no other method", () => {
    const cors = ({ storage }: SynthesizedStage) => property(deliveries(storage), "CorsConfiguration.CorsRules");
    expect(cors(withDomain)).toEqual([{ AllowedMethods: ["POST"], AllowedOrigins: ["https://normen.example.org"] }]);
    for (const one of made) expect(cors(one)).toEqual([{ AllowedMethods: ["POST"], AllowedOrigins: ["https://*.cloudfront.net"] }]);
    for (const { storage } of made) {
      const withCors = storage.all("AWS::S3::Bucket").filter(({ Properties }) => Properties["CorsConfiguration"]);
      expect(withCors.map(({ id }) => id)).toEqual([deliveries(storage).id]);
    }
  });
});

const behaviours = (config: Record<string, unknown>): Record<string, unknown>[] => [
  config["DefaultCacheBehavior"] as Record<string, unknown>,
  ...(config["CacheBehaviors"] as Record<string, unknown>[]),
];

/** Resources of a stack that wait for each other, if there are any: what `cdk synth` does not see and CloudFormation refuses. */
function circle({ resources, template }: StackOfStage): readonly string[] | undefined {
  const ids = new Set(resources.map(({ id }) => id));
  const raw = template["Resources"] as Record<string, { DependsOn?: string | string[] }>;
  const needs = new Map(
    resources.map(({ id, Properties }) => {
      const text = JSON.stringify(Properties ?? {});
      const named = [...text.matchAll(/"Ref":"(\w+)"|"Fn::GetAtt":\["(\w+)"/g)].map(([, ref, attribute]) => ref ?? attribute!);
      return [id, [...named, ...[raw[id]?.DependsOn ?? []].flat()].filter((other) => ids.has(other) && other !== id)] as const;
    }),
  );
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of needs.get(id) ?? []) {
      const found = walk(next, [...path, id]);
      if (found) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const id of ids) {
    const found = walk(id, []);
    if (found) return found;
  }
  return undefined;
}
