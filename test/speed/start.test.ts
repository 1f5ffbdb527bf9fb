import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { signInAt } from "../local/sign-in.ts";

const state = mkdtempSync(join(tmpdir(), "start-speed-"));
afterAll(() => rmSync(state, { recursive: true, force: true }));

// Linux only, as CI.
it.runIf(existsSync("/proc/self/stat"))("a fresh start processes the samples and shows figures within 60 s", async () => {
  const started = spawn(process.execPath, ["scripts/run.mjs", "local/main.ts", "--state", state, "--port", "0"]);
  try {
    const url = await addressIn(started.stdout);
    const page = await (await fetch(`${url}/overzicht`, { headers: { Cookie: await signInAt(url, "beleid") } })).text();
    const seconds = cpuSeconds(started.pid!);
    console.log(`figures after ${seconds.toFixed(1)} s of CPU`);
    expect(/84 organisaties/.test(page)).toBe(true);
    expect(seconds).toBeLessThanOrEqual(60);
  } finally {
    started.kill("SIGKILL");
  }
});

/** So that a busy machine does not fail the test: CPU of the process, which has one thread that works, in hundredths of a second (proc(5)). */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/**
 * The summary, which is printed when the samples have been processed, ends with where the figures are. Its output is read on
 * after that: closing it would end the program at its next line.
 */
function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    output.on("data", (chunk) => {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    output.on("end", () => reject(new Error(`it ended before it showed figures:\n${text}`)));
  });
}
