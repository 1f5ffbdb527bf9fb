/** Runs in a worker: reads one workbook after another and sends its rows back in batches, waiting while the other side is behind. */
import { parentPort } from "node:worker_threads";
import { readWorkbook } from "../../core/intake/reading/xlsx/workbook.ts";
import { type FromWorker, type Job, WINDOW } from "./workbook-messages.ts";

/** A batch goes out when it has this many cells or characters: large enough that sending costs little, small enough to keep few in memory. */
const CELLS = 8_192;
const CHARACTERS = 512 * 1024;

parentPort!.on("message", (job: Job) => {
  const acknowledged = new Int32Array(job.acknowledged);
  let sent = 0;
  let rows: number[] = [];
  let widths: number[] = [];
  let cells: string[] = [];
  let kinds = new Uint8Array(CELLS + job.limits.columns);
  let characters = 0;

  function send(message: FromWorker): void {
    parentPort!.postMessage(message);
    sent++;
    for (let seen = Atomics.load(acknowledged, 0); sent - seen > WINDOW; seen = Atomics.load(acknowledged, 0)) {
      Atomics.wait(acknowledged, 0, seen);
    }
  }

  function flush(): void {
    if (rows.length === 0) return;
    send({ type: "rows", rows, widths, cells, kinds: kinds.subarray(0, cells.length).slice() });
    rows = [];
    widths = [];
    cells = [];
    characters = 0;
  }

  const format = readWorkbook(
    job.bytes,
    {
      sheet(name) {
        flush();
        send({ type: "sheet", name });
      },
      row(read, row, readKinds) {
        if (readKinds) kinds.set(readKinds, cells.length);
        else kinds.fill(0, cells.length, cells.length + read.length);
        for (const cell of read) {
          characters += cell.length;
          cells.push(cell);
        }
        rows.push(row);
        widths.push(read.length);
        if (cells.length >= CELLS || characters >= CHARACTERS) flush();
      },
      problem(problem) {
        flush();
        send({ type: "problem", problem });
      },
    },
    job.limits,
  );
  flush();
  kinds = new Uint8Array(0);
  parentPort!.postMessage({ type: "done", format } satisfies FromWorker);
});
