import { Validations } from "aws-cdk-lib";
import { Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type Access, statementsFor } from "../access.ts";
import type { Stores } from "../storage-stack.ts";

/** The role of a function: it may do what its access says and write its own log, nothing else. */
export function functionRole(scope: Construct, access: readonly Access[], stores: Stores, logGroup: LogGroup): Role {
  const role = new Role(scope, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    }),
  );
  for (const statement of access.flatMap((one) => statementsFor(one, stores))) role.addToPolicy(statement);
  for (const one of access) acknowledgeObjects(role, one, stores);
  return role;
}

/** Objects have no name at deployment: a prefix of one bucket is the narrowest that IAM can say. */
function acknowledgeObjects(role: Role, access: Access, stores: Stores): void {
  if (access.to === "table" || access.may.every((action) => action === "ListBucket")) return;
  const exported = (role.stack.resolve(stores[access.to].arn) as { readonly "Fn::ImportValue": string })["Fn::ImportValue"];
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${exported}/${access.under ?? ""}*]`,
    reason: `Keys of objects in ${access.to} are not known at deployment; it is one bucket${access.under ? `, under ${access.under}` : ""}.`,
  });
}
