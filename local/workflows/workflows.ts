import { randomUUID } from "node:crypto";
import type { Json, StateMachineDefinition } from "./definition.ts";
import { WorkflowRefusal } from "./errors.ts";
import { type Execution, executionArn, interrupted, machineArn, machineOf } from "./execution.ts";
import { openExecutionLog } from "./execution-log.ts";
import { type LoweredMachine, lower } from "./lower.ts";
import { refuse } from "./refuse.ts";
import { type PublishedMessage, payloadLimit, runResource, type Services } from "./resources.ts";
import { runMachine } from "./run-machine.ts";
import { loadRunner } from "./runner.ts";
import { substitute } from "./substitute.ts";

export interface WorkflowOptions {
  /** State machines by name, as in `workflows/*.asl.json`. */
  readonly definitions: Readonly<Record<string, StateMachineDefinition>>;
  /** Lambda functions by name; they get and give JSON, and run in this process. */
  readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  /** For `${Name}` in the definitions. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** Where executions are remembered; made when it is not there. */
  readonly folder: string;
  /** Factor on the waiting times of Retry: tests take 0. MaxAttempts stays as it is written. */
  readonly retryScale?: number;
  /** Gets what the machines publish with SNS. */
  onPublish?(message: PublishedMessage): void | Promise<void>;
}

export interface Workflows {
  /** Names of the state machines. */
  readonly machines: readonly string[];
  /**
   * Starts an execution of a machine (its name or ARN). The same name and input while it runs is the same execution. Throws
   * WorkflowRefusal: ExecutionAlreadyExists when the name is taken by another input or by an execution that has ended (an interrupted
   * one may be started again), InvalidName, InvalidExecutionInput, StateMachineDoesNotExist.
   */
  start(machine: string, input: unknown, name?: string): Promise<{ executionArn: string; startDate: Date }>;
  /**
   * Runs an execution that failed, timed out or was stopped once more, under its own name and with its own input. From its start, where AWS goes on in the
   * state that failed: the runner begins nowhere else, and every step gives the same effect twice. Throws WorkflowRefusal: ExecutionNotRedrivable when it
   * runs, succeeded, or ended more than fourteen days ago; ExecutionDoesNotExist.
   */
  redrive(executionArn: string): Promise<{ redriveDate: Date }>;
  /** The execution when it has ended. Throws WorkflowRefusal ExecutionDoesNotExist. */
  wait(executionArn: string): Promise<Execution>;
  /** How it stands now. Throws WorkflowRefusal ExecutionDoesNotExist. */
  describe(executionArn: string): Execution;
  /** Newest first. */
  list(machine?: string): readonly Execution[];
  /** Stops a running execution; one that has ended stays as it is. */
  stop(executionArn: string, error?: string, cause?: string): Promise<Execution>;
  /** Stops everything that runs, and waits up to 5 seconds for tasks that are under way. */
  close(): Promise<void>;
}

/** What is kept of one execution while the process lives. */
interface Entry {
  execution: Execution;
  readonly abort: AbortController;
  readonly ended: Promise<Execution>;
  stopped?: { readonly error?: string; readonly cause?: string };
}

/** So long after its end AWS lets an execution be redriven. */
const REDRIVABLE_MS = 14 * 24 * 60 * 60 * 1000;

/** How long `close` waits for tasks: they cannot be stopped, and would find their stores closed. */
const graceMs = 5000;

/**
 * Runs state machines in this process. Throws UnsupportedWorkflow for a file that would do something else here than on AWS.
 */
export async function createWorkflows(options: WorkflowOptions): Promise<Workflows> {
  const machines = new Map(Object.entries(options.definitions).map(([name, definition]) => [name, prepare(name, definition, options)]));
  await loadRunner();
  const log = openExecutionLog(options.folder, new Date());
  const entries = new Map<string, Entry>();
  for (const execution of log.known) {
    entries.set(execution.arn, { execution, abort: new AbortController(), ended: Promise.resolve(execution) });
  }
  const underWay = new Set<Promise<unknown>>();
  let closing = false;

  const find = (arn: string): Entry => {
    const entry = entries.get(arn);
    if (!entry) throw new WorkflowRefusal("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
    return entry;
  };
  const services: Services = {
    functions: options.tasks,
    publish: (message) => options.onPublish?.(message),
    start: (machine, input, name) => workflows.start(machine, input, name),
    async wait(arn) {
      const { status, output, error, cause } = await workflows.wait(arn);
      return { executionArn: arn, status, output, error, cause };
    },
  };
  const runTask = (resource: string, input: Json): Promise<Json> => {
    const work = runResource(resource, input, services);
    underWay.add(work);
    const done = (): void => void underWay.delete(work);
    work.then(done, done);
    return work;
  };
  const run = async (entry: Entry, machine: LoweredMachine): Promise<Execution> => {
    const { execution, abort } = entry;
    const history = [...execution.history];
    entry.execution = { ...execution, history };
    const result = await runMachine({
      machine,
      input: execution.input,
      context: {
        Execution: { Id: execution.arn, Name: execution.name },
        StateMachine: { Id: machineArn(execution.machine), Name: execution.machine },
      },
      signal: abort.signal,
      task: runTask,
      onEvent: (event) => history.push(event),
    });
    const ended: Execution = { ...execution, ...result, ...entry.stopped, stoppedAt: new Date().toISOString(), history };
    entry.execution = ended;
    log.write(ended);
    return ended;
  };

  const launch = (execution: Execution, machine: LoweredMachine): void => {
    log.write(execution);
    let begin: (run: Promise<Execution>) => void = () => {};
    const entry: Entry = { execution, abort: new AbortController(), ended: new Promise((resolve) => (begin = resolve)) };
    // Set anew, so that the order is that of the latest start.
    entries.delete(execution.arn);
    entries.set(execution.arn, entry);
    begin(run(entry, machine));
  };

  const workflows: Workflows = {
    machines: [...machines.keys()],
    async start(machineNameOrArn, givenInput, name = randomUUID()) {
      const machineName = machineOf(machineNameOrArn);
      const machine = machines.get(machineName);
      if (!machine) throw new WorkflowRefusal("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machineNameOrArn}'`);
      if (closing) throw new WorkflowRefusal("StateMachineDoesNotExist", "The embedded stack is closing.");
      checkName(name);
      const input = readInput(givenInput);
      const arn = executionArn(machineName, name);
      const earlier = entries.get(arn)?.execution;
      if (earlier && earlier.error !== interrupted) {
        if (earlier.status === "RUNNING" && JSON.stringify(earlier.input) === JSON.stringify(input)) {
          return { executionArn: arn, startDate: new Date(earlier.startedAt) };
        }
        throw new WorkflowRefusal("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
      }
      const startDate = new Date();
      const execution: Execution = {
        arn,
        machine: machineName,
        name,
        status: "RUNNING",
        startedAt: startDate.toISOString(),
        input,
        history: [],
      };
      launch(execution, machine);
      return { executionArn: arn, startDate };
    },
    async redrive(arn) {
      const { execution } = find(arn);
      const { status, stoppedAt = "" } = execution;
      const machine = machines.get(execution.machine);
      const redriveDate = new Date();
      if (closing || !machine || status === "RUNNING" || status === "SUCCEEDED") {
        throw new WorkflowRefusal("ExecutionNotRedrivable", `Execution is ${status} and cannot be redriven: '${arn}'`);
      }
      if (redriveDate.getTime() - Date.parse(stoppedAt) > REDRIVABLE_MS) {
        throw new WorkflowRefusal("ExecutionNotRedrivable", `Execution ended more than 14 days ago: '${arn}'`);
      }
      launch({ ...execution, status: "RUNNING", stoppedAt: undefined, error: undefined, cause: undefined }, machine);
      return { redriveDate };
    },
    wait: async (arn) => find(arn).ended,
    describe: (arn) => find(arn).execution,
    list(machine) {
      const all = [...entries.values()].map((entry) => entry.execution).reverse();
      return machine === undefined ? all : all.filter((execution) => execution.machine === machineOf(machine));
    },
    async stop(arn, error, cause) {
      const entry = find(arn);
      if (entry.execution.status !== "RUNNING") return entry.execution;
      entry.stopped = { error, cause };
      entry.abort.abort();
      return entry.ended;
    },
    async close() {
      closing = true;
      const running = [...entries.values()].filter((entry) => entry.execution.status === "RUNNING");
      for (const entry of running) {
        entry.stopped = { error: interrupted, cause: "The process that ran this execution ended." };
        entry.abort.abort();
      }
      await Promise.all(running.map((entry) => entry.ended));
      await waitAtMost(Promise.allSettled(underWay), graceMs);
      log.close();
    },
  };
  return workflows;
}

function prepare(name: string, definition: StateMachineDefinition, options: WorkflowOptions): LoweredMachine {
  const substituted = substitute(name, definition, options.substitutions ?? {});
  refuse(name, substituted, new Set(Object.keys(options.tasks)));
  return lower(substituted, options.retryScale);
}

/** What Step Functions takes for a name: it ends up in an ARN. */
function checkName(name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (name.length >= 1 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name)) return;
  throw new WorkflowRefusal("InvalidName", `Invalid Name: '${name}'`);
}

/** A copy, as JSON. */
function readInput(input: unknown): Json {
  const text = JSON.stringify(input ?? {});
  if (text === undefined || Buffer.byteLength(text) > payloadLimit) {
    throw new WorkflowRefusal("InvalidExecutionInput", "The input must be JSON of at most 256 KiB.");
  }
  return JSON.parse(text) as Json;
}

async function waitAtMost(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
