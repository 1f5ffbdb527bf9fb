import type { Json } from "./definition.ts";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** One step of an execution. */
export interface HistoryEvent {
  readonly type: "entered" | "exited" | "failed" | "retried" | "caught";
  readonly state: string;
  /** Task, Choice, Map … */
  readonly stateType: string;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** Which item, within a Map. */
  readonly index?: number;
  readonly error?: string;
  readonly cause?: string;
}

export interface Execution {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  /** ISO 8601, UTC, milliseconds. */
  readonly startedAt: string;
  readonly stoppedAt?: string;
  readonly input: Json;
  readonly output?: Json;
  /** Name of the error: `StaleHistory`, `States.Timeout`, or `Interrupted` for an execution whose process died. */
  readonly error?: string;
  readonly cause?: string;
  readonly history: readonly HistoryEvent[];
}

/** Error of an execution that was running when its process ended: on AWS it would have run on. */
export const interrupted = "Interrupted";

const account = "eu-central-1:000000000000";

export const machineArn = (machine: string): string => `arn:aws:states:${account}:stateMachine:${machine}`;
export const executionArn = (machine: string, name: string): string => `arn:aws:states:${account}:execution:${machine}:${name}`;

/** `arn:aws:states:…:stateMachine:<name>`, or the bare name. */
export function machineOf(arn: string): string {
  return /:stateMachine:(.+)$/.exec(arn)?.[1] ?? arn;
}
