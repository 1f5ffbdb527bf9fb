import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Execution, interrupted } from "./execution.ts";

/** Remembers executions over restarts. */
export interface ExecutionLog {
  /** Everything that was written before, oldest first; nothing is RUNNING. */
  readonly known: readonly Execution[];
  /** Writes how an execution stands; the last line of an execution counts. Survives the death of the process. */
  write(execution: Execution): void;
  close(): void;
}

/** How many executions are remembered over a restart. */
const remembered = 5000;

/**
 * One line per start and one per end. An execution that was running when its process died is marked ABORTED here. Writing is
 * synchronous, some 10 µs a line.
 */
export function openExecutionLog(folder: string, now: Date): ExecutionLog {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "executions.jsonl");
  const known = [...readLast(path).values()].map((execution) => endInterrupted(execution, now)).slice(-remembered);
  writeFileSync(`${path}.new`, known.map(toLine).join(""));
  renameSync(`${path}.new`, path);
  const file = openSync(path, "a");
  return {
    known,
    write: (execution) => void writeSync(file, toLine(execution)),
    close: () => closeSync(file),
  };
}

function readLast(path: string): Map<string, Execution> {
  const last = new Map<string, Execution>();
  for (const line of readIfThere(path).split("\n")) {
    const execution = parse(line);
    if (!execution) continue;
    // Set anew, so that the order is that of the latest start.
    if (execution.status === "RUNNING") last.delete(execution.arn);
    last.set(execution.arn, execution);
  }
  return last;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** A line that a kill cut off is nothing. */
function parse(line: string): Execution | undefined {
  try {
    return JSON.parse(line) as Execution;
  } catch {
    return undefined;
  }
}

export function endInterrupted(execution: Execution, now: Date): Execution {
  if (execution.status !== "RUNNING") return execution;
  const cause = "The process that ran this execution ended.";
  return { ...execution, status: "ABORTED", stoppedAt: now.toISOString(), error: interrupted, cause };
}

function toLine(execution: Execution): string {
  return `${JSON.stringify(execution)}\n`;
}
