import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { StateMachineDefinition } from "../../local/workflows/definition.ts";
import { createWorkflows } from "../../local/workflows/workflows.ts";

const folder = mkdtempSync(join(tmpdir(), "workflows-speed-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a machine of five states costs less than 10 ms, with the remembering", async () => {
  const state = (next: object) => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Parameters: { FunctionName: "work", "Payload.$": "$" },
    OutputPath: "$.Payload",
    ...next,
  });
  const States = Object.fromEntries(
    ["A", "B", "C", "D", "E"].map((name, i) => [name, state(i < 4 ? { Next: "ABCDE"[i + 1] } : { End: true })]),
  );
  const machine = { StartAt: "A", States } as unknown as StateMachineDefinition;
  const workflows = await createWorkflows({ definitions: { machine }, tasks: { work: async (payload) => payload }, folder });
  const run = async () => {
    const { executionArn } = await workflows.start("machine", { delivery: "A-1" });
    await workflows.wait(executionArn);
  };
  for (let i = 0; i < 50; i++) await run();
  const before = process.cpuUsage();
  for (let i = 0; i < 200; i++) await run();
  const { user, system } = process.cpuUsage(before);
  await workflows.close();
  const each = (user + system) / 1000 / 200;
  console.log(`an execution of five states: ${each.toFixed(2)} ms of CPU`);
  expect(each).toBeLessThan(10);
});
