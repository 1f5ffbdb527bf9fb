import { AwsRefusal } from "../aws-json.ts";

/** A state machine file that would run otherwise here than on AWS. Every problem names its state. */
export class UnsupportedWorkflow extends Error {
  override readonly name = "UnsupportedWorkflow";
  readonly problems: readonly string[];
  constructor(machine: string, problems: readonly string[]) {
    super(`the state machine ${machine} cannot run on the embedded stack:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

export type RefusalName =
  | "ExecutionAlreadyExists"
  | "ExecutionDoesNotExist"
  | "ExecutionNotRedrivable"
  | "InvalidArn"
  | "InvalidExecutionInput"
  | "InvalidName"
  | "InvalidToken"
  | "StateMachineDoesNotExist"
  | "UnknownOperationException"
  | "ValidationException";

/** A call that Step Functions refuses; the name is that of the exception of its API. */
export class WorkflowRefusal extends AwsRefusal {
  override readonly name: RefusalName;
  constructor(name: RefusalName, message: string) {
    super(name, message);
    this.name = name;
  }
}

/** A task that failed, as Step Functions sees it: the name is the Error and the message is the Cause of Retry and Catch. */
export class TaskFailure extends Error {
  override readonly name: string;
  // The runner asks both before it looks at Retry and Catch.
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;
  constructor(error: string, cause: string, handled = true) {
    super(cause);
    this.name = error;
    this.isRetryable = handled;
    this.isCatchable = handled;
  }
}
