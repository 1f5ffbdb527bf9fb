/**
 * The user pool of Cognito, in pages and without its sentences: what it says of a refusal repeats what was sent, and that holds e-mail addresses, which
 * belong in no log. Of a refusal only the name and the call are passed on.
 *
 * Source: Amazon Cognito user pools API reference.
 */
import {
  type AttributeType,
  CognitoIdentityProviderClient,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
  type UserStatusType,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import { partsOf } from "../../core/access.ts";
import { ServiceUnavailable } from "../../core/faults.ts";
import type { KnownPerson } from "../../core/people.ts";
import { place } from "../runtime/config.ts";
import { asFault } from "../runtime/faults.ts";

export interface UserPool {
  readonly client: CognitoIdentityProviderClient;
  readonly UserPoolId: string;
}

/** The pool that the environment names. Every call throws `ServiceUnavailable` or `PoolRefusal`. */
export function openUserPool(): UserPool {
  const client = new CognitoIdentityProviderClient({});
  client.middlewareStack.add(
    (next, { commandName = "a call" }) =>
      async (sent) => {
        try {
          return await next(sent);
        } catch (error) {
          throw withoutSentence(error, commandName);
        }
      },
    // The outermost step: the SDK has tried three times by then.
    { step: "initialize", name: "withoutSentence" },
  );
  return { client, UserPoolId: place("userPool") };
}

/** The pool did not do what was asked, by its own name for why: `UserNotFoundException`. */
export class PoolRefusal extends Error {
  override readonly name: string;
  constructor(reason: string, call: string) {
    super(`${call} of the user pool was refused`);
    this.name = reason;
  }
}

type Reason =
  | "GroupExistsException"
  | "InvalidParameterException"
  | "ResourceNotFoundException"
  | "UnsupportedUserStateException"
  | "UserNotFoundException"
  | "UsernameExistsException";

/** What was answered; undefined when it was refused for that reason. */
export async function unless<Answer>(reason: Reason, asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof PoolRefusal && error.name === reason) return undefined;
    throw error;
  }
}

/** Nobody for a group that does not exist. */
export const usersInGroup = ({ client, UserPoolId }: UserPool, GroupName: string): Promise<readonly UserType[]> =>
  everyPage(
    (NextToken) => unless("ResourceNotFoundException", client.send(new ListUsersInGroupCommand({ UserPoolId, GroupName, NextToken }))),
    (page) => page?.Users,
    (page) => page?.NextToken,
  );

/** Everybody in the pool, with all groups; may lag behind what was changed a moment ago. */
export async function usersWithGroups(pool: UserPool): Promise<readonly KnownPerson[]> {
  const { client, UserPoolId } = pool;
  const [users, groups] = await Promise.all([
    everyPage(
      (PaginationToken) => client.send(new ListUsersCommand({ UserPoolId, PaginationToken })),
      (page) => page.Users,
      (page) => page.PaginationToken,
    ),
    everyPage(
      (NextToken) => client.send(new ListGroupsCommand({ UserPoolId, NextToken })),
      (page) => page.Groups,
      (page) => page.NextToken,
    ),
  ]);
  // A call per group, of which there are as many as certifying bodies, and not one per person.
  const groupsOf = new Map<string, string[]>();
  for (const { GroupName = "" } of groups.filter((group) => isOurs(group.GroupName))) {
    for (const { Username = "" } of await usersInGroup(pool, GroupName)) {
      groupsOf.set(Username, [...(groupsOf.get(Username) ?? []), GroupName]);
    }
  }
  return users.map((user) => personOf(user, groupsOf.get(user.Username ?? "") ?? []));
}

/** Groups that mean something here. Cognito makes one of its own for the users of each other issuer. */
export const isOurs = (group: string | undefined): boolean => group !== undefined && partsOf([group]).length > 0;

/** A user as the product knows him. `groups`: those that mean something here. */
export function personOf({ Username = "", Attributes = [], Enabled, UserStatus }: UserType, groups: readonly string[]): KnownPerson {
  const email = attribute(Attributes, "email") ?? "";
  return {
    // The claim by which a session knows him. For everybody but users of other issuers it is also a name by which the pool finds him.
    id: attribute(Attributes, "sub") ?? Username,
    name: attribute(Attributes, "name") ?? (email || Username),
    email,
    groups: [...groups].sort(),
    state: Enabled === false ? "blocked" : mayEnter(UserStatus) ? "active" : "invited",
    managedElsewhere: UserStatus === "EXTERNAL_PROVIDER",
  };
}

/** The first sign-in, with a password of one's own, confirms an account; whoever comes from another issuer has none here. */
const mayEnter = (status: UserStatusType | undefined): boolean =>
  status === "CONFIRMED" || status === "RESET_REQUIRED" || status === "EXTERNAL_PROVIDER";

const attribute = (attributes: readonly AttributeType[], name: string): string | undefined =>
  attributes.find((one) => one.Name === name)?.Value?.trim() || undefined;

async function everyPage<Page, Item>(
  ask: (token: string | undefined) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
  tokenOf: (page: Page) => string | undefined,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const page = await ask(token);
    items.push(...(itemsOf(page) ?? []));
    token = tokenOf(page);
  } while (token);
  return items;
}

/** Names by which Cognito says "not now", besides those of all services (`asFault`). */
const NOT_NOW = new Set(["TooManyRequestsException", "InternalErrorException"]);

function withoutSentence(error: unknown, call: string): Error {
  if (!(error instanceof Error)) return new PoolRefusal("unknown", call);
  const passing = NOT_NOW.has(error.name) || asFault(error) instanceof ServiceUnavailable;
  return passing ? new ServiceUnavailable(`${call} of the user pool: ${error.name}`) : new PoolRefusal(error.name, call);
}
