import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { reportFiles } from "../../core/figures/yearly-report/published.ts";
import { isFormulaLike } from "./formula-like.ts";
import { publishedInMemory } from "./in-memory.ts";
import { madeUpData, nothingYet, publication } from "./made-up.ts";
import { read, readAnswer } from "./page-text.ts";
import { type OpenPortal, openWith, person } from "./signed-in.ts";

const policy = person("policy");
const NOW = Date.parse("2026-11-25T10:00:00.000Z");
const KSW_2025 = "/jaarrapport?label=KSW&jaar=2025";

/** What the form of the page holds. */
async function form(portal: OpenPortal, path = KSW_2025): Promise<Record<string, string>> {
  const { html } = await readAnswer(await portal.ask(path, {}, policy));
  const part = /<form method="post" action="\/jaarrapport.*?<\/form>/s.exec(html)?.[0] ?? "";
  const hidden = [...part.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
  return { ...Object.fromEntries(hidden), gelezen: "ja" };
}

const publish = async (portal: OpenPortal, path?: string) => portal.send("/jaarrapport/publiceren", await form(portal, path), policy);

describe("the page of the yearly report", () => {
  it("says which norm nobody meets, how many organisations counted, and how it was counted", async () => {
    const { text } = await read(madeUpData(), KSW_2025);
    for (const said of [
      "Aan 1 norm voldoet niemand",
      "Op 31-12-2025 telden 117 organisaties mee",
      "Geen van de 85 organisaties voldoet.",
      "Hooguit 5 van de 85 organisaties voldoen.",
      "Ten minste 112 van de 117 organisaties voldoen, maar niet alle.",
      "Hoe er geteld is",
      "Wat u hieruit niet kunt opmaken",
    ])
      expect(text).toContain(said);
  });

  it("is of the last year that is over, of the first label, when nothing was chosen; what it does not know it passes over", async () => {
    expect((await read(madeUpData(), "/jaarrapport")).all("h1")).toEqual(["Jaarrapport 2025: KSW"]);
    expect((await read(madeUpData(), "/jaarrapport?label=XYZ&jaar=1900")).all("h1")).toEqual(["Jaarrapport 2025: KSW"]);
    expect((await read(madeUpData(), "/jaarrapport?label=NVVK&jaar=2026")).text).toContain(
      "Dit is een voorlopig rapport: het jaar 2026 is nog niet om.",
    );
  });

  it("says so when there are no figures yet", async () => {
    expect((await read(nothingYet(), "/jaarrapport")).text).toContain("Er zijn nog geen cijfers");
  });

  it("names no certifying body and no organisation", async () => {
    const { text } = await read(madeUpData(), KSW_2025);
    const { bodies, organisations } = await madeUpData().catalogue();
    const names = [...[...bodies.values()].map(({ name }) => name), ...organisations.map(({ name }) => name)];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });

  it("offers to publish to policy staff only", async () => {
    expect((await read(madeUpData(), KSW_2025)).text).toContain("Publiceer versie 1 van KSW 2025");
    expect((await read(madeUpData(), KSW_2025, {}, person("committee"))).text).not.toContain("Publiceer versie");
  });
});

describe("the files of a report", () => {
  const file = async (name: string) =>
    openWith(madeUpData(), { now: () => NOW }).ask(`/jaarrapport/bestand?label=KSW&jaar=2025&bestand=${name}`);

  it("are there under a name that says what is in them; any other is not", async () => {
    expect((await file("jaarrapport.xlsx")).headers.get("Content-Disposition")).toContain("jaarrapport-KSW-2025.xlsx");
    expect(await (await file("jaarrapport.csv")).text()).toMatch(/^\uFEFF?label;normenkader;norm;jaar;beoordeeld;/);
    expect((await file("../latest.json")).status).toBe(404);
  });

  it("as a web page hold no script, no form, and nothing that is fetched from anywhere", async () => {
    const page = await readAnswer(await file("jaarrapport.html"));
    const fetched = /<script|<form|<link|<img|<iframe|@import|url\((?!["']?#)|\ssrc=|\son\w+=/i.exec(page.html);
    expect(fetched?.[0]).toBeUndefined();
    expect([...page.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).filter((href) => !href?.startsWith("#"))).toEqual([]);
    expect(page.html).toContain("default-src &#39;none&#39;; style-src &#39;sha256-");
    expect(page.text).toContain("versie 1, gepubliceerd op 25-11-2026");
  });

  it("hold no cell that a spreadsheet would run, whatever norms are called", async () => {
    const scores = (await madeUpData().scores())!;
    const hostile = {
      ...scores.catalogue,
      frameworks: scores.catalogue.frameworks.map((of) => ({
        ...of,
        norms: of.norms.map((norm) => ({ ...norm, title: "=cmd|'/c calc'!A1" })),
      })),
    };
    const portal = openWith(madeUpData({ scores: async () => ({ ...scores, catalogue: hostile }) }));
    const zip = await (await portal.ask("/jaarrapport/bestand?label=NVVK&jaar=2025&bestand=open-data.zip")).arrayBuffer();
    const csv = strFromU8(unzipSync(new Uint8Array(zip))["normen.csv"]!);
    expect(csv).toContain("'=cmd");
    expect(isFormulaLike(csv)).toBe(false);
  });

  it("for research are a ZIP with other names each time, and of a known label only", async () => {
    const portal = openWith(madeUpData());
    const names = async () => {
      const zip = await (await portal.ask("/jaarrapport/onderzoek.zip?label=NVVK")).arrayBuffer();
      return strFromU8(unzipSync(new Uint8Array(zip))["toetsen.csv"]!);
    };
    expect(await names()).not.toBe(await names());
    expect((await portal.ask("/jaarrapport/onderzoek.zip?label=XYZ")).status).toBe(404);
  });
});

describe("publishing a report", () => {
  it("gives it an address that everybody can read, with its files; before that there is none", async () => {
    const portal = openWith(madeUpData(), { now: () => NOW });
    expect((await portal.ask("/openbaar/jaarrapport/KSW/2025", {}, null)).status).toBe(404);
    expect((await readAnswer(await portal.ask("/openbaar/jaarrapport", {}, null))).text).toContain(
      "Er is nog geen jaarrapport gepubliceerd.",
    );
    const answer = await publish(portal);
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/jaarrapport?label=KSW&jaar=2025#gepubliceerd"]);
    const page = await readAnswer(await portal.ask("/openbaar/jaarrapport/KSW/2025", {}, null));
    expect(page.all("h1")).toEqual(["Jaarrapport 2025: KSW"]);
    for (const name of reportFiles) expect((await portal.ask(`/openbaar/jaarrapport/KSW/2025/1/${name}`, {}, null)).status).toBe(200);
    for (const none of ["KSW/2025/2/jaarrapport.csv", "KSW/2025/1/geheim.txt", "KSW/2024", "NVVK/2025", "KSW/0x7e9"]) {
      expect([none, (await portal.ask(`/openbaar/jaarrapport/${none}`, {}, null)).status]).toEqual([none, 404]);
    }
    expect((await readAnswer(await portal.ask("/openbaar/jaarrapport", {}, null))).text).toContain("KSW 2025, versie 1");
  });

  it("is served as a document that may do nothing, under its own policy, with its title and language", async () => {
    const portal = openWith(madeUpData());
    await publish(portal);
    const answer = await portal.ask("/openbaar/jaarrapport/KSW/2025", {}, null);
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const policyOf = answer.headers.get("Content-Security-Policy")!;
    expect(policyOf).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*; sandbox; frame-ancestors 'none'$/);
    const text = await answer.text();
    expect(text).toMatch(/^<!doctype html><html lang="nl">.*<title>Jaarrapport 2025: KSW<\/title>/s);
    const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)![1]!.replaceAll("&#39;", "'");
    expect(policyOf.startsWith(own)).toBe(true);
  });

  it("twice from one page publishes once; without the tick nothing", async () => {
    const portal = openWith(madeUpData());
    const filled = await form(portal);
    const sent = [
      await portal.send("/jaarrapport/publiceren", filled, policy),
      await portal.send("/jaarrapport/publiceren", filled, policy),
    ];
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect((await readAnswer(await portal.ask("/openbaar/jaarrapport", {}, null))).text).not.toContain("versie 2");
    const { gelezen: _, ...unread } = await form(portal, "/jaarrapport?label=KSW&jaar=2024");
    const refused = await portal.send("/jaarrapport/publiceren", unread, policy);
    expect([refused.status, (await refused.text()).includes("Zet eerst het vinkje")]).toEqual([400, true]);
  });

  it("on a page from before somebody else published, or before there were new figures, is refused", async () => {
    const published = publishedInMemory();
    let run = "een";
    const portal = openWith(madeUpData({ publication: async () => publication({ run }) }), {}, { published });
    const old = await form(portal);
    run = "twee";
    const late = await portal.send("/jaarrapport/publiceren", old, policy);
    expect([late.status, (await late.text()).includes("Intussen zijn er nieuwe cijfers")]).toEqual([409, true]);
    const before = await form(portal);
    await publish(portal, "/jaarrapport?label=KSW&jaar=2024");
    expect((await portal.send("/jaarrapport/publiceren", before, policy)).status).toBe(409);
    expect((await published.list()).map(({ year }) => year)).toEqual([2024]);
  });

  it("again adds a version that says what it replaces; the first stays as it was, to the byte", async () => {
    let now = NOW;
    let run = "een";
    const portal = openWith(madeUpData({ publication: async () => publication({ run }) }), { now: () => now });
    await publish(portal);
    const bytes = async (version: number) =>
      (await portal.ask(`/openbaar/jaarrapport/KSW/2025/${version}/jaarrapport.html`, {}, null)).text();
    const first = await bytes(1);
    now += 86_400_000;
    run = "twee";
    await publish(portal);
    expect(await bytes(1)).toBe(first);
    expect(await bytes(2)).toContain("Deze versie vervangt versie 1 van 25-11-2026.");
    const list = (await readAnswer(await portal.ask("/openbaar/jaarrapport", {}, null))).text;
    expect(list).toContain("KSW 2025, versie 1");
    expect(list).toContain("vervangen door een nieuwere versie");
    expect(list).not.toContain("Pers policy");
  });

  it("of something that is no report publishes nothing", async () => {
    const published = publishedInMemory();
    const portal = openWith(madeUpData(), {}, { published });
    const filled = await form(portal);
    const wrongs: readonly Readonly<Record<string, string>>[] = [{ label: "XYZ" }, { jaar: "1900" }, { jaar: "" }];
    for (const wrong of wrongs) await portal.send("/jaarrapport/publiceren", { ...filled, ...wrong }, policy);
    expect(await published.list()).toEqual([]);
  });
});
