/** The people of the product, who are users of the user pool. */
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  CreateGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Invitation, KnownPerson, PeopleDirectory, PeopleKeeper, Person } from "../../core/people.ts";
import { isOurs, openUserPool, personOf, type UserPool, unless, usersInGroup, usersWithGroups } from "./user-pool.ts";

/** By which messages find their people. It asks for one group at a time: `cognito-idp:ListUsersInGroup` is all it may do. */
export function peopleDirectory(): PeopleDirectory {
  const pool = openUserPool();
  return {
    async inGroup(group) {
      const people = (await usersInGroup(pool, group)).map((user) => personOf(user, [group]));
      return people
        .filter(({ state, email }) => state === "active" && email !== "")
        .map(asPerson)
        .sort(byId);
    },
  };
}

/** By which an administrator manages people. */
export function peopleKeeper(): PeopleKeeper {
  const pool = openUserPool();
  const { client, UserPoolId } = pool;
  return {
    everybody: async () => (await usersWithGroups(pool)).toSorted(byId),
    find: (id) => find(pool, id),
    withAddress: (email) => find(pool, email),
    async invite(invitation) {
      if (await make(pool, invitation)) {
        await give(pool, invitation.email, invitation.group);
        return "invited";
      }
      const holder = await find(pool, invitation.email);
      if (!holder) return "addressMalformed";
      // The invitation goes out when the account is made: whoever is invited and has no part was left so by one that was broken off just there.
      if (holder.state !== "invited" || holder.groups.length > 0) return "addressKnown";
      await give(pool, holder.id, invitation.group);
      return "invited";
    },
    async moveTo(id, group) {
      const before = await unless("UserNotFoundException", groupsOf(pool, id));
      if (!before) return "unknownPerson";
      // First taken, then given: whoever is broken off in between leaves a person without a part, and never with two.
      for (const GroupName of before.filter((one) => one !== group)) {
        await client.send(new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: id, GroupName }));
      }
      await give(pool, id, group);
      return "moved";
    },
    async block(id) {
      const disabled = await unless("UserNotFoundException", client.send(new AdminDisableUserCommand({ UserPoolId, Username: id })));
      if (!disabled) return "unknownPerson";
      await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: id }));
      return "blocked";
    },
    async unblock(id) {
      const enabled = await unless("UserNotFoundException", client.send(new AdminEnableUserCommand({ UserPoolId, Username: id })));
      return enabled ? "unblocked" : "unknownPerson";
    },
    async inviteAgain(id) {
      const person = await find(pool, id);
      if (person?.state !== "invited") return person ? "notInvited" : "unknownPerson";
      const again = new AdminCreateUserCommand({
        UserPoolId,
        // By address: with another name Cognito would make another account.
        Username: person.email,
        MessageAction: "RESEND",
        DesiredDeliveryMediums: ["EMAIL"],
      });
      const sent = await unless("UnsupportedUserStateException", client.send(again));
      return sent ? "invited" : "notInvited";
    },
  };
}

/** By id or by address: the pool takes either. */
async function find(pool: UserPool, Username: string): Promise<KnownPerson | undefined> {
  const { client, UserPoolId } = pool;
  const asked = client.send(new AdminGetUserCommand({ UserPoolId, Username }));
  // What is no name of a user at all is nobody's name.
  const user = await unless("InvalidParameterException", unless("UserNotFoundException", asked));
  return user && personOf({ ...user, Attributes: user.UserAttributes }, await groupsOf(pool, Username));
}

/** Those that mean something here. A person is in a handful at most: one page holds sixty. */
async function groupsOf({ client, UserPoolId }: UserPool, Username: string): Promise<readonly string[]> {
  const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }));
  return Groups.map(({ GroupName = "" }) => GroupName).filter(isOurs);
}

/** Makes the account, by which the pool sends its invitation. Undefined: the address is known, or none. */
async function make({ client, UserPoolId }: UserPool, { name, email }: Invitation) {
  const asked = client.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      DesiredDeliveryMediums: ["EMAIL"],
      UserAttributes: [
        { Name: "email", Value: email },
        // Asked by an administrator, who knows whose it is; and only what is verified can win back a lost password.
        { Name: "email_verified", Value: "true" },
        { Name: "name", Value: name },
      ],
    }),
  );
  return unless("InvalidParameterException", unless("UsernameExistsException", asked));
}

/** Puts a person in a group, and makes the group when he is the first of his body. */
async function give({ client, UserPoolId }: UserPool, Username: string, GroupName: string): Promise<void> {
  const command = { UserPoolId, Username, GroupName };
  if (await unless("ResourceNotFoundException", client.send(new AdminAddUserToGroupCommand(command)))) return;
  // Whoever makes the same group at the same moment is as good.
  await unless("GroupExistsException", client.send(new CreateGroupCommand({ UserPoolId, GroupName })));
  await client.send(new AdminAddUserToGroupCommand(command));
}

const asPerson = ({ id, name, email, groups }: KnownPerson): Person => ({ id, name, email, groups });

const byId = (a: Person, b: Person): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
