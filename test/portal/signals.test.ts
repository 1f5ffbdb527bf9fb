import { describe, expect, it } from "vitest";
import { madeUpData } from "./made-up.ts";
import { signal } from "./made-up-signals.ts";
import { read } from "./page-text.ts";

describe("the signals on the first page", () => {
  it("come after the answer, by kind, a sentence each, new or lasting", async () => {
    const { text, all } = await read(madeUpData(), "/overzicht");
    expect(all("h2").slice(0, 6)).toEqual([
      "Niemand voldoet",
      "Tot nu toe voldoet niemand",
      "Wat is er veranderd",
      "Wat te laat is",
      "Wat verder opvalt",
      "Verder",
    ]);
    expect(all("h3")).toEqual(
      expect.arrayContaining(["Bijna niemand voldoet", "Steeds minder organisaties voldoen", "Twee normen krijgen dezelfde score"]),
    );
    expect(text).toContain("van 82% naar 46%. Bij organisaties die opnieuw getoetst zijn: 6 beter, 21 slechter, 44 gelijk.");
    expect(text).toContain("nieuw KSW, alle varianten op de peildatum een jaar eerder was dit signaal er niet");
    expect(text).toContain("Geen signaal betekent niet dat er geen verschil is");
  });

  it("say since when nobody meets a norm, beside that norm", async () => {
    const { text } = await read(madeUpData(), "/overzicht");
    expect(text.match(/Aanhoudend: op elke jaarlijkse peildatum sinds 31-12-2019\./g)).toHaveLength(1);
  });

  it("say a thing once, though several views and both norms of a pair have it", async () => {
    const { text } = await read(madeUpData(), "/overzicht");
    expect(text).toContain("Bijna niemand: 1 van de 83.");
    expect(text).not.toContain("Bijna niemand: 1 van de 81.");
    expect(text.match(/30 van de 32 organisaties/g)).toHaveLength(1);
  });

  it("lead to the page of their norm, in its own framework; one that is not in the figures has its code alone", async () => {
    const { html } = await read(madeUpData(), "/overzicht");
    expect(html).toContain('href="/normen/KSW/wijkteam/2021/W04"');
    expect(html).toMatch(/<p class="norm"><b>X01<\/b><\/p>/);
  });

  it("show five of a kind and open the others with a click", async () => {
    const { html } = await read(madeUpData(), "/overzicht");
    expect(html).toContain("<summary>Nog 2 normen</summary>");
  });

  it("are left out when there are none, and by data that knows of none", async () => {
    for (const none of [madeUpData({ signals: async () => [] }), madeUpData({ signals: async () => [] })]) {
      const { text, html } = await read(none, "/overzicht");
      expect(text).not.toContain("Wat verder opvalt");
      expect(html).not.toContain("#signalen");
    }
  });

  it("show hostile words of a sentence as text", async () => {
    const hostile = signal({ norm: "<script>", signal: "VRIJWEL_NOOIT", nl: "<img src=x onerror=alert(1)>", view: "<b>/*/1..2" });
    const { html } = await read(madeUpData({ signals: async () => [hostile] }), "/overzicht");
    expect(html).not.toMatch(/<script>|<img/);
  });
});
