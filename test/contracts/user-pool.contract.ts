import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  ListGroupsCommand,
  ListUsersCommand,
  ListUsersInGroupCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deviations } from "./object-store.contract.ts";

export interface PoolUnderContract {
  readonly client: CognitoIdentityProviderClient;
  readonly UserPoolId: string;
  /** The user chooses a password of his own, as at his first sign-in. */
  confirm(username: string): Promise<void>;
}

/** Name of the error by which a call is refused; "none" when it is not. */
export const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "none",
    (error: Error) => error.name,
  );

/** The behaviour of a Cognito user pool (names to sign in with are addresses, in any case) that the product leans on, told through the AWS SDK. */
export function userPoolContract(name: string, open: () => Promise<PoolUnderContract>, deviations: Deviations = {}): void {
  const holds = (sentence: string, test: () => Promise<void>): void => {
    const reason = deviations[sentence];
    if (reason === undefined) it(sentence, test);
    else it.fails(`does not hold for ${name} (${reason}): ${sentence}`, test);
  };

  describe(`the contract of the user pool, kept by ${name}`, () => {
    let pool: PoolUnderContract;
    let UserPoolId: string;
    const send: CognitoIdentityProviderClient["send"] = ((command: never) => pool.client.send(command)) as never;
    beforeEach(async () => {
      pool = await open();
      UserPoolId = pool.UserPoolId;
    });

    const email = "ada@voorbeeld.example";
    const on = (Username: string) => ({ UserPoolId, Username });
    const create = (Username: string, more: object = {}) => send(new AdminCreateUserCommand({ ...on(Username), ...more }));
    const createAda = async () => {
      const UserAttributes = Object.entries({ email, email_verified: "true", name: "Ada" }).map(([Name, Value]) => ({ Name, Value }));
      const { User } = await create(email, { UserAttributes, DesiredDeliveryMediums: ["EMAIL"] });
      return User?.Username ?? "";
    };
    const look = (Username: string) => send(new AdminGetUserCommand(on(Username)));

    holds("a user is made with a password that he must change, and is found by his name and by his address", async () => {
      const username = await createAda();
      expect(username).not.toContain("@");
      for (const known of [username, email]) {
        const found = await look(known);
        expect(found).toMatchObject({ Username: username, Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
        const attributes = Object.fromEntries(found.UserAttributes!.map(({ Name, Value }) => [Name, Value]));
        expect(attributes).toMatchObject({ sub: username, name: "Ada", email });
      }
    });

    holds("an address is the same in any case", async () => {
      await createAda();
      expect((await look("ADA@voorbeeld.example")).Enabled).toBe(true);
      expect(await refusal(create("ADA@voorbeeld.example"))).toBe("UsernameExistsException");
    });

    holds("a user is made once per address, and only under an address", async () => {
      await createAda();
      expect(await refusal(createAda())).toBe("UsernameExistsException");
      expect(await refusal(create("ada"))).toBe("InvalidParameterException");
    });

    holds("an invitation is sent again as long as nobody came, and makes no other user", async () => {
      const username = await createAda();
      expect((await create(email, { MessageAction: "RESEND" })).User?.Username).toBe(username);
      expect((await send(new ListUsersCommand({ UserPoolId }))).Users).toHaveLength(1);
      await pool.confirm(username);
      expect((await look(username)).UserStatus).toBe("CONFIRMED");
      expect(await refusal(create(email, { MessageAction: "RESEND" }))).toBe("UnsupportedUserStateException");
      expect(await refusal(create("niemand@voorbeeld.example", { MessageAction: "RESEND" }))).toBe("UserNotFoundException");
    });

    holds("a user is disabled, signed out and enabled, also twice", async () => {
      const user = on(await createAda());
      for (let i = 0; i < 2; i++) {
        await send(new AdminDisableUserCommand(user));
        await send(new AdminUserGlobalSignOutCommand(user));
      }
      expect((await look(user.Username)).Enabled).toBe(false);
      for (let i = 0; i < 2; i++) await send(new AdminEnableUserCommand(user));
      expect(await look(user.Username)).toMatchObject({ Enabled: true, UserStatus: "FORCE_CHANGE_PASSWORD" });
    });

    holds("whoever is not there is not there for any call", async () => {
      await send(new CreateGroupCommand({ UserPoolId, GroupName: "beleid" }));
      const nobody = on("niemand");
      const calls = [
        look("niemand"),
        send(new AdminListGroupsForUserCommand(nobody)),
        send(new AdminAddUserToGroupCommand({ ...nobody, GroupName: "beleid" })),
        send(new AdminDisableUserCommand(nobody)),
        send(new AdminEnableUserCommand(nobody)),
        send(new AdminUserGlobalSignOutCommand(nobody)),
      ];
      expect(new Set(await Promise.all(calls.map(refusal)))).toEqual(new Set(["UserNotFoundException"]));
    });

    holds("a group is made once, and takes and loses members, also twice", async () => {
      const username = await createAda();
      const membership = { ...on(username), GroupName: "instelling-ciio" };
      const members = async () => {
        const { Users = [] } = await send(new ListUsersInGroupCommand({ UserPoolId, GroupName: "instelling-ciio" }));
        return Users.map((user) => user.Username);
      };
      expect(await refusal(send(new AdminAddUserToGroupCommand(membership)))).toBe("ResourceNotFoundException");
      expect(await refusal(members())).toBe("ResourceNotFoundException");
      await send(new CreateGroupCommand({ UserPoolId, GroupName: "instelling-ciio" }));
      expect(await refusal(send(new CreateGroupCommand({ UserPoolId, GroupName: "instelling-ciio" })))).toBe("GroupExistsException");
      for (let i = 0; i < 2; i++) await send(new AdminAddUserToGroupCommand(membership));
      expect(await members()).toEqual([username]);
      const { Groups = [] } = await send(new AdminListGroupsForUserCommand(on(username)));
      expect(Groups.map((group) => group.GroupName)).toEqual(["instelling-ciio"]);
      for (let i = 0; i < 2; i++) await send(new AdminRemoveUserFromGroupCommand(membership));
      expect(await members()).toEqual([]);
    });

    holds("lists come in pages, each with the token of the next", async () => {
      const GroupName = "beleid";
      for (const group of ["a", "b", GroupName]) await send(new CreateGroupCommand({ UserPoolId, GroupName: group }));
      for (let i = 0; i < 3; i++) {
        await create(`p${i}@voorbeeld.example`);
        await send(new AdminAddUserToGroupCommand({ ...on(`p${i}@voorbeeld.example`), GroupName }));
      }
      const seen: (number | undefined)[] = [];
      const pages = async (ask: (token?: string) => Promise<{ count?: number; next?: string }>) => {
        let token: string | undefined;
        do {
          const { count, next } = await ask(token);
          seen.push(count);
          token = next;
        } while (token);
      };
      await pages(async (PaginationToken) => {
        const page = await send(new ListUsersCommand({ UserPoolId, Limit: 2, PaginationToken }));
        return { count: page.Users?.length, next: page.PaginationToken };
      });
      await pages(async (NextToken) => {
        const page = await send(new ListUsersInGroupCommand({ UserPoolId, GroupName, Limit: 2, NextToken }));
        return { count: page.Users?.length, next: page.NextToken };
      });
      await pages(async (NextToken) => {
        const page = await send(new ListGroupsCommand({ UserPoolId, Limit: 2, NextToken }));
        return { count: page.Groups?.length, next: page.NextToken };
      });
      expect(seen).toEqual([2, 1, 2, 1, 2, 1]);
    });
  });
}
