import { setMaxListeners } from "node:events";
import type { Json } from "./definition.ts";
import { TaskFailure } from "./errors.ts";
import type { ExecutionStatus, HistoryEvent } from "./execution.ts";
import type { LoweredMachine } from "./lower.ts";
import { dataLimitExceeded, payloadLimit } from "./resources.ts";
import { loadRunner, type RunnerEvent, type RunnerJson } from "./runner.ts";

export interface RunOptions {
  readonly machine: LoweredMachine;
  readonly input: Json;
  /** Names that `$$.Execution` and `$$.StateMachine` give. */
  readonly context: { readonly Execution: { Id: string; Name: string }; readonly StateMachine: { Id: string; Name: string } };
  /** Stops the execution; running tasks are left to themselves. */
  readonly signal: AbortSignal;
  /** Runs the resource of a Task state on its input. */
  task(resource: string, input: Json): Promise<Json>;
  onEvent(event: HistoryEvent): void;
}

export interface RunResult {
  readonly status: Exclude<ExecutionStatus, "RUNNING">;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

/** Runs one execution to its end. Does not throw for what goes wrong in the execution: that is its result. */
export async function runMachine(options: RunOptions): Promise<RunResult> {
  const { machine, input, context, signal } = options;
  const { StateMachine } = await loadRunner();
  // Every task that is under way listens.
  setMaxListeners(0, signal);
  const taskResourceLocalHandlers: Record<string, (input: RunnerJson) => Promise<RunnerJson>> = {};
  for (const [name, resource] of machine.tasks) {
    taskResourceLocalHandlers[name] = async (taskInput) => (await untilAborted(options.task(resource, taskInput), signal)) as RunnerJson;
  }
  const stateMachine = new StateMachine(machine.definition, { validationOptions: { noValidate: true } });
  const run = stateMachine.run(input as RunnerJson, {
    overrides: { taskResourceLocalHandlers },
    context,
  });
  if (signal.aborted) run.abort();
  else signal.addEventListener("abort", run.abort, { once: true });
  let tooLarge: string | undefined;
  const followed = (async () => {
    for await (const event of run.eventLogs) {
      const told = historyEvent(event, machine.added);
      if (told) options.onEvent(told);
      if (event.type !== "StateExited" || Buffer.byteLength(JSON.stringify(event.state.output) ?? "") <= payloadLimit) continue;
      tooLarge = event.state.name;
      run.abort();
    }
  })();
  try {
    const output = (await run.result) as Json;
    return { status: "SUCCEEDED", output };
  } catch (error) {
    if (tooLarge !== undefined) return failed(dataLimitExceeded(`the output of ${tooLarge}`));
    return resultOf(error);
  } finally {
    signal.removeEventListener("abort", run.abort);
    await followed;
  }
}

/** A task cannot be stopped, but the execution does not wait for it. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new TaskFailure("ExecutionAborted", "The execution was stopped.", false));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function resultOf(error: unknown): RunResult {
  if (!(error instanceof Error)) return { status: "FAILED", error: "States.Runtime", cause: String(error) };
  if (error.name === "ExecutionAbortedError") return { status: "ABORTED" };
  if (error.name === "ExecutionTimeoutError") return { status: "TIMED_OUT", error: "States.Timeout" };
  return failed(error.cause instanceof Error ? error.cause : error);
}

function failed({ name, message }: Error): RunResult {
  return { status: "FAILED", error: name, cause: message };
}

function historyEvent(event: RunnerEvent, added: ReadonlySet<string>): HistoryEvent | undefined {
  if (!("state" in event) || added.has(event.state.name)) return undefined;
  const type = told[event.type];
  if (!type) return undefined;
  const at = new Date(event.timestamp).toISOString();
  const step: HistoryEvent = { type, state: event.state.name, stateType: event.state.type, at };
  const placed = event.index === undefined ? step : { ...step, index: event.index };
  return "Error" in event ? { ...placed, error: event.Error, cause: String(event.Cause) } : placed;
}

const told: Readonly<Record<string, HistoryEvent["type"]>> = {
  StateEntered: "entered",
  StateExited: "exited",
  StateFailed: "failed",
  StateRetried: "retried",
  StateCaught: "caught",
};
