import fc from "fast-check";
import { expect, it } from "vitest";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import type { PortalData } from "../../portal/data.ts";
import { delivery, executions, figure, flagged, frameworkTitles, madeUpData, publication } from "./made-up.ts";
import { finding, receipt } from "./made-up-receipts.ts";
import { type PageText, read } from "./page-text.ts";
import { sampleScores } from "./sample-scores.ts";

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
    reportTexts: async () => ({ trends: [{ theme: "wachttijden", direction: "stable", text }], explanations: [] }),
    frameworks: async () => frameworkTitles.map((titles) => ({ ...titles, title: text, categories: [{ code: text, title: text }] })),
    scores: async () => scoresWith(text),
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

/** The scores of the samples under a catalogue in which every title is that text. */
async function scoresWith(title: string): Promise<CountedScores> {
  const scores = await sampleScores();
  const { frameworks, competencies, themes } = scores.catalogue;
  const titled = <Part extends { readonly title: string }>(part: Part): Part => ({ ...part, title });
  return {
    ...scores,
    catalogue: {
      ...scores.catalogue,
      frameworks: frameworks.map((framework) => ({
        ...framework,
        norms: framework.norms.map(titled),
        categories: framework.categories.map(titled),
      })),
      competencies: competencies.map(titled),
      themes: themes.map(titled),
    },
  };
}

/** All elements but the lines of text in a drawing: a long title takes more of them than a short one. */
const shapeOf = ({ structure }: PageText): readonly string[] => structure.filter((element) => !/^ *text /.test(element));

const pages = [
  "/overzicht",
  "/aanleveringen",
  "/aanleveringen/ciio/A-2026-0001",
  "/uitvoeringen",
  "/normen?label=KSW&variant=wijkteam&competentie=C03",
  "/normen/KSW/wijkteam/2021/D02",
  "/vergelijken",
  "/vergelijken/labels",
  "/vergelijken/varianten",
  "/zelfevaluatie",
  "/verbeterpunten",
  "/planning",
  "/competenties",
  "/trends",
  "/dias",
];

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
    expect(shapeOf(page), path).toEqual(shapeOf(harmless));
    expect(page.text, path).toContain(hostile.replace(/\s+/g, " ").slice(0, 12));
  }
});

it("no text whatever adds, removes or changes an element", async () => {
  // Control characters and lone surrogates cannot stand in XML, with which the pages are read here.
  const text = fc
    .string({ unit: fc.constantFrom(..."<>\"'&/=;!-[]?#% \\`aé😀", "script", "&#", "-->"), minLength: 1, maxLength: 12 })
    .filter((some) => some.trim() !== "");
  const harmless = new Map(await Promise.all(pages.map(async (path) => [path, shapeOf(await read(worldOf("gewoon"), path))] as const)));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...pages), async (some, path) => {
      expect(shapeOf(await read(worldOf(some), path))).toEqual(harmless.get(path));
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
    "/vergelijken?zoek=",
    "/vergelijken?a-van=",
    "/vergelijken?b-instelling=",
    "/vergelijken/labels?a=",
    "/vergelijken/varianten?label=",
    "/vergelijken/varianten?b=",
    "/zelfevaluatie?zoek=",
    "/zelfevaluatie?soort=",
    "/verbeterpunten?instelling=",
    "/verbeterpunten?zoek=",
    "/planning?maanden=",
    "/planning?a=",
    "/competenties?variant=",
    "/trends?thema=",
    "/dias?norm=",
    "/dias/normen.pptx?norm=",
    "/normen?zoek=",
    "/normen?signaal=",
    "/normen?van=",
    "/normen/KSW/basis/2019/O19?instelling=",
    "/normen/KSW/basis/2019/",
    "/nergens/",
  ]) {
    const page = await read(madeUpData(), `${path}${encodeURIComponent(hostile)}`);
    expect(page.html, path).not.toContain("<script");
  }
});
