import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeliveryNumber } from "../../core/ids.ts";
import type { Explanation } from "../../core/intake/types.ts";
import { explanationsKey, REPORTS_PER_PART } from "../../core/intake/work.ts";
import type { ObjectStore } from "../../core/ports.ts";

/** Up to this many characters wait in memory; then they go to a file per part. */
const IN_MEMORY = 8 * 1024 * 1024;

export interface ExplanationsBuffer {
  add(report: number, explanation: Explanation): void;
  /** Writes the parts to the work bucket. */
  save(work: ObjectStore, number: DeliveryNumber): Promise<void>;
  discard(): void;
}

/** Keeps the free texts of a delivery by part of its reports while the file is read, in memory or on disk. */
export function bufferExplanations(limit: number = IN_MEMORY): ExplanationsBuffer {
  const parts = new Map<number, string>();
  const seen = new Set<number>();
  let waiting = 0;
  let folder: string | undefined;

  const path = (part: number) => join(folder ?? "", `${part}.ndjson`);
  const flush = () => {
    folder ??= mkdtempSync(join(tmpdir(), "normenmonitor-"));
    for (const [part, text] of parts) appendFileSync(path(part), text);
    parts.clear();
    waiting = 0;
  };

  return {
    add(report, explanation) {
      const part = Math.floor(report / REPORTS_PER_PART);
      const line = `${JSON.stringify([report, explanation])}\n`;
      seen.add(part);
      parts.set(part, (parts.get(part) ?? "") + line);
      waiting += line.length;
      if (waiting > limit) flush();
    },
    async save(work, number) {
      for (const part of seen) {
        const onDisk = folder !== undefined && existsSync(path(part)) ? readFileSync(path(part), "utf8") : "";
        await work.write(explanationsKey(number, part), onDisk + (parts.get(part) ?? ""), "application/x-ndjson");
      }
    },
    discard() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
