/** The data set with planted truths through the whole product: files in, published files out. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublishedSignal } from "../../core/figures/signals-json.ts";
import type { ViewFigureRow } from "../../core/figures/view-figure-rows.ts";
import { publishCatalogue } from "../../functions/adapters/catalogue-store.ts";
import { findPublication } from "../../local/score.ts";
import { dataset, expectedFlags, expectedNorms } from "../fixtures/dataset/expected.ts";
import { createWorld, type World } from "./world.ts";

const VIEW = "SSW/*/v1..v2";

describe("the data set, delivered by its four bodies", () => {
  let world: World;
  let rows: readonly ViewFigureRow[];
  let signals: readonly PublishedSignal[];

  async function published<Content>(name: string): Promise<Content> {
    const publication = await findPublication(world.stack);
    return JSON.parse(new TextDecoder().decode(await world.stack.stores.figures.read(`published/${publication!.run}/${name}`)));
  }

  beforeAll(async () => {
    world = await createWorld();
    await publishCatalogue(world.stack.stores.catalogue, dataset.catalogue);
    for (const { path, text } of dataset.deliveries) {
      const { receipt } = await world.deliver(path, text);
      expect([path, receipt.status]).toEqual([path, "accepted"]);
    }
    await world.figures("2025-12-31");
    rows = (await published<ViewFigureRow[]>("view-figures.json")).filter(({ beeld }) => beeld === VIEW);
    signals = (await published<PublishedSignal[]>("signals.json")).filter(({ view }) => view === VIEW);
  });
  afterAll(() => world.close());

  it("gives the figures of R in view-figures, each judgement of a combined audit once", () => {
    const byNorm = new Map(rows.map((row) => [row.norm, row]));
    expect([...byNorm.keys()].sort()).toEqual(expectedNorms.map(({ norm }) => norm));
    for (const { norm, n, met, partly, notMet, wilson95 } of expectedNorms) {
      const row = byNorm.get(norm)!;
      expect([norm, row.beoordeeld, row.voldoet, row.voldoet_deels, row.voldoet_niet]).toEqual([norm, n, met, partly, notMet]);
      expect(row.aandeel_voldoet).toBeCloseTo(met / n, 14);
      expect(row.ondergrens).toBeCloseTo(wilson95[0], 11);
      expect(row.bovengrens).toBeCloseTo(wilson95[1], 11);
    }
  });

  it("gives the flags of R in signals.json and in view-figures", () => {
    const flags = signals.map(({ signal, norm, about }) =>
      [signal, norm, about.body ?? about.variant ?? about.norm].filter(Boolean).join(" "),
    );
    expect(flags.sort()).toEqual(expectedFlags);
    const codes = rows.flatMap(({ norm, signalen }) =>
      signalen
        .split("|")
        .filter(Boolean)
        .map((code) => `${code} ${norm}`),
    );
    expect(codes.sort()).toEqual([...new Set(expectedFlags.map((flag) => flag.split(" ").slice(0, 2).join(" ")))].sort());
  });

  it("marks the norm that the second version withdrew, and says where each norm stands", () => {
    const row = (code: string) => rows.find(({ norm }) => norm === code)!;
    expect(row("N19")).toMatchObject({ titel: "Norm N19 (vervallen)", varianten: "regulier", normenkaders: "v1" });
    expect(row("N01")).toMatchObject({ titel: "Norm N01", varianten: "regulier|wijkteam", normenkaders: "v1|v2" });
    expect(row("N38")).toMatchObject({ varianten: "wijkteam", normenkaders: "v2" });
  });

  it("gives every signal its evidence, its sentence, and since when it is there", () => {
    for (const { evidence, sentence, since, status } of signals) {
      expect(evidence).toMatchObject({ referenceDate: "2025-12-31", restsOn: { view: VIEW } });
      expect(sentence.nl).toMatch(/[.?]$/);
      expect(since).toMatch(/^20\d\d-12-31$/);
      expect(["nieuw", "bevestigd", "aanhoudend"]).toContain(status);
      expect(since === "2025-12-31").toBe(status === "nieuw");
    }
    expect(signals.filter(({ status }) => status === "aanhoudend").map(({ norm }) => norm)).toEqual(["N17", "N22"]);
  });

  it("publishes the same rows in CSV, and the same again the second time", async () => {
    const publication = await findPublication(world.stack);
    const csv = new TextDecoder().decode(await world.stack.stores.figures.read(`published/${publication!.run}/view-figures.csv`));
    expect(csv.split("\r\n")[0]).toBe(
      "beeld;label;varianten;normenkaders;norm;titel;categorie;competenties;organisaties;beoordeeld;voldoet;voldoet_deels;voldoet_niet;niet_van_toepassing;niet_beoordeeld;aandeel_voldoet;ondergrens;bovengrens;signalen",
    );
    const again = await world.figures("2025-12-31");
    expect(Object.keys(again)).not.toHaveLength(0);
    expect((await published<PublishedSignal[]>("signals.json")).filter(({ view }) => view === VIEW)).toEqual(signals);
  });
});
