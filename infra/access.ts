import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { environmentNames } from "../functions/runtime/config.ts";
import type { BucketName, Stores } from "./storage-stack.ts";

/** What one function may do with one bucket or with the table. The function is told the name of exactly what it may use. */
export type Access = BucketAccess | TableAccess;

export interface BucketAccess {
  readonly to: BucketName;
  /**
   * `ListBucket` is not for listing: without it S3 answers "forbidden" where it should say "there is no such object", and what asks
   * whether an object exists fails. Source: Amazon S3 API, GetObject, "Permissions".
   */
  readonly may: readonly ("GetObject" | "GetObjectVersion" | "GetObjectVersionTagging" | "PutObject" | "ListBucket")[];
  /** Objects whose key begins so; absent: all of the bucket. */
  readonly under?: string;
}

export interface TableAccess {
  readonly to: "table";
  readonly may: readonly ("GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem")[];
  /** Partition keys, or how they begin (`SHARD#*`): see `functions/adapters/table/`. */
  readonly partitions: readonly string[];
}

export function environmentFor(access: readonly Access[], stores: Stores): Record<string, string> {
  return Object.fromEntries(access.map(({ to }) => [environmentNames[to], stores[to].name]));
}

/** The statements that allow exactly this. CDK's own grants are not used: they bring `s3:GetObject*`, `s3:List*` and the like. */
export function statementsFor(access: Access, stores: Stores): PolicyStatement[] {
  return access.to === "table" ? [tableStatement(access, stores)] : bucketStatements(access, stores);
}

function tableStatement({ may, partitions }: TableAccess, stores: Stores): PolicyStatement {
  return new PolicyStatement({
    actions: may.map((action) => `dynamodb:${action}`),
    resources: [stores.table.arn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...partitions] } },
  });
}

function bucketStatements({ to, may, under }: BucketAccess, stores: Stores): PolicyStatement[] {
  const onObjects = may.filter((action) => action !== "ListBucket");
  const onBucket = may.filter((action) => action === "ListBucket");
  return [
    ...(onObjects.length > 0 ? [statement(onObjects, objectsIn(stores[to].arn, under))] : []),
    ...(onBucket.length > 0 ? [statement(onBucket, stores[to].arn)] : []),
  ];
}

const objectsIn = (arn: string, under = ""): string => `${arn}/${under}*`;

const statement = (actions: readonly string[], resource: string): PolicyStatement =>
  new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [resource] });
