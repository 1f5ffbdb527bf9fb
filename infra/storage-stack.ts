import { RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, BillingMode, Table } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { MalwareProtection } from "./constructs/malware-protection.ts";
import { People } from "./constructs/people.ts";
import { SecureBucket, type SecureBucketProps } from "./constructs/secure-bucket.ts";
import type { Stage } from "./stages.ts";

/** What the pipeline needs to know of a bucket or table: values that CloudFormation exports under a name a person can read. */
export interface Store {
  readonly name: string;
  readonly arn: string;
}

/** The buckets; the key is how the code calls them, the comment what lies in them. */
const buckets = {
  // Originals, `<body>/<file>`. A year: a body that overwrote its file may dispute what it sent until the next yearly review.
  deliveries: { noncurrentDays: 365, events: true },
  // Accepted reports, whole; one object per revision, never overwritten. A version can only be noncurrent by a mistake: time to notice it.
  reports: { noncurrentDays: 365 },
  // Between the steps of one execution, which last minutes. One that failed can be redriven for 14 days and then needs what the steps before it left.
  work: { noncurrentDays: 1, expires: { afterDays: 15 } },
  // Receipts are written again when a delivery arrives again under its old name.
  receipts: { noncurrentDays: 365 },
  // `published/` stays: what was known on a day cannot be computed again once reports were corrected. The scores of shards under `runs/`
  // are of use as long as a failed execution can be redriven, which is 14 days; a run is made every day, as the reference date moves on.
  figures: { noncurrentDays: 30, expires: { afterDays: 30, under: "runs/" } },
  // Small, and figures of years ago name the catalogue version they rest on: practically never (ten years).
  catalogue: { noncurrentDays: 3650 },
} as const satisfies Record<string, Omit<SecureBucketProps, "data">>;

export type BucketName = keyof typeof buckets;
export const bucketNames = Object.keys(buckets) as readonly BucketName[];
/** Where people sign in: values that CloudFormation exports. */
export interface SignIn {
  readonly userPoolId: string;
  /** Scheme and host of the pages on which people sign in. */
  readonly origin: string;
}

export type Stores = Readonly<Record<BucketName | "table", Store>>;

/** What must survive: the buckets, the table and who may sign in. Apart from the pipeline, so that the pipeline may be torn down and built up again. */
export class StorageStack extends Stack {
  readonly stores: Stores;
  readonly signIn: SignIn;
  /** Id of the plan by which deliveries are scanned for malware: a value that CloudFormation exports. */
  readonly malwarePlanId: string;

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: stage.data === "kept" });
    // A year: long enough to answer who fetched a report during the yearly review.
    const accessLogs = new SecureBucket(this, "AccessLogs", { noncurrentDays: 1, expires: { afterDays: 365 }, data: stage.data });

    const table = new Table(this, "Register", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      // Nights and weekends without a request, then a delivery of a year at once.
      billingMode: BillingMode.PAY_PER_REQUEST,
      // Sessions and what else is of use for hours only. A deletion by it comes up to two days late: who reads such an item looks at the time itself.
      timeToLiveAttribute: "expires",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.data === "kept",
      removalPolicy: stage.data === "kept" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });

    const made = bucketNames.map((name) => {
      const formsFrom = name === "deliveries" ? [portalOrigins(stage)] : undefined;
      const { bucket } = new SecureBucket(this, capitalised(name), { ...buckets[name], accessLogs, data: stage.data, formsFrom });
      return [name, bucket] as const;
    });
    const { planId } = new MalwareProtection(this, "MalwareProtection", { bucket: new Map(made).get("deliveries")! });
    this.malwarePlanId = this.exportValue(planId, { name: `normenmonitor-${stage.name}-malware-plan-id` });
    const exported = made.map(([name, { bucketName, bucketArn }]) => [name, this.exported(stage, name, bucketName, bucketArn)] as const);
    this.stores = {
      ...(Object.fromEntries(exported) as Record<BucketName, Store>),
      table: this.exported(stage, "table", table.tableName, table.tableArn),
    };
    const people = new People(this, "People", stage);
    this.signIn = {
      userPoolId: this.exportValue(people.pool.userPoolId, { name: `normenmonitor-${stage.name}-user-pool-id` }),
      origin: this.exportValue(people.signInOrigin, { name: `normenmonitor-${stage.name}-sign-in-origin` }),
    };
  }

  private exported(stage: Stage, what: string, name: string, arn: string): Store {
    const prefix = `normenmonitor-${stage.name}-${what}`;
    return { name: this.exportValue(name, { name: `${prefix}-name` }), arn: this.exportValue(arn, { name: `${prefix}-arn` }) };
  }
}

/**
 * From which pages files may come. Without a domain of its own the host of the portal is not known before it is deployed, and this stack comes
 * first. That costs no safety: what lets a file in is the form that the portal signed for one body and a quarter of an hour, not the page it is on.
 */
const portalOrigins = ({ domain }: Stage): string => (domain ? `https://${domain.name}` : "https://*.cloudfront.net");

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
