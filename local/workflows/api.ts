import * as z from "zod";
import { WorkflowRefusal } from "./errors.ts";
import { type Execution, executionArn, type HistoryEvent, machineArn, machineOf } from "./execution.ts";
import type { Workflows } from "./workflows.ts";

/**
 * Answers one operation of the Step Functions API. Throws WorkflowRefusal.
 *
 * Source: AWS Step Functions API reference.
 */
export async function callStepFunctions(workflows: Workflows, operation: string, body: unknown): Promise<object> {
  const run = operations[operation];
  if (!run) throw new WorkflowRefusal("UnknownOperationException", `The embedded stack does not implement ${operation}.`);
  return run(workflows, body);
}

type Operation = (workflows: Workflows, body: unknown) => object | Promise<object>;

const startRequest = z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().optional() });
const executionRequest = z.object({ executionArn: z.string() });
const stopRequest = z.object({ executionArn: z.string(), error: z.string().optional(), cause: z.string().optional() });
const listRequest = z.object({
  stateMachineArn: z.string(),
  statusFilter: z.string().optional(),
  maxResults: z.number().int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});
const historyRequest = z.object({
  executionArn: z.string(),
  reverseOrder: z.boolean().optional(),
  maxResults: z.number().int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});

const operations: Readonly<Record<string, Operation>> = {
  async StartExecution(workflows, body) {
    const { stateMachineArn, name, input } = read(startRequest, body);
    const started = await workflows.start(stateMachineArn, parseInput(input), name);
    return { executionArn: started.executionArn, startDate: seconds(started.startDate) };
  },
  async RedriveExecution(workflows, body) {
    const { redriveDate } = await workflows.redrive(read(executionRequest, body).executionArn);
    return { redriveDate: seconds(redriveDate) };
  },
  DescribeExecution(workflows, body) {
    const execution = workflows.describe(read(executionRequest, body).executionArn);
    return {
      ...summary(execution),
      input: JSON.stringify(execution.input),
      inputDetails: { included: true },
      ...(execution.output === undefined ? {} : { output: JSON.stringify(execution.output), outputDetails: { included: true } }),
      error: execution.error,
      cause: execution.cause,
    };
  },
  ListExecutions(workflows, body) {
    const { stateMachineArn, statusFilter, maxResults, nextToken } = read(listRequest, body);
    if (!workflows.machines.includes(machineOf(stateMachineArn))) {
      throw new WorkflowRefusal("StateMachineDoesNotExist", `State Machine Does Not Exist: '${stateMachineArn}'`);
    }
    const all = workflows.list(stateMachineArn).filter((execution) => statusFilter === undefined || execution.status === statusFilter);
    const { page, next } = cut(all, maxResults, nextToken);
    return { executions: page.map(summary), nextToken: next };
  },
  ListStateMachines(workflows) {
    return {
      stateMachines: workflows.machines.map((name) => ({ name, stateMachineArn: machineArn(name), type: "STANDARD", creationDate: 0 })),
    };
  },
  GetExecutionHistory(workflows, body) {
    const { executionArn: arn, reverseOrder, maxResults, nextToken } = read(historyRequest, body);
    const events = history(workflows.describe(arn));
    const { page, next } = cut(reverseOrder ? events.reverse() : events, maxResults, nextToken);
    return { events: page, nextToken: next };
  },
  async StopExecution(workflows, body) {
    const { executionArn: arn, error, cause } = read(stopRequest, body);
    const { stoppedAt } = await workflows.stop(arn, error, cause);
    return { stopDate: seconds(new Date(stoppedAt ?? Date.now())) };
  },
};

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new WorkflowRefusal("ValidationException", z.prettifyError(parsed.error));
  return parsed.data;
}

function parseInput(input: string | undefined): unknown {
  try {
    return JSON.parse(input ?? "{}");
  } catch {
    throw new WorkflowRefusal("InvalidExecutionInput", "Invalid State Machine Execution Input: it is not JSON.");
  }
}

function summary(execution: Execution) {
  return {
    executionArn: executionArn(execution.machine, execution.name),
    stateMachineArn: machineArn(execution.machine),
    name: execution.name,
    status: execution.status,
    startDate: seconds(new Date(execution.startedAt)),
    stopDate: execution.stoppedAt === undefined ? undefined : seconds(new Date(execution.stoppedAt)),
  };
}

/** Dates travel as seconds since 1970, with a fraction. */
function seconds(date: Date): number {
  return date.getTime() / 1000;
}

/** A token is the place where the next page starts. */
function cut<T>(all: readonly T[], maxResults: number | undefined, token: string | undefined): { page: readonly T[]; next?: string } {
  const start = Number(token ?? 0);
  if (!Number.isInteger(start) || start < 0) throw new WorkflowRefusal("InvalidToken", `Invalid Token: '${token}'`);
  const end = start + (maxResults || 100);
  return { page: all.slice(start, end), next: end < all.length ? String(end) : undefined };
}

interface ApiEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
}

/** The steps with their times and errors; not what went through them. */
function history(execution: Execution): ApiEvent[] {
  const steps = execution.history.filter((event) => event.type === "entered" || event.type === "exited" || event.type === "failed");
  const events: Omit<ApiEvent, "id" | "previousEventId">[] = [
    { type: "ExecutionStarted", timestamp: seconds(new Date(execution.startedAt)) },
    ...steps.map(toApi),
  ];
  const end = ends[execution.status];
  if (end && execution.stoppedAt !== undefined) {
    const { error, cause } = execution;
    const details = error === undefined ? {} : { [`${end[0]?.toLowerCase()}${end.slice(1)}EventDetails`]: { error, cause } };
    events.push({ type: end, timestamp: seconds(new Date(execution.stoppedAt)), ...details });
  }
  return events.map((event, i) => ({ id: i + 1, previousEventId: i, ...event }) as ApiEvent);
}

const ends: Readonly<Record<string, string>> = {
  SUCCEEDED: "ExecutionSucceeded",
  FAILED: "ExecutionFailed",
  TIMED_OUT: "ExecutionTimedOut",
  ABORTED: "ExecutionAborted",
};

function toApi({ type, state, stateType, at, error, cause }: HistoryEvent): Omit<ApiEvent, "id" | "previousEventId"> {
  const timestamp = seconds(new Date(at));
  if (type === "entered") return { type: `${stateType}StateEntered`, timestamp, stateEnteredEventDetails: { name: state } };
  if (type === "exited") return { type: `${stateType}StateExited`, timestamp, stateExitedEventDetails: { name: state } };
  if (stateType !== "Task") return { type: `${stateType}StateFailed`, timestamp };
  return { type: "TaskFailed", timestamp, taskFailedEventDetails: { error, cause, resource: state, resourceType: "lambda" } };
}
