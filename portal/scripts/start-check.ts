import type { CatalogueFiles } from "../../core/catalogue/types.ts";
import type { CheckResult } from "../../core/intake/check-result.ts";
import type { OwnReport } from "../../core/intake/own-past.ts";
import type { CheckJob, CheckProgress, FromCheckWorker } from "./check-messages.ts";

export type { CheckProgress } from "./check-messages.ts";

export interface HowToCheck {
  /** Makes the worker: of the bundle `check-worker.js`, by its address or from a Blob. */
  worker(): Worker;
  /** What `catalogueForChecking` gave. */
  readonly catalogue: CatalogueFiles;
  /** Code of the certifying body. */
  readonly body: string;
  /** What the body delivered before; absent: not known here. */
  readonly past?: readonly OwnReport[];
  onProgress?(progress: CheckProgress): void;
  /** Ends the check: another file was chosen, or the page goes away. */
  readonly signal?: AbortSignal;
}

/**
 * `stopped` by the caller; `unreadable` when the browser could not read the file (it was moved or changed); `stuck` when nothing was heard for
 * `SILENCE`, or the memory was full; `failed` by a mistake of our own. In all but the first the file can still be delivered.
 */
export type CheckFailure = "stopped" | "unreadable" | "stuck" | "failed";

export class CheckFailed extends Error {
  override readonly name = "CheckFailed";
  readonly reason: CheckFailure;
  constructor(reason: CheckFailure, detail = "") {
    super(`the check ended: ${reason} ${detail}`.trim());
    this.reason = reason;
  }
}

/**
 * As long as reading a workbook may take on the server (`defaultLimits.workbookSeconds`). A worker that works tells more often, save while
 * it unpacks the shared texts of a workbook.
 */
const SILENCE = 60_000;

/** Checks a file in a worker, so that the page stays quick. Rejects with `CheckFailed` and nothing else. */
export function startCheck(file: Blob, how: HowToCheck): Promise<CheckResult> {
  return new Promise((resolve, reject) => {
    if (how.signal?.aborted) {
      reject(new CheckFailed("stopped"));
      return;
    }
    const worker = how.worker();
    let timer = setTimeout(() => fail("stuck"), SILENCE);
    how.signal?.addEventListener("abort", stop);
    worker.addEventListener("message", hear);
    worker.addEventListener("error", crash);
    worker.postMessage({ file, catalogue: how.catalogue, body: how.body, past: how.past } satisfies CheckJob);

    function hear({ data }: MessageEvent<FromCheckWorker>): void {
      clearTimeout(timer);
      if (data.type === "result") {
        end();
        resolve(data.result);
      } else if (data.type === "unreadable") fail("unreadable");
      else if (data.type === "failed") fail("failed", data.message);
      else {
        timer = setTimeout(() => fail("stuck"), SILENCE);
        how.onProgress?.({ read: data.read, total: data.total, rows: data.rows });
      }
    }

    function crash(event: ErrorEvent): void {
      event.preventDefault();
      fail("failed", event.message);
    }

    function stop(): void {
      fail("stopped");
    }

    function fail(reason: CheckFailure, detail?: string): void {
      end();
      reject(new CheckFailed(reason, detail));
    }

    function end(): void {
      clearTimeout(timer);
      how.signal?.removeEventListener("abort", stop);
      worker.terminate();
    }
  });
}
