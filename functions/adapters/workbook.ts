import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { BrokenInvariant } from "../../core/faults.ts";
import { type ReadFormat, workbookFormat } from "../../core/intake/reading/format.ts";
import type { ReadingLimits } from "../../core/intake/reading/limits.ts";
import { type ReadingCode, readingProblem } from "../../core/intake/reading/problems.ts";
import type { FindingParams, TableReceiver } from "../../core/intake/types.ts";
import type { FromWorker, Job } from "./workbook-messages.ts";

/**
 * Reads a workbook in a worker thread with a limit on memory and time, so that it can neither block nor take down the process. `bytes` is
 * moved to the worker and cannot be used afterwards. The worker's death is a problem of the file; it rejects when the receiver
 * throws, or for a mistake of our own. One workbook at a time per process: that bounds the memory.
 */
export function readWorkbookInWorker(bytes: Uint8Array<ArrayBuffer>, receiver: TableReceiver, limits: ReadingLimits): Promise<ReadFormat> {
  const reading = turn.then(() => readNow(bytes, receiver, limits));
  turn = reading.catch(() => undefined);
  return reading;
}

/** The last reading that was asked for; the next one waits for it. */
let turn: Promise<unknown> = Promise.resolve();

/** A worker that has read a workbook and waits for the next one: starting one costs some 50 ms. */
let idle: { readonly worker: Worker; readonly megabytes: number } | null = null;

function readNow(bytes: Uint8Array<ArrayBuffer>, receiver: TableReceiver, limits: ReadingLimits): Promise<ReadFormat> {
  const worker = takeWorker(limits.workerMegabytes);
  const acknowledged = new Int32Array(new SharedArrayBuffer(4));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => die("WORKBOOK_TIMEOUT", { seconds: limits.workbookSeconds }), limits.workbookSeconds * 1000);

    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage({ bytes, limits, acknowledged: acknowledged.buffer } satisfies Job, [bytes.buffer]);

    function onMessage(message: FromWorker): void {
      if (message.type === "done") {
        release();
        worker.unref();
        idle = { worker, megabytes: limits.workerMegabytes };
        resolve(message.format);
        return;
      }
      try {
        pass(message, receiver);
      } catch (error) {
        fail(error);
        return;
      }
      Atomics.add(acknowledged, 0, 1);
      Atomics.notify(acknowledged, 0);
    }

    function onError(error: Error & { code?: string }): void {
      // A RangeError is a string, array or buffer that became larger than V8 allows.
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY" || error instanceof RangeError) die("WORKBOOK_OUT_OF_MEMORY");
      else fail(new BrokenInvariant(`the reader of workbooks failed: ${error.message}`, { cause: error }));
    }

    function onExit(): void {
      die("WORKBOOK_OUT_OF_MEMORY");
    }

    function release(): void {
      clearTimeout(timer);
      // One by one: `removeAllListeners` would also remove what the class itself needs to receive messages.
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    }

    function die(code: ReadingCode, params?: FindingParams): void {
      end(() => {
        receiver.problem(readingProblem(code, params));
        resolve(workbookFormat);
      });
    }

    function fail(error: unknown): void {
      end(() => reject(error));
    }

    /** The memory of a worker is free only when it has stopped: wait for that, so that the next one does not come on top. */
    function end(then: () => void): void {
      release();
      worker.terminate().then(then).catch(reject);
    }
  });
}

function takeWorker(megabytes: number): Worker {
  const waiting = idle;
  idle = null;
  if (waiting?.megabytes === megabytes) {
    waiting.worker.ref();
    return waiting.worker;
  }
  void waiting?.worker.terminate();
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 } });
  // Should it die while it waits, the next workbook gets a new one; an error that nobody listens to would end the process.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (idle?.worker === worker) idle = null;
  });
  return worker;
}

/** Beside this bundle, or where the tests have built it. */
function workerFile(): URL {
  const given = process.env["WORKBOOK_WORKER"];
  return given ? pathToFileURL(given) : new URL("./workbook-worker.mjs", import.meta.url);
}

function pass(message: Exclude<FromWorker, { type: "done" }>, receiver: TableReceiver): void {
  if (message.type === "sheet") receiver.sheet(message.name);
  else if (message.type === "problem") receiver.problem(message.problem);
  else {
    let at = 0;
    for (let k = 0; k < message.rows.length; k++) {
      const end = at + message.widths[k]!;
      receiver.row(message.cells.slice(at, end), message.rows[k]!, message.kinds.subarray(at, end));
      at = end;
    }
  }
}
