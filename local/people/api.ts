/**
 * The calls of a Cognito user pool that this product makes, on the people of this machine. No mail goes out: whoever is invited is offered at
 * sign-in at once.
 *
 * Source: Amazon Cognito user pools API reference.
 */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { isEmailAddress } from "../../core/people.ts";
import { AwsRefusal } from "../aws-json.ts";
import type { PeopleFile, PoolUser } from "./people-file.ts";

export const USER_POOL_ID = "eu-central-1_development";

/** Answers one call. Throws AwsRefusal by the names of Cognito. */
export function callUserPool(people: PeopleFile, operation: string, body: unknown): object {
  const run = operations[operation];
  if (!run) throw new AwsRefusal("UnknownOperationException", `The user pool of this machine does not implement ${operation}.`);
  const { UserPoolId } = read(z.object({ UserPoolId: z.string() }), body);
  if (UserPoolId !== USER_POOL_ID) throw new AwsRefusal("ResourceNotFoundException", `User pool ${UserPoolId} does not exist.`);
  return run(people, body);
}

const attributes = z.array(z.object({ Name: z.string(), Value: z.string().max(2048) }));
// A name to sign in with: one to 128 letters, marks, numbers, signs or punctuation, without spaces.
const username = z.object({
  Username: z
    .string()
    .max(128)
    .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u),
});
const group = z.object({
  GroupName: z
    .string()
    .max(128)
    .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u),
});
const creation = username.extend({ UserAttributes: attributes.optional(), MessageAction: z.enum(["RESEND", "SUPPRESS"]).optional() });
const membership = username.extend(group.shape);
// Sixty is the most that Cognito gives, and what it gives when it is not told.
const limit = z.int().min(0).max(60).optional();
const usersPage = z.object({ Limit: limit, PaginationToken: z.string().optional() });
const groupsPage = z.object({ Limit: limit, NextToken: z.string().optional() });
const membersPage = group.extend(groupsPage.shape);

const operations: Readonly<Record<string, (people: PeopleFile, body: unknown) => object>> = {
  AdminCreateUser(people, body) {
    const { Username, UserAttributes = [], MessageAction } = read(creation, body);
    const known = people.find(Username);
    if (MessageAction === "RESEND") return { User: userType(again(known)) };
    if (!isEmailAddress(Username)) throw new AwsRefusal("InvalidParameterException", "Username should be an email.");
    if (known) throw new AwsRefusal("UsernameExistsException", "User account already exists");
    const given = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const id = randomUUID();
    const user: PoolUser = {
      ...{ username: id, sub: id, name: given["name"] ?? "", email: given["email"] ?? Username },
      ...{ enabled: true, status: "FORCE_CHANGE_PASSWORD", groups: [], createdAt: new Date().toISOString() },
    };
    people.put(user);
    return { User: userType(user) };
  },
  AdminGetUser(people, body) {
    const { Attributes, ...user } = userType(named(people, body));
    return { ...user, UserAttributes: Attributes };
  },
  AdminListGroupsForUser: (people, body) => ({
    Groups: named(people, body).groups.map((GroupName) => ({ GroupName, UserPoolId: USER_POOL_ID })),
  }),
  AdminAddUserToGroup(people, body) {
    const { user, name } = member(people, body);
    if (!user.groups.includes(name)) people.put({ ...user, groups: [...user.groups, name] });
    return {};
  },
  AdminRemoveUserFromGroup(people, body) {
    const { user, name } = member(people, body);
    people.put({ ...user, groups: user.groups.filter((one) => one !== name) });
    return {};
  },
  AdminDisableUser(people, body) {
    people.put({ ...named(people, body), enabled: false });
    return {};
  },
  AdminEnableUser(people, body) {
    people.put({ ...named(people, body), enabled: true });
    return {};
  },
  AdminUserGlobalSignOut(people, body) {
    // The issuer of this machine keeps nobody signed in.
    named(people, body);
    return {};
  },
  CreateGroup(people, body) {
    const { GroupName } = read(group, body);
    if (!people.addGroup(GroupName)) throw new AwsRefusal("GroupExistsException", "A group with the name already exists.");
    return { Group: { GroupName, UserPoolId: USER_POOL_ID } };
  },
  ListGroups(people, body) {
    const { Limit, NextToken } = read(groupsPage, body);
    const { page, next } = cut(people.groups(), Limit, NextToken);
    return { Groups: page.map((GroupName) => ({ GroupName, UserPoolId: USER_POOL_ID })), NextToken: next };
  },
  ListUsers(people, body) {
    const { Limit, PaginationToken } = read(usersPage, body);
    const { page, next } = cut(people.users(), Limit, PaginationToken);
    return { Users: page.map(userType), PaginationToken: next };
  },
  ListUsersInGroup(people, body) {
    const { GroupName, Limit, NextToken } = read(membersPage, body);
    groupNamed(people, GroupName);
    const members = people.users().filter(({ groups }) => groups.includes(GroupName));
    const { page, next } = cut(members, Limit, NextToken);
    return { Users: page.map(userType), NextToken: next };
  },
};

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AwsRefusal("InvalidParameterException", z.prettifyError(parsed.error));
  return parsed.data;
}

function named(people: PeopleFile, body: unknown): PoolUser {
  const user = people.find(read(username, body).Username);
  if (!user) throw new AwsRefusal("UserNotFoundException", "User does not exist.");
  return user;
}

function member(people: PeopleFile, body: unknown): { readonly user: PoolUser; readonly name: string } {
  const { GroupName } = read(membership, body);
  const user = named(people, body);
  groupNamed(people, GroupName);
  return { user, name: GroupName };
}

function groupNamed(people: PeopleFile, name: string): void {
  if (!people.groups().includes(name)) throw new AwsRefusal("ResourceNotFoundException", "Group not found.");
}

function again(known: PoolUser | undefined): PoolUser {
  if (!known) throw new AwsRefusal("UserNotFoundException", "User does not exist.");
  if (known.status === "FORCE_CHANGE_PASSWORD") return known;
  throw new AwsRefusal("UnsupportedUserStateException", "Resend not possible. User status is not FORCE_CHANGE_PASSWORD");
}

function userType({ username: Username, sub, name, email, enabled, status, createdAt }: PoolUser) {
  return {
    Username,
    Enabled: enabled,
    UserStatus: status,
    // Dates travel as seconds since 1970.
    UserCreateDate: Date.parse(createdAt) / 1000,
    Attributes: [
      { Name: "sub", Value: sub },
      { Name: "name", Value: name },
      { Name: "email", Value: email },
    ],
  };
}

/** A token is the place where the next page starts. */
function cut<T>(all: readonly T[], limit: number | undefined, token: string | undefined): { page: readonly T[]; next?: string } {
  const start = Number(token ?? 0);
  if (!Number.isInteger(start) || start < 0) throw new AwsRefusal("InvalidParameterException", "Invalid pagination token.");
  const end = start + (limit || 60);
  return { page: all.slice(start, end), next: end < all.length ? String(end) : undefined };
}
