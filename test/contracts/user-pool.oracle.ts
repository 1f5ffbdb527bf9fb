import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll } from "vitest";
import { peopleKeeper } from "../../functions/adapters/people-directory.ts";
import { startMoto } from "./moto.ts";
import { peopleKeeperContract } from "./people-keeper.contract.ts";
import { userPoolContract } from "./user-pool.contract.ts";

let moto: Awaited<ReturnType<typeof startMoto>>;
beforeAll(async () => {
  moto = await startMoto();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: moto.url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_MAX_ATTEMPTS: "1",
  });
});
afterAll(() => moto.close());

/** A new pool, as `infra/constructs/people.ts` makes it. */
async function open() {
  const client = new CognitoIdentityProviderClient({});
  const settings = { PoolName: "people", UsernameAttributes: ["email" as const], UsernameConfiguration: { CaseSensitive: false } };
  const UserPoolId = (await client.send(new CreateUserPoolCommand(settings))).UserPool?.Id ?? "";
  const confirm = async (Username: string) => {
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: "Een-Wachtwoord-1", Permanent: true }));
  };
  return { client, UserPoolId, confirm };
}

userPoolContract("moto_server", open, {
  "an address is the same in any case": "it compares letter by letter",
  "an invitation is sent again as long as nobody came, and makes no other user": "it makes another user at each RESEND",
});

peopleKeeperContract(
  "moto_server",
  async () => {
    process.env["USER_POOL_ID"] = (await open()).UserPoolId;
    return peopleKeeper();
  },
  { "sends an invitation again to the same person": "it makes another user at each RESEND" },
);
