import { describe, expect, it } from "vitest";
import type { Decision } from "../../core/decisions.ts";
import { decisionsInMemory } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { openWith, person } from "./signed-in.ts";

const D02 = "/normen/KSW/wijkteam/2021/D02";
const committee = person("committee");

function opened(known: readonly Decision[] = []) {
  const decisions = decisionsInMemory(known);
  const portal = openWith(madeUpData(), { now: () => Date.parse("2026-11-25T10:00:00Z") }, { decisions });
  const decide = async (fields: Record<string, string>, path = D02) => portal.send(`${path}/besluit`, fields, committee);
  const page = async (path = D02, as = committee) => readAnswer(await portal.ask(path, {}, as));
  return { decisions, decide, page };
}

const decision = (replaced: Partial<Decision> = {}): Decision => ({
  norm: "KSW/wijkteam/2021/D02",
  number: 1,
  kind: "amend",
  reason: "De termijn is niet haalbaar.",
  by: { id: "1", name: "Cor" },
  at: "2024-03-12T10:00:00.000Z",
  figures: { run: "r", referenceDate: "2024-03-01", met: 40, judged: 60, signals: ["VERSLECHTEREND"] },
  ...replaced,
});

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
    expect(text).toContain("aanpassen 25-11-2026 Tien dagen is niet haalbaar. Pers committee");
    expect(text).toContain("voldoen, peildatum 31-12-2025");
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
      expect((await readAnswer(answer)).text).toContain(sentence);
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
    expect(await decisions.list()).toHaveLength(1);
    expect((await decide({ besluit: "retire", reden: "Kan weg.", bekend: "1" })).status).toBe(303);
    expect((await decisions.list()).map(({ kind, number }) => [kind, number])).toEqual([
      ["keep", 1],
      ["retire", 2],
    ]);
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
  it("stays with the norm over versions of the framework, and is drawn in its charts", async () => {
    const { page } = opened([decision({ norm: "KSW/basis/2019/D02" })]);
    const { text, html } = await page();
    expect(text).toContain("De termijn is niet haalbaar.");
    expect(text).toContain("40 van 60 voldoen, peildatum 01-03-2024; steeds minder voldoen");
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
