/** The delivery template opened and saved by LibreOffice: a spreadsheet program that is not ours understands all of it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryTemplate } from "../../core/template/delivery-template.ts";
import { fillIn } from "../core/template/fill-in.ts";
import { readBack, xmlParts } from "../core/workbook/read-back.ts";
import { shippedCatalogue } from "../portal/scripts/deliveries.ts";
import { findLibreOffice } from "./libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "normenmonitor-libreoffice-"));
let template: Uint8Array;
let saved: Uint8Array;

/** Opens a workbook and saves it again. A profile of its own, so that a LibreOffice that is open does not answer in its place. */
function openAndSave(bytes: Uint8Array): Uint8Array {
  writeFileSync(join(folder, "sjabloon.xlsx"), bytes);
  const options = ["--headless", `-env:UserInstallation=file://${join(folder, "profile")}`, "--convert-to", "xlsx:Calc MS Excel 2007 XML"];
  execFileSync(findLibreOffice()!, [...options, "--outdir", join(folder, "out"), join(folder, "sjabloon.xlsx")], { timeout: 90_000 });
  return new Uint8Array(readFileSync(join(folder, "out", "sjabloon.xlsx")));
}

beforeAll(async () => {
  template = deliveryTemplate(await shippedCatalogue(), { label: "NVVK", variant: "basis", version: "2021", layout: "long" })!;
  const row = ["2024-017", "nieuw", "01234567", "Stichting Het Baken", "NVVK", "basis", "2021", "eerste toets", 45_365];
  // Norm 1.10 and the KvK number are what a spreadsheet likes to turn into numbers.
  saved = openAndSave(fillIn(template, { rows: { 1: [[...row, null, null, null, null, null, null, "1.1", "voldoet"]] } }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheetsOf = (bytes: Uint8Array) => {
  const parts = xmlParts(bytes);
  return [1, 2, 3, 4, 5].map((number) => parts[`xl/worksheets/sheet${number}.xml`] ?? "");
};
const count = (xml: string, element: string): number => xml.split(`<${element} `).length - 1;

describe("LibreOffice opens the template, and when it has saved it", () => {
  test("every cell still says what it said, codes and numbers as text and the date as a date", () => {
    const [header, row] = readBack(saved).rows.filter(({ sheet }) => sheet === "Toetsen");
    expect(header?.cells).toEqual(readBack(template).rows[0]?.cells);
    expect(row?.cells.slice(0, 9)).toEqual([
      "2024-017",
      "nieuw",
      "01234567",
      "Stichting Het Baken",
      "NVVK",
      "basis",
      "2021",
      "eerste toets",
      "2024-03-14",
    ]);
    expect(row?.cells.slice(15, 17)).toEqual(["1.1", "voldoet"]);
    expect(row?.kinds.filter((kind) => kind !== 0)).toEqual([2]);
    const others = (bytes: Uint8Array) => readBack(bytes).rows.filter(({ sheet }) => ["Uitleg", "Normen", "Keuzelijsten"].includes(sheet));
    expect(others(saved).map(({ cells }) => cells.filter((cell) => cell !== ""))).toEqual(
      others(template).map(({ cells }) => cells.filter((cell) => cell !== "")),
    );
  });

  test("it has kept every choice list, what is said beside it and what is refused", () => {
    for (const i of [0, 1]) {
      const [before, after] = [sheetsOf(template)[i]!, sheetsOf(saved)[i]!];
      expect(count(after, "dataValidation")).toBe(count(before, "dataValidation"));
      for (const mark of ['type="list"', 'type="date"', "promptTitle=", "errorTitle="])
        expect(after.split(mark).length, mark).toBe(before.split(mark).length);
    }
  });

  // The frozen header is not looked at: without a window LibreOffice saves nothing of how a sheet is shown.
  test("it has kept the protection and the hidden lists", () => {
    for (const xml of sheetsOf(saved).slice(0, 2)) {
      expect(xml).toMatch(/<sheetProtection [^>]*sheet="(1|true)"/);
    }
    expect(xmlParts(saved)["xl/workbook.xml"]).toMatch(/<sheet name="Keuzelijsten"[^>]*state="hidden"/);
  });
});
