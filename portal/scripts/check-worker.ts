/**
 * Runs in a worker of the browser: checks one file after another with the checks that the server runs. The file does not leave the machine.
 * Of what was delivered before the body's own reports may be known; the rules about anything else of it are left to the server.
 */
import { amsterdamDay } from "../../core/calendar.ts";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { bodyCode } from "../../core/ids.ts";
import { checkFile } from "../../core/intake/check-file.ts";
import { checkResult } from "../../core/intake/check-result.ts";
import { ownPast } from "../../core/intake/own-past.ts";
import { readFile } from "../../core/intake/reading/file.ts";
import { defaultLimits } from "../../core/intake/reading/limits.ts";
import { readWorkbook } from "../../core/intake/reading/xlsx/workbook.ts";
import type { TableReceiver } from "../../core/intake/types.ts";
import type { CheckJob, FromCheckWorker } from "./check-messages.ts";
import { sha256Hex } from "./sha256.ts";

/** The size of piece that reading was measured with (docs/decisions/0003-reading-csv.md). */
const PIECE = 256 * 1024;
/** Progress of a workbook: some twenty times a second. */
const ROWS = 5_000;

addEventListener("message", async ({ data }: MessageEvent<CheckJob>) => {
  const progress = { read: 0, total: data.file.size, rows: 0 };
  const tell = (message: FromCheckWorker) => postMessage(message);
  try {
    const past = data.past && ownPast(data.past);
    const file = {
      catalogue: compileCatalogue(data.catalogue, ""),
      body: bodyCode(data.body),
      today: amsterdamDay(new Date().toISOString()),
      read: (receiver: TableReceiver) => readFile(pieces(), counting(receiver), readWorkbook, defaultLimits),
      // Hashes of contents are compared with those of the past. Without one there is nothing to compare with.
      digest: past ? sha256Hex : () => "",
    };
    tell({ type: "result", result: checkResult(await checkFile(file, past), past ? "ownReports" : "nothing") });
  } catch (error) {
    tell(error instanceof DOMException ? { type: "unreadable" } : { type: "failed", message: String(error) });
  }

  /** By slices, as the pieces of `stream()` differ per browser, 64 kB in Chromium. */
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < data.file.size; at += PIECE) {
      const piece = new Uint8Array(await data.file.slice(at, at + PIECE).arrayBuffer());
      progress.read = at + piece.length;
      tell({ type: "progress", ...progress });
      yield piece;
    }
  }

  function counting(receiver: TableReceiver): TableReceiver {
    return {
      sheet: (name) => receiver.sheet(name),
      problem: (problem) => receiver.problem(problem),
      row(cells, row, kinds) {
        receiver.row(cells, row, kinds);
        progress.rows += 1;
        if (progress.rows % ROWS === 0) tell({ type: "progress", ...progress });
      },
    };
  }
});
