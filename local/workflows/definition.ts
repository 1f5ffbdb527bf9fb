/** A JSON value as it travels between states. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A state machine in the Amazon States Language, as it is in the file; `refuse` looks closer. */
export interface StateMachineDefinition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly [field: string]: unknown;
}
export type State = Readonly<Record<string, unknown>> & { readonly Type: string };

/** Where a state stands: it decides which parts of the context object mean the same here and on AWS. */
export type Surroundings = "top" | "inline" | "distributed";

export interface PlacedState {
  readonly name: string;
  readonly state: State;
  readonly surroundings: Surroundings;
  /** The states that it can go to. */
  readonly siblings: Readonly<Record<string, State>>;
}

/** Every state of a machine, also those within Map and Parallel. */
export function* statesOf(machine: StateMachineDefinition, surroundings: Surroundings = "top"): Generator<PlacedState> {
  for (const [name, state] of Object.entries(machine.States)) {
    yield { name, state, surroundings, siblings: machine.States };
    for (const inner of innerMachines(state)) {
      // What is nested in a child execution of a Distributed Map stays in it.
      const within = surroundings !== "top" ? surroundings : isDistributed(state) ? "distributed" : "inline";
      yield* statesOf(inner, within);
    }
  }
}

export function innerMachines(state: State): readonly StateMachineDefinition[] {
  if (state.Type === "Parallel") return (state["Branches"] ?? []) as StateMachineDefinition[];
  if (state.Type !== "Map") return [];
  const processor = itemProcessor(state);
  return processor ? [processor] : [];
}

export function itemProcessor(state: State): StateMachineDefinition | undefined {
  return (state["ItemProcessor"] ?? state["Iterator"]) as StateMachineDefinition | undefined;
}

export function isDistributed(state: State): boolean {
  const config = itemProcessor(state)?.["ProcessorConfig"] as { Mode?: string } | undefined;
  return config?.Mode === "DISTRIBUTED";
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
