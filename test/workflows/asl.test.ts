import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contracts } from "../../workflows/contracts.ts";

/** The package brings no types. */
const validate = createRequire(import.meta.url)("asl-validator") as (definition: unknown) => {
  readonly isValid: boolean;
  errorsText(separator?: string): string;
};

interface Machine {
  readonly States: Readonly<Record<string, State>>;
}

interface State {
  readonly Type: string;
  readonly Retry?: readonly unknown[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Resource?: string;
  readonly Parameters?: { readonly FunctionName?: string };
  readonly ItemProcessor?: Machine;
  readonly Branches?: readonly Machine[];
}

const folder = join(import.meta.dirname, "..", "..", "workflows");
const files = readdirSync(folder).filter((name) => name.endsWith(".asl.json"));
const read = (file: string): Machine => JSON.parse(readFileSync(join(folder, file), "utf8")) as Machine;

/** All states of a machine by name, those inside maps and branches too. */
function statesOf(machine: Machine): readonly (readonly [string, State])[] {
  return Object.entries(machine.States).flatMap(([name, state]) => {
    const inner = [...(state.ItemProcessor ? [state.ItemProcessor] : []), ...(state.Branches ?? [])];
    return [[name, state] as const, ...inner.flatMap(statesOf)];
  });
}

test("there are three state machines", () => {
  expect(files.sort()).toEqual(["ingest-delivery.asl.json", "relevance-review.asl.json", "score-norms.asl.json"]);
});

describe.each(files)("%s", (file) => {
  const states = statesOf(read(file));
  const tasks = states.filter(([, { Type }]) => Type === "Task");

  test("is valid Amazon States Language", () => {
    const { isValid, errorsText } = validate(read(file));
    expect(isValid ? "valid" : errorsText()).toBe("valid");
  });

  test("is no longer valid when a transition leads nowhere", () => {
    const broken: unknown = JSON.parse(JSON.stringify(read(file)).replace(/"Next":"[^"]+"/, '"Next":"Nowhere"'));
    expect(validate(broken).isValid).toBe(false);
  });

  test("retries in every task", () => {
    expect(tasks.length).toBeGreaterThan(0);
    for (const [name, state] of tasks) expect([name, state.Retry?.length ?? 0]).not.toEqual([name, 0]);
  });

  test("fails where the fault is: a redrive goes on in the state that failed, and a Fail state fails again", () => {
    const fails = new Set(states.filter(([, { Type }]) => Type === "Fail").map(([name]) => name));
    for (const [name, { Catch = [] }] of states) expect([name, Catch.filter(({ Next }) => fails.has(Next))]).toEqual([name, []]);
  });

  test("has names that are unique over the whole machine, since the embedded runner finds tasks by name", () => {
    const names = states.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("every function with a contract is a task of exactly one state machine, and every task has a contract", () => {
  const called = files.flatMap((file) => statesOf(read(file)).flatMap(([, { Parameters }]) => Parameters?.FunctionName ?? []));
  const pascalCase = (name: string) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  expect(called.sort()).toEqual(contracts.map(({ name }) => `\${${pascalCase(name)}Arn}`).sort());
});
