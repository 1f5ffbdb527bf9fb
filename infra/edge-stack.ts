import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Stage } from "./stages.ts";

/** Where the firewall of CloudFront lives, and nothing else of ours: AWS keeps web ACLs of scope CLOUDFRONT in this region only. */
export const edgeRegion = "us-east-1";

/**
 * Requests of one address in five minutes. A page is three requests, and a committee of fifteen may sit behind one address of an office: at a page
 * every ten seconds each that is 1 350.
 */
const MOST_REQUESTS = 2000;

/** Sets of rules that AWS keeps up to date, in the order in which they are asked: whom to refuse at all, then what. */
const managedRules = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"];

/**
 * Rules of those sets that count instead of refuse. They allow a body of 8 kB and a query of 2 kB (AWS WAF Developer Guide, "Core rule set"): a catalogue
 * that an administrator puts in force is larger, and so is an address with sixty norms for slides. The portal has a limit of its own
 * (`portal/form-guard.tsx`), and CloudFront takes no address above 8 kB.
 */
const tooNarrow: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"],
};

/**
 * The firewall before CloudFront. It holds no data: it counts, and it keeps no sample of requests, which would put addresses of visitors and their
 * cookies outside the EU.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, props);
    const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false });
    const acl = new CfnWebACL(this, "WebAcl", {
      name: `normenmonitor-${stage.name}-portal`,
      description: "Before the portal: known attacks, known attackers, and too many requests",
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: seen(`normenmonitor-${stage.name}-portal`),
      rules: [
        {
          name: "TooManyRequests",
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: MOST_REQUESTS, aggregateKeyType: "IP", evaluationWindowSec: 300 } },
          visibilityConfig: seen("TooManyRequests"),
        },
        ...managedRules.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: "AWS",
              name,
              ruleActionOverrides: tooNarrow[name]?.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: seen(name),
        })),
      ],
    });
    new CfnOutput(this, "WebAclArn", { value: acl.attrArn, description: "Parameter WebAclArn of the portal stack" });
  }
}
