import { describe, expect, it } from "vitest";
import { heatMapOverFrameworks } from "../../core/figures/selected/heat-maps.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { readSelection } from "../../core/figures/selected/read-selection.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { frameworkLines } from "../../portal/pages/competencies/figures.tsx";
import { madeUpData } from "./made-up.ts";
import { read, readAnswer } from "./page-text.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith } from "./signed-in.ts";

const counted = await sampleScores();

/** The addresses of the cells of a page, with what each says. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<a href="(\/normen\?[^"]+)" aria-label="([^"]+)"/g)].map(([, href = "", label = ""]) => ({
    fields: new URL(href.replaceAll("&amp;", "&"), "http://page").searchParams,
    label,
  }));

describe("the heat maps of competencies", () => {
  it("begin with the lowest of the newest frameworks, and say in one sentence what a share is", async () => {
    const map = heatMapOverFrameworks(counted, everythingOf("KSW"), "competentie");
    const newest = map.columns.map(({ variant }, i) => map.columns.findLastIndex((other) => other.variant === variant) === i);
    const cells = frameworkLines(map).flatMap(({ name, cells }) =>
      cells.flatMap(({ share }, i) => (newest[i] && share !== null ? [{ name, share }] : [])),
    );
    const lowest = cells.toSorted((one, other) => one.share - other.share)[0]!;
    const { all, text } = await read(madeUpData(), "/competenties?label=KSW");
    expect(all("h1")[0]).toContain(lowest.name.slice(4));
    expect(text).toContain("van elke organisatie het deel van haar beoordeelde normen waaraan zij voldoet");
  });

  it("have a cell for each framework in the row of a competency, also where its norms changed", () => {
    const map = heatMapOverFrameworks(counted, everythingOf("KSW"), "competentie");
    const lines = frameworkLines(map);
    expect(lines.map(({ code }) => code)).toEqual(map.rows.map(({ code }) => code));
    map.rows.forEach(({ lines: own }, row) => {
      map.columns.forEach((framework, column) => {
        const line = own.find(({ frameworks }) => frameworks.includes(framework));
        expect(lines[row]!.cells[column]!.share).toBe(line ? line.cells[column]!.share : null);
      });
    });
  });

  it("lead from every cell to the norms behind it, of the reports of its column", async () => {
    const { html } = await read(madeUpData(), "/competenties?label=KSW&telling=soepel");
    const cells = cellsOf(html);
    expect(cells.length).toBeGreaterThan(30);
    for (const { fields, label } of cells) {
      const code = label.match(/\bC\d\d\b/)?.[0];
      expect(fields.get("competentie")).toBe(code);
      expect(fields.get("telling")).toBe("soepel");
      const selection = readSelection((name) => fields.getAll(name), counted);
      expect(selection.competency).toBe(code);
      expect(
        normRows(counted, selection).rows.some(({ counts }) => counts.judged > 0),
        label,
      ).toBe(true);
    }
    const periods = cells.filter(({ fields }) => fields.has("van"));
    expect(periods.every(({ fields, label }) => label.includes(`, ${fields.get("van")?.slice(0, 4)}`))).toBe(true);
  });

  it("count leniently when asked, and say so", async () => {
    const strict = await read(madeUpData(), "/competenties?label=KSW");
    const lenient = await read(madeUpData(), "/competenties?label=KSW&telling=soepel");
    expect(strict.text).toContain("Alleen voldoet telt; voldoet deels niet.");
    expect(lenient.text).toContain("Voldoet deels telt hier mee als voldoet.");
  });

  it("are of categories when asked, per half-year when asked", async () => {
    const { text, html } = await read(madeUpData(), "/competenties?label=KSW&niveau=categorie&per=halfjaar");
    expect(text).toContain("Categorieën per normenkader");
    expect(text).toContain("2024-H1");
    const half = cellsOf(html).find(({ label }) => label.includes("2024-H2"))!;
    expect([half.fields.get("van"), half.fields.get("tot")]).toEqual(["2024-07-01", "2024-12-31"]);
    expect(half.fields.get("categorie")).toMatch(/^[A-Z]/);
  });

  it("say in the language of the page why a line breaks", async () => {
    const path = "/competenties?label=KSW&niveau=categorie";
    expect((await read(madeUpData(), path)).text).toMatch(/; breuk bij KSW\/basis\/2019: \d+ normen/);
    const english = await readAnswer(await openWith(madeUpData()).ask(path, { headers: { Cookie: "taal=en" } }));
    expect(english.text).toMatch(/; break at KSW\/basis\/2019: \d+ norms added or changed, \d+ removed or changed/);
    expect(english.text).toContain("runs on: only the");
    expect(english.text).not.toMatch(/breuk|loopt door/);
  });

  it("say in words when a label has no competencies", async () => {
    const none = { ...counted, catalogue: { ...counted.catalogue, competencies: [] } };
    const { text, status } = await read(madeUpData({ scores: async () => none }), "/competenties?label=KSW");
    expect(status).toBe(200);
    expect(text).toContain("niet aan competenties gekoppeld");
  });

  it("come as files with the numbers of the table", async () => {
    const answer = await openWith(madeUpData()).ask("/competenties?label=KSW&figuur=per-normenkader&als=csv");
    const lines = (await answer.text()).trimEnd().split("\r\n");
    const map = heatMapOverFrameworks(counted, everythingOf("KSW"), "competentie");
    expect(lines.length).toBe(1 + map.rows.length * map.columns.length);
  });
});
