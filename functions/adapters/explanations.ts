import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeliveryNumber } from "../../core/ids.ts";
import type { Explanation } from "../../core/intake/types.ts";
import { explanationsKey, REPORTS_PER_PART } from "../../core/intake/work.ts";
import type { ObjectStore } from "../../core/ports.ts";

/** Up to this many bytes wait in memory, some 30 000 texts; then they go to a file per part. */
const IN_MEMORY = 4 * 1024 * 1024;

export interface ExplanationsBuffer {
  add(report: number, explanation: Explanation): void;
  /** Writes the parts to the work bucket. */
  save(work: ObjectStore, number: DeliveryNumber): Promise<void>;
  discard(): void;
}

/** Lines of one part that stand together in memory. */
interface Run {
  readonly part: number;
  readonly start: number;
  end: number;
}

/**
 * Keeps the free texts of a delivery by part of its reports while the file is read, in memory or on disk. Lines are written out as bytes at
 * once, into one piece of memory: half a million strings that wait would cost a hundred megabytes.
 */
export function bufferExplanations(limit: number = IN_MEMORY): ExplanationsBuffer {
  let memory = Buffer.allocUnsafe(limit);
  let runs: Run[] = [];
  let used = 0;
  let folder: string | undefined;
  const seen = new Set<number>();
  const onDisk = new Set<number>();

  const path = (part: number) => join(folder ?? "", `${part}.ndjson`);

  /** A body may sort its rows by norm: then every part is in every piece of memory. */
  function inMemory(): Map<number, Uint8Array[]> {
    const parts = new Map<number, Uint8Array[]>();
    for (const { part, start, end } of runs) {
      const pieces = parts.get(part);
      if (pieces) pieces.push(memory.subarray(start, end));
      else parts.set(part, [memory.subarray(start, end)]);
    }
    return parts;
  }

  function flush(): void {
    folder ??= mkdtempSync(join(tmpdir(), "normenmonitor-"));
    for (const [part, pieces] of inMemory()) {
      appendFileSync(path(part), Buffer.concat(pieces));
      onDisk.add(part);
    }
    runs = [];
    used = 0;
  }

  return {
    add(report, explanation) {
      const part = Math.floor(report / REPORTS_PER_PART);
      const line = `[${report},${JSON.stringify(explanation)}]\n`;
      // UTF-8 has at most three bytes for a UTF-16 unit.
      const most = 3 * line.length;
      if (used + most > memory.length) flush();
      if (most > memory.length) memory = Buffer.allocUnsafe(most);
      const start = used;
      used += memory.write(line, used);
      seen.add(part);
      const last = runs.at(-1);
      if (last?.part === part) last.end = used;
      else runs.push({ part, start, end: used });
    },
    async save(work, number) {
      const waiting = inMemory();
      for (const part of seen) {
        const before = onDisk.has(part) ? [readFileSync(path(part))] : [];
        await work.write(explanationsKey(number, part), Buffer.concat([...before, ...(waiting.get(part) ?? [])]), "application/x-ndjson");
      }
    },
    discard() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
