import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Up to this much stays in memory; more goes to a file. 8 MB: most receipts fit, and a function has 512 MB of disk at least. */
const IN_MEMORY = 8 * 1024 * 1024;

export interface Spool {
  write(chunk: Uint8Array): void;
  /** What was written: bytes when it stayed in memory, else the path of a file. */
  end(): { readonly bytes?: Uint8Array; readonly path?: string; readonly length: number };
  /** Removes the file, if there is one. */
  discard(): void;
}

/** Keeps bytes until their length is known, as S3 wants to hear it before the first byte. */
export function createSpool(limit: number = IN_MEMORY): Spool {
  let chunks: Uint8Array[] = [];
  let pending = 0;
  let length = 0;
  let folder: string | undefined;
  let file: number | undefined;

  const flush = () => {
    folder ??= mkdtempSync(join(tmpdir(), "normenmonitor-"));
    file ??= openSync(join(folder, "spool"), "w");
    for (const chunk of chunks) writeSync(file, chunk);
    chunks = [];
    pending = 0;
  };

  return {
    write(chunk) {
      chunks.push(chunk);
      pending += chunk.length;
      length += chunk.length;
      if (pending > limit) flush();
    },
    end() {
      if (folder === undefined) return { bytes: Buffer.concat(chunks), length };
      flush();
      if (file !== undefined) closeSync(file);
      file = undefined;
      return { path: join(folder, "spool"), length };
    },
    discard() {
      if (file !== undefined) closeSync(file);
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      file = undefined;
      folder = undefined;
    },
  };
}
