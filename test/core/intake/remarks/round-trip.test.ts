import { createHash } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../../core/calendar.ts";
import { compileCatalogue } from "../../../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../../../core/catalogue/parse.ts";
import type { Catalogue } from "../../../../core/catalogue/types.ts";
import { bodyCode } from "../../../../core/ids.ts";
import { checkFile } from "../../../../core/intake/check-file.ts";
import { FINDINGS_SHEET } from "../../../../core/intake/returned.ts";
import type { CheckedDelivery } from "../../../../core/intake/types.ts";
import { type CellValue, createWorkbook, writeWorkbook } from "../../../../core/workbook/write.ts";
import { readCatalogueFolder } from "../../../../functions/adapters/catalogue-folder.ts";
import { readDelivery } from "../../../../functions/adapters/read-delivery.ts";
import { type ReadRow, readBack } from "../../workbook/read-back.ts";
import { remarksOf } from "./example.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = compileCatalogue(
    parseCatalogueFiles(await readCatalogueFolder(join(import.meta.dirname, "../../../../normenkader"))),
    "test",
  );
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

const check = (bytes: Uint8Array): Promise<CheckedDelivery> =>
  checkFile(
    {
      catalogue,
      body: bodyCode("ciio"),
      today: parseIsoDay("2026-03-14") ?? 0,
      read: (receiver) => readDelivery(once(bytes), receiver),
      digest,
    },
    { known: async () => new Map(), tests: async () => [] },
  );

/** The file that the sender gets back. */
async function returned(bytes: Uint8Array, delivery: CheckedDelivery): Promise<Uint8Array> {
  const calls: (() => void)[] = [];
  let target: Parameters<Parameters<typeof remarksOf>[1]>[0] | undefined;
  await readDelivery(once(bytes), {
    sheet: (name) => void calls.push(() => target?.sheet(name)),
    row: (cells, row, kinds) => {
      const [own, ownKinds] = [[...cells], kinds?.slice()];
      calls.push(() => target?.row(own, row, ownKinds));
    },
    problem: (problem) => void calls.push(() => target?.problem(problem)),
  });
  return remarksOf(delivery, (receiver) => {
    target = receiver;
    for (const call of calls) call();
  });
}

/** What a person does in Excel: changes some cells and saves the rest as it is. */
function mended(bytes: Uint8Array, change: (row: ReadRow) => readonly CellValue[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const workbook = createWorkbook({ write: (chunk) => chunks.push(chunk) });
  let name = "";
  let sheet: ReturnType<typeof workbook.sheet> | undefined;
  for (const row of readBack(bytes).rows) {
    if (!sheet || row.sheet !== name) sheet = workbook.sheet({ name: row.sheet });
    name = row.sheet;
    sheet.row(change(row), 0, row.row);
  }
  workbook.end();
  return Buffer.concat(chunks);
}

const header = [
  "rapportkenmerk",
  "kvk_nummer",
  "organisatie",
  "label",
  "normenkader",
  "soort_toets",
  "toetsdatum",
  "norm",
  "score",
  "toelichting",
];
const row = (norm: string, score: string, text = ""): string[] => [
  "R-1",
  "12345678",
  "Welzijn",
  "KSW",
  "2019",
  "eerste toets",
  "14-03-2025",
  norm,
  score,
  text,
];
const csvBytes = (...rows: readonly (readonly string[])[]) =>
  new TextEncoder().encode(
    [header, ...rows]
      .map((cells) => `${cells.map((cell) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(";")}\r\n`)
      .join(""),
  );
const places = (delivery: CheckedDelivery) =>
  delivery.findings.filter(({ row: at }) => at !== null).map(({ code, row: at, column }) => [code, at, column]);

describe("the file with remarks, delivered again", () => {
  const faulty = csvBytes(
    row("V01", "voldoet"),
    row("V02", "voldoe deels", "=1+1"),
    Array.from(header, () => ""),
    row("V99", "voldoet niet", "Mevrouw Jansen (bsn 123456782); geboren in 1950"),
  );

  it("gives the same findings in the same places when nothing is mended, but for personal data that is gone", async () => {
    const first = await check(faulty);
    const again = await check(await returned(faulty, first));
    const withoutPersonal = (list: unknown[][]) => list.filter(([code]) => code !== "PERSONAL_BSN");
    expect(places(first).map(([code]) => code)).toEqual(
      expect.arrayContaining(["SCORE_UNKNOWN", "FORMULA_LIKE", "NORM_UNKNOWN", "PERSONAL_BSN"]),
    );
    expect(places(again)).toEqual(withoutPersonal(places(first)));
    expect(again.groups.map(({ code }) => code)).not.toContain("SHEET_IGNORED");
  });

  it("is accepted when what is coloured has been mended", async () => {
    const back = await returned(faulty, await check(faulty));
    const good = mended(back, ({ sheet, row: at, cells }) =>
      sheet === FINDINGS_SHEET
        ? cells
        : cells.map((cell, i) => (at === 3 && i === 8 ? "voldoet deels" : at === 5 && i === 7 ? "V03" : cell)),
    );
    const again = await check(good);
    expect(again.status).toBe("accepted");
    expect(again.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(again.reports.map(({ reference, outcome }) => [reference, outcome])).toEqual([["R-1", "new"]]);
  });

  it("changes nothing in a second round but its own remarks", async () => {
    const first = await returned(faulty, await check(faulty));
    const second = await returned(first, await check(first));
    const sender = (bytes: Uint8Array) =>
      readBack(bytes)
        .rows.filter(({ sheet }) => sheet === "Aanlevering")
        .map((one) => one.cells.slice(0, header.length));
    expect(sender(second)).toEqual(sender(first));
    expect(readBack(second).sheets).toEqual(readBack(first).sheets);
  });

  it("keeps the numbers and trends of a workbook", async () => {
    const bytes = writeWorkbook([
      {
        name: "Toetsen",
        columns: header.map((name) => ({ header: name })),
        rows: [["R-1", 1234567, "Welzijn", "KSW", 2019, "eerste toets", "14-03-2025", "V01", "goed", null]],
      },
      {
        name: "Trends",
        columns: ["rapportkenmerk", "thema", "richting"].map((name) => ({ header: name })),
        rows: [["R-1", "eenzaamheid", "omhoog"]],
      },
    ]);
    const first = await check(bytes);
    const again = await check(await returned(bytes, first));
    expect(places(first).length).toBeGreaterThan(2);
    expect(places(again)).toEqual(places(first));
  });
});
