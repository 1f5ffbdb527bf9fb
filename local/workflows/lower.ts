import { innerMachines, isDistributed, isObject, type State, type StateMachineDefinition } from "./definition.ts";

/** A machine that the runner understands. */
export interface LoweredMachine {
  readonly definition: StateMachineDefinition;
  /** Resource per Task state. */
  readonly tasks: ReadonlyMap<string, string>;
  /** States that are not in the file: not shown in a history. */
  readonly added: ReadonlySet<string>;
}

/**
 * Rewrites a machine that `refuse` let through into what the runner of the embedded stack does as AWS would:
 *
 * - A Distributed Map becomes a Map. An error of a child leaves it as `States.ExceedToleratedFailureThreshold`, as on AWS.
 * - `ResultPath: "$"` goes (the default; the runner makes a field `$` of it), and so does `IsPresent: false` and the like (the runner takes
 *   them for never true).
 * - A Task without a time limit has none (the runner has 60 seconds).
 *
 * @param retryScale factor on the waiting times of Retry
 */
export function lower(definition: StateMachineDefinition, retryScale = 1): LoweredMachine {
  const lowered = { tasks: new Map<string, string>(), added: new Set<string>() };
  return { ...lowered, definition: lowerMachine(definition, { ...lowered, retryScale }) };
}

interface Progress {
  readonly tasks: Map<string, string>;
  readonly added: Set<string>;
  readonly retryScale: number;
}

function lowerMachine(machine: StateMachineDefinition, progress: Progress): StateMachineDefinition {
  const { ProcessorConfig: _, QueryLanguage: __, ...rest } = machine;
  const states = Object.fromEntries(Object.entries(machine.States).map(([name, state]) => [name, lowerState(name, state, progress)]));
  return { ...rest, States: states };
}

/** Longest timer of Node, in whole seconds. */
const noTimeLimit = 2_147_483;

function lowerState(name: string, state: State, progress: Progress): State {
  const lowered: Record<string, unknown> & { Type: string } = { ...state };
  delete lowered["QueryLanguage"];
  if (lowered["ResultPath"] === "$") delete lowered["ResultPath"];
  if (Array.isArray(state["Catch"])) lowered["Catch"] = state["Catch"].map(lowerCatcher);
  if (Array.isArray(state["Retry"])) lowered["Retry"] = state["Retry"].map((retrier) => lowerRetrier(retrier, progress.retryScale));
  if (Array.isArray(state["Choices"])) lowered["Choices"] = state["Choices"].map(lowerRule);
  if (state.Type === "Task") {
    progress.tasks.set(name, String(state["Resource"]));
    if (state["TimeoutSecondsPath"] === undefined)
      lowered["TimeoutSeconds"] = Math.min(Number(state["TimeoutSeconds"] ?? noTimeLimit), noTimeLimit);
  }
  const inner = innerMachines(state).map((machine) => lowerMachine(machine, progress));
  if (state.Type === "Parallel") lowered["Branches"] = inner;
  if (state.Type === "Map") {
    const [processor] = inner;
    for (const field of ["Iterator", "Label"]) delete lowered[field];
    lowered["ItemProcessor"] = processor && isDistributed(state) ? childExecution(name, processor, progress) : processor;
  }
  return lowered;
}

type Fields = Readonly<Record<string, unknown>>;

function lowerCatcher(catcher: Fields): Fields {
  const { ResultPath, ...rest } = catcher;
  return ResultPath === "$" || ResultPath === undefined ? rest : catcher;
}

function lowerRetrier(retrier: Fields, scale: number): Fields {
  if (scale === 1) return retrier;
  const scaled: Record<string, unknown> = { ...retrier, IntervalSeconds: Number(retrier["IntervalSeconds"] ?? 1) * scale };
  if (retrier["MaxDelaySeconds"] !== undefined) scaled["MaxDelaySeconds"] = Number(retrier["MaxDelaySeconds"]) * scale;
  return scaled;
}

const typeTests = ["IsPresent", "IsNull", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp"];

function lowerRule(rule: Fields): Fields {
  const inner: Record<string, unknown> = { ...rule };
  for (const field of ["And", "Or"]) if (Array.isArray(rule[field])) inner[field] = rule[field].map(lowerRule);
  if (isObject(rule["Not"])) inner["Not"] = lowerRule(rule["Not"]);
  const test = typeTests.find((name) => rule[name] === false);
  if (test === undefined) return inner;
  const { Next, ...condition } = inner;
  return { Not: { ...condition, [test]: true }, ...(Next === undefined ? {} : { Next }) };
}

/** One item of a Distributed Map: its own machine, whose failure is told as the failure of the whole Map. */
function childExecution(map: string, processor: StateMachineDefinition, { added }: Progress): StateMachineDefinition {
  const child = `${map} (child)`;
  const tell = `${map} (child failed)`;
  const fail = `${map} (too many failed)`;
  for (const name of [child, tell, fail]) added.add(name);
  const cause = "States.Format('The specified tolerated failure threshold was exceeded. A child failed with {}: {}', $.Error, $.Cause)";
  return {
    StartAt: child,
    States: {
      [child]: {
        Type: "Parallel",
        Branches: [processor],
        OutputPath: "$[0]",
        Catch: [{ ErrorEquals: ["States.ALL"], Next: tell }],
        End: true,
      },
      [tell]: { Type: "Pass", Parameters: { "Cause.$": cause }, Next: fail },
      [fail]: { Type: "Fail", Error: "States.ExceedToleratedFailureThreshold", CausePath: "$.Cause" },
    },
  };
}
