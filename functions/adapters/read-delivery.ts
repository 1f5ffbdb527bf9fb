import { readFile } from "../../core/intake/reading/file.ts";
import type { ReadFormat } from "../../core/intake/reading/format.ts";
import { defaultLimits, type ReadingLimits } from "../../core/intake/reading/limits.ts";
import type { TableReceiver } from "../../core/intake/types.ts";
import { readWorkbookInWorker } from "./workbook.ts";

/**
 * Reads a delivered file into the receiver (see `readFile`); a workbook in a worker thread with a limit on memory and time, as this process
 * also serves others.
 */
export const readDelivery = (
  source: AsyncIterable<Uint8Array>,
  receiver: TableReceiver,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadFormat> => readFile(source, receiver, readWorkbookInWorker, { ...defaultLimits, ...limits });
