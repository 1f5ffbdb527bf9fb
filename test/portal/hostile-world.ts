/** A small world with one text wherever a text from outside can stand, and what a page of it may not change by it. */
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import type { PortalData } from "../../portal/data.ts";
import { delivery, executions, figure, flagged, frameworkTitles, madeUpData, publication } from "./made-up.ts";
import { finding, receipt } from "./made-up-receipts.ts";
import { type PageText, read } from "./page-text.ts";
import { sampleScores } from "./sample-scores.ts";

/** The same small world with one text put wherever a text from outside can stand. */
export function worldOf(text: string): PortalData {
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
export const shapeOf = ({ structure }: PageText): readonly string[] => structure.filter((element) => !/^ *text /.test(element));

export const pages = [
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
  "/jaarrapport?label=NVVK",
];

/** The shape of every page with a plain word for a text, by its path. */
export const harmlessShapes = async (): Promise<ReadonlyMap<string, readonly string[]>> =>
  new Map(await Promise.all(pages.map(async (path) => [path, shapeOf(await read(worldOf("gewoon"), path))] as const)));
