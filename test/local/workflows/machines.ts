import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { createWorkflows, type WorkflowOptions, type Workflows } from "../../../local/workflows/workflows.ts";

const opened: Workflows[] = [];
const folders: string[] = [];

/** Closes what `open` opened and removes its folders; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const workflows of opened.splice(0)) await workflows.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "workflows-"));
  folders.push(folder);
  return folder;
};

/** One state machine, called `machine`, that does not wait between retries. */
export const open = async (definition: object, rest: Partial<WorkflowOptions> = {}): Promise<Workflows> => {
  const workflows = await createWorkflows({
    definitions: { machine: definition as StateMachineDefinition },
    tasks: {},
    folder: newFolder(),
    retryScale: 0,
    ...rest,
  });
  opened.push(workflows);
  return workflows;
};

export const run = async (workflows: Workflows, input: unknown, name?: string) => {
  const { executionArn } = await workflows.start("machine", input, name);
  return workflows.wait(executionArn);
};

/** A Task state that calls a function. */
export const invoke = (name: string, rest: object = {}) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: { FunctionName: name, "Payload.$": "$" },
  OutputPath: "$.Payload",
  ...rest,
});
