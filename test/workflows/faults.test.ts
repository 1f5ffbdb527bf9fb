import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as faults from "../../core/faults.ts";

const folder = join(import.meta.dirname, "..", "..", "workflows");
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".asl.json"))
  .map((name) => readFileSync(join(folder, name), "utf8"));

/** Error names that Lambda (its service, sandbox and runtime), SNS and Step Functions themselves give. */
const isAws = (name: string): boolean => /^(Lambda|Runtime|Sandbox|SNS|States|StepFunctions)\./.test(name);

const named = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/"ErrorEquals": \[([^\]]*)\]/g)].flatMap((match) =>
      [...(match[1] ?? "").matchAll(/"([^"]+)"/g)].map((name) => name[1] ?? ""),
    ),
  ),
);

/** A person has to look at these: retrying would not help, so no state machine names them. */
const neverRetried = ["BrokenInvariant", "InvalidCatalogue"];

describe("faults and the state machines", () => {
  it("name each other completely", () => {
    const ours = Object.values(faults).map((fault) => fault.name);
    expect([...named].filter((name) => !isAws(name)).sort()).toEqual(ours.filter((name) => !neverRetried.includes(name)).sort());
  });

  it("have names that survive as the error type of a Lambda", () => {
    const made = [
      new faults.ServiceUnavailable("x"),
      new faults.DeliveryInProgress("x"),
      new faults.NotScannedYet("x"),
      new faults.StaleHistory("x"),
      new faults.BrokenInvariant("x"),
      new faults.InvalidCatalogue([]),
    ];
    expect(made.map((fault) => fault.name).sort()).toEqual(Object.keys(faults).sort());
    expect(made.map((fault) => fault.constructor.name)).toEqual(made.map((fault) => fault.name));
  });
});
