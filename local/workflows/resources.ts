import { randomUUID } from "node:crypto";
import { isObject, type Json, type State } from "./definition.ts";
import { TaskFailure } from "./errors.ts";

/** What SNS would send. */
export interface PublishedMessage {
  readonly TopicArn: string;
  readonly Subject?: string;
  readonly Message: string;
}

/** A finished execution, as a state that waited for it sees it. */
export interface ChildExecution {
  readonly executionArn: string;
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

/** What tasks lean on. */
export interface Services {
  readonly functions: Readonly<Record<string, (payload: unknown) => Promise<unknown>>>;
  publish(message: PublishedMessage): void | Promise<void>;
  start(stateMachineArn: string, input: Json, name?: string): Promise<{ executionArn: string; startDate: Date }>;
  wait(executionArn: string): Promise<ChildExecution>;
}

type Task = (input: Json, services: Services) => Promise<Json>;

interface Resource {
  /** Parameters that mean the same here. */
  readonly parameters: ReadonlySet<string>;
  readonly run: Task;
}

const invoke = "arn:aws:states:::lambda:invoke";

/** The service integrations that run here. */
const resources: Readonly<Record<string, Resource>> = {
  [invoke]: { parameters: new Set(["FunctionName", "Payload"]), run: invokeFunction },
  "arn:aws:states:::sns:publish": { parameters: new Set(["TopicArn", "Subject", "Message"]), run: publish },
  "arn:aws:states:::states:startExecution": { parameters: new Set(["StateMachineArn", "Input", "Name"]), run: startExecution },
  "arn:aws:states:::states:startExecution.sync:2": { parameters: new Set(["StateMachineArn", "Input", "Name"]), run: startAndWait },
};

/** Step Functions carries at most 256 KiB between states. */
export const payloadLimit = 256 * 1024;

/** Runs the task of a state on its processed input. Throws TaskFailure, with the name that Retry and Catch of the file look for. */
export async function runResource(resource: string, input: Json, services: Services): Promise<Json> {
  const known = resources[resource];
  if (!known) throw new TaskFailure("States.Runtime", `no task for ${resource}`, false);
  return known.run(input, services);
}

/** What keeps a Task state from meaning the same here as on AWS. */
export function* resourceProblems(state: State, functions: ReadonlySet<string>): Generator<string> {
  const resource = String(state["Resource"]);
  const known = resources[resource];
  if (!known) {
    yield `the resource ${resource} is not supported`;
    return;
  }
  const parameters = state["Parameters"];
  if (!isObject(parameters)) {
    yield `${resource} needs Parameters`;
    return;
  }
  for (const name of Object.keys(parameters)) {
    if (!known.parameters.has(name.replace(/\.\$$/, ""))) yield `the parameter ${name} of ${resource} is not supported`;
  }
  const name = parameters["FunctionName"];
  if (resource === invoke && typeof name === "string" && !functions.has(functionOf(name))) yield `there is no function ${name}`;
}

async function invokeFunction(input: Json, { functions }: Services): Promise<Json> {
  const { FunctionName, Payload = {} } = input as { FunctionName: string; Payload?: Json };
  const run = functions[functionOf(FunctionName)];
  if (!run) throw new TaskFailure("Lambda.ResourceNotFoundException", `Function not found: ${FunctionName}`);
  // Lambda gets and gives JSON: what does not survive that must not survive here either.
  const payload = copyJson(Payload);
  let result: unknown;
  try {
    result = await run(payload);
  } catch (error) {
    throw asLambdaFailure(error);
  }
  return { ExecutedVersion: "$LATEST", Payload: copyJson(result), StatusCode: 200 };
}

/** `arn:aws:lambda:eu-central-1:123456789012:function:check-delivery:live`, or the bare name. */
function functionOf(name: string): string {
  return /:function:([^:]+)/.exec(name)?.[1] ?? name;
}

/** Lambda reports the name of the error and, as a text, what the runtime writes about it. */
function asLambdaFailure(error: unknown): TaskFailure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = (stack ?? "").split("\n").slice(0, 20);
  return new TaskFailure(name, JSON.stringify({ errorType: name, errorMessage: message, trace }));
}

function copyJson(value: unknown): Json {
  const text = JSON.stringify(value) ?? "null";
  if (Buffer.byteLength(text) > payloadLimit) throw dataLimitExceeded("the payload or the result of a task");
  return JSON.parse(text) as Json;
}

export function dataLimitExceeded(what: string): TaskFailure {
  return new TaskFailure("States.DataLimitExceeded", `The state/task returned a result with a size exceeding 256 KiB: ${what}`, false);
}

async function publish(input: Json, services: Services): Promise<Json> {
  const { TopicArn, Subject, Message } = input as { TopicArn: string; Subject?: string; Message: Json };
  // SNS refuses what cannot be the subject of an e-mail.
  if (Subject !== undefined && !/^[\x20-\x7e]{1,99}$/.test(Subject)) {
    throw new TaskFailure("SNS.InvalidParameterException", "Invalid parameter: Subject must be 1 to 99 characters of ASCII on one line.");
  }
  await services.publish({ TopicArn, Subject, Message: typeof Message === "string" ? Message : JSON.stringify(Message) });
  return { MessageId: randomUUID() };
}

async function startExecution(input: Json, services: Services): Promise<Json> {
  const { executionArn, startDate } = await startChild(input, services);
  return { ExecutionArn: executionArn, StartDate: startDate.getTime() / 1000 };
}

async function startAndWait(input: Json, services: Services): Promise<Json> {
  const { executionArn, startDate } = await startChild(input, services);
  const { status, output, error, cause } = await services.wait(executionArn);
  const described = { ExecutionArn: executionArn, StartDate: startDate.getTime(), StopDate: Date.now(), Status: status };
  if (status === "SUCCEEDED") return { ...described, Output: copyJson(output) };
  throw new TaskFailure("States.TaskFailed", JSON.stringify({ ...described, Error: error, Cause: cause }));
}

async function startChild(input: Json, services: Services): Promise<{ executionArn: string; startDate: Date }> {
  const { StateMachineArn, Input = {}, Name } = input as { StateMachineArn: string; Input?: Json; Name?: string };
  try {
    return await services.start(StateMachineArn, Input, Name);
  } catch (error) {
    if (error instanceof Error) throw new TaskFailure(`StepFunctions.${error.name}Exception`, error.message);
    throw error;
  }
}
