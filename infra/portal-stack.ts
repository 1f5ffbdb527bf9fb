import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { UserPool } from "aws-cdk-lib/aws-cognito";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { DocumentedAlarm } from "./constructs/documented-alarm.ts";
import { Front } from "./constructs/front.ts";
import { PortalFunction } from "./constructs/portal-function.ts";
import { SignInClient } from "./constructs/sign-in-client.ts";
import { letManagePeople } from "./people-access.ts";
import type { Stage } from "./stages.ts";
import type { SignIn, Stores } from "./storage-stack.ts";

export interface PortalStackProps extends StackProps {
  readonly stage: Stage;
  readonly stores: Stores;
  readonly signIn: SignIn;
  /** Names of the state machines whose executions are shown. */
  readonly machines: readonly string[];
  /** ARN of the topic of whoever is on duty. */
  readonly alarmsArn: string;
  readonly code: Code;
}

/**
 * The portal: CloudFront → HTTP API → function, and its place at the user pool. May be torn down and built up again.
 * The function must know the address that people see, which is that of CloudFront, which must know the API, which calls the function. It is no circle:
 * CloudFront needs the address of the API, and that exists before a route of it does.
 */
export class PortalStack extends Stack {
  /** Scheme and host as people see it: a value that CloudFormation exports. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: PortalStackProps) {
    super(scope, id, props);
    const { stage, stores, signIn, machines, code } = props;
    const alarms = Topic.fromTopicArn(this, "Alarms", props.alarmsArn);
    const webAcl = new CfnParameter(this, "WebAclArn", {
      description: "Output WebAclArn of the edge stack of this stage",
      allowedPattern: "arn:aws:wafv2:us-east-1:[0-9]{12}:global/webacl/.+",
    });
    const api = new HttpApi(this, "Api", { apiName: `normenmonitor-${stage.name}-portal`, createDefaultStage: false });
    const front = new Front(this, "Front", { stage: stage.name, api, domain: stage.domain, webAcl: webAcl.valueAsString });
    const pool = UserPool.fromUserPoolId(this, "People", signIn.userPoolId);
    const client = new SignInClient(this, "SignIn", { pool, origin: front.origin, federation: stage.federation });
    const portal = new PortalFunction(this, "Portal", {
      stage: stage.name,
      code,
      stores,
      machines,
      alarms,
      environment: {
        PORTAL_ORIGIN: front.origin,
        PORTAL_HOSTS: front.apiHost,
        PORTAL_FRONT_SECRET: front.secret.secretValue.unsafeUnwrap(),
        UPLOAD_ORIGIN: `https://${stores.deliveries.name}.s3.${this.region}.amazonaws.com`,
        OIDC_ISSUER: `https://cognito-idp.${this.region}.amazonaws.com/${signIn.userPoolId}`,
        OIDC_CLIENT_ID: client.id,
        OIDC_CLIENT_SECRET: client.secret,
        OIDC_END_ADDRESS: `${signIn.origin}/logout?client_id=${client.id}&logout_uri={return}`,
        OIDC_TOKEN_ADDRESS: `${signIn.origin}/oauth2/token`,
        ...(stage.openData ? { OPEN_DATA_PUBLISHER: stage.openData.publisher, OPEN_DATA_LICENCE: stage.openData.licence } : {}),
      },
    });
    letManagePeople(portal.function, signIn.userPoolId);
    this.origin = this.exportValue(front.origin, { name: `normenmonitor-${stage.name}-portal-origin` });
    this.route(api, portal);
    this.listen(api, stage);
    this.watch(api, stage, alarms);
    new CfnOutput(this, "PortalAddress", { value: front.origin });
    new CfnOutput(this, "DistributionHost", { value: front.distribution.distributionDomainName });
  }

  private route(httpApi: HttpApi, portal: PortalFunction): void {
    const route = new HttpRoute(this, "Route", {
      httpApi,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("Integration", portal.function),
    });
    Validations.of(route).acknowledge({
      id: "AwsSolutions-APIG4",
      reason:
        "Who may see what is decided in the portal, per page, by a session that can be ended (docs/decisions/0020-sign-in.md); an authorizer cannot read its cookie.",
    });
  }

  private listen(httpApi: HttpApi, stage: Stage): void {
    const logGroup = new LogGroup(this, "AccessLog", {
      // Under this prefix the log needs no place in the account's one resource policy, which has a size limit.
      logGroupName: `/aws/vendedlogs/apis/normenmonitor-${stage.name}-portal`,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, "Stage", {
      httpApi,
      autoDeploy: true,
      // Fifteen people who open a page at once is 45 requests; ten pages a second is more than the whole sector asks. More is an accident or an attack.
      throttle: { burstLimit: 100, rateLimit: 50 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        // What, when, how it ended and how long it took. No address of the visitor, no query, no cookie: `docs/privacy.md`.
        format: AccessLogFormat.custom(
          JSON.stringify({
            request: "$context.requestId",
            time: "$context.requestTime",
            method: "$context.httpMethod",
            path: "$context.path",
            status: "$context.status",
            bytes: "$context.responseLength",
            ms: "$context.responseLatency",
            error: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
  }

  private watch(api: HttpApi, stage: Stage, topic: ITopic): void {
    new DocumentedAlarm(this, "Failing", {
      stage: stage.name,
      name: "portal-failing",
      observed: "The portal answered three requests within five minutes with an error of its own.",
      failureMeans: "People see an error page: certifying bodies cannot deliver or read a receipt, policy staff see no figures.",
      // One alone may be a passing fault of a store, which the next click mends.
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
      threshold: 3,
      topic,
    });
  }
}
