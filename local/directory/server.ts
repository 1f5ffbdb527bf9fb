/** Stands in for the user pool where messages look up people: answers `ListUsersInGroup` of Cognito with the sample users. */
import { Hono } from "hono";
import { startHttp } from "../http.ts";
import type { SamplePerson } from "../issuer/people.ts";

const LIST = "AWSCognitoIdentityProviderService.ListUsersInGroup";

/** Starts it on a free port of the loopback address: for the AWS SDK with `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` set to `url`. */
export function startDirectory(people: () => readonly SamplePerson[]): Promise<{ readonly url: string; close(): Promise<void> }> {
  const app = new Hono();
  app.post("/", async (c) => {
    if (c.req.header("X-Amz-Target") !== LIST)
      return c.json({ __type: "InvalidParameterException", message: "only ListUsersInGroup is known here" }, 400);
    const { GroupName } = (await c.req.json()) as { readonly GroupName: string };
    const Users = people()
      .filter(({ groups }) => groups.includes(GroupName))
      .map(({ id, name, email }) => ({
        Username: id,
        Enabled: true,
        Attributes: Object.entries({ sub: id, name, email }).map(([Name, Value]) => ({ Name, Value })),
      }));
    return c.json({ Users });
  });
  return startHttp(() => app.fetch, 0);
}
