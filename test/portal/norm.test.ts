import { beforeAll, describe, expect, it } from "vitest";
import { placeAt } from "../../core/figures/norm-address.ts";
import { type NormDossier, normDossier } from "../../core/figures/norm-dossier/norm-dossier.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { madeUpData, nothingYet } from "./made-up.ts";
import { signal } from "./made-up-signals.ts";
import { read } from "./page-text.ts";
import { csvAt } from "./read-csv.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith, person } from "./signed-in.ts";

let counted: CountedScores;

beforeAll(async () => {
  counted = await sampleScores();
});

const dossier = (address: string): NormDossier =>
  normDossier(counted, everythingOf(address.split("/")[0]!), placeAt(counted.catalogue, address)!, [])!;

const O19 = "/normen/KSW/basis/2019/O19";
const V04 = "/normen/KSW/wijkteam/2021/V04";

describe("the page of a norm", () => {
  it("says what it is, of which category and competencies, and in which frameworks", async () => {
    const page = await read(madeUpData(), O19);
    expect(page.all("h1")[0]).toMatch(/^O19 Een onafhankelijke partij/);
    expect(page.all("dd").slice(0, 3)).toEqual([
      "KSW: basis 2017, basis 2019",
      "Organisatie & Bestuur",
      "C06 Verbindt individuele en gemeenschappelijke vragen",
    ]);
  });

  it("begins with the signals in their sentences: new or lasting, since when, in which views; the same one once", async () => {
    const signals = ["KSW/*/2017..2021", "KSW/basis/2017..2019"].map((view) =>
      signal({
        norm: "O19",
        signal: "NOOIT_GEHAALD",
        status: "aanhoudend",
        since: "2018-12-31",
        view,
        places: ["KSW/basis/2019 O19"],
        nl: "Geen van de 86.",
      }),
    );
    const { text } = await read(madeUpData({ signals: async () => signals }), O19);
    expect(text).toContain(
      "Wat de cijfers zeggen niemand voldoet Geen van de 86. aanhoudend: op elke jaarlijkse peildatum sinds 31-12-2018. KSW, alle varianten; ook in KSW basis.",
    );
    expect(text.match(/Geen van de 86\./g)).toHaveLength(1);
  });

  it("repeats what the first screen says of each framework, and why the numbers differ", async () => {
    const data = madeUpData();
    const V15 = "/normen/KSW/basis/2019/V15";
    const flag = (await data.publication())!.flagged.find(({ norm, framework }) => norm === "V15" && framework === "2019")!;
    const { text } = await read(data, V15);
    expect(text).toContain(
      `Elk normenkader apart geteld, zoals op het overzicht: basis 2019: ${flag.met} van de ${flag.n} (niemand voldoet)`,
    );
    expect(text).toContain("Aantallen kunnen verschillen: binnen één variant of één normenkader telt");
    expect((await read(data, V04)).text).not.toContain("Aantallen kunnen verschillen");
  });

  it("says so when there is no signal, or nothing can be said yet: never that all is well", async () => {
    expect((await read(madeUpData(), V04)).text).toContain("Er is geen signaal over deze norm. Dat betekent niet dat er niets speelt");
    const few = normRows(counted, { ...everythingOf("KSW"), body: "dnv", from: counted.referenceDay - 400 }).rows.find(
      ({ counts }) => counts.judged > 0 && counts.judged < 14,
    )!;
    const { text } = await read(madeUpData({ signals: async () => [] }), `/normen/${few.address}?instelling=dnv&van=2025-10-21`);
    expect(text).toMatch(/Nog niet te zeggen: \d+ organisaties? (is|zijn) beoordeeld, en 14 zijn nodig voor een conclusie\./);
  });

  it("says the share both strictly and leniently, with n and interval", async () => {
    const { text } = await read(madeUpData(), O19);
    expect(text).toMatch(/Streng geteld voldoet 0% ?: 0 van de 86 organisaties \(95%-interval 0% tot 4,3%\)/);
    expect(text).toMatch(/Telt “voldoet deels” mee, dan voldoet 37% ?: 32 van de 86 organisaties/);
  });

  it("has a table of contents of which every link leads somewhere, and every id once", async () => {
    for (const path of [O19, V04, "/normen/NVVK/basis/2021/3.5"]) {
      const { html } = await read(madeUpData(), path);
      const contents = /<nav class="contents"[^>]*>(.*?)<\/nav>/s.exec(html)?.[1] ?? "";
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of contents.matchAll(/href="#([^"]*)"/g)) expect(ids, path).toContain(id);
    }
  });

  it("shows a line for what the norm came from, interrupted where the framework changed it", async () => {
    const { text } = await read(madeUpData(), V04);
    expect(text).toContain("V04 (2017)");
    expect(text).toContain("V04 (2019, 2021)");
    expect(text).toContain("kader basis 2019: norm herschreven (01-05-2019)");
  });

  it("lays bodies side by side with the warning that strictness and clients cannot be told apart", async () => {
    const { text } = await read(madeUpData(), V04);
    expect(text).toContain("of een instelling strenger toetst, of organisaties treft die minder ver zijn, is hieruit niet te zien");
    const alone = await read(madeUpData(), `${V04}?instelling=dnv`);
    expect(alone.text).not.toContain("strenger toetst, of");
    expect(alone.text).toContain("Maar één certificerende instelling beoordeelde deze norm");
  });

  it("says of pairs of tests and self-evaluations what the core counted", async () => {
    const { retest, selfEvaluation, improvement } = dossier("KSW/wijkteam/2021/V04");
    const { text } = await read(madeUpData(), V04);
    expect(text).toContain(
      `Bij ${retest.n} organisaties die opnieuw getoetst zijn: ${retest.higher} beter, ${retest.same} gelijk, ${retest.lower} slechter.`,
    );
    expect(text).toContain(
      `Van ${selfEvaluation.n} organisaties met een zelfevaluatie oordeelde de auditor bij ${selfEvaluation.lower} strenger`,
    );
    expect(text).toContain(`samen ${improvement.points} verbeterpunten afgesproken`);
    expect(improvement.open.length).toBeGreaterThan(0);
    expect(text).toContain(`${improvement.open.length} zijn nog niet opnieuw bekeken`);
  });

  it("leads to the norm it came from, and to norms of other labels that overlap", async () => {
    const { html } = await read(madeUpData(), V04);
    expect(html).toContain('<a href="/normen/KSW/basis/2017/V04">V04</a> basis 2017');
    expect(html).toContain("<b>V04</b> basis 2019 (deze norm)");
    const overlapping = normRows(counted, everythingOf("NVVK")).rows.find(({ address }) => dossier(address).overlaps.length > 0)!;
    const page = await read(madeUpData(), `/normen/${overlapping.address}`);
    const [first] = dossier(overlapping.address).overlaps;
    expect(page.html).toContain(`<a href="/normen/${first!.addresses.b}"><b>KSW ${first!.b.code}</b>`);
  });

  it("quotes of each of its themes what the latest three reports say, and leads to all of it", async () => {
    const [theme] = dossier("KSW/basis/2019/O09").reportedThemes.themes;
    expect(theme!.reports.length).toBeGreaterThan(3);
    const data = madeUpData({
      reportTexts: async ({ reference }) => ({
        trends: [
          { theme: theme!.title, direction: "increasing", text: `Uit rapport ${reference}.` },
          { theme: "privacy", direction: "stable", text: "Over iets anders." },
        ],
        explanations: [],
      }),
    });
    const page = await read(data, "/normen/KSW/basis/2019/O09");
    const quoted = [...page.text.matchAll(/Uit rapport (.+?)\. /g)].map((match) => match[1]);
    expect(quoted.slice(0, 3)).toEqual(theme!.reports.slice(0, 3).map(({ reference }) => reference));
    expect(quoted).toHaveLength(3);
    expect(page.text).not.toContain("Over iets anders.");
    expect(page.html).toContain(`href="/trends?label=KSW&amp;thema=${theme!.key}#thema"`);
    expect(page.text).toContain(`Alle ${theme!.reports.length} rapporten over ${theme!.title}`);
    const withdrawn = await read(madeUpData({ reportTexts: async () => undefined }), "/normen/KSW/basis/2019/O09");
    expect(withdrawn.text).toContain("Dit rapport is intussen ingetrokken.");
  });

  it("cuts a long text off between words, never within a letter", async () => {
    const text = `${"lang😀 ".repeat(400)}einde`;
    const data = madeUpData({
      reportTexts: async () => ({ trends: [{ theme: "wachttijden", direction: "increasing", text }], explanations: [] }),
    });
    const page = await read(data, `/normen/${dossier("KSW/basis/2019/D02").address}`);
    expect(page.text).toMatch(/lang😀 …/);
    expect(page.text).not.toMatch(/einde|\uFFFD/);
  });

  it("hands out each of its figures, and only those", async () => {
    const portal = openWith(madeUpData());
    const { html } = await read(madeUpData(), V04);
    const files = [...html.matchAll(/href="([^"]*figuur=[^"]*)" download/g)].map((match) => match[1]!.replaceAll("&amp;", "&"));
    expect(new Set(files.map((file) => new URL(file, "http://x").searchParams.get("figuur")))).toEqual(
      new Set([
        "verdeling",
        "discipline",
        "variant",
        "trend-jaar",
        "trend-halfjaar",
        "hertoets",
        "zelfevaluatie",
        "instellingen",
        "themas",
      ]),
    );
    for (const file of files) {
      const answer = await portal.ask(file);
      expect(answer.headers.get("Content-Disposition"), file).toContain("attachment");
    }
    // O19 is in one variant and was never judged by discipline: there is nothing to lay beside each other.
    expect((await read(madeUpData(), O19)).html).not.toMatch(/figuur=(variant|discipline)/);
    const svg = await (await portal.ask(`${V04}?figuur=trend-jaar&als=svg`)).text();
    expect(svg).toContain("V04 Sociaal werkers");
    expect((await portal.ask(`${V04}?figuur=nergens&als=svg`)).headers.get("Content-Type")).toContain("text/html");
  });

  it("draws in its figures what the core counted", async () => {
    const { now, trend, retest, bodies, variants } = dossier("KSW/wijkteam/2021/V04");
    const table = async (figure: string, path = V04) => (await csvAt(`${path}?figuur=${figure}&als=csv`)).slice(1);
    const fraction = (value: number | null | undefined) =>
      value === null || value === undefined ? "" : value.toFixed(6).replace(".", ",");

    expect((await table("verdeling"))[0]!.slice(0, 3)).toEqual(["V04", `${now.counts.judged}`, `${now.counts.met}`]);
    expect((await table("variant")).map((row) => row.slice(0, 3))).toEqual(
      variants.map(({ group, counts }) => [group, `${counts.judged}`, `${counts.met}`]),
    );
    const years = (await table("trend-jaar")).filter(([line, , , n]) => line === "V04 (2019, 2021)" && n !== "");
    expect(years.map((row) => row.slice(1, 5))).toEqual(
      trend[0]!.perYear.map(({ period, share, n, interval }) => [period, fraction(share), `${n}`, fraction(interval?.lower)]),
    );
    const judgements = ["voldoet niet", "voldoet deels", "voldoet"];
    const pairs = await table("hertoets");
    for (const [i, first] of judgements.entries())
      for (const [j, second] of judgements.entries())
        expect(pairs.find((row) => row[0] === first && row[1] === second)?.[3], `${first} ${second}`).toBe(`${retest.counts[i]![j]}`);
    const { selfEvaluation } = dossier("KSW/basis/2019/O19");
    const [self, audit] = await table("zelfevaluatie", O19);
    expect([self![2], audit![2]]).toEqual([`${selfEvaluation.n}`, `${selfEvaluation.n}`]);
    expect(self![3]).toBe(`${selfEvaluation.counts[2]!.reduce((a, b) => a + b, 0)}`);
    expect((await table("instellingen")).slice(0, bodies.bodies.length)).toEqual(
      bodies.bodies.map(({ name, n, met, share, wide95 }) => [
        name,
        `${n}`,
        `${met}`,
        fraction(share),
        fraction(wide95.lower),
        fraction(wide95.upper),
      ]),
    );
  });
});

describe("the address of a norm", () => {
  it("in an older version, or another variant, leads to the page of the same norm, with the choice", async () => {
    const portal = openWith(madeUpData());
    for (const [old, now] of [
      ["KSW/basis/2017/O20", "KSW/basis/2019/O19"],
      ["KSW/basis/2019/V04", "KSW/wijkteam/2021/V04"],
    ]) {
      const answer = await portal.ask(`/normen/${old}?instelling=ciio`);
      expect([answer.status, answer.headers.get("Location")], old).toEqual([302, `/normen/${now}?instelling=ciio`]);
    }
  });

  it("leaves out variants and versions that do not have the norm, instead of showing nothing", async () => {
    const page = await read(madeUpData(), `${O19}?variant=wijkteam&instelling=dnv`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("U ziet: KSW, alle varianten, alle versies van het normenkader, getoetst door DNV");
  });

  it("that is unknown says so, and where to look", async () => {
    for (const path of [
      "/normen/KSW/basis/2019/X99",
      "/normen/KSW/basis/1066/V01",
      "/normen/a/b/c/d",
      "/normen/KSW/basis/2019/%3Cscript%3E",
    ]) {
      const page = await read(madeUpData(), path);
      expect(page.status, path).toBe(404);
      expect(page.all("h1")).toEqual(["Deze norm kennen wij niet"]);
      expect(page.html).toContain('<a href="/normen">Zoek de norm in de tabel van alle normen</a>');
    }
  });

  it("says before there are figures that there are none yet", async () => {
    expect((await read(nothingYet(), O19)).text).toContain("Er zijn nog geen cijfers");
  });
});

describe("a choice on the page of a norm", () => {
  it("is said, marked *verkennend*, and the signals are said to be of the fixed view", async () => {
    const signals = [signal({ norm: "O19", signal: "NOOIT_GEHAALD", places: ["KSW/basis/2019 O19"] })];
    const { text, html } = await read(madeUpData({ signals: async () => signals }), `${O19}?instelling=ciio&soort=hertoets`);
    expect(text).toContain("verkennend U koos één certificerende instelling en één soort toets.");
    expect(text).toContain("Deze signalen gaan over het vaste beeld met alle toetsen, niet over uw keuze hieronder.");
    expect(html).toContain('<a class="chip" href="/normen/KSW/basis/2019/O19?soort=hertoets"');
  });

  it("changes how the figures count, and back", async () => {
    const strict = await read(madeUpData(), O19);
    expect(strict.html).toContain(`<a href="${O19}?telling=soepel">`);
    const lenient = await read(madeUpData(), `${O19}?telling=soepel`);
    expect(lenient.html).toContain(`<a href="${O19}">Tel alleen “voldoet” in de figuren</a>`);
    expect(lenient.text).toContain("95%-interval van voldoet en voldoet deels");
  });
});

it("the committee reads it too, without links that it may not follow; a body does not", async () => {
  const { improvement } = dossier("KSW/wijkteam/2021/V04");
  const [open] = improvement.open;
  const link = `/rapporten/${open!.body}/KSW/${open!.reference}`;
  expect((await read(madeUpData(), V04)).html).toContain(link);
  const asCommittee = await read(madeUpData(), V04, {}, person("committee"));
  expect(asCommittee.html).not.toContain("/rapporten/");
  expect(asCommittee.text).toContain(open!.reference);
  expect((await openWith(madeUpData()).ask(V04, {}, person("body"))).status).toBe(403);
});

it("the page of a norm speaks English too", async () => {
  const text = await (await openWith(madeUpData()).ask(V04, { headers: { Cookie: "taal=en" } })).text();
  for (const words of ["What the figures say", "Share that meets it, by year", "was reworded", "Improvement points"])
    expect(text).toContain(words);
  expect(text).not.toMatch(/Verdeling|organisaties|hertoetsen|voldoet</);
});
