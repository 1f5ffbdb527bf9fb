import { describe, expect, it } from "vitest";
import type { Decision } from "../../core/decisions.ts";
import { decisionsInMemory } from "./in-memory.ts";
import { decision, madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const D02 = "/normen/KSW/wijkteam/2021/D02";
const committee = person("committee");

function opened(known: readonly Decision[] = []) {
  const decisions = decisionsInMemory(known);
  const portal = openWith(madeUpData(), { now: () => Date.parse("2026-11-25T10:00:00Z") }, { decisions });
  const page = async (path = D02, as = committee) => readAnswer(await portal.ask(path, {}, as));
  /** Sends the form of the page as it is now, with `fields` filled in or replaced. */
  const decide = async (fields: Record<string, string>, path = D02) => {
    const { html } = await page(path);
    const cijfers = /name="cijfers" value="([^"]*)"/.exec(html)?.[1] ?? "";
    return portal.send(`${path}/besluit`, { cijfers, ...fields }, committee);
  };
  return { decisions, decide, page, portal };
}

describe("the committee", () => {
  it("decides about a norm, with a reason, on the figures that it saw", async () => {
    const { decisions, decide, page } = opened();
    expect((await page()).text).toContain("Over deze norm is nog niets besloten.");
    const answer = await decide({ besluit: "amend", reden: "Tien dagen is niet haalbaar.", bekend: "0" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${D02}#besluiten`]);
    const [made] = await decisions.list();
    expect(made).toMatchObject({ norm: "KSW/wijkteam/2021/D02", number: 1, kind: "amend", by: { name: "Pers committee" } });
    expect(made?.figures.judged).toBeGreaterThan(50);
    const { text } = await page();
    expect(text).toMatch(/\d+ van de \d+ organisaties voldoen, peildatum 31-12-2025/);
    expect(text).toContain("aanpassen 25-11-2026 Tien dagen is niet haalbaar. Pers committee");
  });

  it("cannot decide without saying what and why, and nothing is recorded", async () => {
    const { decisions, decide } = opened();
    for (const [fields, sentence] of [
      [{ besluit: "amend", reden: "  " }, "Geef een reden. Er is niets vastgelegd."],
      [{ besluit: "verbieden", reden: "x" }, "Kies een besluit. Er is niets vastgelegd."],
      [{ reden: "x" }, "Kies een besluit. Er is niets vastgelegd."],
    ] as const) {
      const answer = await decide({ ...fields, bekend: "0" });
      expect(answer.status).toBe(400);
      const { text, html, all } = await readAnswer(answer);
      expect(text).toContain(sentence);
      expect(all("title")[0]).toMatch(/^Niet vastgelegd: D02/);
      // What was filled in is not lost.
      if (fields.reden === "x") expect(html).toMatch(/<textarea[^>]*>x<\/textarea>/);
      else expect(html).toMatch(/value="amend"[^>]* checked/);
    }
    expect(await decisions.list()).toEqual([]);
  });

  it("of two who decide at once, the second sees the first", async () => {
    const { decisions, decide } = opened();
    await decide({ besluit: "keep", reden: "Blijft nodig.", bekend: "0" });
    const late = await decide({ besluit: "retire", reden: "Kan weg.", bekend: "0" });
    expect(late.status).toBe(409);
    const { text } = await readAnswer(late);
    expect(text).toContain("Iemand anders heeft intussen over deze norm besloten");
    expect(text).toContain("Blijft nodig.");
    expect(text).toContain("Kan weg.");
    expect(await decisions.list()).toHaveLength(1);
    expect((await decide({ besluit: "retire", reden: "Kan weg.", bekend: "1" })).status).toBe(303);
    expect((await decisions.list()).map(({ kind, number }) => [kind, number])).toEqual([
      ["keep", 1],
      ["retire", 2],
    ]);
  });

  it("that sends a decision twice has decided once, and is not told that somebody else was first", async () => {
    const { decisions, decide } = opened();
    const twice = { besluit: "keep", reden: "Blijft nodig.\r\nOok in de wijk.", bekend: "0" };
    const answers = [await decide(twice), await decide(twice)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await decisions.list()).toHaveLength(1);
    expect((await decide({ ...twice, besluit: "retire" })).status).toBe(409);
  });

  it("looks again when the figures of the norm changed since it opened the page", async () => {
    const { decisions, decide } = opened();
    const answer = await decide({ besluit: "keep", reden: "Blijft nodig.", bekend: "0", cijfers: "1 2" });
    expect(answer.status).toBe(409);
    expect((await readAnswer(answer)).text).toContain("De cijfers van deze norm zijn veranderd sinds u de pagina opende.");
    expect(await decisions.list()).toEqual([]);
  });

  it("decides on the figures of all reports, whatever it chose to look at", async () => {
    const { page } = opened();
    const kept = (text: string) => /bewaren we de cijfers van alle rapporten: (.*?)\. Een besluit/.exec(text)?.[1];
    const [everything, part] = await Promise.all([page(), page(`${D02}?instelling=ciio`)]);
    expect(kept(everything.text)).toMatch(/^\d+ van de \d+ organisaties voldoen/);
    expect(kept(part.text)).toBe(kept(everything.text));
  });

  it("whose session ended while the page was open hears so, and how to keep what it wrote", async () => {
    const { portal, decisions } = opened();
    const body = new URLSearchParams({ besluit: "keep", reden: "Blijft nodig.", bekend: "0" });
    const answer = await portal.ask(`${D02}/besluit`, { method: "POST", body }, null);
    expect(answer.status).toBe(401);
    const { text, all } = await readAnswer(answer);
    expect(all("h1")).toEqual(["U bent niet meer aangemeld"]);
    expect(text).toContain("Ga terug en kopieer die eerst.");
    expect(await decisions.list()).toEqual([]);
  });

  it("that changes the language after a refused decision is on the page of the norm", async () => {
    const { portal } = opened();
    const answer = await portal.ask(`${D02}/besluit?figuur=nu`, {}, committee);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `${D02}?figuur=nu`]);
  });

  it("decides about norms that exist", async () => {
    const { decisions, decide } = opened();
    expect((await decide({ besluit: "keep", reden: "x", bekend: "0" }, "/normen/KSW/basis/2019/X99")).status).toBe(404);
    expect(await decisions.list()).toEqual([]);
  });

  it("keeps no telephone number or address of a person in a reason", async () => {
    const { decisions, decide } = opened();
    await decide({ besluit: "monitor", reden: "Bel 06-12345678 of mail jan@voorbeeld.nl", bekend: "0" });
    expect((await decisions.list())[0]?.reason).not.toMatch(/12345678|jan@/);
  });
});

describe("a decision", () => {
  it("is of the Dutch day that it was taken, in the table and in the charts", async () => {
    const { page } = opened([decision({ at: "2024-03-12T23:30:00.000Z" })]);
    const { text, html } = await page();
    expect(text).toContain("aanpassen 13-03-2024");
    expect(html).not.toContain("12-03-2024");
  });

  it("stays with the norm over versions of the framework, and is drawn in its charts", async () => {
    const { page } = opened([decision({ norm: "KSW/basis/2019/D02" })]);
    const { text, html } = await page();
    expect(text).toContain("De termijn is niet haalbaar.");
    expect(text).toContain("40 van de 60 organisaties voldoen, peildatum 01-03-2024; signaal: steeds minder voldoen");
    expect(html.match(/besluit: aanpassen/g)?.length).toBeGreaterThan(1);
  });

  it("is read by policy staff, who do not decide", async () => {
    const { page } = opened([decision()]);
    const { text, html } = await page(D02, person("policy"));
    expect(text).toContain("De termijn is niet haalbaar.");
    expect(html).not.toContain("/besluit");
  });

  it("stands beside the norm on the first screen", async () => {
    const { page } = opened([decision({ norm: "KSW/basis/2019/V15", kind: "clarify" })]);
    const { text } = await page("/overzicht");
    expect(text).toContain("Besluit: verduidelijken, 12-03-2024");
    expect(text).toContain("Nog niets besloten.");
  });
});

describe("the list of decisions", () => {
  it("has all of them, newest first, each with its norm, and as files", async () => {
    const known = [decision({ norm: "KSW/basis/2019/V15", kind: "clarify" }), decision({ at: "2025-01-02T10:00:00.000Z" })];
    const portal = openWith(madeUpData(), {}, { decisions: decisionsInMemory(known) });
    const page = await readAnswer(await portal.ask("/besluiten"));
    expect(page.all("h1")).toEqual(["2 besluiten over normen"]);
    expect(
      page
        .all("tr")
        .slice(1)
        .map((row) => /^KSW \S+ \d+ \S+/.exec(row)?.[0]),
    ).toEqual(["KSW wijkteam 2021 D02", "KSW basis 2019 V15"]);
    const [address = ""] = /\/besluiten\?[^"]*als=csv/.exec(page.html) ?? [];
    const csv = await (await portal.ask(address.replaceAll("&amp;", "&"))).text();
    expect(csv).toContain("aanpassen;02-01-2025;De termijn is niet haalbaar.;Cor;");
    expect(csv).toContain("40 van de 60 organisaties voldoen, peildatum 01-03-2024");
  });

  it("says so when there are none", async () => {
    expect((await readAnswer(await openWith(madeUpData()).ask("/besluiten"))).all("h1")).toEqual(["Er is nog niets besloten"]);
  });
});
