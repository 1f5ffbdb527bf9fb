import { beforeAll, describe, expect, test } from "vitest";
import { asText, property, type Resource, type StackOfStage, type Statement, statementsOf, synthesizeStages } from "./synthesized.ts";

let stacks: readonly StackOfStage[];
const everyBucket = () => stacks.flatMap((stack) => stack.all("AWS::S3::Bucket").map((bucket) => ({ stack, bucket })));
/** Is it a statement about the malware scan? */
const byScan = (condition: Statement["condition"]) => condition?.["ArnNotEquals"] !== undefined;
const policyOf = (stack: StackOfStage, bucket: Resource) =>
  stack.all("AWS::S3::BucketPolicy").find((policy) => asText(property(policy, "Bucket")) === `<${bucket.id}>`);

beforeAll(() => {
  stacks = synthesizeStages().map(({ storage }) => storage);
});

describe("every bucket", () => {
  test("there are seven per stage: what is delivered, accepted, underway, answered, published, the catalogue, and who asked for it", () => {
    for (const stack of stacks) expect(stack.all("AWS::S3::Bucket")).toHaveLength(7);
  });

  test("is closed to the public in all four ways, and objects belong to the owner of the bucket", () => {
    for (const { bucket } of everyBucket()) {
      expect(property(bucket, "PublicAccessBlockConfiguration")).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(property(bucket, "OwnershipControls.Rules")).toEqual([{ ObjectOwnership: "BucketOwnerEnforced" }]);
    }
  });

  test("is versioned and encrypted", () => {
    for (const { bucket } of everyBucket()) {
      expect(property(bucket, "VersioningConfiguration.Status")).toBe("Enabled");
      expect(property(bucket, "BucketEncryption.ServerSideEncryptionConfiguration")).toHaveLength(1);
    }
  });

  test("refuses requests without TLS, and with TLS older than 1.2, for itself and for its objects", () => {
    for (const { stack, bucket } of everyBucket()) {
      const denied = statementsOf(property(policyOf(stack, bucket)!, "PolicyDocument")).filter(({ effect }) => effect === "Deny");
      const conditions = denied.map(({ condition }) => condition);
      expect(conditions).toContainEqual({ Bool: { "aws:SecureTransport": "false" } });
      expect(conditions).toContainEqual({ NumericLessThan: { "s3:TlsVersion": 1.2 } });
      for (const { actions, resources, principal } of denied.filter(({ condition }) => !byScan(condition))) {
        expect(actions).toEqual(["s3:*"]);
        expect(principal).toEqual({ AWS: "*" });
        expect(resources).toEqual([`<${bucket.id}.Arn>`, `<${bucket.id}.Arn>/*`]);
      }
    }
  });

  test("lets nobody in through its own policy, but for S3 itself bringing access logs", () => {
    for (const { stack, bucket } of everyBucket()) {
      const allowed = statementsOf(property(policyOf(stack, bucket)!, "PolicyDocument")).filter(({ effect }) => effect === "Allow");
      for (const { actions, principal, condition } of allowed) {
        expect(actions).toEqual(["s3:PutObject"]);
        expect(principal).toEqual({ Service: "logging.s3.amazonaws.com" });
        expect(condition).toMatchObject({ StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } });
      }
      expect(allowed.length > 0).toBe(bucket.id.startsWith("AccessLogs"));
    }
  });

  test("logs who asked for what, but for the bucket of the logs", () => {
    for (const { bucket } of everyBucket()) {
      expect(bucket.Properties["LoggingConfiguration"] === undefined).toBe(bucket.id.startsWith("AccessLogs"));
    }
  });

  test("drops uploads that were abandoned, and old versions after a time", () => {
    for (const { bucket } of everyBucket()) {
      const rules = property<Record<string, Record<string, unknown>>[]>(bucket, "LifecycleConfiguration.Rules");
      expect(rules).toContainEqual(
        expect.objectContaining({ Status: "Enabled", AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
      );
      expect(rules.some((rule) => rule["NoncurrentVersionExpiration"])).toBe(true);
    }
  });
});

test("nothing that was delivered, answered or published goes by itself: only what is underway, and the access logs", () => {
  for (const stack of stacks) {
    const expiring = stack.all("AWS::S3::Bucket").flatMap((bucket) => {
      const rules = property<{ ExpirationInDays?: number; Prefix?: string }[]>(bucket, "LifecycleConfiguration.Rules");
      return rules
        .filter((rule) => rule.ExpirationInDays)
        .map((rule) => `${bucket.id.replace(/Bucket.*/, "")}/${rule.Prefix ?? ""} ${rule.ExpirationInDays} days`);
    });
    expect(expiring.sort()).toEqual(["AccessLogs/ 365 days", "Figures/runs/ 30 days", "Work/ 15 days"]);
  }
});

test("only the deliveries bucket tells EventBridge of its objects, without a custom resource", () => {
  for (const stack of stacks) {
    const telling = stack.all("AWS::S3::Bucket").filter((bucket) => bucket.Properties["NotificationConfiguration"]);
    expect(telling.map(({ id }) => id)).toEqual([expect.stringMatching(/^Deliveries/)]);
    expect(property(telling[0]!, "NotificationConfiguration")).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
    expect(stack.resources.filter(({ Type }) => Type.startsWith("Custom::") || Type === "AWS::Lambda::Function")).toEqual([]);
  }
});

test("the register is one table with string keys, paid per request, restorable to any second of the last month", () => {
  for (const stack of stacks) {
    const [table, ...others] = stack.all("AWS::DynamoDB::Table");
    expect(others).toEqual([]);
    expect(table!.Properties).toMatchObject({
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "sk", AttributeType: "S" },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
    // What carries a time to go, goes: sessions. Nothing that is a record carries one.
    expect(table!.Properties["TimeToLiveSpecification"]).toEqual({ AttributeName: "expires", Enabled: true });
  }
});

test("where data is kept, deleting a stack or a resource deletes no data", () => {
  const kept = stacks.filter(({ stage }) => stage.data === "kept");
  expect(kept.map(({ stage }) => stage.name)).toContain("prod");
  for (const stack of kept) {
    for (const resource of ["AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::Cognito::UserPool"].flatMap(stack.all)) {
      expect([resource.id, resource.DeletionPolicy, resource.UpdateReplacePolicy]).toEqual([resource.id, "Retain", "Retain"]);
    }
    expect(property(stack.all("AWS::DynamoDB::Table")[0]!, "DeletionProtectionEnabled")).toBe(true);
    expect(property(stack.all("AWS::Cognito::UserPool")[0]!, "DeletionProtection")).toBe("ACTIVE");
  }
});
