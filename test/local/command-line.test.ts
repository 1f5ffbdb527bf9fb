import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readArguments, WrongUse } from "../../local/arguments.ts";
import { checkOneFile } from "../../local/check-one-file.ts";
import { runOnce } from "../../local/once.ts";

const root = join(import.meta.dirname, "..", "..");
const normenkader = join(root, "normenkader");
const report = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score\r\n";
const row = (reference: string, score = "voldoet") => `${reference};12345678;Stichting X;KSW;2019;eerste toets;01-03-2024;V01;${score}\r\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "command-line-"));
  mkdirSync(join(folder, "in", "lloyds"), { recursive: true });
  writeFileSync(join(folder, "in", "lloyds", "goed.csv"), report + row("R1"));
  writeFileSync(join(folder, "fout.csv"), report + row("R1", "prima"));
  writeFileSync(join(folder, "een-bestand"), "geen map");
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start -- --once", () => {
  const once = (more: object = {}) =>
    runOnce({ mode: "once", in: join(folder, "in"), out: join(folder, "out"), normenkader, ...more }, root);

  it.each([
    ["out", "een-bestand", "--out"],
    ["out", join("een-bestand", "onder"), "--out"],
    ["state", "een-bestand", "--state"],
    ["normenkader", "een-bestand", "--normenkader"],
    ["normenkader", "bestaat-niet", "--normenkader"],
    ["in", "een-bestand", "--in"],
  ])("is used wrongly when %s is %s", async (name, path, option) => {
    const refused = once({ [name]: join(folder, path) });
    await expect(refused).rejects.toThrow(WrongUse);
    await expect(refused).rejects.toThrow(`${option} ${join(folder, path)} `);
  });

  it.each([
    ["out", "in"],
    ["out", join("in", "uit")],
    ["state", join("in", "stand")],
  ])("is used wrongly when %s lies in the folder of deliveries (%s): a next run would take it for a delivery", async (name, path) => {
    await expect(once({ [name]: join(folder, path) })).rejects.toThrow(`--${name} ${join(folder, path)} ligt in`);
    expect(readdirSync(join(folder, "in"))).toEqual(["lloyds"]);
  });

  it("writes the receipt of a file whose name is nearly as long as the file system allows, and of the files beside it", async () => {
    const long = `${"é".repeat(120)}.csv`;
    const longToo = `${"é".repeat(119)}x.csv`;
    writeFileSync(join(folder, "in", "lloyds", long), report + row("R2"));
    writeFileSync(join(folder, "in", "lloyds", longToo), report + row("R3"));
    expect(await once()).toBe(0);
    const receipts = readdirSync(join(folder, "out", "receipts", "lloyds")).filter((name) => name.endsWith(".receipt.json"));
    const files = receipts.map((name) => JSON.parse(readFileSync(join(folder, "out", "receipts", "lloyds", name), "utf8")).file);
    expect(files.sort()).toEqual(["goed.csv", long, longToo].sort());
    expect(receipts).toContain("goed.csv.receipt.json");
    expect(existsSync(join(folder, "out", "summary.json"))).toBe(true);
  });
});

describe("npm run check-file", () => {
  const check = (...args: string[]) => checkOneFile(args, root);

  it("ends with 0 for a file that would be accepted and 3 for one that would not", async () => {
    expect(await check(join(folder, "in", "lloyds", "goed.csv"), "--body", "lloyds")).toBe(0);
    expect(await check(join(folder, "fout.csv"), "--body", "lloyds")).toBe(3);
  });

  it.each([
    ["no file", () => ["--body", "lloyds"]],
    ["no body", () => [join(folder, "fout.csv")]],
    ["a body that is not in the catalogue", () => [join(folder, "fout.csv"), "--body", "niemand"]],
    ["a file that is not there", () => [join(folder, "bestaat-niet.csv"), "--body", "lloyds"]],
    ["a folder for a file", () => [join(folder, "in"), "--body", "lloyds"]],
    ["a catalogue that is not there", () => [join(folder, "fout.csv"), "--body", "lloyds", "--normenkader", join(folder, "bestaat-niet")]],
    ["a catalogue that is a file", () => [join(folder, "fout.csv"), "--body", "lloyds", "--normenkader", join(folder, "een-bestand")]],
    ["an option that does not exist", () => [join(folder, "fout.csv"), "--body", "lloyds", "--snel"]],
  ])("ends with 2 for %s", async (_, args) => {
    expect(await check(...args())).toBe(2);
  });
});

describe("the command line", () => {
  it.each([
    [["--once", "--out", "uit"], "--in ontbreekt"],
    [["--once", "--in", "in"], "--out ontbreekt"],
    [["--in", "in"], "--in hoort bij --once"],
    [["--once", "--in", "in", "--out", "uit", "--reference-date", "2024-02-30"], "--reference-date 2024-02-30 is geen datum"],
    [["--once", "--in", "in", "--out", "uit", "--snel"], "--snel"],
    [["--once", "--in", "in", "--out", "uit", "nog-iets"], "nog-iets"],
    [["--port", "99999"], "--port 99999 is geen poort"],
  ])("%j is wrong use: %s", (args, message) => {
    expect(() => readArguments(args, root)).toThrow(WrongUse);
    expect(() => readArguments(args, root)).toThrow(message);
  });
});
