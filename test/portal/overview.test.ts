import { describe, expect, it } from "vitest";
import { bodyCode, deliveryNumber } from "../../core/ids.ts";
import type { PortalData, PublishedSignal } from "../../portal/data.ts";
import { bodies, delivery, executions, figure, figures, flagged, madeUpData, nothingYet, publication } from "./made-up.ts";
import { signals } from "./made-up-signals.ts";
import { read } from "./page-text.ts";
import { person } from "./signed-in.ts";

const withFigures = (rows: ReturnType<typeof figures>): PortalData =>
  madeUpData({
    figures: async () => rows,
    publication: async () => publication({ flagged: rows.filter((row) => row.signalen !== "").map(flagged) }),
  });

describe("the answer on the first page", () => {
  it("is its heading: how many norms nobody meets", async () => {
    expect((await read(madeUpData(), "/overzicht")).all("h1")).toEqual(["Aan 2 normen voldoet geen enkele organisatie"]);
  });

  it("speaks of one norm in the singular", async () => {
    const data = withFigures(figures().filter((row) => row.norm !== "D14"));
    expect((await read(data, "/overzicht")).all("h1")).toEqual(["Aan 1 norm voldoet geen enkele organisatie"]);
  });

  it("says that nobody meets a norm so far when there are too few tests for more", async () => {
    const data = withFigures(figures().filter((row) => row.variant === "wijkteam"));
    const page = await read(data, "/overzicht");
    expect(page.all("h1")).toEqual(["Aan 1 norm voldoet tot nu toe niemand"]);
    expect(page.all("h2")).not.toContain("Niemand voldoet");
  });

  it("says so when every norm is met by somebody", async () => {
    const page = await read(withFigures([figure({ norm: "V01", titel: "Norm", voldoet: 20, voldoet_niet: 9 })]), "/overzicht");
    expect(page.all("h1")).toEqual(["Van geen enkele norm staat vast dat niemand eraan voldoet"]);
  });

  it("shows the norms nobody meets, then nobody so far, then the counts", async () => {
    const { text } = await read(madeUpData(), "/overzicht");
    const places = [
      "Geen van de 43 organisaties voldoet. 31 voldoen deels. Met 95% zekerheid haalt hooguit 7 op de 100 organisaties deze norm.",
      "Tot nu toe voldoet niemand (0 van 18). Er zijn 29 organisaties nodig voor een conclusie.",
      "1 norm wordt door iedereen gehaald",
      "2 normen zijn nog te weinig getoetst",
      "Cijfers van alle normen",
    ].map((sentence) => text.lastIndexOf(sentence));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("names a framework by its title, and by its codes when there is none", async () => {
    expect((await read(madeUpData(), "/overzicht")).all("h3")).toContain("Kwaliteitslabel Sociaal Werk, basis 2019");
    expect((await read(madeUpData({ frameworks: async () => [] }), "/overzicht")).all("h3")).toContain(
      "KSW, variant basis, normenkader 2019",
    );
  });

  it("leads from a flagged norm to its page, and from what it leaves out to the table of norms", async () => {
    const { html } = await read(madeUpData(), "/overzicht");
    expect(html).toContain('<p class="norm"><a href="/normen/KSW/basis/2019/V15">');
    expect(html).toContain('href="/normen?label=KSW&amp;variant=basis&amp;versie=2019&amp;signaal=ALTIJD_GEHAALD"');
  });

  it("warns of an example catalogue, and only of that", async () => {
    expect((await read(madeUpData(), "/overzicht")).text).toContain("Voorbeeldcatalogus, geen officiële normtekst.");
    const official = madeUpData({ publication: async () => publication({ illustrative: false }) });
    expect((await read(official, "/overzicht")).text).not.toContain("oorbeeldcatalogus");
  });

  it("lists at most ten norms per framework without a conclusion and says where the others are", async () => {
    const rows = Array.from({ length: 13 }, (_, i) => figure({ norm: `V${i}`, titel: `Norm ${i}`, voldoet_niet: 20 }));
    const page = await read(withFigures(rows), "/overzicht");
    expect(page.text).toContain("Nog 3 normen in de tabel");
    expect(page.text.match(/Tot nu toe voldoet niemand \(0 van 20\)/g)).toHaveLength(10);
  });
});

describe("norms of frameworks that are out of force at the reference date", () => {
  const past = (norm: string, judged: number) => figure({ norm, titel: `Oude norm ${norm}`, normenkader: "2017", voldoet_niet: judged });
  const now = figure({ norm: "V15", titel: "Norm", voldoet_niet: 43 });

  it("stand folded below those in force, with why, and are not in the heading", async () => {
    const page = await read(withFigures([past("O20", 60), past("O21", 20), now]), "/overzicht");
    expect(page.all("h1")).toEqual(["Aan 1 norm voldoet geen enkele organisatie"]);
    const folded = /<section[^>]*aria-labelledby="niet-meer".*?<\/section>/s.exec(page.html)?.[0] ?? "";
    expect(folded).toMatch(/golden op 31-12-2025 niet meer\. De cijfers blijven staan.*<details>.*Toon 2 normen waaraan niemand voldeed/s);
    expect([...folded.matchAll(/class="norm"><a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "/normen/KSW/basis/2017/O20",
      "/normen/KSW/basis/2017/O21",
    ]);
    expect(page.html.indexOf("/normen/KSW/basis/2019/V15")).toBeLessThan(page.html.indexOf('aria-labelledby="niet-meer"'));
  });

  it("alone do not make a norm of today one that nobody meets", async () => {
    const page = await read(withFigures([past("O20", 60)]), "/overzicht");
    expect(page.all("h1")).toEqual(["Van geen enkele norm die nu geldt, staat vast dat niemand eraan voldoet"]);
    expect(page.all("h2")).not.toContain("Niemand voldoet");
    expect(page.text).toContain("Toon 1 norm waaraan niemand voldeed");
  });

  it("are not spoken of when there are none", async () => {
    expect((await read(madeUpData(), "/overzicht")).html).not.toContain("niet-meer");
  });

  it("stand with the others in what was published before their end was kept", async () => {
    const { validUntil, ...flag } = flagged(past("O20", 60));
    expect(validUntil).toBe("2019-12-31");
    const data = madeUpData({ publication: async () => publication({ flagged: [flag] }) });
    expect((await read(data, "/overzicht")).all("h1")).toEqual(["Aan 1 norm voldoet geen enkele organisatie"]);
  });
});

describe("the first page before there are figures", () => {
  it("says what to do when nothing was delivered", async () => {
    const page = await read(nothingYet(), "/overzicht", { inbox: "data/inbox" });
    expect(page.all("h1")).toEqual(["Nog niets verwerkt"]);
    expect(page.text).toContain("Op deze computer kan het bestand ook in data/inbox/ciio/");
    expect(page.text).toContain("Lloyd's Register ( lloyds )");
  });

  it("says that figures follow when something was delivered", async () => {
    const page = await read(
      { ...nothingYet(), deliveries: async () => [delivery({ number: deliveryNumber("A-2026-0001") })] },
      "/overzicht",
    );
    expect(page.all("h1")).toEqual(["De cijfers zijn nog niet berekend"]);
    expect(page.text).toContain("Er is 1 aanlevering ontvangen.");
  });
});

describe("what changed", () => {
  const changed = async (now: readonly PublishedSignal[], before: readonly PublishedSignal[]) =>
    (await read(madeUpData({ signals: async () => now, signalsYearBefore: async () => before }), "/overzicht")).text;

  it("names the norms that got a signal in a year, and those that lost one", async () => {
    const [first, ...others] = signals();
    const gained = await changed(signals(), others);
    expect(gained).toContain("Vergeleken met de peildatum een jaar eerder, 31-12-2024: 1 nieuw, 0 niet meer.");
    expect(gained).toMatch(new RegExp(`Nieuw niemand voldoet: ${first?.norm} `));
    expect(await changed(others, signals())).toContain("0 nieuw, 1 niet meer. Niet meer niemand voldoet: V15");
  });

  it("says so when nothing did", async () => {
    expect(await changed(signals(), signals())).toContain("31-12-2024: 0 nieuw, 0 niet meer.");
  });
});

describe("what is late", () => {
  it("is counted per label, and leads to who it is", async () => {
    const page = await read(madeUpData(), "/overzicht", { now: () => Date.parse("2026-11-25T12:00:00Z") });
    expect(page.html).toMatch(/<a href="\/planning">KSW: \d+ organisaties zijn over tijd voor een hertoets<\/a>/);
    expect(page.text).toContain("Al lang niets ontvangen van CIIO, DNV, Keurmerkinstituut, Lloyd's Register");
  });

  it("is left out when nothing is", async () => {
    const well = madeUpData({
      scores: async () => undefined,
      deliveries: async () => [...bodies.keys()].map((body) => delivery({ number: deliveryNumber("A-2026-0001"), body: bodyCode(body) })),
    });
    expect((await read(well, "/overzicht", { now: () => Date.parse("2026-03-15T12:00:00Z") })).all("h2")).not.toContain("Wat te laat is");
  });
});

describe("the state of the executions", () => {
  it("is no affair of the committee", async () => {
    expect((await read(madeUpData(), "/overzicht", {}, person("committee"))).text).not.toContain("mislukt");
  });

  it("says of what failed what to do about it", async () => {
    const { text } = await read(madeUpData(), "/overzicht");
    expect(text).toContain("1 uitvoering is mislukt: wat u kunt doen");
    expect(text).toContain("Een beheerder kan het opnieuw proberen; niets gaat verloren en niets telt dubbel.");
  });

  it("lists three of many failed ones and leads to the others", async () => {
    const failed = Array.from({ length: 5 }, (_, i) => ({ ...executions()[3]!, name: `mislukt-${i}` }));
    const page = await read(madeUpData({ executions: async () => failed }), "/overzicht");
    expect(page.text.match(/mislukt-\d/g)).toHaveLength(3);
    expect(page.html).toContain('<a href="/uitvoeringen?status=mislukt">Nog 2 mislukte uitvoeringen</a>');
  });
});

it("a norm that stands in two frameworks is one norm in the heading, and stands under both", async () => {
  const both = figures().filter(({ norm }) => norm === "V15" || norm === "D14");
  const data = madeUpData({
    figures: async () => both,
    publication: async () =>
      publication({ flagged: both.map((row) => ({ ...flagged(row), signal: "NOOIT_GEHAALD", line: "KSW/basis/2019/V15" })) }),
  });
  const page = await read(data, "/overzicht");
  expect(page.all("h1")).toEqual(["Aan 1 norm voldoet geen enkele organisatie"]);
  expect(page.html.match(/class="norm"><a href="\/normen\/KSW\/basis\/2019\/(V15|D14)"/g)).toHaveLength(2);
});
