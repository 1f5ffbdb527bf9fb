import { describe, expect, it } from "vitest";
import { combinedComparison } from "../../core/figures/selected/combined-comparison.ts";
import { byDifference, compareSelections, differsClearly } from "../../core/figures/selected/compare-selections.ts";
import { comparisonFields, presetsOf } from "../../portal/comparison.ts";
import { madeUpData, nothingYet } from "./made-up.ts";
import { read } from "./page-text.ts";
import { csvAt } from "./read-csv.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith } from "./signed-in.ts";

const counted = await sampleScores();
const presets = presetsOf(counted, "KSW");
const addressOf = ({ comparison }: (typeof presets)[number], more = "") =>
  `/vergelijken?${new URLSearchParams(comparisonFields(comparison).map(([name, value]) => [name, value]))}${more}`;

describe("two sides beside each other", () => {
  it.each(presets.map((preset) => [addressOf(preset), preset] as const))(
    "say first how many norms differ clearly, and call it verkennend: %s",
    async (path, { comparison }) => {
      const { rows } = compareSelections(counted, comparison.a, comparison.b)!;
      const comparable = rows.filter(({ difference }) => difference !== null).length;
      const clear = rows.filter(differsClearly).length;
      const { text, all } = await read(madeUpData(), path);
      expect(text).toContain(clear === 0 ? `Geen van de ${comparable} normen verschilt duidelijk` : `${clear} van de ${comparable} normen`);
      expect(text).toContain("Verkennend.");
      expect(all("strong").filter((word) => word === "duidelijk").length).toBe(clear);
    },
  );

  it("name what makes them different, and only that", async () => {
    const body = presets.find((preset) => preset.about === "body" && preset.body === "ciio")!;
    const { text } = await read(madeUpData(), addressOf(body));
    expect(text).toMatch(/A : alle instellingen behalve CIIO \(\d+ organisaties\)/);
    expect(text).toMatch(/B : CIIO \(\d+ organisaties\)/);
    expect(text).not.toContain("A : alle varianten");
  });

  it("have a row for every norm, the clearest difference first, with both shares, n and the interval of the difference", async () => {
    const { a, b } = presets[0]!.comparison;
    const sorted = byDifference(compareSelections(counted, a, b)!.rows);
    const { all, html } = await read(madeUpData(), addressOf(presets[0]!));
    const rows = all("tr").slice(-sorted.length);
    sorted.slice(0, 5).forEach(({ norm, a: one, b: other, address }, i) => {
      expect(rows[i]).toContain(`${norm.code} ${norm.title}`);
      expect(rows[i]).toContain(`n = ${one.counts.judged}`);
      expect(rows[i]).toContain(`n = ${other.counts.judged}`);
      expect(html).toContain(`href="/normen/${address}"`);
    });
  });

  it("are the same in the file as on the page", async () => {
    const { a, b } = presets[0]!.comparison;
    const rows = byDifference(compareSelections(counted, a, b)!.rows);
    const [head, ...lines] = await csvAt(addressOf(presets[0]!, "&figuur=vergelijking&als=csv"));
    expect(lines.map(([code]) => code)).toEqual(rows.map(({ norm }) => norm.code));
    const at = head?.indexOf("Verschil (B min A)") ?? -1;
    expect(lines.slice(0, 5).map((line) => line[at])).toEqual(
      rows.slice(0, 5).map(({ difference }) => difference?.difference.toFixed(6).replace(".", ",")),
    );
  });

  it("lose no bar for a side without judgements, and say so when nothing can be compared", async () => {
    const { text } = await read(madeUpData(), "/vergelijken?label=KSW&a-van=2016&a-tot=2016&b-van=2024");
    expect(text).toContain("Er valt niets te vergelijken");
    expect(text).not.toContain("NaN");
  });

  it("speak English when the reader does", async () => {
    const answer = await openWith(madeUpData()).ask(addressOf(presets[0]!), { headers: { Cookie: "taal=en" } });
    expect(await answer.text()).toMatch(/norms differ clearly|norms differs clearly/);
  });

  it("wait for figures", async () => {
    for (const path of ["/vergelijken", "/vergelijken/labels"]) {
      expect((await read({ ...nothingYet(), scores: async () => undefined }, path)).text).toContain("Er zijn nog geen cijfers");
    }
  });
});

describe("two labels in one audit", () => {
  const { pairs, organisations } = combinedComparison(counted, "KSW", "NVVK");

  it("say of how many pairs the judgement sometimes differs, and of how many organisations", async () => {
    const judged = pairs.filter(({ judgedTwice }) => judgedTwice.n > 0);
    const unlike = judged.filter(({ judgedTwice: { n, same } }) => same < n);
    const { text } = await read(madeUpData(), "/vergelijken/labels");
    expect(text).toContain(`Bij ${unlike.length} van de ${judged.length} paren`);
    expect(text).toContain(`${organisations} organisaties zijn in één toets op KSW en NVVK beoordeeld`);
  });

  it("count judged twice apart from taken over, for every pair", async () => {
    const [, ...lines] = await csvAt("/vergelijken/labels?figuur=labels&als=csv");
    const rows = new Map(lines.map((line) => [`${line[0]} ${line[2]}`, line.slice(4, 10).map(Number)]));
    expect(rows.size).toBe(pairs.length);
    for (const {
      a,
      b,
      judgedTwice: { n, same, lower, higher },
      lentToA,
      lentToB,
    } of pairs)
      expect(rows.get(`${a.code} ${b.code}`)).toEqual([n, same, lower, higher, lentToA, lentToB]);
  });

  it("turn around when the reader asks for it", async () => {
    const { text } = await read(madeUpData(), "/vergelijken/labels?a=NVVK&b=KSW");
    expect(text).toContain("op NVVK en KSW beoordeeld");
  });
});
