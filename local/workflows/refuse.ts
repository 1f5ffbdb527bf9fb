import {
  innerMachines,
  isDistributed,
  isObject,
  itemProcessor,
  type PlacedState,
  type StateMachineDefinition,
  statesOf,
} from "./definition.ts";
import { UnsupportedWorkflow } from "./errors.ts";
import { resourceProblems } from "./resources.ts";

/**
 * The runner takes any file and silently leaves out what it does not know: ItemBatcher, tolerated failures, task tokens, heartbeats,
 * variables. Such a file would pass here and do something else on AWS. So this is a list of what is known to mean the same; everything
 * else is refused with its name. Found by reading aws-local-stepfunctions 3; `refuse.test.ts` holds an example of each.
 *
 * @throws UnsupportedWorkflow with every problem
 */
export function refuse(machine: string, definition: StateMachineDefinition, functions: ReadonlySet<string>): void {
  const problems = [...machineProblems("the machine", definition, machineFields)];
  const seen = new Set<string>();
  for (const placed of statesOf(definition)) {
    // Tasks are found by the name of their state.
    if (seen.has(placed.name)) problems.push(`"${placed.name}": the name is used twice`);
    seen.add(placed.name);
    problems.push(...stateProblems(placed, functions).map((problem) => `"${placed.name}": ${problem}`));
  }
  if (problems.length > 0) throw new UnsupportedWorkflow(machine, problems);
}

const machineFields = new Set(["Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage"]);
const innerFields = new Set(["Comment", "StartAt", "States", "ProcessorConfig"]);

const flow = ["Type", "Comment", "Next", "End", "InputPath", "OutputPath", "QueryLanguage"];
const work = [...flow, "ResultSelector", "ResultPath", "Retry", "Catch"];
const stateFields: Readonly<Record<string, ReadonlySet<string>>> = {
  Task: new Set([...work, "Resource", "Parameters", "TimeoutSeconds", "TimeoutSecondsPath"]),
  Parallel: new Set([...work, "Branches", "Parameters"]),
  // Label only names the child executions of a Distributed Map.
  Map: new Set(
    [...work, "ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "Parameters", "MaxConcurrency", "MaxConcurrencyPath"].concat(
      "Label",
    ),
  ),
  Pass: new Set([...flow, "Result", "Parameters", "ResultPath"]),
  Choice: new Set(["Type", "Comment", "InputPath", "OutputPath", "QueryLanguage", "Choices", "Default"]),
  Wait: new Set([...flow, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"]),
  Succeed: new Set(["Type", "Comment", "InputPath", "OutputPath", "QueryLanguage"]),
  Fail: new Set(["Type", "Comment", "QueryLanguage", "Error", "ErrorPath", "Cause", "CausePath"]),
};
const retrierFields = new Set([
  "ErrorEquals",
  "IntervalSeconds",
  "MaxAttempts",
  "BackoffRate",
  "MaxDelaySeconds",
  "JitterStrategy",
  "Comment",
]);
const catcherFields = new Set(["ErrorEquals", "Next", "ResultPath", "Comment"]);

/** Errors that a Distributed Map ends with; the errors of its children stay inside. */
const distributedErrors = /^States\.(ALL|TaskFailed|Timeout|ExceedToleratedFailureThreshold)$/;

/** A timer of Node holds 2^31 ms: beyond it, it fires at once. */
const longestWaitSeconds = 2_147_483;

function* machineProblems(where: string, machine: StateMachineDefinition, allowed: ReadonlySet<string>): Generator<string> {
  if (!isObject(machine.States) || typeof machine.StartAt !== "string") {
    yield `${where} has no States or no StartAt`;
    return;
  }
  yield* unknownFields(machine, allowed).map((field) => `${where}: ${field} is not supported`);
  if (!(machine.StartAt in machine.States)) yield `${where} starts at "${machine.StartAt}", which it does not have`;
  yield* queryLanguageProblem(machine);
}

function stateProblems({ name, state, surroundings, siblings }: PlacedState, functions: ReadonlySet<string>): string[] {
  const allowed = stateFields[state.Type];
  if (!allowed) return [`states of type ${state.Type} are not known`];
  const problems = unknownFields(state, allowed).map((field) => `${field} is not supported`);
  problems.push(...queryLanguageProblem(state));
  for (const target of targetsOf(state)) if (!(target in siblings)) problems.push(`goes to "${target}", which is not there`);
  problems.push(...resultPathProblem(state), ...retryAndCatchProblems(state), ...contextProblems({ name, state, surroundings, siblings }));
  for (const inner of innerMachines(state)) problems.push(...machineProblems("its inner machine", inner, innerFields));
  if (state.Type === "Task") problems.push(...resourceProblems(state, functions));
  if (state.Type === "Map") problems.push(...mapProblems(state));
  if (state.Type === "Pass" && "Result" in state && !state["Result"])
    problems.push("the runner ignores a Result that is null, false, 0 or empty");
  if (state.Type === "Wait" && Number(state["Seconds"] ?? 0) > longestWaitSeconds) problems.push("waits longer than a timer of Node can");
  if (state.Type === "Fail") {
    for (const field of ["ErrorPath", "CausePath"]) {
      if (typeof state[field] === "string" && !state[field].startsWith("$")) problems.push(`${field} takes a path only, no function`);
    }
  }
  return problems;
}

function unknownFields(object: Readonly<Record<string, unknown>>, allowed: ReadonlySet<string>): string[] {
  return Object.keys(object).filter((field) => !allowed.has(field));
}

function* queryLanguageProblem(object: Readonly<Record<string, unknown>>): Generator<string> {
  if ((object["QueryLanguage"] ?? "JSONPath") !== "JSONPath") yield `QueryLanguage ${String(object["QueryLanguage"])} is not supported`;
}

function targetsOf(state: PlacedState["state"]): string[] {
  const rules = [state, ...list(state["Choices"]), ...list(state["Catch"])];
  return [...rules.map((rule) => rule["Next"]), state["Default"]].filter((target): target is string => typeof target === "string");
}

/** The runner writes to `$.a.b`; other spellings end up elsewhere. */
function* resultPathProblem(state: PlacedState["state"]): Generator<string> {
  for (const holder of [state, ...list(state["Catch"])]) {
    const path = holder["ResultPath"];
    if (typeof path === "string" && !/^\$(\.[A-Za-z0-9_-]+)*$/.test(path)) yield `ResultPath ${path} is not of the form $.a.b`;
  }
}

function* retryAndCatchProblems(state: PlacedState["state"]): Generator<string> {
  for (const retrier of list(state["Retry"])) {
    yield* unknownFields(retrier, retrierFields).map((field) => `${field} in Retry is not supported`);
  }
  for (const catcher of list(state["Catch"])) {
    yield* unknownFields(catcher, catcherFields).map((field) => `${field} in Catch is not supported`);
  }
  if (state.Type !== "Map" || !isDistributed(state)) return;
  for (const handler of [...list(state["Retry"]), ...list(state["Catch"])]) {
    for (const error of (handler["ErrorEquals"] ?? []) as string[]) {
      if (!distributedErrors.test(error))
        yield `${error} never leaves a child of a Distributed Map: it becomes States.ExceedToleratedFailureThreshold`;
    }
  }
}

function* mapProblems(state: PlacedState["state"]): Generator<string> {
  const config = itemProcessor(state)?.["ProcessorConfig"];
  if (isObject(config)) {
    yield* unknownFields(config, new Set(["Mode", "ExecutionType"])).map((field) => `ProcessorConfig.${field} is not supported`);
  }
}

const sameEverywhere = /^\$\$\.StateMachine\.(Id|Name)$/;
const contextAllowed = {
  top: /^\$\$\.Execution\.(Id|Name|StartTime|Input)\b/,
  // The runner starts a small execution for every item: Input and StartTime are of that one.
  inline: /^\$\$\.Execution\.(Id|Name)$/,
  // On AWS every child has an Id and a Name of its own.
  distributed: /^\$\$\.Execution\.(StartTime|Input)\b/,
};

function* contextProblems({ state, surroundings }: PlacedState): Generator<string> {
  const { Comment: _, ItemProcessor: __, Iterator: ___, Branches: ____, ItemSelector: selector, Parameters: parameters, ...rest } = state;
  const isMap = state.Type === "Map";
  for (const text of textsIn([rest, isMap ? [] : parameters])) yield* pathProblems(text, surroundings, false);
  for (const text of textsIn([selector, isMap ? parameters : []])) yield* pathProblems(text, surroundings, true);
}

function* pathProblems(text: string, surroundings: PlacedState["surroundings"], inSelector: boolean): Generator<string> {
  for (const [path] of text.matchAll(/\$\$[\w.[\]'"-]*/g)) {
    if (sameEverywhere.test(path) || contextAllowed[surroundings].test(path)) continue;
    if (inSelector && /^\$\$\.Map\.Item\.(Index|Value)\b/.test(path)) continue;
    yield `${path} is not known here, or means something else than on AWS`;
  }
  if (/(^|[(,\s])\$[A-Za-z_]/.test(text)) yield `variables are not supported: ${text}`;
}

/** The texts that are paths or functions: of fields that end in `.$` or `Path`, and of `Variable`. */
function* textsIn(value: unknown, isPath = false): Generator<string> {
  if (typeof value === "string") {
    if (isPath) yield value;
  } else if (Array.isArray(value)) {
    for (const entry of value) yield* textsIn(entry, isPath);
  } else if (isObject(value)) {
    for (const [field, entry] of Object.entries(value))
      yield* textsIn(entry, field.endsWith(".$") || field.endsWith("Path") || field === "Variable");
  }
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}
