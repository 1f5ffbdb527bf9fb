/** The slides opened by LibreOffice: a presentation program that is not ours understands all of it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { madeUpData } from "../portal/made-up.ts";
import { openWith } from "../portal/signed-in.ts";
import { type ReadPptx, readPptx } from "../portal/slides/read-pptx.ts";
import { findLibreOffice } from "./libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "normenmonitor-libreoffice-slides-"));
const addresses = ["KSW/basis/2019/D06", "KSW/basis/2019/D14", "NVVK/basis/2021/3.2"];
let before: ReadPptx;
let after: ReadPptx;
let pdf: string;

/** A profile of its own, so that a LibreOffice that is open does not answer in its place. */
function convert(to: string): void {
  const options = ["--headless", `-env:UserInstallation=file://${join(folder, "profile")}`, "--convert-to", to];
  execFileSync(findLibreOffice()!, [...options, "--outdir", join(folder, "out"), join(folder, "normen.pptx")], { timeout: 90_000 });
}

beforeAll(async () => {
  const query = addresses.map((address) => `norm=${encodeURIComponent(address)}`).join("&");
  const answer = await openWith(madeUpData()).ask(`/dias/normen.pptx?${query}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  before = readPptx(bytes);
  writeFileSync(join(folder, "normen.pptx"), bytes);
  convert("pptx:Impress MS PowerPoint 2007 XML");
  convert("pdf");
  after = readPptx(new Uint8Array(readFileSync(join(folder, "out", "normen.pptx"))));
  pdf = readFileSync(join(folder, "out", "normen.pdf"), "latin1");
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("LibreOffice opens the slides", () => {
  test("every slide is a page", () => {
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1 + addresses.length);
  });

  test("and when it has saved them, charts still are charts with the same numbers", () => {
    const numbers = ({ charts }: ReadPptx) =>
      charts
        .map(({ kind, series }) => [kind, series.map(({ values }) => [...values].map(([at, value]) => [at, Math.round(value * 1e6)]))])
        .map((one) => JSON.stringify(one))
        .sort();
    expect(numbers(after)).toEqual(numbers(before));
  });
});
