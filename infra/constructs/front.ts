import { Duration, Stack, Validations } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import { FRONT_HEADER } from "../../functions/portal/front.ts";
import type { PortalDomain } from "../stages.ts";

export interface FrontProps {
  readonly stage: string;
  readonly api: HttpApi;
  readonly domain: PortalDomain | null;
  /** ARN of the web ACL, in us-east-1. */
  readonly webAcl: string;
}

/** The content network before the portal: TLS, the firewall, and the files that never change under their address. It keeps no page. */
export class Front extends Construct {
  readonly distribution: Distribution;
  /** Host of the API itself, which requests come for. */
  readonly apiHost: string;
  /** Scheme and host as people see it. */
  readonly origin: string;
  /** What the distribution says to the portal, and nobody else can. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage, api, domain, webAcl }: FrontProps) {
    super(scope, id);
    this.apiHost = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    this.secret = new Secret(this, "Secret", {
      description: `normenmonitor ${stage}: by which the portal knows that a request came through CloudFront`,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    Validations.of(this.secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason:
        "Two places must have the same value at the same moment, and CloudFront takes minutes: a rotation by itself would shut the portal meanwhile. " +
        "docs/runbook.md says how to renew it by a deployment. It gives no rights: whoever has it can only skip the firewall.",
    });

    const origin = new HttpOrigin(this.apiHost, {
      originId: "api",
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { [FRONT_HEADER]: this.secret.secretValue.unsafeUnwrap() },
    });
    const unchanging = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: this.unchangingFiles(stage),
      compress: true,
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: `normenmonitor ${stage}`,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // API Gateway answers only for its own host; the portal is told which that is (PORTAL_HOSTS).
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        // The portal compresses its pages itself: without a cache CloudFront does not.
        compress: false,
      },
      additionalBehaviors: { "/stijl.css": unchanging, "/scripts/*": unchanging },
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Europe and North America: its users are in the Netherlands.
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAcl,
      ...(domain
        ? {
            domainNames: [domain.name],
            certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificate),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
    });
    this.origin = `https://${domain?.name ?? this.distribution.distributionDomainName}`;
    this.acknowledge(domain);
  }

  /** Kept as long as the portal says, by the whole address: `?v=` changes with the content. Cookies stay outside. */
  private unchangingFiles(stage: string): CachePolicy {
    return new CachePolicy(this, "UnchangingFiles", {
      cachePolicyName: `normenmonitor-${stage}-unchanging-files`,
      comment: "Style sheet and scripts, whose address changes with their content",
      queryStringBehavior: CacheQueryStringBehavior.all(),
      minTtl: Duration.seconds(0),
      // What does not say how long it may be kept, is not.
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private acknowledge(domain: PortalDomain | null): void {
    Validations.of(this.distribution).acknowledge(
      {
        id: "AwsSolutions-CFR1",
        reason: "Nobody is kept out by country: people travel, and whoever may see something signs in with a second factor.",
      },
      {
        id: "AwsSolutions-CFR3",
        reason:
          "Every page is in the access log of the API, in the EU and without addresses of visitors; what CloudFront answers itself is the style sheet and scripts.",
      },
    );
    if (domain) return;
    Validations.of(this.distribution).acknowledge({
      id: "AwsSolutions-CFR4",
      reason:
        "With the certificate of CloudFront itself the oldest TLS version cannot be chosen. A stage with a domain of its own (infra/stages.ts) takes TLS 1.2 and up.",
    });
  }
}
