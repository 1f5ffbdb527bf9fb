import type { StateMachineDefinition } from "./definition.ts";
import { UnsupportedWorkflow } from "./errors.ts";

/** Fills `${Name}` in, as CloudFormation does with the substitutions of a state machine. Throws when one is not given. */
export function substitute(
  machine: string,
  definition: StateMachineDefinition,
  substitutions: Readonly<Record<string, string>>,
): StateMachineDefinition {
  const missing = new Set<string>();
  const fill = (text: string): string =>
    text.replace(/\$\{([A-Za-z0-9]+)\}/g, (whole, name: string) => {
      const value = substitutions[name];
      if (value === undefined) missing.add(name);
      return value ?? whole;
    });
  const filled = JSON.parse(JSON.stringify(definition), (_key, value: unknown) => (typeof value === "string" ? fill(value) : value));
  if (missing.size > 0) throw new UnsupportedWorkflow(machine, [`no substitution is given for ${[...missing].join(", ")}`]);
  return filled as StateMachineDefinition;
}
