import { gzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { sortNorms } from "../../portal/pages/norms/norms-choice.ts";
import { decisionsInMemory } from "./in-memory.ts";
import { decision, figure, madeUpData, nothingYet } from "./made-up.ts";
import { signal } from "./made-up-signals.ts";
import { read, readAnswer } from "./page-text.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith } from "./signed-in.ts";

let counted: CountedScores;

beforeAll(async () => {
  counted = await sampleScores();
});

/** The view of all of KSW in the samples. */
const ALL = "KSW/*/2017..2021";

/** Heads of the rows, in the order of the table: "O19 Een onafhankelijke …". */
async function normsAt(path: string, data = madeUpData()): Promise<readonly string[]> {
  const { html } = await read(data, path);
  return [...html.matchAll(/<th scope="row"[^>]*><a href="[^"]*"><b>([^<]*)<\/b>/g)].map((match) => match[1]!);
}

const fileAt = async (path: string) => {
  const answer = await openWith(madeUpData()).ask(path);
  return {
    name: answer.headers.get("Content-Disposition") ?? "",
    bytes: new Uint8Array(await answer.arrayBuffer()),
    status: answer.status,
  };
};

describe("the table of norms", () => {
  it("has every norm of the view, with the counts of the core, and leads to the page of each", async () => {
    const { rows } = normRows(counted, everythingOf("KSW"));
    const page = await read(madeUpData(), "/normen?label=KSW");
    expect(await normsAt("/normen?label=KSW")).toHaveLength(rows.length);
    for (const row of rows) expect(page.html).toContain(`href="/normen/${row.address}"`);
    expect(page.all("td")).toContain(`${rows.find(({ norm }) => norm.code === "O19")!.counts.judged}`);
  });

  it("says the answer first: of how many norms nobody meets, and whether that can be said", async () => {
    expect((await read(madeUpData(), "/normen?label=KSW")).all("h1")).toEqual([
      "Aan 1 van de 76 normen voldoet niemand; dat is vaak genoeg getoetst om het te kunnen zeggen",
    ]);
    expect((await read(madeUpData(), "/normen?label=KSW&zoek=V15")).all("h1")).toEqual([
      "Aan deze norm voldoet ten minste één organisatie",
    ]);
    expect((await read(madeUpData(), "/normen?label=KSW&zoek=bestaatniet")).all("h1")).toEqual(["Geen norm past bij deze keuze"]);
  });

  it("says why the first screen has other numbers, where frameworks are counted together", async () => {
    const reason = "Op het overzicht is elk normenkader apart geteld; daarom kunnen aantallen en signalen daar anders zijn.";
    expect((await read(madeUpData(), "/normen?label=KSW")).text).toContain(reason);
    expect((await read(madeUpData(), "/normen?label=KSW&variant=basis&versie=2019")).text).not.toContain(reason);
  });

  it("does not call anything certain in a choice of the reader's own", async () => {
    const [heading] = (await read(madeUpData(), "/normen?label=KSW&van=2019-01-01&zoek=O19")).all("h1");
    expect(heading).toBe("Aan 1 van de 2 normen voldoet niemand");
  });

  it("begins with the lowest share; a click on a head sorts by it, another click turns it round", async () => {
    const { html } = await read(madeUpData(), "/normen?label=KSW");
    expect(html).toContain('class="numeric" aria-sort="ascending"><a href="/normen?label=KSW&amp;sorteer=aandeel-om">Voldoet</a>');
    const low = await normsAt("/normen?label=KSW");
    const high = await normsAt("/normen?label=KSW&sorteer=aandeel-om");
    expect(low[0]).toBe("O19");
    expect(high.at(-1)).toBe("O19");
    expect(await normsAt("/normen?label=KSW&sorteer=norm")).toEqual(
      normRows(counted, everythingOf("KSW")).rows.map(({ norm }) => norm.code),
    );
    const turned = await read(madeUpData(), "/normen?label=KSW&sorteer=aandeel-om");
    expect(turned.html).toContain('aria-sort="descending"><a href="/normen?label=KSW">Voldoet</a>');
  });

  it("puts what was never judged last, whichever way it is sorted, and of equal shares the one with most organisations first", () => {
    const some = normRows(counted, everythingOf("KSW")).rows.slice(0, 4);
    const rows = [null, 1, 0.5, 1].map((share, i) => ({ ...some[i]!, share, counts: { ...some[i]!.counts, judged: 10 + i } }));
    const sorted = (direction: "ascending" | "descending") =>
      sortNorms(rows, { column: "aandeel", direction }, () => []).map((row) => rows.indexOf(row));
    expect(sorted("ascending")).toEqual([2, 3, 1, 0]);
    expect(sorted("descending")).toEqual([3, 1, 2, 0]);
  });

  it("shows norms by category, competency and words of the title, whatever their accents and capitals", async () => {
    const some = await normsAt("/normen?label=KSW&categorie=V&competentie=C01&zoek=CLIENT");
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(10);
    expect(some.every((code) => code.startsWith("V"))).toBe(true);
  });

  it("counts *voldoet deels* as met when asked to, in share, words and interval of the bar alike", async () => {
    const strict = await read(madeUpData(), "/normen?label=KSW&zoek=O19");
    const lenient = await read(madeUpData(), "/normen?label=KSW&zoek=O19&telling=soepel");
    expect(strict.text).toContain("0% (0)");
    expect(lenient.text).toContain("37% (32)");
    expect(lenient.html).toMatch(/37% voldoet of voldoet deels, 95%-interval 28% tot 48%/);
    expect(lenient.text).toContain("95%-interval van het aandeel voldoet of voldoet deels");
    expect(lenient.text).toContain("Signalen gaan altijd over streng geteld.");
  });

  it("passes over choices that do not exist", async () => {
    const page = await read(madeUpData(), "/normen?label=XXX&sorteer=toString&telling=half&van=gisteren&variant=nergens");
    expect(page.status).toBe(200);
    expect(page.text).toContain("U ziet: KSW, alle varianten");
  });

  it("says so, and what to do, before there are figures", async () => {
    const page = await read({ ...nothingYet(), scores: async () => undefined }, "/normen");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Er zijn nog geen cijfers");
  });

  it("stays below 60 kB compressed", async () => {
    const answer = await openWith(madeUpData()).ask("/normen?label=KSW");
    expect(gzipSync(await answer.text()).length).toBeLessThan(60_000);
  });
});

describe("what a reader chose", () => {
  const path = "/normen?label=KSW&variant=wijkteam&van=2023-01-01&instelling=ciio&soort=hertoets&categorie=V&telling=soepel&zoek=wijk";

  it("stands above the table in one sentence", async () => {
    expect((await read(madeUpData(), path)).text).toContain(
      "U ziet: KSW, alle versies van het normenkader, variant wijkteam, vanaf 01-01-2023, getoetst door CIIO, alleen hertoetsen, categorie Vakmanschap, met de woorden “wijk”, toetsen tot en met 25-11-2026. Soepel geteld: ook “voldoet deels” telt mee.",
    );
  });

  it("can be taken back one by one, until nothing is left", async () => {
    let here = path;
    const seen: string[] = [];
    for (;;) {
      const { html } = await read(madeUpData(), here);
      const [, next, text] = /<a class="chip" href="([^"]*)" aria-label="[^"]*">([^<]*)</.exec(html) ?? [];
      if (next === undefined) break;
      seen.push(text!);
      here = next.replaceAll("&amp;", "&");
    }
    expect(seen).toEqual([
      "variant wijkteam",
      "vanaf 01-01-2023",
      "getoetst door CIIO",
      "alleen hertoetsen",
      "categorie Vakmanschap",
      "met de woorden “wijk”",
      "voldoet deels telt mee",
    ]);
    expect(here).toBe("/normen?label=KSW");
  });

  it("is chosen in the form as well, and goes along in sorting and to the page of a norm", async () => {
    const { html } = await read(madeUpData(), path);
    expect(html).toMatch(/name="variant" value="wijkteam" checked/);
    expect(html).toContain('<option value="ciio" selected="">CIIO</option>');
    expect(html).toContain('name="van" value="2023-01-01"');
    expect(html).toContain("instelling=ciio&amp;soort=hertoets&amp;categorie=V&amp;telling=soepel&amp;zoek=wijk&amp;sorteer=n");
    expect(html).toMatch(
      /href="\/normen\/KSW\/wijkteam\/2021\/[^"?]+\?variant=wijkteam&amp;van=2023-01-01&amp;instelling=ciio&amp;soort=hertoets&amp;telling=soepel"/,
    );
  });

  it("is marked *verkennend*, with why, when it is no fixed view; then there is no column of signals", async () => {
    const page = await read(madeUpData(), path);
    expect(page.text).toContain("verkennend U koos een begindatum, één certificerende instelling en één soort toets.");
    expect(page.all("th")).not.toContain("Signaal");
    const mixed = await read(madeUpData(), "/normen?label=KSW&versie=2019&versie=2021");
    expect(mixed.text).toContain("verkennend U koos een eigen mengsel van varianten en versies");
    for (const fixed of [
      "/normen?label=KSW",
      "/normen?label=KSW&variant=basis",
      "/normen?label=KSW&variant=basis&versie=2019&telling=soepel",
    ]) {
      expect((await read(madeUpData(), fixed)).text, fixed).not.toContain("erkennend");
    }
  });
});

describe("the signals of the table", () => {
  const data = madeUpData({
    figures: async () => [figure({ norm: "V02", titel: "Norm", voldoet: 40 })],
    signals: async () => [
      signal({ norm: "O19", signal: "NOOIT_GEHAALD", view: ALL, places: ["KSW/basis/2019 O19"] }),
      signal({ norm: "D02", signal: "VERSLECHTEREND", view: ALL, places: ["KSW/basis/2019 D02"] }),
      signal({ norm: "V15", signal: "VRIJWEL_NOOIT", view: "KSW/basis/2017..2019" }),
    ],
  });
  const signalsAt = async (path: string) =>
    [...(await read(data, path)).html.matchAll(/<b>([^<]*)<\/b>(?:(?!<\/tr>).)*<span class="badge [a-z]+">([^<]*)</gs)].map(
      ([, norm, word]) => `${norm} ${word}`,
    );

  it("are those of the fixed view that is shown, in words", async () => {
    expect((await signalsAt("/normen?label=KSW&sorteer=signaal")).slice(0, 2)).toEqual([
      "O19 niemand voldoet",
      "D02 steeds minder voldoen",
    ]);
    expect(await signalsAt("/normen?label=KSW&variant=basis")).toEqual(["V15 vrijwel niemand"]);
  });

  it("are the count signals of the row where one framework is shown", async () => {
    expect(await signalsAt("/normen?label=KSW&variant=basis&versie=2019")).toEqual(["V02 iedereen voldoet"]);
  });

  it("can choose norms, and that choice can be taken back too", async () => {
    expect(await normsAt("/normen?label=KSW&signaal=VERSLECHTEREND", data)).toEqual(["D02"]);
    expect((await read(data, "/normen?label=KSW&signaal=VERSLECHTEREND")).html).toContain(
      '<a class="chip" href="/normen?label=KSW" aria-label="met het signaal “steeds minder voldoen”: weghalen">',
    );
  });

  it("are left out at an earlier reference date, which they are not of, and the page says so", async () => {
    const page = await read(data, "/normen?label=KSW&tot=2023-12-31");
    expect(page.all("th")).not.toContain("Signaal");
    expect(page.text).toContain("toetsen tot en met 31-12-2023. Streng geteld");
    expect(page.text).toContain("U koos een eerdere dag; daarom staan ze er niet bij.");
    expect(page.text).not.toContain("erkennend");
  });
});

describe("the decisions of the table", () => {
  const decisions = decisionsInMemory([
    decision({ norm: "KSW/basis/2017/O20", kind: "keep", at: "2022-03-12T10:00:00.000Z" }),
    decision({ norm: "KSW/basis/2019/O19", kind: "clarify", at: "2024-03-12T23:30:00.000Z" }),
    decision({ norm: "KSW/wijkteam/2021/D02", kind: "amend" }),
  ]);
  const portal = openWith(madeUpData(), {}, { decisions });
  const pageAt = async (path: string) => readAnswer(await portal.ask(path));
  const shownAt = async (path: string) =>
    [...(await pageAt(path)).html.matchAll(/<th scope="row"[^>]*><a href="\/normen\/([^"?]*)/g)].map(([, address]) => address);

  it("stand beside each norm: the last one, of its Dutch day, under whichever address it was made", async () => {
    const { text } = await pageAt("/normen?label=KSW&zoek=O19&versie=2019&variant=basis");
    expect(text).toContain("verduidelijken 13-03-2024");
    expect(text).not.toContain("behouden 12-03-2022");
  });

  it("can choose norms, also those about which nothing was decided, and that choice is kept, said and taken back", async () => {
    expect(await shownAt("/normen?label=KSW&besluit=verduidelijken")).toEqual(["KSW/basis/2019/O19"]);
    expect(await shownAt("/normen?label=KSW&besluit=behouden")).toEqual([]);
    const all = await shownAt("/normen?label=KSW");
    const none = await shownAt("/normen?label=KSW&besluit=geen");
    expect(all.filter((address) => !none.includes(address)).sort()).toEqual(["KSW/basis/2019/O19", "KSW/wijkteam/2021/D02"]);
    const { html, text } = await pageAt("/normen?label=KSW&besluit=aanpassen&sorteer=n");
    expect(html).toContain('<option value="aanpassen" selected="">aanpassen</option>');
    expect(html).toContain('href="/normen?label=KSW&amp;sorteer=norm&amp;besluit=aanpassen"');
    expect(html).toContain('aria-label="met als laatste besluit “aanpassen”: weghalen"');
    expect(html.match(/name="besluit"/g)).toHaveLength(1);
    expect(text).toContain("met als laatste besluit “aanpassen”");
    expect(await shownAt("/normen?label=KSW&besluit=verbranden")).toEqual(all);
  });

  it("go along in the files, with their day", async () => {
    const ask = async (as: string) => portal.ask(`/normen?label=KSW&besluit=verduidelijken&figuur=normen&als=${as}`);
    const csv = (await (await ask("csv")).text()).trim().split("\r\n");
    expect(csv[0]).toMatch(/;laatste besluit;besloten op$/);
    expect(csv.slice(1).map((row) => row.split(";").slice(-2))).toEqual([["verduidelijken", "13-03-2024"]]);
    const workbook = Object.values(unzipSync(new Uint8Array(await (await ask("xlsx")).arrayBuffer()))).map((part) => strFromU8(part));
    expect(workbook.join("")).toContain("Alleen normen met als laatste besluit “verduidelijken”.");
  });
});

describe("the files of the table", () => {
  const path = "/normen?label=KSW&variant=wijkteam&categorie=V&telling=soepel&sorteer=n";

  it("hold exactly the rows that are shown, in their order, and say what was chosen", async () => {
    const shown = await normsAt(path);
    const csv = await fileAt(`${path}&figuur=normen&als=csv`);
    const rows = new TextDecoder().decode(csv.bytes).trim().split("\r\n");
    expect(rows.slice(1).map((row) => row.split(";")[0])).toEqual(shown);
    expect(rows[0]).toContain("aandeel voldoet of deels");
    const workbook = unzipSync((await fileAt(`${path}&figuur=normen&als=xlsx`)).bytes);
    const text = Object.values(workbook)
      .map((part) => strFromU8(part))
      .join("");
    expect(text).toContain("variant wijkteam");
    expect(text).toContain("Soepel geteld");
    const svg = new TextDecoder().decode((await fileAt(`${path}&figuur=normen&als=svg`)).bytes);
    expect(shown.every((code) => svg.includes(`>${code} `))).toBe(true);
    expect(svg).toContain("voldoet en voldoet deels");
  });

  it("are offered with the choice in their address, beside a link to copy", async () => {
    const { html } = await read(madeUpData(), path);
    const query = path.slice("/normen?".length).replaceAll("&", "&amp;");
    expect(html).toContain(`href="/normen?${query}&amp;figuur=normen&amp;als=csv"`);
    expect(html).toContain(`<a href="/normen?${query}">Link naar deze tabel</a>`);
  });
});

it("the table speaks English too", async () => {
  const page = await openWith(madeUpData()).ask("/normen?label=KSW&instelling=dnv", { headers: { Cookie: "taal=en" } });
  const text = await page.text();
  expect(text).toContain("You chose one certifying body.");
  expect(text).toMatch(/Nobody meets|At least one organisation meets/);
  expect(text).not.toMatch(/Verkennend|normen,|niemand/);
});
