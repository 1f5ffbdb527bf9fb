import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Starts a TypeScript entry of the tests in a process of its own, and waits for the URL that it sends. */
export async function startKillable(entry: string, folder: string): Promise<{ url: string; child: ChildProcess; kill(): Promise<void> }> {
  const child = fork(join(root, "scripts/run.mjs"), [entry, folder], { cwd: root, execArgv: [] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`${entry} ended with ${code} before it listened`)));
  });
  return {
    url,
    child,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
