import { describe, expect, it } from "vitest";
import { reportedThemes } from "../../core/figures/selected/reported-themes.ts";
import { selectedReports } from "../../core/figures/selected/selected-reports.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { mainDirection, mentionsOf, mostReportedFirst } from "../../core/figures/selected/theme-scores.ts";
import { madeUpData } from "./made-up.ts";
import { read } from "./page-text.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith } from "./signed-in.ts";

const counted = await sampleScores();
const found = reportedThemes(selectedReports(counted, everythingOf("KSW")).source, counted.catalogue);
const [first] = mostReportedFirst(found.themes);

describe("reported trends", () => {
  it("begin with the theme that is reported most, and say of how many reports", async () => {
    const { all, text } = await read(madeUpData(), "/trends?label=KSW");
    const reports = found.periods.reduce((sum, one) => sum + one.reports, 0);
    expect(all("h1")[0]).toContain(first!.title);
    expect(all("h1")[0]).toContain(`${mentionsOf(first!.total)} meldingen`);
    expect(text).toContain(`van de ${reports} rapporten melden een trend`);
  });

  it("stand beside the norms that the theme is about, in words that call nothing right or wrong", async () => {
    const { all, html } = await read(madeUpData(), "/trends?label=KSW");
    const row = all("tr").findLast((one) => one.startsWith("Wachttijden"))!;
    expect(row).toContain("D02");
    expect(row).toMatch(/voldoet \(\d+ van \d+\); (geen duidelijk verschil|duidelijk lager|duidelijk hoger)/);
    expect(row).toMatch(/procentpunt \(95%-interval/);
    expect(html).toContain('href="/trends?label=KSW&amp;per=jaar&amp;thema=wachttijden#thema"');
  });

  it("have the texts of the reports of one theme, and only those about it", async () => {
    const { text } = await read(madeUpData(), "/trends?label=KSW&thema=wachttijden");
    const theme = found.themes.find(({ key }) => key === "wachttijden")!;
    for (const { reference } of theme.reports.slice(0, 10))
      expect(text).toContain(`In rapport ${reference} staat dat mensen langer wachten.`);
    const other = await read(madeUpData(), "/trends?label=KSW&thema=personeelstekort");
    expect(other.text).not.toContain("langer wachten");
    expect(other.text).toContain("zonder toelichting");
  });

  it("take a word of a body for the theme that it is today", async () => {
    const texts = async () => ({
      trends: [{ theme: "Lange Wachttijden", direction: "increasing", text: "eigen woord" } as const],
      explanations: [],
    });
    expect((await read(madeUpData({ reportTexts: texts }), "/trends?label=KSW&thema=wachttijden")).text).toContain("eigen woord");
  });

  it("say so when a report was withdrawn since the figures were made", async () => {
    const { text } = await read(madeUpData({ reportTexts: async () => undefined }), "/trends?label=KSW&thema=wachttijden");
    expect(text).toContain("Dit rapport is intussen ingetrokken.");
  });

  it("fetch a page of texts at a time", async () => {
    let asked = 0;
    const data = madeUpData({
      reportTexts: async () => {
        asked++;
        return { trends: [], explanations: [] };
      },
    });
    const { text } = await read(data, `/trends?label=KSW&thema=${first!.key}&pagina=2`);
    expect(text).toContain(`U ziet rapporten 11 tot en met`);
    expect(asked).toBe(Math.min(10, first!.reports.length - 10));
  });

  it("of one body are those of its reports", async () => {
    const { body } = first!.bodies[0]!;
    const of = reportedThemes(selectedReports(counted, { ...everythingOf("KSW"), body }).source, counted.catalogue);
    const { all } = await read(madeUpData(), `/trends?label=KSW&instelling=${body}`);
    expect(all("h1")[0]).toContain(mostReportedFirst(of.themes)[0]!.title);
  });

  it("say so when nobody reported any", async () => {
    const { text, status } = await read(madeUpData(), "/trends?label=KSW&tot=2010");
    expect([status, text]).toEqual([200, expect.stringContaining("Er zijn geen trends gemeld")]);
  });

  it("come as a file, a row per theme and norm", async () => {
    const answer = await openWith(madeUpData()).ask("/trends?label=KSW&figuur=melding-en-score&als=csv");
    const lines = (await answer.text()).trimEnd().split("\r\n").slice(1);
    expect(lines.length).toBe(found.themes.reduce((sum, { norms }) => sum + Math.max(1, norms.length), 0));
  });
});

describe("the direction of a theme", () => {
  it("is the one of more than half of the mentions, if any", () => {
    expect(mainDirection({ increasing: 3, stable: 1, decreasing: 1 })).toBe("increasing");
    expect(mainDirection({ increasing: 2, stable: 1, decreasing: 1 })).toBeNull();
    expect(mainDirection({ increasing: 0, stable: 0, decreasing: 0 })).toBeNull();
    expect(mainDirection({ increasing: 0, stable: 0, decreasing: 1 })).toBe("decreasing");
  });
});
