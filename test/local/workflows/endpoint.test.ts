import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  RedriveExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TagResourceCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { startWorkflowEndpoint } from "../../../local/workflows/endpoint.ts";
import { createWorkflows, type Workflows } from "../../../local/workflows/workflows.ts";

const folder = mkdtempSync(join(tmpdir(), "step-functions-"));
const machine = {
  StartAt: "Known?",
  States: {
    "Known?": { Type: "Choice", Choices: [{ Variable: "$.wait", IsPresent: true, Next: "Hold" }], Default: "Work" },
    Work: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "work", "Payload.$": "$" },
      OutputPath: "$.Payload",
      End: true,
    },
    Hold: { Type: "Wait", Seconds: 1000, End: true },
  },
} as unknown as StateMachineDefinition;
let workflows: Workflows;
let endpoint: Awaited<ReturnType<typeof startWorkflowEndpoint>>;
let client: SFNClient;
let stateMachineArn: string | undefined;

beforeAll(async () => {
  const work = async (payload: unknown) => {
    if ((payload as { fail?: boolean }).fail) throw Object.assign(new Error("broken"), { name: "BrokenInvariant" });
    return { worked: true };
  };
  workflows = await createWorkflows({ definitions: { "ingest-delivery": machine }, tasks: { work }, folder });
  endpoint = await startWorkflowEndpoint(workflows);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new SFNClient({ endpoint: endpoint.url, region: "eu-central-1", credentials, maxAttempts: 1 });
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  stateMachineArn = stateMachines?.[0]?.stateMachineArn;
});
afterAll(async () => {
  client.destroy();
  await workflows.close();
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

const start = (input: object, name?: string) =>
  client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name }));

describe("the Step Functions endpoint, through the AWS SDK", () => {
  it("starts an execution and tells how it went", async () => {
    const { executionArn, startDate } = await start({ delivery: "A-1" }, "first");
    await workflows.wait(executionArn ?? "");
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ name: "first", stateMachineArn, status: "SUCCEEDED", startDate });
    expect(JSON.parse(described.input ?? "")).toEqual({ delivery: "A-1" });
    expect(JSON.parse(described.output ?? "")).toEqual({ worked: true });
    expect(described.stopDate!.getTime()).toBeGreaterThanOrEqual(startDate!.getTime());
  });

  it("gives the steps with their names, and the error of an execution that failed", async () => {
    const { executionArn } = await start({ fail: true });
    await workflows.wait(executionArn ?? "");
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map((event) => [event.type, (event.stateEnteredEventDetails ?? event.stateExitedEventDetails)?.name])).toEqual([
      ["ExecutionStarted", undefined],
      ["ChoiceStateEntered", "Known?"],
      ["ChoiceStateExited", "Known?"],
      ["TaskStateEntered", "Work"],
      ["TaskFailed", undefined],
      ["ExecutionFailed", undefined],
    ]);
    expect(events.at(-1)?.executionFailedEventDetails).toMatchObject({
      error: "BrokenInvariant",
      cause: expect.stringContaining("broken"),
    });
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: "FAILED", error: "BrokenInvariant" });
  });

  it("lists executions, newest first, page by page and by status", async () => {
    for (const name of ["list-1", "list-2", "list-3"]) await start({}, name);
    const page = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }));
    expect(page.executions?.map((execution) => execution.name)).toEqual(["list-3", "list-2"]);
    const next = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1, nextToken: page.nextToken }));
    expect(next.executions?.map((execution) => execution.name)).toEqual(["list-1"]);
    const failed = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: "FAILED" }));
    expect(failed.executions).toHaveLength(1);
  });

  it("stops an execution that waits", async () => {
    const { executionArn } = await start({ wait: true });
    await client.send(new StopExecutionCommand({ executionArn, error: "Withdrawn", cause: "by its sender" }));
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: "ABORTED", error: "Withdrawn", cause: "by its sender" });
  });

  it("refuses what Step Functions refuses, with its exceptions", async () => {
    await start({ n: 1 }, "taken");
    await expect(start({ n: 2 }, "taken")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
    await expect(start({}, "no/slash")).rejects.toMatchObject({ name: "InvalidName" });
    const broken = new StartExecutionCommand({ stateMachineArn, input: "{" });
    await expect(client.send(broken)).rejects.toMatchObject({ name: "InvalidExecutionInput" });
    const elsewhere = new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}-2` });
    await expect(client.send(elsewhere)).rejects.toMatchObject({ name: "StateMachineDoesNotExist" });
    const unknown = new DescribeExecutionCommand({ executionArn: "arn:aws:states:eu-central-1:000000000000:execution:a:b" });
    await expect(client.send(unknown)).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
    const tag = new TagResourceCommand({ resourceArn: stateMachineArn, tags: [] });
    await expect(client.send(tag)).rejects.toMatchObject({ name: "UnknownOperationException" });
  });

  it("lets one that failed go again, and says by name which cannot", async () => {
    const redrive = (executionArn: string | undefined) => client.send(new RedriveExecutionCommand({ executionArn }));
    const [failed, succeeded] = [await start({ fail: true }), await start({})];
    for (const { executionArn = "" } of [failed, succeeded]) await workflows.wait(executionArn);
    const before = Date.now();
    expect((await redrive(failed.executionArn)).redriveDate!.getTime()).toBeGreaterThanOrEqual(before - 1);
    await workflows.wait(failed.executionArn ?? "");
    await expect(redrive(succeeded.executionArn)).rejects.toMatchObject({ name: "ExecutionNotRedrivable" });
    await expect(redrive(`${failed.executionArn}x`)).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
  });
});
