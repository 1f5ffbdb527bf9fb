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

  it("that failed go again under their name, with their input, after what happened before; and not when they run or have succeeded", async () => {
    const inputs: unknown[] = [];
    let healthy = false;
    const work = async (payload: unknown) => {
      inputs.push(payload);
      if (!healthy) throw Object.assign(new Error("broken"), { name: "BrokenInvariant" });
      return "second time";
    };
    const workflows = await open(machine, { tasks: { work } });
    const first = await run(workflows, { a: 1 }, "first");
    expect(first).toMatchObject({ status: "FAILED", error: "BrokenInvariant" });
    healthy = true;
    await workflows.redrive(first.arn);
    await expect(workflows.redrive(first.arn)).rejects.toMatchObject({ name: "ExecutionNotRedrivable" });
    const again = await workflows.wait(first.arn);
    expect(again).toMatchObject({ status: "SUCCEEDED", output: "second time", startedAt: first.startedAt });
    expect([again.error, again.cause, inputs]).toEqual([undefined, undefined, [{ a: 1 }, { a: 1 }]]);
    expect(again.history.slice(0, first.history.length)).toEqual(first.history);
    expect(workflows.list()).toHaveLength(1);
    await expect(workflows.redrive(first.arn)).rejects.toMatchObject({ name: "ExecutionNotRedrivable" });
    await expect(workflows.redrive(`${first.arn}-other`)).rejects.toMatchObject({ name: "ExecutionDoesNotExist" });
  });

  it("that were stopped or interrupted go again, also after a restart, until fourteen days after they ended", async () => {
    const folder = newFolder();
    const { release, work } = held();
    const before = await createWorkflows({ definitions: { machine } as Record<string, StateMachineDefinition>, tasks: { work }, folder });
    const { executionArn } = await before.start("machine", { a: 1 }, "first");
    setTimeout(release, 20);
    await before.close();
    const day = 24 * 60 * 60 * 1000;
    const old: Execution = {
      ...before.describe(executionArn),
      arn: `${executionArn}-old`,
      name: "old",
      stoppedAt: new Date(Date.now() - 15 * day).toISOString(),
    };
    appendFileSync(join(folder, "executions.jsonl"), `${JSON.stringify(old)}\n`);
    const after = await open(machine, { folder, tasks: { work: async () => "second time" } });
    await expect(after.redrive(old.arn)).rejects.toMatchObject({ name: "ExecutionNotRedrivable" });
    await after.redrive(executionArn);
    expect(await after.wait(executionArn)).toMatchObject({ status: "SUCCEEDED" });
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
