import { describe, expect, it } from "vitest";
import { mirrorReport } from "../../core/figures/mirror/mirror-report.ts";
import { bodies, madeUpData, nothingYet } from "./made-up.ts";
import { read } from "./page-text.ts";
import { csvAt } from "./read-csv.ts";
import { sampleScores } from "./sample-scores.ts";
import { person } from "./signed-in.ts";

const counted = await sampleScores();
const codes = [...bodies.keys()];
const labels = ["KSW", "NVVK"];
const cases = codes.flatMap((code) => labels.map((label) => [code, label] as const));

const csvOf = (code: string, label: string) => csvAt(`/spiegel?label=${label}&figuur=spiegel-${label}&als=csv`, person("body", code));

describe("the mirror report", () => {
  it.each(cases)("of %s about %s names no other body, on the page and in its files", async (code, label) => {
    const { text, html } = await read(madeUpData(), `/spiegel?label=${label}`, {}, person("body", code));
    expect(text).toContain(`Spiegelrapport van ${bodies.get(code)}: ${label}`);
    const file = (await csvOf(code, label)).flat().join(" ");
    for (const [other, name] of bodies) {
      if (other === code) continue;
      expect(text).not.toContain(name);
      expect(html).not.toMatch(new RegExp(`\\b${other}\\b`));
      expect(file).not.toMatch(new RegExp(`\\b(${other}|${name})\\b`, "i"));
    }
  });

  it.each(cases)("of %s about %s shows of all bodies what may be shown and nothing more", async (code, label) => {
    const { rows } = mirrorReport(counted, label, code);
    const [, ...lines] = await csvOf(code, label);
    expect(lines.length).toBe(rows.length);
    rows.forEach(({ norm, own, all: { judgements } }, i) => {
      const line = lines[i]!;
      expect(line[0]).toBe(norm.code);
      expect(line.slice(3, 9).map(Number)).toEqual([own.judged, own.met, own.partiallyMet, own.notMet, own.notApplicable, own.notAssessed]);
      const all = line.slice(12, 16);
      const shown =
        judgements.shows === "all"
          ? [judgements.judged, judgements.met, judgements.partiallyMet, judgements.notMet]
          : judgements.shows === "met"
            ? [judgements.judged, judgements.met, "", ""]
            : judgements.shows === "number"
              ? [judgements.judged, "", "", ""]
              : ["", "", "", ""];
      expect(all).toEqual(shown.map(String));
      expect(line[19] === "").toBe(judgements.shows === "all");
    });
  });

  it.each(cases)("of %s about %s says on the page in words why a number is hidden", async (code, label) => {
    const { rows } = mirrorReport(counted, label, code);
    const { all } = await read(madeUpData(), `/spiegel?label=${label}`, {}, person("body", code));
    const shown = all("tr").slice(1);
    expect(shown.length).toBe(rows.length);
    rows.forEach(({ all: { judgements } }, i) => {
      expect(/iet getoond|niet apart getoond/.test(shown[i]!)).toBe(judgements.shows !== "all");
      // A bar of all bodies has their numbers in it: only where all three may be shown.
      if (judgements.shows === "nothing") expect(shown[i]).not.toMatch(/n = \d+.*n = \d+/);
    });
  });

  it("is that of the own body, whatever the address says", async () => {
    const mine = await read(madeUpData(), "/spiegel?label=KSW", {}, person("body", "ciio"));
    const asked = await read(madeUpData(), "/spiegel?label=KSW&instelling=dnv&body=dnv&van=2024", {}, person("body", "ciio"));
    expect(asked.text).toBe(mine.text);
  });

  it("keeps a hostile name of the body a text", async () => {
    const hostile = '"><script>alert(1)</script>';
    const data = madeUpData({ bodies: async () => new Map([["ciio", hostile]]) });
    const { html, text } = await read(data, "/spiegel", {}, person("body", "ciio"));
    expect(html).not.toContain("<script>alert");
    expect(text).toContain(hostile);
  });

  it("of a body that delivered nothing says so", async () => {
    const { text, status } = await read(madeUpData(), "/spiegel", {}, person("body", "nieuwkomer"));
    expect([status, text]).toEqual([200, expect.stringContaining("nog geen normen beoordeeld")]);
  });

  it("waits for figures", async () => {
    expect((await read(nothingYet(), "/spiegel", {}, person("body"))).text).toContain("Er zijn nog geen cijfers");
  });
});
