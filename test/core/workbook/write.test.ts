import fc from "fast-check";
import readXlsxFile, { readSheet } from "read-excel-file/node";
import { describe, expect, it, vi } from "vitest";
import { type CellValue, createWorkbook, type SheetContent, style, writeWorkbook } from "../../../core/workbook/write.ts";
import { readBack, xmlParts } from "./read-back.ts";

const table = (rows: readonly (readonly CellValue[])[], name = "Blad"): SheetContent => ({
  name,
  columns: (rows[0] ?? []).map((_, i) => ({ header: `kolom ${i}`, format: "text" as const })),
  rows,
});

const anyText = fc.string({ unit: "binary", maxLength: 40 });
/** Text in which everything is likely that has a meaning of its own in XML or in Excel. */
const trickyText = fc
  .array(
    fc.constantFrom(
      "_x000D_",
      "_X005F_",
      "_",
      "&amp;",
      "<",
      ">",
      "]]>",
      '"',
      "'",
      "\r\n",
      "\n",
      "\t",
      " ",
      "=1+1",
      "é",
      "€",
      "😀",
      "\uFEFF",
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));
/** What XML 1.0 can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const holdable = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu, "");

describe("a workbook", () => {
  it("gives every text back as it was, but for characters that XML cannot hold", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, trickyText), { minLength: 1, maxLength: 8 }), (texts) => {
        // Our reader replaces remaining control characters by a blank: they are no matter of the writer.
        const plain = texts.map((text) => text.replace(/[\u007F-\u009F\u2028\u2029]/g, ""));
        const { rows } = readBack(writeWorkbook([table([[...plain, "einde"]])]));
        expect(rows[1]?.cells).toEqual([...plain.map(holdable), "einde"]);
      }),
      { numRuns: 300 },
    );
  });

  it("is read by an independent reader as the same values", async () => {
    const rows = [
      ["R-1", 1.5, null, "=1+1", "  met spaties  ", 'é€😀 & <b> "x"'],
      ["R-2", -0.25, "+31", "@x", "regel 1\nregel 2", null],
    ];
    const [sheet] = await readXlsxFile(Buffer.from(writeWorkbook([table(rows)])), { trim: false });
    expect(sheet?.sheet).toBe("Blad");
    expect(sheet?.data.slice(1)).toEqual(rows);
  });

  it("keeps a text that looks like a formula, a number or a date as text", () => {
    const bytes = writeWorkbook([table([['=HYPERLINK("http://x")', "01234567", "1.10", "01-02-2026"]])]);
    expect(xmlParts(bytes)["xl/worksheets/sheet1.xml"]).not.toMatch(/<f>|<v>0*1234567|<v>1\.1/);
    expect(readBack(bytes).rows[1]).toMatchObject({
      cells: ['=HYPERLINK("http://x")', "01234567", "1.10", "01-02-2026"],
      kinds: [0, 0, 0, 0],
    });
  });

  it("gives the same bytes for the same content, in every time zone", async () => {
    const content = [
      table([
        ["a", 1, null],
        ["b", 2, "é"],
      ]),
    ];
    const here = writeWorkbook(content);
    const zone = process.env["TZ"];
    try {
      for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
        process.env["TZ"] = other;
        vi.resetModules();
        const { writeWorkbook: elsewhere } = await import("../../../core/workbook/write.ts");
        expect(elsewhere(content)).toEqual(here);
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
  });

  it("is well-formed in all its parts, and names each of them", () => {
    const parts = xmlParts(writeWorkbook([table([["a&b", 1]], "A & B's"), table([["c", 2]], "a & b's")]));
    expect(Object.keys(parts)).toEqual([
      "_rels/.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
      "xl/sharedStrings.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml",
    ]);
    for (const part of Object.keys(parts).filter((name) => name.startsWith("xl/") && !name.endsWith(".rels"))) {
      expect(parts["[Content_Types].xml"]).toContain(`PartName="/${part}"`);
    }
    expect(parts["xl/workbook.xml"]).toContain(`'A &amp; B''s'!$A$1:$B$2`);
  });

  it("hands its pieces on while rows come in", () => {
    let pieces = 0;
    const workbook = createWorkbook({ write: () => (pieces += 1) });
    const sheet = workbook.sheet({ name: "Groot" });
    const before = pieces;
    for (let i = 0; i < 20_000; i += 1) sheet.row([`een tekst die alleen in rij ${i} staat`, i]);
    expect(pieces - before).toBeGreaterThan(5);
    workbook.end();
  });

  it("keeps no more texts in memory than it may, and still writes all of them", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`tekst ${i}`]);
    const bytes = writeWorkbook([table(rows)]);
    expect(xmlParts(bytes)["xl/sharedStrings.xml"]?.match(/<si>/g)?.length).toBe(16_384);
    expect(
      readBack(bytes)
        .rows.slice(1)
        .map(({ cells }) => cells),
    ).toEqual(rows);
  });

  it("leaves rows empty that are skipped, and keeps the number of those that are not", () => {
    const chunks: Uint8Array[] = [];
    const workbook = createWorkbook({ write: (chunk) => chunks.push(chunk) });
    const sheet = workbook.sheet({ name: "Aanlevering" });
    sheet.row(["kop"], 0, 3);
    sheet.row(["a"], 0, 7);
    sheet.row(["b"]);
    workbook.end();
    expect(readBack(Buffer.concat(chunks)).rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [3, "kop"],
      [7, "a"],
      [8, "b"],
    ]);
  });

  it("cuts a text that no cell can hold, visibly and not in the middle of a character", async () => {
    const long = `${"a".repeat(32_765)}😀😀`;
    const [, row] = await readSheet(Buffer.from(writeWorkbook([table([[long]])])), 1);
    expect(row?.[0]).toBe(`${"a".repeat(32_765)}…`);
    const [, plain] = await readSheet(Buffer.from(writeWorkbook([table([["c".repeat(40_000)]])])), 1);
    expect(plain?.[0]).toBe(`${"c".repeat(32_766)}…`);
    const fits = "b".repeat(32_767);
    const [, whole] = await readSheet(Buffer.from(writeWorkbook([table([[fits]])])), 1);
    expect(whole?.[0]).toBe(fits);
  });

  it("refuses to be used wrongly", () => {
    const workbook = createWorkbook({ write() {} });
    expect(() => createWorkbook({ write() {} }).end()).toThrow("at least one sheet");
    const sheet = workbook.sheet({ name: "x" });
    sheet.row(["a"], 0, 5);
    expect(() => sheet.row(["b"], 0, 5)).toThrow("row 5 cannot follow row 5");
    expect(() => sheet.row(["b"], 0, 1_048_577)).toThrow("cannot follow");
    expect(() => sheet.row([Number.NaN])).toThrow("NaN cannot stand in a cell");
    workbook.sheet({ name: "y" });
    expect(() => sheet.row(["te laat"])).toThrow("had ended");
  });

  it("has one sheet in front: the first, or the one that says so", () => {
    const chunks: Uint8Array[] = [];
    const workbook = createWorkbook({ write: (chunk) => chunks.push(chunk) });
    workbook.sheet({ name: "een" }).row(["a"]);
    workbook.sheet({ name: "twee", inFront: true }).row(["b"]);
    workbook.end();
    const parts = xmlParts(Buffer.concat(chunks));
    expect(parts["xl/workbook.xml"]).toContain('activeTab="1"');
    // Two selected sheets would be edited together.
    expect(Object.values(parts).join("")).not.toContain("tabSelected");
  });
});

describe("a style", () => {
  it("stands in the style table at its own number", () => {
    const xfs = [...(xmlParts(writeWorkbook([table([["a"]])]))["xl/styles.xml"]?.split("<cellXfs")[1] ?? "").matchAll(/<xf (.*?)<\/xf>/g)];
    expect(xfs[style("general")]?.[1]).toContain('numFmtId="0"');
    expect(xfs[style("text")]?.[1]).toContain('numFmtId="49"');
    expect(xfs[style("share", "error", true)]?.[1]).toMatch(/numFmtId="165".*fillId="3".*wrapText/);
    expect(xfs[style("date", "header")]?.[1]).toMatch(/numFmtId="164".*fontId="1".*fillId="2"/);
  });
});
