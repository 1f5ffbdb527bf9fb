import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReadingLimits } from "../../../core/intake/reading/limits.ts";
import { bytesOf } from "../../core/intake/reading/recorder.ts";
import { archive, oleContainer, packedMegabytes, textCell, workbookParts } from "../../core/intake/reading/xlsx/archive.ts";

/**
 * The hostile files are read in one process, one after the other, as a server would: each gives its finding within 5 seconds of CPU (the
 * clock says little on a machine that runs other tests), the process lives on and reads an honest file, and its memory stays below 512 MB.
 */
interface Outcome {
  readonly codes: readonly string[];
  readonly rows: number;
  readonly seconds: number;
  /** Highest resident memory of the process so far. */
  readonly megabytes: number;
}

const MEBI = 1024 * 1024;
const sheet = (lies: object) => archive(workbookParts([{ name: "Blad1", xml: "", lies }]));
const hostile: Record<string, { readonly file: () => Uint8Array; readonly code: string; readonly limits?: Partial<ReadingLimits> }> = {
  "a zip bomb: 5 GB in one part, as the directory says": {
    file: () => sheet({ ...packedMegabytes("<worksheet>", " ", 5_000, "</worksheet>"), crc: 0 }),
    code: "WORKBOOK_BOMB",
  },
  "a zip bomb whose directory lies about the size": {
    file: () => sheet({ ...packedMegabytes("<worksheet>", " ", 5_000, "</worksheet>"), size: 2_000_000, crc: 0 }),
    code: "WORKBOOK_BOMB",
  },
  "a zip bomb of parts that share their bytes": {
    file: () =>
      archive(
        workbookParts([], {
          parts: [...Array(5_000)].map((_, k) => ({ name: `${k}.xml`, content: "x".repeat(4_000), localName: "0.xml", overlaps: k > 0 })),
        }),
      ),
    code: "WORKBOOK_DAMAGED",
  },
  "zip files in a zip file, without a workbook": {
    file: () =>
      archive(
        [...Array(16)].map((_, k) => ({ name: `lib ${k}.zip`, content: archive([{ name: "0.dll", content: "0".repeat(100_000) }]) })),
      ),
    code: "FILE_NOT_A_TABLE",
  },
  "one cell of 900 MB": {
    file: () =>
      sheet({
        ...packedMegabytes('<worksheet><sheetData><row><c t="str"><v>', "A", 900, "</v></c></row></sheetData></worksheet>"),
        crc: 0,
      }),
    code: "WORKBOOK_BOMB",
  },
  "one cell of 900 MB, were the proportion no reason to refuse it": {
    file: () =>
      sheet({
        ...packedMegabytes('<worksheet><sheetData><row><c t="str"><v>', "A", 900, "</v></c></row></sheetData></worksheet>"),
        crc: 0,
      }),
    code: "WORKBOOK_BOMB",
    limits: { ratio: 10_000 },
  },
  "shared texts that fill the memory": {
    file: () => withSharedStrings(`<si><t>${"tekst ".repeat(1_000)}</t></si>`, 100_000),
    code: "WORKBOOK_TOO_LARGE",
    limits: { ratio: 10_000 },
  },
  "millions of shared texts": {
    file: () => withSharedStrings("<si><t>tekst</t></si>", 20_000_000),
    code: "WORKBOOK_TOO_LARGE",
    limits: { ratio: 10_000 },
  },
  "A1 and XFD1048576": {
    file: () =>
      archive(
        workbookParts([
          { name: "Blad1", xml: `<row r="1">${textCell("A1", "a")}</row><row r="1048576">${textCell("XFD1048576", "z")}</row>` },
        ]),
      ),
    code: "FILE_TOO_MANY_COLUMNS",
  },
  "a cell far to the right in each of 100 000 rows": {
    file: () =>
      archive(
        workbookParts([
          { name: "Blad1", xml: [...Array(100_000)].map((_, k) => `<row r="${k + 1}">${textCell(`BXX${k + 1}`, "x")}</row>`).join("") },
        ]),
      ),
    code: "WORKBOOK_BOMB",
  },
  "a workbook with 100 000 columns": {
    file: () => archive(workbookParts([{ name: "Blad1", xml: `<row r="1">${'<c t="b"><v>1</v></c>'.repeat(100_000)}</row>` }])),
    code: "FILE_TOO_MANY_COLUMNS",
  },
  macros: { file: () => archive(workbookParts([], { parts: [{ name: "xl/vbaProject.bin", content: "x" }] })), code: "WORKBOOK_MACROS" },
  "an encrypted workbook": { file: () => oleContainer(["EncryptionInfo", "EncryptedPackage"]), code: "WORKBOOK_ENCRYPTED" },
  "an old .xls": { file: () => oleContainer(["Workbook"]), code: "WORKBOOK_OLD_FORMAT" },
  "a billion laughs": {
    file: () =>
      sheet({
        content: `<!DOCTYPE x [<!ENTITY a "ha">${[..."bcdefghij"].map((name, k) => `<!ENTITY ${name} "${`&${"abcdefghij"[k]};`.repeat(10)}">`).join("")}]><worksheet>&j;</worksheet>`,
      }),
    code: "WORKBOOK_DOCTYPE",
  },
  "a document type declaration without end": {
    file: () => sheet({ ...packedMegabytes("<!DOCTYPE x [", "<", 5, "]><worksheet/>"), crc: 0 }),
    code: "WORKBOOK_BOMB",
  },
  "an attribute without end": {
    file: () => sheet({ ...packedMegabytes('<worksheet a="', "x", 7, '"/>'), crc: 0 }),
    code: "WORKBOOK_BOMB",
  },
  "elements within elements without end": {
    file: () => sheet({ content: `<worksheet>${"<a>".repeat(2_000_000)}` }),
    code: "WORKBOOK_DAMAGED",
  },
  "a truncated workbook": { file: () => archive(workbookParts([{ name: "Blad1", xml: "" }])).subarray(0, -40), code: "WORKBOOK_DAMAGED" },
  "a picture named .csv": { file: () => bytesOf([0x89], "PNG\r\n", [0x1a], "\n", new Uint8Array(100_000)), code: "FILE_NOT_A_TABLE" },
  "binary content named .csv": { file: () => Uint8Array.from({ length: 3 * MEBI }, (_, k) => (k * 7919) % 251), code: "FILE_NOT_A_TABLE" },
  "a line of 10 MB": { file: () => bytesOf(`a;b\n1;${"x".repeat(10_000_000)}\n`), code: "FILE_LINE_TOO_LONG" },
  "a quote that is never closed, in 20 MB": {
    file: () => bytesOf('a;b\n1;"x\n', new Uint8Array(20 * MEBI).fill(0x61)),
    code: "FILE_UNCLOSED_QUOTE",
  },
  "NUL bytes": { file: () => bytesOf("a;b\n1;2\n", new Uint8Array(20 * MEBI)), code: "FILE_NUL_BYTES" },
  "100 000 columns": { file: () => bytesOf(`${"a;".repeat(100_000)}\n`), code: "FILE_TOO_MANY_COLUMNS" },
  "20 MB of quotes": { file: () => bytesOf("a;b\n", new Uint8Array(20 * MEBI).fill(0x22)), code: "FILE_LINE_TOO_LONG" },
  "20 MB of blank lines": { file: () => new Uint8Array(20 * MEBI).fill(0x0a), code: "FILE_EMPTY" },
  "one bad character in each of a million lines of UTF-8": {
    file: () =>
      bytesOf(
        "é;b\n",
        ...[...Array(20)].map(() => Uint8Array.from({ length: 6 * 50_000 }, (_, k) => [0xe9, 0x3b, 0xe9, 0x3b, 0x31, 0x0a][k % 6]!)),
      ),
    code: "FILE_ENCODING_MIXED",
  },
};
const honest = archive(workbookParts([{ name: "Blad1", xml: `<row r="1">${textCell("A1", "norm")}${textCell("B1", "score")}</row>` }]));

describe("hostile files are read in one process", () => {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  let outcomes: Record<string, Outcome> = {};

  beforeAll(async () => {
    const program = join(import.meta.dirname, "../../../.build/test/hostile.mjs");
    mkdirSync(join(program, ".."), { recursive: true });
    await build({
      entryPoints: [join(import.meta.dirname, "hostile-reader.ts")],
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      logLevel: "warning",
    });
    const files = Object.entries(hostile).map(([name, { file, limits }], k) => {
      const path = join(folder, `${k}`);
      writeFileSync(path, file());
      return { name, path, limits };
    });
    writeFileSync(join(folder, "honest"), honest);
    files.push({ name: "honest", path: join(folder, "honest"), limits: {} });
    writeFileSync(join(folder, "files.json"), JSON.stringify(files));
    const { stdout } = await promisify(execFile)(process.execPath, [program, join(folder, "files.json")]);
    outcomes = JSON.parse(stdout);
    if (process.env["SHOW_OUTCOMES"]) console.table(outcomes);
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(hostile))("%s", (name, { code }) => {
    const outcome = outcomes[name]!;
    expect(outcome.codes).toContain(code);
    expect(outcome.seconds).toBeLessThan(5);
    expect(outcome.megabytes).toBeLessThan(512);
  });

  test("and an honest file after all of them is read", () => {
    expect(outcomes["honest"]).toMatchObject({ codes: [], rows: 1 });
  });
});

/** A workbook with this shared text so many times, packed in pieces that repeat. */
function withSharedStrings(text: string, count: number): Uint8Array {
  const repeats = Math.ceil(MEBI / text.length);
  const blocks = Math.ceil(count / repeats);
  const flushed = (xml: string) => new Uint8Array(deflateRawSync(xml, { finishFlush: 3 }));
  const block = flushed(text.repeat(repeats));
  const packed = bytesOf(flushed("<sst>"), ...Array.from({ length: blocks }, () => block), new Uint8Array(deflateRawSync("</sst>")));
  const part = { name: "xl/sharedStrings.xml", packed, size: "<sst></sst>".length + text.length * repeats * blocks, crc: 0 };
  const parts = workbookParts([{ name: "Blad1", xml: "" }], { sharedStrings: "" });
  return archive(parts.map((other) => (other.name === part.name ? part : other)));
}
