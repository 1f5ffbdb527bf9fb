import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** The version line of `moto_server`, or undefined when it is not installed or does not run. */
export function findMoto(): string | undefined {
  const { status, stdout } = spawnSync("moto_server", ["--version"], { encoding: "utf8" });
  if (status === 0) return stdout.trim();
  return spawnSync("moto_server", ["--help"], { encoding: "utf8" }).status === 0 ? "versie onbekend" : undefined;
}

/** Starts moto's server on a free port. Throws when it does not answer within 30 seconds. */
export async function startMoto(): Promise<{ url: string; close(): Promise<void> }> {
  const port = await freePort();
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return {
    url,
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    },
  };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  child.kill();
  throw new Error("moto_server does not answer");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
