import { expect, it } from "vitest";
import { base } from "../core/framework-draft/drafts.ts";
import { draftsInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { madeUpDraft } from "./made-up-draft.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const draft = { ...madeUpDraft(), title: base.title, revision: 1 };
const portal = openWith(madeUpData(), {}, { drafts: draftsInMemory([draft]) });

/** Pages, each as somebody who may open it. */
const pages = [
  ["/overzicht", person("policy")],
  ["/normen", person("policy")],
  ["/normen/KSW/wijkteam/2021/D02", person("policy")],
  ["/besluiten", person("policy")],
  ["/cijfers", person("policy")],
  ["/vergelijken", person("policy")],
  ["/vergelijken/labels", person("policy")],
  ["/vergelijken/varianten", person("policy")],
  ["/zelfevaluatie", person("policy")],
  ["/zelfevaluatie?soort=eerste-toets", person("policy")],
  ["/verbeterpunten", person("committee")],
  ["/planning", person("committee")],
  ["/competenties", person("policy")],
  ["/trends", person("policy")],
  ["/jaarrapport", person("policy")],
  ["/openbaar/jaarrapport", person("body")],
  ["/dias", person("policy")],
  ["/spiegel", person("body")],
  ["/aanleveringen", person("policy")],
  ["/aanleveringen/ciio/A-2026-0192", person("policy")],
  ["/aanleveringen/dnv/A-2026-0196", person("policy")],
  ["/uitvoeringen", person("policy")],
  ["/aanleveren", person("body")],
  ["/mijn-aanleveringen", person("body")],
  ["/sjabloon", person("body")],
  ["/specificatie", person("body")],
  ["/beheer", person("administrator")],
  ["/normenkaders", person("policy")],
  ["/normenkaders/vergelijken?van=KSW/basis/2017&naar=KSW/basis/2019", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028", person("committee")],
  ["/normenkaders/concept/KSW/basis/2028/norm/4", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028/norm/nieuw", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028/samenvoegen", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028/gegevens", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028/bestand", person("policy")],
  ["/normenkaders/concept/KSW/basis/2028/publiceren", person("administrator")],
  ["/nergens", person("policy")],
  ["/beheer", person("policy")],
] as const;

/** Elements whose text is the portal's own. Texts of norms, files and receipts are data and stay as they are. */
const own = ["title", "h1", "h2", "h3", "label", "legend", "button", "caption", "summary", "dt", "option", "nav", "footer"];

/** Words that make a text Dutch. None of them is English. */
const dutch =
  /\b(de|het|een|van|niet|voor|naar|geen|alle|wordt|worden|deze|zijn|bij|uit|aan|nog|wat|wie|welke|toon|zoek|nieuw|normen|rapporten|aanlevering(en)?|instelling(en)?|beoordeeld|voldoet|peildatum|toets(en)?|organisaties?)\b/i;

it.each(pages)("%s speaks English when asked to, for %o", async (path, user) => {
  const page = await readAnswer(await portal.ask(path, { headers: { Cookie: "taal=en" } }, user));
  expect(page.html).toContain('<html lang="en">');
  // Also in its charts: 8.2%, no 8,2%.
  expect(page.text).not.toMatch(/\d,\d{1,2}%/);
  const data = await dataTexts();
  const headers = [...page.html.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map(([, text = ""]) => `th: ${text}`);
  const left = [...headers, ...own.flatMap((name) => page.all(name).map((text) => `${name}: ${text}`))]
    .map((text) => data.reduce((rest, known) => rest.replaceAll(known, ""), text.replace("Lees in het Nederlands", "")))
    .filter((text) => dutch.test(text));
  expect(left).toEqual([]);
});

/** Texts of the catalogue, the longest first, and groups of people as the sign-in service has them. */
async function dataTexts(): Promise<readonly string[]> {
  const { frameworks, competencies, themes } = await madeUpData().catalogue();
  const titled = [
    ...frameworks,
    ...frameworks.flatMap(({ categories, norms }) => [...categories, ...norms]),
    ...competencies,
    ...themes,
    ...draft.norms,
  ];
  const titles = titled.map(({ title }) => title);
  return [...titles, ...titles.map((title) => title.replace(/\s*\(voorbeeldcatalogus[^)]*\)/, ""))].sort((a, b) => b.length - a.length);
}

it("the choice stays with the reader, and leads back to the page", async () => {
  const answer = await portal.ask("/taal/en?terug=%2Fnormen%3Flabel%3DKSW");
  expect(answer.headers.get("Location")).toBe("/normen?label=KSW");
  expect(answer.headers.getSetCookie()[0]).toContain("taal=en");
  expect((await portal.ask("/taal/nl")).headers.getSetCookie()[0]).toMatch(/taal=;.*Max-Age=0/);
  expect((await portal.ask("/taal/fr")).headers.getSetCookie()).toEqual([]);
});
