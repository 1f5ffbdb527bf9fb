import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Level } from "level";

/** Another process works in this folder of state. The message is for whoever started this one. */
export class StateInUse extends Error {
  override readonly name = "StateInUse";
  constructor(folder: string) {
    super(
      `De map ${folder} is in gebruik: de normenmonitor draait daar al. Stop dat programma (Ctrl+C), of kies met --state een andere map.`,
    );
  }
}

/**
 * Holds a folder of state for this process until it is released or the process dies. Two processes on one folder would remove each
 * other's objects: what the ledger does not name is cleared away at a start. Throws `StateInUse`.
 *
 * The lock is that of a LevelDB database: the operating system takes it back from a process that is killed, which a file with a process
 * number in it cannot promise.
 */
export async function holdStateFolder(folder: string): Promise<{ release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const lock = new Level(join(folder, "in-use"));
  try {
    await lock.open();
  } catch (error) {
    if (isLocked(error)) throw new StateInUse(folder);
    throw error;
  }
  return { release: () => lock.close() };
}

const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && "code" in error.cause && error.cause.code === "LEVEL_LOCKED";
