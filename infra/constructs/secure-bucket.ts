import { Duration, RemovalPolicy } from "aws-cdk-lib";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

export interface SecureBucketProps {
  /** Days that an overwritten or deleted version can still be brought back. */
  readonly noncurrentDays: number;
  /** Objects that go by themselves, those under a prefix or all of them; absent: none. */
  readonly expires?: { readonly afterDays: number; readonly under?: string };
  /** Where requests for this bucket are logged; absent only for the bucket of the logs itself, which would never stop logging. */
  readonly accessLogs?: SecureBucket;
  /** Tells EventBridge about every object. */
  readonly events?: boolean;
  /** Origins whose pages may send files here, by a form that the portal signed; absent: none. */
  readonly formsFrom?: readonly string[];
  readonly data: "kept" | "disposable";
}

/** A bucket that is private, versioned, encrypted and reachable over TLS 1.2 and up only, that cleans up after itself and logs who asked for what. */
export class SecureBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: SecureBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, "Bucket", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // Keys of S3 itself and not our own: see docs/decisions/0009-infrastructure.md.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: lifecycle(props),
      ...(props.formsFrom ? { cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [...props.formsFrom] }] } : {}),
      removalPolicy: props.data === "kept" ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.accessLogs ? { serverAccessLogsBucket: props.accessLogs.bucket, serverAccessLogsPrefix: `${id.toLowerCase()}/` } : {}),
    });
    // The L1 property: `eventBridgeEnabled` of the L2 would add a custom resource with a Python function.
    if (props.events) {
      (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}

function lifecycle({ noncurrentDays, expires }: SecureBucketProps): LifecycleRule[] {
  const noncurrentVersionExpiration = Duration.days(noncurrentDays);
  return [
    {
      id: "abandoned-uploads",
      // A week: an upload that broke off on Friday may still be resumed on Monday; its parts cost money and show nowhere.
      abortIncompleteMultipartUploadAfter: Duration.days(7),
    },
    // The marker that a deletion leaves goes with the last version behind it. S3 does not take both in one rule.
    { id: "old-versions", noncurrentVersionExpiration, expiredObjectDeleteMarker: true },
    ...(expires
      ? [{ id: "expired", expiration: Duration.days(expires.afterDays), ...(expires.under ? { prefix: expires.under } : {}) }]
      : []),
  ];
}
