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
      appendFileSync(path(part), joined(pieces));
      onDisk.add(part);
    }
    runs = [];
    used = 0;
  }

  return {
    add(report, explanation) {
      const part = Math.floor(report / REPORTS_PER_PART);
      const line = lineOf(report, explanation);
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
        await work.write(explanationsKey(number, part), joined([...before, ...(waiting.get(part) ?? [])]), "application/x-ndjson");
      }
    },
    discard() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The pieces as one, copied only when there are more. */
const joined = (pieces: readonly Uint8Array[]): Uint8Array => (pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));

/** `[report, explanation]` as JSON, text by text: for the object V8 takes a quarter more, half a million times. */
function lineOf(report: number, { norm, discipline, text }: Explanation): string {
  const optional = discipline === undefined ? "" : `"discipline":${JSON.stringify(discipline)},`;
  return `[${report},{"norm":${JSON.stringify(norm)},${optional}"text":${JSON.stringify(text)}}]\n`;
}
