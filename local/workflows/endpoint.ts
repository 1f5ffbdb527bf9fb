import { type AwsJsonEndpoint, startAwsJson } from "../aws-json.ts";
import { callStepFunctions } from "./api.ts";
import type { Workflows } from "./workflows.ts";

/**
 * Starts a Step Functions endpoint on a free port of the loopback address: for the AWS SDK with `AWS_ENDPOINT_URL_SFN` set to `url`. Closing it leaves the
 * workflows as they are.
 */
export const startWorkflowEndpoint = (workflows: Workflows): Promise<AwsJsonEndpoint> =>
  startAwsJson({
    target: "AWSStepFunctions",
    version: "1.0",
    call: (operation, body) => callStepFunctions(workflows, operation, body),
  });
