import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { environmentNames } from "../functions/runtime/config.ts";

/** What `peopleDirectory()` asks: who is in one group. */
const listing = ["ListUsersInGroup"] as const;

/**
 * What `peopleKeeper()` asks besides, one for one. There is no deleting among it: a person who is blocked stays the answer to who decided something. Nor
 * can it set a password or a second factor, so whoever takes over the portal cannot sign in as somebody else.
 */
const managing = [
  ...listing,
  "ListUsers",
  "ListGroups",
  "AdminGetUser",
  "AdminListGroupsForUser",
  "AdminCreateUser",
  "AdminAddUserToGroup",
  "AdminRemoveUserFromGroup",
  "AdminDisableUser",
  "AdminEnableUser",
  "AdminUserGlobalSignOut",
  "CreateGroup",
] as const;

/** Lets a function find people by their group, with their addresses: `peopleDirectory()` works in it from then on. */
export const letFindPeople = (fn: LambdaFunction, userPoolId: string): void => allow(fn, userPoolId, listing);

/** Lets a function manage people: `peopleKeeper()` works in it from then on. */
export const letManagePeople = (fn: LambdaFunction, userPoolId: string): void => allow(fn, userPoolId, managing);

function allow(fn: LambdaFunction, userPoolId: string, actions: readonly string[]): void {
  fn.addEnvironment(environmentNames.userPool, userPoolId);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `cognito-idp:${action}`),
      resources: [Stack.of(fn).formatArn({ service: "cognito-idp", resource: "userpool", resourceName: userPoolId })],
    }),
  );
}
