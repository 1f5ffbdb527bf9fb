import { mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { deliver, isWaiting } from "./deliver.ts";
import type { InboxFile } from "./inbox.ts";
import type { Stack } from "./stack.ts";

/**
 * Puts files of the inbox in the deliveries bucket and, once that is acknowledged, moves them out of the inbox. The same file put again
 * later is a delivery of its own with a receipt of its own: it may have been refused for a catalogue that was mended since.
 */
export async function takeIn(stack: Stack, inbox: string, files: readonly InboxFile[]): Promise<void> {
  for (const file of files) {
    if (!(await isWaiting(stack, file))) await deliver(stack, file);
    const to = join(dirname(inbox), "delivered", file.key);
    mkdirSync(dirname(to), { recursive: true });
    renameSync(file.path, to);
  }
}
