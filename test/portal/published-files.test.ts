import { describe, expect, it } from "vitest";
import { madeUpData, nothingYet, publication } from "./made-up.ts";
import { read } from "./page-text.ts";
import { openWith } from "./signed-in.ts";

describe("the page of published files", () => {
  it("offers every file that was published, with what it is, and no other", async () => {
    const { html, text } = await read(madeUpData(), "/cijfers");
    for (const name of publication().files) expect(html).toContain(`href="/cijfers/${name}"`);
    expect(text).toContain("Van toets naar hertoets (transitions.csv)");
    expect(html).not.toContain("bodies.csv");
  });

  it("offers a file that nobody described, by its name", async () => {
    const odd = madeUpData({ publication: async () => publication({ files: ["nieuw bestand.csv"] }) });
    const { html } = await read(odd, "/cijfers");
    expect(html).toContain('<a href="/cijfers/nieuw%20bestand.csv" download="">nieuw bestand.csv</a>');
    expect(html).not.toContain("norm-figures");
  });

  it("hands out each of them", async () => {
    const { html } = await read(madeUpData(), "/cijfers");
    const files = new Set([...html.matchAll(/href="(\/cijfers\/[^"]+)"/g)].map((match) => match[1]!));
    expect(files.size).toBe(publication().files.length);
    for (const file of files) expect((await openWith(madeUpData()).ask(file)).status, file).toBe(200);
  });

  it("says that there are none before anything was published", async () => {
    expect((await read(nothingYet(), "/cijfers")).all("h1")).toEqual(["Er zijn nog geen cijfers"]);
  });
});
