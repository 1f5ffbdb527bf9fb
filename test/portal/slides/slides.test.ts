import { beforeAll, describe, expect, it } from "vitest";
import { columnAt, placeAt } from "../../../core/figures/norm-address.ts";
import { normDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import { normRows } from "../../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../../core/figures/selected/selection.ts";
import { plain } from "../../../portal/charts/plain-text.ts";
import type { Deck } from "../../../portal/slides/deck.ts";
import { writePptx } from "../../../portal/slides/write-pptx.ts";
import { decisionsInMemory } from "../in-memory.ts";
import { decision, madeUpData, nothingYet, publication } from "../made-up.ts";
import { read } from "../page-text.ts";
import { sampleScores } from "../sample-scores.ts";
import { openWith } from "../signed-in.ts";
import { type ReadPptx, readPptx } from "./read-pptx.ts";

const addresses = ["KSW/basis/2019/D06", "KSW/basis/2019/D14", "NVVK/basis/2021/3.2"];
const query = addresses.map((address) => `norm=${encodeURIComponent(address)}`).join("&");

let answer: Response;
let pptx: ReadPptx;

beforeAll(async () => {
  answer = await openWith(madeUpData()).ask(`/dias/normen.pptx?${query}`);
  pptx = readPptx(new Uint8Array(await answer.arrayBuffer()));
});

/** As the table of norms has it. */
async function rowOf(address: string) {
  const counted = await sampleScores();
  const { rows, view } = normRows(counted, everythingOf(address.split("/")[0]!));
  return rows[columnAt(view, placeAt(counted.catalogue, address)!)]!;
}

const dossierOf = async (address: string) => {
  const counted = await sampleScores();
  return normDossier(counted, everythingOf(address.split("/")[0]!), placeAt(counted.catalogue, address)!, [])!;
};

describe("the slides of some norms", () => {
  it("are a presentation for download, whole in all its parts", () => {
    expect(answer.headers.get("Content-Type")).toContain("presentationml.presentation");
    expect(answer.headers.get("Content-Disposition")).toContain("normen-2025-12-31.pptx");
    expect(pptx.slides.length).toBe(1 + addresses.length);
    expect(pptx.missing).toEqual([]);
  });

  it("begin with what they are about, of which day, and from where", () => {
    const [title] = pptx.slides;
    expect(title?.join(" ")).toMatch(/3 normen/);
    expect(title?.join(" ")).toContain("Peildatum 31-12-2025");
    for (const slide of pptx.slides) expect(slide.join(" ")).toContain(`berekening ${publication().run}`);
  });

  it("say of each norm the share with its n and interval, in the words of the page", async () => {
    const { now, norm } = await dossierOf(addresses[0]!);
    const text = pptx.slides[1]!.join(" ");
    expect(text).toContain(`${norm.code}: ${norm.title}`);
    expect(text).toContain(`${now.counts.met} van de ${now.counts.judged} organisaties`);
    expect(text).toContain("95%-interval");
  });

  it("have as a bar the three judgements that the table has, also in the workbook behind the chart", async () => {
    const bars = pptx.charts.filter(({ kind }) => kind === "bar");
    expect(bars.length).toBe(addresses.length);
    for (const [i, address] of addresses.entries()) {
      const { counts } = await rowOf(address);
      const inOrder = [counts.met, counts.partiallyMet, counts.notMet];
      expect(bars[i]?.series.map(({ name, values }) => [name, values.get(0)])).toEqual(
        ["voldoet", "voldoet deels", "voldoet niet"].map((name, part) => [name, inOrder[part]]),
      );
      expect(bars[i]?.categories).toEqual([`n = ${counts.judged}`]);
      expect(["B2", "C2", "D2"].map((cell) => bars[i]?.workbook.get(cell))).toEqual(inOrder);
    }
  });

  it("have as lines the shares of the trend, with n beside each year and a gap where nobody was tested", async () => {
    const lines = pptx.charts.filter(({ kind }) => kind === "line");
    for (const [i, address] of addresses.entries()) {
      const { trend } = await dossierOf(address);
      const filled = trend.filter(({ perYear }) => perYear.some(({ share }) => share !== null));
      const chart = lines[i]!;
      expect(chart.series.length).toBe(filled.length);
      filled.forEach(({ perYear }, line) => {
        const shares = new Map(perYear.flatMap(({ period, share }) => (share === null ? [] : [[period, share] as const])));
        const drawn = [...chart.series[line]!.values].map(([at, share]) => [chart.categories[at]!.slice(0, 4), share] as const);
        expect(new Map(drawn)).toEqual(shares);
        for (const { period, n } of perYear)
          if (n > 0) expect(chart.categories.find((one) => one.startsWith(period))).toMatch(new RegExp(`\\b${n}\\b`));
      });
    }
  });

  it("say what was decided last about each norm, under whichever of its addresses, or that nothing was", async () => {
    const known = decisionsInMemory([
      decision({ norm: "KSW/basis/2017/D06", kind: "keep", at: "2023-03-12T10:00:00.000Z" }),
      decision({ norm: "KSW/basis/2019/D06", kind: "amend", at: "2024-03-12T23:30:00.000Z" }),
    ]);
    const answer = await openWith(madeUpData(), {}, { decisions: known }).ask(`/dias/normen.pptx?${query}`);
    const [, decided, undecided] = readPptx(new Uint8Array(await answer.arrayBuffer())).slides;
    expect(decided?.join(" ")).toContain("Laatste besluit van de beheercommissie: aanpassen, 13-03-2024");
    expect(undecided?.join(" ")).toContain("Over deze norm is nog niets besloten.");
  });

  it("speak English when the reader does", async () => {
    const english = await openWith(madeUpData()).ask(`/dias/normen.pptx?${query}`, { headers: { Cookie: "taal=en" } });
    const { slides, charts } = readPptx(new Uint8Array(await english.arrayBuffer()));
    expect(slides[0]?.join(" ")).toContain("Reference date");
    expect(charts[0]?.series.map(({ name }) => name)).toEqual(["met", "partly met", "not met"]);
  });
});

describe("a deck with bad texts", () => {
  const deckWith = (text: string): Deck => ({
    language: "nl",
    title: text,
    subtitle: text,
    source: text,
    slides: [
      {
        title: text,
        sentences: [text, text],
        bar: {
          name: text,
          parts: [
            { name: text, count: 3 },
            { name: "deels", count: 0 },
            { name: "niet", count: 2 },
          ],
        },
        trend: {
          heading: text,
          periods: [text, "2024", text],
          lines: [
            { name: text, shares: [0.5, null, 1] },
            { name: "rest", shares: [null, 0, null] },
          ],
        },
        decision: text,
      },
    ],
  });

  it.each([
    '<script>alert("x")</script>',
    "&amp; &lt; ]]> <!-- <?xml",
    "stuur\u0000teken \u0007 \u001b[0m en \ud800 half",
    "'\" onmouseover=",
    "\u202eachterstevoren",
    "",
    "a".repeat(5000),
    "regel\r\nregel\ttab",
  ])("%j stays a text: the file is whole, and has the same shapes", async (text) => {
    const [bad, good] = [readPptx(await writePptx(deckWith(text))), readPptx(await writePptx(deckWith("gewoon")))];
    expect(bad.missing).toEqual([]);
    // The library numbers the charts of all decks of a process on.
    const shapes = ({ parts }: ReadPptx) =>
      Object.entries(parts)
        .filter(([name]) => /^ppt\/(slides|charts)\/\w+\.xml$/.test(name))
        .map(([, content]) => [...new TextDecoder().decode(content).matchAll(/<[a-z]:\w+/g)].length);
    // A text that is empty after all has no run of text of its own.
    if (plain(text) !== "") expect(shapes(bad)).toEqual(shapes(good));
    expect(bad.charts[1]?.series.map(({ values }) => [...values])).toEqual([
      [
        [0, 0.5],
        [2, 1],
      ],
      [[1, 0]],
    ]);
  });

  it("a norm that nobody was judged on has a slide with words and no chart", async () => {
    const [slide] = deckWith("x").slides;
    const empty = { ...slide!, bar: { name: "n = 0", parts: slide!.bar.parts.map((part) => ({ ...part, count: 0 })) }, trend: undefined };
    const { slides, charts } = readPptx(await writePptx({ ...deckWith("x"), slides: [empty] }));
    expect([slides.length, charts.length]).toEqual([2, 0]);
  });
});

describe("the page of the slides", () => {
  it("is a click away from a norm, which is ticked then, and from the table of norms", async () => {
    const norm = await read(madeUpData(), `/normen/${addresses[2]}`);
    const link = /href="(\/dias\?[^"]+)"/.exec(norm.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await read(madeUpData(), link)).html).toMatch(/name="norm" value="NVVK\/basis\/2021\/3.2" checked/);
    expect((await read(madeUpData(), "/normen?label=NVVK")).html).toContain('href="/dias?label=NVVK"');
  });

  it("offers the norms with a signal, those that nobody meets ticked", async () => {
    const { html, text } = await read(madeUpData(), "/dias");
    expect(text).toContain("Dia’s van normen");
    expect(html).toMatch(/<input type="checkbox" name="norm" value="KSW\/basis\/2019\/\w+" checked/);
  });

  it("takes norms from its address, ticked, and then ticks nothing by itself", async () => {
    const { html, text } = await read(madeUpData(), `/dias?${query}&norm=onzin`);
    expect(text).toContain("Normen uit uw link");
    expect(html.match(/ checked/g)?.length).toBe(addresses.length);
  });

  it("says what to do when nothing was chosen, or too much", async () => {
    const none = await read(madeUpData(), "/dias/normen.pptx?norm=KSW%2Fnergens");
    expect([none.status, none.text]).toEqual([400, expect.stringContaining("U hebt nog geen norm gekozen")]);
    const many = Array.from({ length: 61 }, (_, i) => `norm=${i}`).join("&");
    expect(await read(madeUpData(), `/dias/normen.pptx?${many}`)).toMatchObject({
      status: 400,
      text: expect.stringContaining("hooguit 60 normen"),
    });
  });

  it("says so when nothing is published yet", async () => {
    for (const path of ["/dias", `/dias/normen.pptx?${query}`]) expect((await read(nothingYet(), path)).text).toContain("nog geen cijfers");
  });
});
