import { afterEach, describe, expect, it } from "vitest";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { closeAll, invoke, open, run } from "./machines.ts";

afterEach(closeAll);

class StaleHistory extends Error {
  override readonly name = "StaleHistory";
}

describe("tasks", () => {
  it("give a function its payload and the file the answer of Lambda", async () => {
    const machine = {
      StartAt: "Check",
      States: {
        Check: {
          Type: "Task",
          Resource: "arn:aws:states:::lambda:invoke",
          Parameters: { FunctionName: "${CheckArn}", Payload: { "delivery.$": "$.delivery", mode: "full" } },
          ResultSelector: { "result.$": "$.Payload", "status.$": "$.StatusCode" },
          ResultPath: "$.check",
          End: true,
        },
      },
    };
    const payloads: unknown[] = [];
    const check = async (payload: unknown) => {
      payloads.push(payload);
      return { findings: 3, at: new Date(0), left: undefined };
    };
    const substitutions = { CheckArn: "arn:aws:lambda:eu-central-1:123456789012:function:check:live" };
    const workflows = await open(machine, { tasks: { check }, substitutions });
    const execution = await run(workflows, { delivery: "A-1" });
    expect(payloads).toEqual([{ delivery: "A-1", mode: "full" }]);
    // As JSON: a date became a text and undefined went.
    const result = { findings: 3, at: "1970-01-01T00:00:00.000Z" };
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: { delivery: "A-1", check: { result, status: 200 } } });
  });

  it("hand what is published to who listens, as SNS would get it", async () => {
    const published: unknown[] = [];
    const machine = {
      StartAt: "Tell",
      States: {
        Tell: {
          Type: "Task",
          Resource: "arn:aws:states:::sns:publish",
          Parameters: { TopicArn: "${TopicArn}", "Subject.$": "$.subject", Message: { "n.$": "$.n" } },
          ResultPath: "$.sent",
          End: true,
        },
      },
    };
    const workflows = await open(machine, {
      substitutions: { TopicArn: "arn:topic" },
      onPublish: (message) => void published.push(message),
    });
    const execution = await run(workflows, { subject: "Nieuwe cijfers", n: 2 });
    expect(published).toEqual([{ TopicArn: "arn:topic", Subject: "Nieuwe cijfers", Message: '{"n":2}' }]);
    expect(execution.output).toMatchObject({ sent: { MessageId: expect.any(String) } });
    const refused = await run(workflows, { subject: "Meldingen\nCijfers", n: 2 });
    expect(refused).toMatchObject({ status: "FAILED", error: "SNS.InvalidParameterException" });
  });

  it("start another machine and wait for it", async () => {
    const child = { StartAt: "Add", States: { Add: invoke("add", { End: true }) } };
    const parent = {
      StartAt: "Score",
      States: {
        Score: {
          Type: "Task",
          Resource: "arn:aws:states:::states:startExecution.sync:2",
          Parameters: { StateMachineArn: "${ChildArn}", Input: { "n.$": "$.n" } },
          ResultSelector: { "scores.$": "$.Output.sum" },
          End: true,
        },
      },
    };
    const workflows = await open(parent, {
      definitions: { machine: parent, child } as unknown as Record<string, StateMachineDefinition>,
      substitutions: { ChildArn: "arn:aws:states:eu-central-1:123456789012:stateMachine:child" },
      tasks: { add: async (payload) => ({ sum: (payload as { n: number }).n + 1 }) },
    });
    expect(await run(workflows, { n: 1 })).toMatchObject({ status: "SUCCEEDED", output: { scores: 2 } });
    expect(workflows.list("child")).toHaveLength(1);
    const failing = await run(workflows, { n: "x".repeat(300 * 1024) }).catch((error: Error) => error.name);
    expect(failing).toBe("InvalidExecutionInput");
  });

  it("fail with a payload beyond 256 KiB, as between the states of Step Functions, whatever the Catch", async () => {
    const machine = {
      StartAt: "Large",
      States: {
        Large: invoke("large", { Catch: [{ ErrorEquals: ["States.ALL"], Next: "Caught" }], End: true }),
        Caught: { Type: "Succeed" },
      },
    };
    const workflows = await open(machine, { tasks: { large: async (payload) => "x".repeat(Number(payload)) } });
    expect(await run(workflows, 200_000)).toMatchObject({ status: "SUCCEEDED" });
    expect(await run(workflows, 300_000)).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });

  it("fail when what states gather exceeds 256 KiB", async () => {
    const machine = {
      StartAt: "One",
      States: { One: invoke("large", { OutputPath: "$", ResultPath: "$.one", Next: "Two" }), Two: { Type: "Pass", End: true } },
    };
    const workflows = await open(machine, { tasks: { large: async () => "x".repeat(200_000) } });
    const execution = await run(workflows, { already: "y".repeat(100_000) });
    expect(execution).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("faults", () => {
  const machine = {
    StartAt: "Accept",
    States: {
      Accept: invoke("accept", {
        Retry: [{ ErrorEquals: ["ServiceUnavailable"], IntervalSeconds: 30, MaxAttempts: 2, BackoffRate: 2 }],
        Catch: [
          { ErrorEquals: ["StaleHistory"], ResultPath: "$.stale", Next: "Again" },
          { ErrorEquals: ["States.ALL"], ResultPath: "$.fault", Next: "Failed" },
        ],
        Next: "Done",
      }),
      Again: { Type: "Pass", End: true },
      Failed: { Type: "Fail", ErrorPath: "$.fault.Error", CausePath: "$.fault.Cause" },
      Done: { Type: "Succeed" },
    },
  };

  it("reach Catch by the name of the error, with the cause that Lambda writes", async () => {
    const accept = async () => {
      throw new StaleHistory("report R-1 was changed");
    };
    const execution = await run(await open(machine, { tasks: { accept } }), { delivery: "A-1" });
    expect(execution.status).toBe("SUCCEEDED");
    const { delivery, stale } = execution.output as { delivery: string; stale: { Error: string; Cause: string } };
    expect([delivery, stale.Error]).toEqual(["A-1", "StaleHistory"]);
    expect(JSON.parse(stale.Cause)).toMatchObject({ errorType: "StaleHistory", errorMessage: "report R-1 was changed" });
  });

  it("are retried as often as the file says and no more", async () => {
    let calls = 0;
    const failing = async () => {
      calls++;
      throw Object.assign(new Error("later"), { name: "ServiceUnavailable" });
    };
    const execution = await run(await open(machine, { tasks: { accept: failing } }), {});
    expect(calls).toBe(3);
    expect(execution).toMatchObject({ status: "FAILED", error: "ServiceUnavailable" });
    expect(JSON.parse(execution.cause ?? "")).toMatchObject({ errorMessage: "later" });
    expect(execution.history.filter((event) => event.type === "retried")).toHaveLength(2);
  });

  it("that pass are retried until it works", async () => {
    let calls = 0;
    const accept = async () => {
      if (++calls < 3) throw Object.assign(new Error("later"), { name: "ServiceUnavailable" });
      return { accepted: 4 };
    };
    expect(await run(await open(machine, { tasks: { accept } }), {})).toMatchObject({ status: "SUCCEEDED", output: { accepted: 4 } });
  });

  it("wait as long as the scale says", async () => {
    let calls = 0;
    const accept = async () => {
      if (++calls === 1) throw Object.assign(new Error("later"), { name: "ServiceUnavailable" });
      return {};
    };
    const before = performance.now();
    await run(await open(machine, { tasks: { accept }, retryScale: 0.005 }), {});
    // 30 s × 0.005
    expect(performance.now() - before).toBeGreaterThanOrEqual(149);
  });

  it("of time limits end a task and a machine", async () => {
    const slow = { StartAt: "Slow", States: { Slow: invoke("slow", { TimeoutSeconds: 1, End: true }) } };
    let finish = (): void => {};
    const tasks = { slow: () => new Promise((resolve) => (finish = () => resolve(null))) };
    expect(await run(await open(slow, { tasks }), {})).toMatchObject({ status: "FAILED", error: "States.Timeout" });
    finish();
    const hasty = { TimeoutSeconds: 1, StartAt: "Slow", States: { Slow: invoke("slow", { End: true }) } };
    expect(await run(await open(hasty, { tasks }), {})).toMatchObject({ status: "TIMED_OUT", error: "States.Timeout" });
    finish();
  });
});

describe("choices and paths", () => {
  it("take what is absent for absent", async () => {
    const machine = {
      StartAt: "Known?",
      States: {
        "Known?": {
          Type: "Choice",
          Choices: [
            { Variable: "$.number", IsPresent: false, Next: "Unknown" },
            {
              And: [
                { Variable: "$.number", IsPresent: true },
                { Variable: "$.number", IsNull: false },
              ],
              Next: "Known",
            },
          ],
          Default: "Empty",
        },
        Unknown: { Type: "Pass", Result: "unknown", End: true },
        Known: { Type: "Pass", Result: "known", End: true },
        Empty: { Type: "Pass", Result: "empty", End: true },
      },
    };
    const workflows = await open(machine);
    expect((await run(workflows, {})).output).toBe("unknown");
    expect((await run(workflows, { number: 1 })).output).toBe("known");
    expect((await run(workflows, { number: null })).output).toBe("empty");
  });

  it("replace the whole with ResultPath $", async () => {
    const machine = { StartAt: "Swap", States: { Swap: { Type: "Pass", Result: { b: 2 }, ResultPath: "$", End: true } } };
    expect((await run(await open(machine), { a: 1 })).output).toEqual({ b: 2 });
  });

  it("know the execution from the context object", async () => {
    const Parameters = {
      "name.$": "$$.Execution.Name",
      "id.$": "$$.Execution.Id",
      "input.$": "$$.Execution.Input.a",
      "start.$": "$$.Execution.StartTime",
      "machine.$": "$$.StateMachine.Name",
    };
    const machine = { StartAt: "Look", States: { Look: { Type: "Pass", Parameters, End: true } } };
    const { arn, output } = await run(await open(machine), { a: 1 }, "ingest-1");
    expect(output).toEqual({ name: "ingest-1", id: arn, input: 1, start: expect.stringMatching(/^\d{4}-.*Z$/), machine: "machine" });
    expect(arn).toMatch(/^arn:aws:states:[a-z0-9-]+:\d{12}:execution:machine:ingest-1$/);
  });
});

describe("a Distributed Map", () => {
  const map = (rest: object, failing?: object) => ({
    StartAt: "Score all",
    States: {
      "Score all": {
        Type: "Map",
        MaxConcurrency: 4,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Score",
          States: { Score: invoke("score", { End: true }) },
        },
        ResultPath: "$.scored",
        End: true,
        ...rest,
      },
      ...failing,
    },
  });

  it("runs its machine for every item of the input, in order of the items", async () => {
    let running = 0;
    let most = 0;
    const score = async (payload: unknown) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 10 - (payload as { shard: number }).shard));
      running--;
      return payload;
    };
    const selector = { "shard.$": "$$.Map.Item.Value", "place.$": "$$.Map.Item.Index", "day.$": "$.day" };
    const workflows = await open(map({ ItemsPath: "$.shards", ItemSelector: selector }), { tasks: { score } });
    const execution = await run(workflows, { day: "2026-07-27", shards: [0, 1, 2, 3, 4, 5, 6, 7] });
    const expected = [0, 1, 2, 3, 4, 5, 6, 7].map((shard) => ({ shard, place: shard, day: "2026-07-27" }));
    expect(execution.output).toEqual({ day: "2026-07-27", shards: [0, 1, 2, 3, 4, 5, 6, 7], scored: expected });
    expect(most).toBe(4);
    const steps = execution.history.map((event) => event.state);
    expect(new Set(steps)).toEqual(new Set(["Score all", "Score"]));
    expect(
      execution.history.filter((event) => event.state === "Score" && event.type === "exited").map((event) => event.index),
    ).toHaveLength(8);
  });

  it("fails as a whole when a child fails, and says which error it was", async () => {
    const score = async (payload: unknown) => {
      if (payload === 3) throw new StaleHistory("shard 3");
      return payload;
    };
    const caught = { Catch: [{ ErrorEquals: ["States.ExceedToleratedFailureThreshold"], ResultPath: "$.fault", Next: "Failed" }] };
    const failed = { Failed: { Type: "Fail", ErrorPath: "$.fault.Error", CausePath: "$.fault.Cause" } };
    const workflows = await open(map({ ItemsPath: "$.shards", ...caught }, failed), { tasks: { score } });
    const execution = await run(workflows, { shards: [1, 2, 3, 4] });
    expect(execution).toMatchObject({ status: "FAILED", error: "States.ExceedToleratedFailureThreshold" });
    expect(execution.cause).toContain("StaleHistory");
    expect(execution.cause).toContain("shard 3");
  });
});
