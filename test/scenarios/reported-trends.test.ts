import { afterEach, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../core/faults.ts";
import { SHARDS } from "../../core/scoring/shard.ts";
import type { PackedTrend } from "../../core/scoring/types.ts";
import { createWorld, csv, report, type World } from "./world.ts";

const met = { V01: "voldoet", V02: "voldoet deels", D01: "voldoet niet" };
const trendsCsv = (...lines: string[]) => `${["rapportkenmerk;thema;richting;omschrijving", ...lines].join("\r\n")}\r\n`;
const waiting = trendsCsv("R-1;Wachttijden;toenemend;Er is een wachtlijst.", "R-1;Werkdruk;gelijk;");

describe("reported trends", () => {
  let world: World;
  afterEach(() => world.close());

  /** Trends per report that is counted with, from every shard. */
  async function counted(): Promise<Record<string, readonly PackedTrend[]>> {
    const shards = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => world.stack.reports.shard(shard)));
    return Object.fromEntries(shards.flat().map(({ reference, framework, trends = [] }) => [`${framework} ${reference}`, trends]));
  }

  it("that come after their report, in a file of their own, are counted with it, and its scores stay", async () => {
    world = await createWorld();
    await world.deliver("ciio/a.csv", csv(...report({}, met)));
    const { receipt } = await world.deliver("ciio/trends.csv", waiting);
    expect(receipt.reports).toEqual([{ reference: "R-1", label: "KSW", outcome: "replaced" }]);
    expect(await counted()).toEqual({
      "KSW/basis/2019 R-1": [
        { theme: "Wachttijden", direction: "increasing" },
        { theme: "Werkdruk", direction: "stable" },
      ],
    });
    expect((await world.figures())["KSW V01"]).toMatchObject({ organisaties: 1, voldoet: 1 });
  });

  it("have one effect when their acceptance breaks off, before and after its work", async () => {
    let calls = 0;
    world = await createWorld((own) => ({
      "accept-reports": async (event: unknown) => {
        if (!JSON.stringify(event).includes("trends.csv")) return own["accept-reports"]?.(event);
        calls++;
        if (calls === 1) throw new ServiceUnavailable("before the work");
        const output = await own["accept-reports"]?.(event);
        if (calls === 2) throw new ServiceUnavailable("after the work, before the answer");
        return output;
      },
    }));
    await world.deliver("ciio/a.csv", csv(...report({}, met)));
    const { status, receipt } = await world.deliver("ciio/trends.csv", waiting);
    expect([status, receipt.status]).toEqual(["SUCCEEDED", "accepted"]);
    expect(calls).toBe(3);
    expect(Object.values(await counted())).toEqual([
      [
        { theme: "Wachttijden", direction: "increasing" },
        { theme: "Werkdruk", direction: "stable" },
      ],
    ]);
  });

  it("of a combined audit count under both labels; other trends for a report replace them, a correction takes them away", async () => {
    world = await createWorld();
    const nvvk = ["1.2", "3.1"].map((norm) => ({ label: "NVVK", normenkader: "2021", norm, toetsvorm: "labelcombinatie" }));
    await world.deliver("ciio/a.csv", csv(...report({ toetsvorm: "labelcombinatie" }, met), ...nvvk));
    await world.deliver("ciio/trends.csv", trendsCsv("R-1;Armoede;toenemend;"));
    const rising = [{ theme: "Armoede", direction: "increasing" }];
    expect(await counted()).toEqual({ "KSW/basis/2019 R-1": rising, "NVVK/basis/2021 R-1": rising });
    await world.deliver("ciio/trends-2.csv", trendsCsv("R-1;Armoede;afnemend;"));
    await world.deliver(
      "ciio/b.csv",
      csv(...report({ status: "gewijzigd", toetsvorm: "labelcombinatie" }, { ...met, V01: "voldoet niet" })),
    );
    expect(await counted()).toEqual({
      "KSW/basis/2019 R-1": [],
      "NVVK/basis/2021 R-1": [{ theme: "Armoede", direction: "decreasing" }],
    });
  });
});
