import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import type { PortalData } from "../../portal/data.ts";
import { delivery, executions, figure, flagged, frameworkTitles, madeUpData, publication } from "./made-up.ts";
import { finding, receipt } from "./made-up-receipts.ts";
import { read } from "./page-text.ts";

/** The same small world with one text put wherever a text from outside can stand. */
function worldOf(text: string): PortalData {
  const row = figure({ norm: text, titel: text, categorie: text, competenties: text, voldoet_niet: 30, signalen: "NOOIT_GEHAALD" });
  const number = deliveryNumber("A-2026-0001");
  return madeUpData({
    figures: async () => [row],
    publication: async () =>
      publication({ run: text, catalogueVersion: text, flagged: [{ ...flagged(row), sentence: { nl: text, en: text } }] }),
    deliveries: async () => [delivery({ number, body: bodyCode("ciio"), file: text })],
    bodies: async () => new Map([["ciio", text]]),
    frameworks: async () => frameworkTitles.map((titles) => ({ ...titles, title: text, categories: [{ code: text, title: text }] })),
    executions: async () => executions().map((one) => ({ ...one, name: text, error: one.error && text })),
    receipt: async () =>
      receipt({
        delivery: number,
        file: text,
        statusText: text,
        summary: [text],
        reports: [{ reference: text, label: text, outcome: "rejected" }],
        findings: [finding({ sheet: text, columnName: text, value: text, message: text, fix: text })],
      }),
  });
}

const pages = ["/overzicht", "/aanleveringen", "/aanleveringen/ciio/A-2026-0001", "/uitvoeringen"];

it.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</title></code></bdi><svg onload=alert(1)>",
  "&lt;script&gt; &amp; &#60;",
  "javascript:alert(1)",
  "]]> <!-- <?xml ?>",
])("%s stays a text wherever it stands", async (hostile) => {
  for (const path of pages) {
    const [page, harmless] = [await read(worldOf(hostile), path), await read(worldOf("gewoon"), path)];
    expect(page.structure, path).toEqual(harmless.structure);
    expect(page.text, path).toContain(hostile.replace(/\s+/g, " ").slice(0, 12));
  }
});

it("no text whatever adds, removes or changes an element", async () => {
  // Control characters and lone surrogates cannot stand in XML, with which the pages are read here.
  const text = fc
    .string({ unit: fc.constantFrom(..."<>\"'&/=;!-[]?#% \\`aé😀", "script", "&#", "-->"), minLength: 1, maxLength: 12 })
    .filter((some) => some.trim() !== "");
  const harmless = new Map(await Promise.all(pages.map(async (path) => [path, (await read(worldOf("gewoon"), path)).structure] as const)));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...pages), async (some, path) => {
      expect((await read(worldOf(some), path)).structure).toEqual(harmless.get(path));
    }),
    { numRuns: 150 },
  );
});

it("what a reader types comes back as text", async () => {
  const hostile = '"><script>alert(1)</script>';
  for (const path of [
    "/overzicht?zoek=",
    "/overzicht?kader=",
    "/overzicht?signaal=",
    "/aanleveringen?instelling=",
    "/uitvoeringen?machine=",
    "/nergens/",
  ]) {
    const page = await read(madeUpData(), `${path}${encodeURIComponent(hostile)}`);
    expect(page.html, path).not.toContain("<script");
  }
});
