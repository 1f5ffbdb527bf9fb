import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { executionsOf, redriveExecution } from "../../../functions/portal/executions.ts";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { startWorkflowEndpoint } from "../../../local/workflows/endpoint.ts";
import { machineArn } from "../../../local/workflows/execution.ts";
import { createWorkflows, type Workflows } from "../../../local/workflows/workflows.ts";

const folder = mkdtempSync(join(tmpdir(), "redrive-"));
const machine = {
  StartAt: "Work",
  States: {
    Work: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "work", "Payload.$": "$" },
      End: true,
    },
  },
} as unknown as StateMachineDefinition;
const machines = [machineArn("ingest-delivery")];
let healthy = false;
let workflows: Workflows;
let endpoint: Awaited<ReturnType<typeof startWorkflowEndpoint>>;

beforeAll(async () => {
  const work = async () => {
    if (!healthy) throw Object.assign(new Error("away"), { name: "BrokenInvariant" });
    return {};
  };
  workflows = await createWorkflows({ definitions: { "ingest-delivery": machine }, tasks: { work }, folder });
  endpoint = await startWorkflowEndpoint(workflows);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SFN: endpoint.url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  });
});
afterAll(async () => {
  await workflows.close();
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

it("a failed execution goes on, once however often it is asked, and is then a success", async () => {
  const { executionArn } = await workflows.start("ingest-delivery", {}, "ciio-maart");
  await workflows.wait(executionArn);
  const [failed] = await executionsOf(machines);
  expect(failed).toMatchObject({ machine: "ingest-delivery", name: "ciio-maart", status: "FAILED", error: "BrokenInvariant" });
  healthy = true;
  expect(await redriveExecution(machines, failed!)).toBe("redriven");
  expect(await redriveExecution(machines, failed!)).toBe("already");
  await workflows.wait(executionArn);
  expect((await executionsOf(machines))[0]).toMatchObject({ name: "ciio-maart", status: "SUCCEEDED" });
  expect(await redriveExecution(machines, failed!)).toBe("already");
});

it.each([
  { machine: "ingest-delivery", name: "niemand" },
  { machine: "ingest-delivery", name: "" },
  { machine: "ingest-delivery", name: "a:b" },
  { machine: "ingest-delivery", name: "x".repeat(81) },
  { machine: "ingest-delivery", name: "a\nb" },
  { machine: "another-product", name: "ciio-maart" },
  { machine: "", name: "ciio-maart" },
])("%j is none of ours, and nothing is started", async (place) => {
  expect(await redriveExecution(machines, place)).toBe("unknown");
});
