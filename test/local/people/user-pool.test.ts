/** What only the user pool of one machine has: its file, its sample users, and that it listens to this machine alone. Its calls: `test/contracts/`. */
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  ListGroupsCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { USER_POOL_ID as UserPoolId } from "../../../local/people/api.ts";
import { openPeopleFile } from "../../../local/people/people-file.ts";
import { addSamplePeople } from "../../../local/people/sample-people.ts";
import { refusal } from "../../contracts/user-pool.contract.ts";
import { type UserPoolInFolder, userPoolInFolder } from "../../functions/adapters/user-pool-in-folder.ts";

let pool: UserPoolInFolder;
let client: CognitoIdentityProviderClient;
beforeEach(async () => {
  pool = await userPoolInFolder();
  client = new CognitoIdentityProviderClient({});
});
afterEach(async () => {
  client.destroy();
  await pool.close();
});

const on = (Username: string) => ({ UserPoolId, Username });

it("of another issuer is found by his own user name alone", async () => {
  pool.add("sub-1", { username: "Stichting_1", status: "EXTERNAL_PROVIDER" });
  expect((await client.send(new AdminGetUserCommand(on("Stichting_1")))).UserStatus).toBe("EXTERNAL_PROVIDER");
  for (const name of ["sub-1", "sub-1@voorbeeld.example"]) {
    expect(await refusal(client.send(new AdminGetUserCommand(on(name))))).toBe("UserNotFoundException");
  }
});

describe("lists", () => {
  it("come in pages of at most sixty, each with the token of the next", async () => {
    for (let i = 0; i < 61; i++) pool.add(`p${i}`, { groups: [`instelling-${i}`] });
    const first = await client.send(new ListUsersCommand({ UserPoolId }));
    const second = await client.send(new ListUsersCommand({ UserPoolId, PaginationToken: first.PaginationToken }));
    expect([first.Users?.length, second.Users?.map((user) => user.Username), second.PaginationToken]).toEqual([60, ["p60"], undefined]);
    const groups = await client.send(new ListGroupsCommand({ UserPoolId, Limit: 1, NextToken: "60" }));
    expect([groups.Groups?.map((group) => group.GroupName), groups.NextToken]).toEqual([["instelling-60"], undefined]);
    expect(await refusal(client.send(new ListUsersCommand({ UserPoolId, Limit: 61 })))).toBe("InvalidParameterException");
  });
});

describe("the pool", () => {
  it("is one, and does no more than the product asks", async () => {
    expect(await refusal(client.send(new ListUsersCommand({ UserPoolId: "eu-central-1_other" })))).toBe("ResourceNotFoundException");
    expect(await refusal(client.send(new DeleteUserPoolCommand({ UserPoolId })))).toBe("UnknownOperationException");
  });

  it("answers no page whose own name was made to point to this machine", async () => {
    const ask = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve) => {
        const sent = request(pool.url, { method: "POST", headers }, (answer) => resolve(answer.resume().statusCode));
        sent.end(JSON.stringify({ UserPoolId }));
      });
    const target = { "x-amz-target": "AWSCognitoIdentityProviderService.ListUsers" };
    expect([await ask(target), await ask({ ...target, host: "evil.example" }), await ask({})]).toEqual([200, 400, 400]);
  });

  it("remembers everything that it answered, and takes a damaged file for what it is", async () => {
    pool.add("ada", { status: "FORCE_CHANGE_PASSWORD" });
    expect(openPeopleFile(pool.folder).find("ada")).toMatchObject({ name: "Naam ada", status: "FORCE_CHANGE_PASSWORD" });
    for (const damaged of ['{"groups":[', "[]", ""]) {
      writeFileSync(join(pool.folder, "people.json"), damaged);
      expect(() => openPeopleFile(pool.folder)).toThrow("is beschadigd. Verwijder het");
    }
  });
});

it("sample users come once: whom an administrator blocked or moved stays so, and a new body gets its own", () => {
  const body = (code: string) => ({ code, name: code.toUpperCase() }) as Parameters<typeof addSamplePeople>[1][number];
  addSamplePeople(pool.file, [body("ciio")]);
  pool.file.put({ ...pool.file.find("beleid")!, enabled: false, groups: ["commissie"] });
  addSamplePeople(pool.file, [body("ciio"), body("nieuw")]);
  expect(pool.file.users().map(({ sub, enabled, groups }) => `${sub} ${enabled} ${groups}`)).toEqual([
    "beleid false commissie",
    "commissie true commissie",
    "beheer true beheer",
    "instelling-ciio true instelling-ciio",
    "instelling-nieuw true instelling-nieuw",
  ]);
});
