import { type AwsJsonEndpoint, startAwsJson } from "../aws-json.ts";
import { callUserPool } from "./api.ts";
import type { PeopleFile } from "./people-file.ts";

/** Starts the user pool of this machine: for the AWS SDK with `AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER` set to `url`. */
export const startUserPool = (people: PeopleFile): Promise<AwsJsonEndpoint> =>
  startAwsJson({
    target: "AWSCognitoIdentityProviderService",
    version: "1.1",
    call: (operation, body) => callUserPool(people, operation, body),
  });
