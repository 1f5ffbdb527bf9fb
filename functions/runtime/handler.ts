import type { Contract } from "../../workflows/contracts.ts";
import { asFault } from "./faults.ts";
import { log } from "./log.ts";

/**
 * The anatomy of every handler: the event is parsed by the contract of its task, the work is done, the outcome is the answer.
 * What it throws has the name of a fault. `wire` makes the adapters once per container, at the first event.
 */
export function defineHandler<Input, Output, Ports>(
  contract: Contract<Input, Output>,
  wire: () => Ports,
  run: (input: Input, ports: Ports) => Promise<Output>,
): (event: unknown) => Promise<Output> {
  let ports: Ports | undefined;
  return async (event) => {
    const started = Date.now();
    try {
      const input = contract.input.parse(event);
      ports ??= wire();
      const output = await run(input, ports);
      log("task done", { task: contract.name, ms: Date.now() - started });
      return output;
    } catch (error) {
      const fault = asFault(error);
      log("task failed", { task: contract.name, ms: Date.now() - started, error: fault instanceof Error ? fault.name : "unknown" });
      throw fault;
    }
  };
}
