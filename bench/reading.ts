/**
 * How much CPU reading costs, beside libraries alone: the same file, each reader counting rows and cells.
 *   node scripts/run.mjs bench/reading.ts [rows of the CSV file] [rows of the workbook]
 * CPU seconds of all threads; megabytes are the highest resident memory of the process when the reader is done (of workbooks, ours goes first).
 */
import { fork } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse";
import type { TableReceiver } from "../core/intake/types.ts";
import { createWorkbook } from "../core/workbook/write.ts";
import { readDelivery } from "../functions/adapters/read-delivery.ts";

export interface ReadingBench {
  readonly name: string;
  readonly rows: number;
  readonly cells: number;
  readonly cpuSeconds: number;
  readonly rowsPerCpuSecond: number;
  readonly megabytes: number;
}

/**
 * Ours, which has csv-parse split the rows, then csv-parse alone (stream, arrays, no cast), on a delivery of `rows` rows of some 240 bytes.
 * Each in a process of its own: they share the code of csv-parse, and who is second finds it compiled for the other.
 */
export async function benchCsv(rows: number): Promise<{ ours: ReadingBench; csvParse: ReadingBench; bytes: number }> {
  return inFolder(async (folder) => {
    const file = join(folder, "delivery.csv");
    await writeCsv(file, rows);
    return { ours: await inProcess("ours", file), csvParse: await inProcess("csv-parse alone", file), bytes: statSync(file).size };
  });
}

type CsvContender = "ours" | "csv-parse alone";

function inProcess(name: CsvContender, file: string): Promise<ReadingBench> {
  const child = fork("scripts/run.mjs", ["bench/reading.ts", name, file], { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once("message", (measured) => resolve(measured as ReadingBench));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code} without figures`)));
  });
}

function readCsv(name: CsvContender, file: string): Promise<ReadingBench> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  if (name === "ours") return measured(name, (receiver) => readDelivery(source, receiver));
  return measured(name, async (receiver) => {
    const parser = source.pipe(parse({ delimiter: ";" }));
    let row = 0;
    parser.on("data", (cells: string[]) => receiver.row(cells, ++row));
    await new Promise((resolve, reject) => parser.on("end", () => resolve(undefined)).on("error", reject));
  });
}

/** Ours, cold and warm, then read-excel-file, on the same delivery as a workbook. */
export async function benchWorkbook(rows: number): Promise<readonly ReadingBench[]> {
  return inFolder(async (folder) => {
    const file = join(folder, "delivery.xlsx");
    writeWorkbookFile(file, rows);
    const ours = (name: string) =>
      measured(name, (receiver) => readDelivery(createReadStream(file, { highWaterMark: 256 * 1024 }), receiver));
    const { readSheet } = await import("read-excel-file/node");
    return [
      await ours("ours, first workbook"),
      await ours("ours, next workbook"),
      await measured("read-excel-file", async (receiver) => {
        const cells = await readSheet(file);
        cells.forEach((row, k) => void receiver.row(row.map(String), k + 1));
      }),
    ];
  });
}

async function measured(name: string, read: (receiver: TableReceiver) => Promise<unknown>): Promise<ReadingBench> {
  let rows = 0;
  let cells = 0;
  const receiver: TableReceiver = {
    sheet() {},
    row(read) {
      rows++;
      cells += read.length;
    },
    problem(problem) {
      throw new Error(`${name}: ${problem.code}`);
    },
  };
  const begin = process.cpuUsage();
  await read(receiver);
  const { user, system } = process.cpuUsage(begin);
  const cpuSeconds = (user + system) / 1e6;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { name, rows, cells, cpuSeconds, rowsPerCpuSecond: Math.round(rows / cpuSeconds), megabytes };
}

const header =
  "rapportkenmerk;status;kvk_nummer;organisatie;label;variant;normenkader;soort_toets;toetsdatum;norm;score;discipline;zelfevaluatie;verbeterpunt;toelichting";
const scores = ["voldoet", "voldoet deels", "voldoet niet", "niet van toepassing"];

function deliveryRow(i: number): string[] {
  const report = Math.floor(i / 49);
  return [
    `R-2024-${report}`,
    "nieuw",
    String(10_000_000 + report * 7),
    `Stichting Welzijn ${report}`,
    "KSW",
    "basis",
    "2019",
    "eerste toets",
    `${1 + (report % 28)}-03-2024`,
    `V${i % 49}`,
    scores[i % 4]!,
    "",
    scores[(i + 1) % 4]!,
    "nee",
    `Er is gesproken met medewerkers, en met de cliëntenraad; het beleid is vastgesteld (${i}).`,
  ];
}

async function writeCsv(file: string, rows: number): Promise<void> {
  const stream = createWriteStream(file);
  let text = `${header}\r\n`;
  for (let i = 0; i < rows; i++) {
    const cells = deliveryRow(i);
    cells[14] = `"${cells[14]}"`;
    text += `${cells.join(";")}\r\n`;
    if (text.length < 1024 * 1024) continue;
    if (!stream.write(text)) await new Promise((resolve) => stream.once("drain", () => resolve(undefined)));
    text = "";
  }
  stream.end(text);
  await new Promise((resolve, reject) => stream.on("finish", () => resolve(undefined)).on("error", reject));
}

function writeWorkbookFile(file: string, rows: number): void {
  const parts: Uint8Array[] = [];
  const workbook = createWorkbook({ write: (part) => void parts.push(part.slice()) });
  const sheet = workbook.sheet({ name: "Scores" });
  sheet.row(header.split(";"));
  for (let i = 0; i < rows; i++) sheet.row(deliveryRow(i));
  workbook.end();
  writeFileSync(file, Buffer.concat(parts));
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-reading-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Run as a program (the speed tests import it).
if (process.argv[1]?.endsWith("bench/reading.ts")) {
  const [first, second] = process.argv.slice(2);
  if (process.send && second !== undefined) {
    process.send(await readCsv(first as CsvContender, second));
    process.exit();
  }
  const [csvRows, workbookRows] = [Number(first ?? 1_000_000), Number(second ?? 5_000)];
  const { ours, csvParse, bytes } = await benchCsv(csvRows);
  console.log(
    `CSV, ${bytes} bytes; ours does ${(ours.rowsPerCpuSecond / csvParse.rowsPerCpuSecond).toFixed(2)} x the rows per CPU second of csv-parse alone`,
  );
  console.table([ours, csvParse]);
  console.log("workbook");
  console.table(await benchWorkbook(workbookRows));
}
