/** Executions by state machine, in the order in which work flows. */
import type { Execution } from "./data.ts";
import { type ExecutionStanding, executionStanding } from "./words.ts";

export interface MachineState {
  readonly machine: string;
  readonly counts: Readonly<Record<ExecutionStanding, number>>;
  readonly last: Execution;
}

export function byMachine(executions: readonly Execution[]): readonly MachineState[] {
  const machines = new Map<string, { counts: Record<ExecutionStanding, number>; last: Execution }>();
  for (const execution of executions) {
    const known = machines.get(execution.machine);
    const state = known ?? { counts: { succeeded: 0, failed: 0, running: 0 }, last: execution };
    state.counts[executionStanding(execution.status)] += 1;
    if (Date.parse(execution.startedAt) > Date.parse(state.last.startedAt)) state.last = execution;
    if (!known) machines.set(execution.machine, state);
  }
  return [...machines].map(([machine, state]) => ({ machine, ...state })).sort((a, b) => (a.machine < b.machine ? -1 : 1));
}
