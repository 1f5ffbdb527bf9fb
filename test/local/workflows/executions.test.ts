import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { type Execution, executionArn } from "../../../local/workflows/execution.ts";
import { openExecutionLog } from "../../../local/workflows/execution-log.ts";
import { createWorkflows } from "../../../local/workflows/workflows.ts";
import { closeAll, invoke, newFolder, open, run } from "./machines.ts";

afterEach(closeAll);

describe("executions", () => {
  const machine = { StartAt: "Work", States: { Work: invoke("work", { End: true }) } };
  const held = () => {
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    return { release: () => release(), work: () => gate };
  };

  it("of the same name and input are one while they run; another input is refused, and so is the name afterwards", async () => {
    const { release, work } = held();
    const workflows = await open(machine, { tasks: { work } });
    const first = await workflows.start("machine", { sha256: "a" }, "a");
    expect(await workflows.start("machine", { sha256: "a" }, "a")).toEqual(first);
    await expect(workflows.start("machine", { sha256: "b" }, "a")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
    release();
    await workflows.wait(first.executionArn);
    await expect(workflows.start("machine", { sha256: "a" }, "a")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
    expect(workflows.list()).toHaveLength(1);
  });

  it("can be stopped, with the reason", async () => {
    const { release, work } = held();
    const workflows = await open(machine, { tasks: { work } });
    const { executionArn } = await workflows.start("machine", {});
    const stopped = await workflows.stop(executionArn, "Withdrawn", "by its sender");
    expect(stopped).toMatchObject({ status: "ABORTED", error: "Withdrawn", cause: "by its sender" });
    release();
    expect(workflows.describe(executionArn).status).toBe("ABORTED");
  });

  it("are remembered with their steps after a restart", async () => {
    const folder = newFolder();
    const tasks = { work: async () => ({ done: true }) };
    const before = await createWorkflows({ definitions: { machine } as Record<string, StateMachineDefinition>, tasks, folder });
    const execution = await run(before, { a: 1 }, "first");
    await before.close();
    const after = await open(machine, { folder, tasks });
    expect(after.list("machine")).toEqual([execution]);
    expect(execution.history.map((event) => [event.type, event.state])).toEqual([
      ["entered", "Work"],
      ["exited", "Work"],
    ]);
    await expect(after.start("machine", { a: 1 }, "first")).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  it("that the end of the process interrupted are ABORTED and may be started again under their name", async () => {
    const folder = newFolder();
    const { release, work } = held();
    const before = await createWorkflows({ definitions: { machine } as Record<string, StateMachineDefinition>, tasks: { work }, folder });
    const { executionArn } = await before.start("machine", { a: 1 }, "first");
    setTimeout(release, 20);
    await before.close();
    const after = await open(machine, { folder, tasks: { work: async () => "second time" } });
    expect(after.describe(executionArn)).toMatchObject({ status: "ABORTED", error: "Interrupted" });
    expect(await run(after, { a: 1 }, "first")).toMatchObject({ status: "SUCCEEDED", output: "second time" });
    expect(after.list()).toHaveLength(1);
  });

  it("that were running when the process was killed are found ABORTED, also when the kill cut off a line", async () => {
    const folder = newFolder();
    const log = openExecutionLog(folder, new Date());
    const running: Execution = {
      arn: executionArn("machine", "killed"),
      machine: "machine",
      name: "killed",
      status: "RUNNING",
      startedAt: "2026-07-27T10:00:00.000Z",
      input: { a: 1 },
      history: [],
    };
    log.write(running);
    log.close();
    appendFileSync(join(folder, "executions.jsonl"), '{"arn":"arn:aws:states:eu-cen');
    const after = await open(machine, { folder, tasks: { work: async () => 1 } });
    expect(after.list()).toEqual([
      expect.objectContaining({ name: "killed", status: "ABORTED", error: "Interrupted", stoppedAt: expect.any(String) }),
    ]);
    expect(await run(after, { a: 1 }, "killed")).toMatchObject({ status: "SUCCEEDED" });
  });

  it("refuse names, inputs and machines that Step Functions refuses", async () => {
    const workflows = await open(machine, { tasks: { work: async () => 1 } });
    await expect(workflows.start("machine", {}, "a/b")).rejects.toMatchObject({ name: "InvalidName" });
    await expect(workflows.start("machine", {}, "a".repeat(81))).rejects.toMatchObject({ name: "InvalidName" });
    await expect(workflows.start("machine", "x".repeat(262_144))).rejects.toMatchObject({ name: "InvalidExecutionInput" });
    await expect(workflows.start("other", {})).rejects.toMatchObject({ name: "StateMachineDoesNotExist" });
    await expect(workflows.wait("arn:other")).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
  });
});
