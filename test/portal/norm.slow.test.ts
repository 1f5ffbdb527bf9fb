import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { normRows } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../core/figures/selected/selection.ts";
import { madeUpData } from "./made-up.ts";
import { sampleScores } from "./sample-scores.ts";
import { openWith } from "./signed-in.ts";

describe("the page of a norm, for every norm there is", () => {
  it("stays below 60 kB compressed, also the one with most on it", async () => {
    const portal = openWith(madeUpData());
    const sizes = await Promise.all(
      normRows(await sampleScores(), everythingOf("KSW")).rows.map(
        async ({ address }) => gzipSync(await (await portal.ask(`/normen/${address}`)).text()).length,
      ),
    );
    expect(Math.max(...sizes)).toBeLessThan(60_000);
  });

  it("is found under every address of the catalogue, in one step at most", async () => {
    const portal = openWith(madeUpData());
    for (const framework of (await sampleScores()).catalogue.frameworks) {
      for (const { code } of framework.norms) {
        const path = `/normen/${[framework.label, framework.variant, framework.version, code].map(encodeURIComponent).join("/")}`;
        const answer = await portal.ask(path);
        const end = answer.status === 302 ? await portal.ask(answer.headers.get("Location")!) : answer;
        expect(end.status, path).toBe(200);
      }
    }
  });
});
