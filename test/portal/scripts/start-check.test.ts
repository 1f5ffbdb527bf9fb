/** A check ends: with a result, or with one of four reasons; and its worker is never left running. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { FromCheckWorker } from "../../../portal/scripts/check-messages.ts";
import { CheckFailed, type HowToCheck, startCheck } from "../../../portal/scripts/start-check.ts";

/** What a page sees of a worker. */
class Stub extends EventTarget {
  readonly jobs: unknown[] = [];
  isRunning = true;
  postMessage(job: unknown): void {
    this.jobs.push(job);
  }
  terminate(): void {
    this.isRunning = false;
  }
  says(data: FromCheckWorker): void {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
  crashes(): void {
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "out of memory" }));
  }
}

const catalogue = { frameworks: [], competencies: [], bodies: [], organisations: [], themes: [] };
const result = { status: "accepted" } as (FromCheckWorker & { type: "result" })["result"];
const file = new Blob(["a;b"]);

let worker: Stub;
beforeEach(() => {
  vi.useFakeTimers();
  worker = new Stub();
});
afterEach(() => {
  vi.useRealTimers();
  expect(worker.isRunning).toBe(false);
});

const start = (how: Partial<HowToCheck> = {}) =>
  startCheck(file, { worker: () => worker as unknown as Worker, catalogue, body: "ciio", ...how });

const reasonOf = (check: Promise<unknown>): Promise<string> =>
  check.then(
    () => "none",
    (error: CheckFailed) => (error instanceof CheckFailed ? error.reason : "another error"),
  );

describe("a check", () => {
  test("gives the file to the worker, its progress to the page, and ends with the result", async () => {
    const seen: number[] = [];
    const check = start({ onProgress: ({ read }) => seen.push(read) });
    worker.says({ type: "progress", read: 1, total: 3, rows: 0 });
    worker.says({ type: "progress", read: 3, total: 3, rows: 1 });
    worker.says({ type: "result", result });
    expect(await check).toBe(result);
    expect(seen).toEqual([1, 3]);
    expect(worker.jobs).toEqual([{ file, catalogue, body: "ciio" }]);
  });

  test.each([
    ["unreadable", (one: Stub) => one.says({ type: "unreadable" })],
    ["failed", (one: Stub) => one.says({ type: "failed", message: "TypeError" })],
    ["failed", (one: Stub) => one.crashes()],
    ["stuck", () => vi.advanceTimersByTime(60_000)],
  ])("ends as %s", async (reason, happens) => {
    const check = reasonOf(start());
    happens(worker);
    expect(await check).toBe(reason);
  });

  test("that tells of progress now and then may take as long as it takes", async () => {
    const check = start();
    for (let minute = 0; minute < 10; minute++) {
      vi.advanceTimersByTime(59_000);
      worker.says({ type: "progress", read: minute, total: 10, rows: 0 });
    }
    worker.says({ type: "result", result });
    expect(await check).toBe(result);
  });

  test("is stopped when another file is chosen, and what its worker still says is not heard", async () => {
    const chosen = new AbortController();
    const check = reasonOf(start({ signal: chosen.signal }));
    chosen.abort();
    expect(worker.isRunning).toBe(false);
    worker.says({ type: "result", result });
    expect(await check).toBe("stopped");
  });

  test("that was stopped before it began starts no worker", async () => {
    const makes = vi.fn();
    expect(await reasonOf(start({ signal: AbortSignal.abort(), worker: makes }))).toBe("stopped");
    expect(makes).not.toHaveBeenCalled();
    worker.terminate();
  });
});
