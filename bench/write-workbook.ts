/**
 * Writing workbooks: ours beside write-excel-file, same rows, in one run, taking turns; and the file with remarks.
 *   node scripts/run.mjs bench/write-workbook.ts
 * Figures are CPU milliseconds (all threads), the median of the rounds after the first two; megabytes are the growth of the process's peak.
 */
import { createRemarks } from "../core/intake/remarks.ts";
import type { CheckedDelivery, Finding } from "../core/intake/types.ts";
import { type CellValue, createWorkbook, style, writeWorkbook } from "../core/workbook/write.ts";

const { default: writeXlsxFile } = await import("write-excel-file/node");

const ROUNDS = 9;
const scores = ["voldoet", "voldoet deels", "voldoet niet"];

/** Rows in the manner of a delivery: most texts come back row after row, the free text does not. */
function deliveryRow(i: number, columns: number): string[] {
  const report = Math.floor(i / 49);
  const cells = [
    `R-2025-${report}`,
    "nieuw",
    String(10_000_000 + report * 37),
    `Stichting Welzijn ${report}`,
    "KSW",
    "basis",
    "2019",
    "hertoets",
    `${1 + (report % 28)}-03-2025`,
    `V${i % 49}`,
    scores[i % 3] ?? "",
    "maatschappelijk werk",
    scores[(i + report) % 3] ?? "",
    i % 4 === 0 ? "ja" : "nee",
    i % 4 === 0 ? "" : `Toelichting bij norm ${i % 49}: het team werkt volgens een vaste methode en legt dat vast in ${2000 + i}.`,
    "32,5",
    "GM0363",
    "2",
    String(i % 40),
    "ja",
  ];
  return cells.slice(0, columns);
}

/** Rows in which no text comes back: the worst case. */
const uniqueRow = (i: number, columns: number): string[] => Array.from({ length: columns }, (_, c) => `cel ${i * columns + c} van blad`);

async function cpu(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function compare(title: string, contenders: Readonly<Record<string, () => unknown>>): Promise<void> {
  const times = Object.keys(contenders).map(() => [] as number[]);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, work] of Object.values(contenders).entries()) times[i]?.push(await cpu(work));
  }
  const line = Object.keys(contenders).map((name, i) => `${name} ${median(times[i]?.slice(2) ?? []).toFixed(0)} ms`);
  console.log(`${title}: ${line.join(" · ")}`);
}

function workbookOf(rows: readonly (readonly CellValue[])[]): () => unknown {
  const columns = (rows[0] ?? []).map((_, i) => ({ header: `kolom ${i}`, format: "text" as const }));
  return () => writeWorkbook([{ name: "Blad", columns, rows }]);
}

const peerOf = (rows: readonly (readonly string[])[]) => () =>
  writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String, format: "@" })))).toBuffer();

const rejected = (rows: number, every: number): CheckedDelivery => {
  const findings = Array.from({ length: Math.floor(rows / every) }, (_, i): Finding => {
    const place = { sheet: null, row: 2 + i * every, column: 11, columnName: "score", value: "onvoldoende" };
    return { code: "SCORE_UNKNOWN", severity: "error", ...place, params: { suggestions: ["voldoet niet"] } };
  });
  return {
    status: "rejected",
    read: { format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows },
    reports: [],
    findings,
    groups: [{ code: "SCORE_UNKNOWN", severity: "error", count: findings.length, firstRow: 2 }],
  };
};

function remarksOf(checked: CheckedDelivery, rows: readonly (readonly string[])[]): () => unknown {
  return () => {
    let bytes = 0;
    const remarks = createRemarks({ checked, write: (chunk) => (bytes += chunk.length) });
    remarks.sheet(null);
    for (const [i, row] of rows.entries()) remarks.row(row, i + 1);
    remarks.end();
    return bytes;
  };
}

const table = (rows: number, columns: number, make: (i: number, columns: number) => string[]) =>
  Array.from({ length: rows }, (_, i) => make(i, columns));

/** How much the peak of the process grows; to be called in order of size, as a peak never goes down. */
async function memory(title: string, work: () => unknown): Promise<void> {
  const before = process.resourceUsage().maxRSS;
  const used = await cpu(work);
  console.log(`${title}: ${used.toFixed(0)} ms, ${((process.resourceUsage().maxRSS - before) / 1024).toFixed(0)} MB on top`);
}

await memory("1 000 000 x 17, ours", () => {
  const workbook = createWorkbook({ write() {} });
  const sheet = workbook.sheet({ name: "Blad" });
  for (let i = 0; i < 1_000_000; i += 1) sheet.row(deliveryRow(i, 17), style("text"));
  workbook.end();
});
await memory("  100 000 x 17, write-excel-file", () => peerOf(table(100_000, 17, deliveryRow))());

const like = table(5_000, 20, deliveryRow);
const unique = table(5_000, 20, uniqueRow);
await compare("5 000 x 20 as in a delivery", { ours: workbookOf(like), "write-excel-file": peerOf(like) });
await compare("5 000 x 20, no text twice", { ours: workbookOf(unique), "write-excel-file": peerOf(unique) });

const header = Array.from({ length: 17 }, (_, i) => (i === 10 ? "score" : `kolom ${i}`));
await compare("5 000 x 17 with 500 findings", { remarks: remarksOf(rejected(5_000, 10), [header, ...table(5_000, 17, deliveryRow)]) });
const many = [header, ...table(99_999, 17, deliveryRow)];
await compare("100 000 x 17 with 10 000 findings", { remarks: remarksOf(rejected(99_999, 10), many) });
