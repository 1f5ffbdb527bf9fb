import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { afterEach } from "vitest";
import { offeredPeople } from "../../local/issuer/offered-people.ts";
import { USER_POOL_ID } from "../../local/people/api.ts";
import { type UserPoolInFolder, userPoolInFolder } from "../functions/adapters/user-pool-in-folder.ts";
import { userPoolContract } from "./user-pool.contract.ts";

let pool: UserPoolInFolder;
afterEach(() => pool.close());

userPoolContract("the user pool of one machine", async () => {
  pool = await userPoolInFolder();
  const confirm = async (username: string) => offeredPeople(pool.file, []).entered(username);
  return { client: new CognitoIdentityProviderClient({}), UserPoolId: USER_POOL_ID, confirm };
});
