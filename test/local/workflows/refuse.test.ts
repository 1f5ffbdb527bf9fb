import { describe, expect, it } from "vitest";
import type { StateMachineDefinition } from "../../../local/workflows/definition.ts";
import { refuse } from "../../../local/workflows/refuse.ts";
import { substitute } from "../../../local/workflows/substitute.ts";

const functions = new Set(["check"]);
const task = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Parameters: { FunctionName: "check", "Payload.$": "$" },
  End: true,
};
const pass = { Type: "Pass", End: true };
const inner = { StartAt: "Inner", States: { Inner: pass } };
const distributed = { ...inner, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
const problemsOf = (state: object, machine: object = {}): string => {
  const definition = { StartAt: "State", States: { State: state, Other: pass }, ...machine } as unknown as StateMachineDefinition;
  try {
    refuse("machine", definition, functions);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a state machine that would do something else here than on AWS is refused, by name", () => {
  it.each<[what: string, state: object, problem: string]>([
    ["variables", { ...task, Assign: { "n.$": "$.n" } }, "Assign is not supported"],
    ["the use of a variable", { ...pass, Parameters: { "n.$": "$n" } }, "variables are not supported: $n"],
    ["the use of a variable in a function", { ...pass, Parameters: { "n.$": "States.MathAdd($n, 1)" } }, "variables are not supported"],
    ["JSONata", { ...pass, QueryLanguage: "JSONata" }, "QueryLanguage JSONata"],
    ["Arguments and Output of JSONata", { ...task, Arguments: {}, Output: {} }, "Output is not supported"],
    ["a task token", { ...task, Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken" }, "waitForTaskToken is not supported"],
    ["an activity", { ...task, Resource: "arn:aws:states:eu-central-1:1:activity:a" }, "the resource arn:aws:states:eu-central-1"],
    ["a call of the AWS SDK", { ...task, Resource: "arn:aws:states:::aws-sdk:s3:listBuckets" }, "the resource arn:aws:states:::aws-sdk"],
    [
      "a wait for another machine that the runner does not know",
      { ...task, Resource: "arn:aws:states:::ecs:runTask.sync" },
      "runTask.sync",
    ],
    ["an asynchronous call", { ...task, Parameters: { FunctionName: "check", InvocationType: "Event" } }, "the parameter InvocationType"],
    ["a function that is not there", { ...task, Parameters: { FunctionName: "chekc" } }, "there is no function chekc"],
    ["a heartbeat", { ...task, HeartbeatSeconds: 10 }, "HeartbeatSeconds is not supported"],
    ["the role of a task", { ...task, Credentials: { RoleArn: "r" } }, "Credentials is not supported"],
    ["a field of Retry that is not known", { ...task, Retry: [{ ErrorEquals: ["A"], MaxTime: 1 }] }, "MaxTime in Retry"],
    ["a field of Catch that is not known", { ...task, Catch: [{ ErrorEquals: ["A"], Next: "Other", Assign: {} }] }, "Assign in Catch"],
    ["an ItemBatcher", { Type: "Map", End: true, ItemProcessor: distributed, ItemBatcher: {} }, "ItemBatcher is not supported"],
    ["a ResultWriter", { Type: "Map", End: true, ItemProcessor: distributed, ResultWriter: {} }, "ResultWriter is not supported"],
    ["tolerated failures", { Type: "Map", End: true, ItemProcessor: distributed, ToleratedFailureCount: 1 }, "ToleratedFailureCount"],
    [
      "items from an object",
      { Type: "Map", End: true, ItemProcessor: distributed, ItemReader: { Resource: "arn:aws:states:::s3:getObject" } },
      "ItemReader is not supported",
    ],
    [
      "an error of a child that the Map never sees on AWS",
      { Type: "Map", End: true, ItemProcessor: distributed, Catch: [{ ErrorEquals: ["StaleHistory"], Next: "Other" }] },
      "StaleHistory never leaves a child",
    ],
    ["the name of a state in the context", { ...pass, Parameters: { "s.$": "$$.State.Name" } }, "$$.State.Name is not known"],
    ["the item outside its selector", { ...pass, Parameters: { "s.$": "$$.Map.Item.Value" } }, "$$.Map.Item.Value is not known"],
    ["a ResultPath in brackets", { ...task, ResultPath: "$['a']" }, "ResultPath $['a']"],
    ["a Result that the runner ignores", { ...pass, Result: false }, "the runner ignores a Result"],
    ["a function in CausePath", { Type: "Fail", CausePath: "States.Format('x')" }, "CausePath takes a path only"],
    ["a wait of months", { Type: "Wait", Seconds: 9_000_000, End: true }, "waits longer"],
    ["a state that is not there", { Type: "Pass", Next: "Nowhere" }, 'goes to "Nowhere"'],
    ["a type that is not known", { Type: "Loop", End: true }, "states of type Loop"],
  ])("%s", (_what, state, problem) => {
    expect(problemsOf(state)).toContain(problem);
    expect(problemsOf(state)).toContain('"State"');
  });

  it("the input of the execution within an inline Map, its name within a Distributed one", () => {
    const reading = (path: string) => ({ StartAt: "Inner", States: { Inner: { ...pass, Parameters: { "x.$": path } } } });
    const map = (processor: object) => ({ Type: "Map", End: true, ItemProcessor: processor });
    expect(problemsOf(map(reading("$$.Execution.Input")))).toContain("$$.Execution.Input");
    expect(problemsOf(map(reading("$$.Execution.Name")))).toBe("");
    expect(problemsOf(map({ ...reading("$$.Execution.Name"), ProcessorConfig: { Mode: "DISTRIBUTED" } }))).toContain("$$.Execution.Name");
    expect(problemsOf(map({ ...reading("$$.Execution.Input"), ProcessorConfig: { Mode: "DISTRIBUTED" } }))).toBe("");
  });

  it("two states of one name, also when one is within a Map", () => {
    const map = { Type: "Map", End: true, ItemProcessor: { StartAt: "Other", States: { Other: pass } } };
    expect(problemsOf(map)).toContain('"Other": the name is used twice');
  });

  it("every problem at once", () => {
    const message = problemsOf({ ...task, HeartbeatSeconds: 1, Next: "Nowhere" }, { StartAt: "Elsewhere" });
    expect(message.split("\n")).toHaveLength(4);
  });

  it("a substitution that nobody gives", () => {
    const definition = { StartAt: "A", States: { A: { ...task, Parameters: { FunctionName: "${CheckArn}" } } } };
    expect(() => substitute("machine", definition, {})).toThrow("no substitution is given for CheckArn");
  });
});

describe("a state machine of what is known to mean the same", () => {
  it("is let through", () => {
    const map = {
      Type: "Map",
      ItemsPath: "$.shards",
      ItemProcessor: distributed,
      ItemSelector: { "item.$": "$$.Map.Item.Value", "run.$": "$$.Execution.Name", "day.$": "$.day" },
      MaxConcurrency: 16,
      Label: "Shards",
      Retry: [
        { ErrorEquals: ["States.ALL"], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: "FULL" },
      ],
      Catch: [{ ErrorEquals: ["States.ExceedToleratedFailureThreshold"], ResultPath: "$.fault", Next: "Other" }],
      End: true,
    };
    expect(problemsOf(map, { Comment: "c", Version: "1.0", TimeoutSeconds: 3600, QueryLanguage: "JSONPath" })).toBe("");
  });
});
