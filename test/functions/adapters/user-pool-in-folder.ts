/** The user pool of one machine for a test file, with the environment pointing to it; every call of it can be counted, broken off or throttled. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsRefusal, startAwsJson } from "../../../local/aws-json.ts";
import { callUserPool, USER_POOL_ID } from "../../../local/people/api.ts";
import { openPeopleFile, type PeopleFile, type PoolUser } from "../../../local/people/people-file.ts";

export interface UserPoolInFolder {
  readonly file: PeopleFile;
  readonly folder: string;
  readonly url: string;
  /** Operations that were asked, in order. */
  readonly calls: string[];
  /** Asked before every call: what it throws is the answer. */
  before: (operation: string) => void;
  add(id: string, more?: Partial<PoolUser>): PoolUser;
  close(): Promise<void>;
}

export const throttled = (): never => {
  throw new AwsRefusal("TooManyRequestsException", "Too many requests");
};

export async function userPoolInFolder(): Promise<UserPoolInFolder> {
  const folder = mkdtempSync(join(tmpdir(), "people-"));
  const file = openPeopleFile(folder);
  const calls: string[] = [];
  const pool = {
    ...{ file, folder, calls, before: () => {} },
    add(id: string, more: Partial<PoolUser> = {}): PoolUser {
      const user: PoolUser = {
        ...{ username: id, sub: id, name: `Naam ${id}`, email: `${id}@voorbeeld.example`, enabled: true, status: "CONFIRMED", groups: [] },
        ...{ createdAt: "2026-11-25T10:00:00.000Z" },
        ...more,
      };
      for (const group of user.groups) file.addGroup(group);
      file.put(user);
      return user;
    },
  } as Omit<UserPoolInFolder, "url" | "close">;
  const endpoint = await startAwsJson({
    target: "AWSCognitoIdentityProviderService",
    version: "1.1",
    call(operation, body) {
      calls.push(operation);
      pool.before(operation);
      return callUserPool(file, operation, body);
    },
  });
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint.url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    // What fails, fails at once: how often the SDK tries is its own business.
    AWS_MAX_ATTEMPTS: "1",
    USER_POOL_ID,
  });
  return Object.assign(pool, {
    url: endpoint.url,
    async close() {
      process.env = before;
      await endpoint.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}
