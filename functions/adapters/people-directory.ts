import {
  type AttributeType,
  CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
  ResourceNotFoundException,
  type UserType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { PeopleDirectory, Person } from "../../core/people.ts";

/** People as the Cognito user pool of the environment knows them. */
export function peopleDirectory(client = new CognitoIdentityProviderClient({})): PeopleDirectory {
  const UserPoolId = process.env["USER_POOL_ID"];
  if (!UserPoolId) throw new Error("environment variable USER_POOL_ID is not set");
  return {
    async inGroup(group) {
      const people: Person[] = [];
      let NextToken: string | undefined;
      do {
        const page = await client.send(new ListUsersInGroupCommand({ UserPoolId, GroupName: group, NextToken })).catch(noSuchGroup);
        people.push(...(page.Users ?? []).filter(({ Enabled }) => Enabled !== false).flatMap((user) => personOf(user, group)));
        NextToken = page.NextToken;
      } while (NextToken);
      return people.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

/** The group of a body is made when its first person is: until then nobody is in it. */
function noSuchGroup(error: unknown): { readonly Users?: UserType[]; readonly NextToken?: string } {
  if (error instanceof ResourceNotFoundException) return {};
  throw error;
}

function personOf({ Attributes = [] }: UserType, group: string): readonly Person[] {
  const value = (name: string) => Attributes.find(({ Name }: AttributeType) => Name === name)?.Value;
  const [id, email] = [value("sub"), value("email")];
  return id && email ? [{ id, email, name: value("name") ?? "", groups: [group] }] : [];
}
