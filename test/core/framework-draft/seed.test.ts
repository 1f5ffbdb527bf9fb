import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionKinds } from "../../../core/decisions.ts";
import { base, decision, normAt, seeded } from "./drafts.ts";

describe("a draft of the next version", () => {
  it("without decisions is the version in force, each norm the same", () => {
    const draft = seeded();
    expect(draft.norms.map(({ code, title }) => [code, title])).toEqual(base.norms.map(({ code, title }) => [code, title]));
    expect(new Set(draft.norms.flatMap(({ from }) => from.map(({ relation }) => relation)))).toEqual(new Set(["same"]));
    expect(draft).toMatchObject({
      base: "KSW/basis/2019",
      version: "2028",
      revision: 1,
      state: "open",
      dropped: [],
      plannedFrom: "2028-01-01",
    });
    expect(draft.title).toBe("Kwaliteitslabel Sociaal Werk, basis 2028 (voorbeeldcatalogus, geen officiële normtekst)");
  });

  it("leaves out what is retired but lists it with why; what is amended or clarified is to be worded; what is kept or monitored is the same", () => {
    const draft = seeded([
      decision("O19", "retire", { reason: "Niemand haalt hem." }),
      decision("V04", "amend"),
      decision("V05", "clarify"),
      decision("V06", "keep"),
      decision("V08", "monitor"),
    ]);
    expect(draft.norms.some(({ code }) => code === "O19")).toBe(false);
    expect(draft.dropped.map(({ norm, reason }) => [norm.code, reason])).toEqual([["O19", "Niemand haalt hem."]]);
    const relation = (code: string) => normAt(draft, code).from;
    expect(["V04", "V05", "V06", "V08"].map((code) => relation(code)[0]?.relation)).toEqual(["reworded", "reworded", "same", "same"]);
    expect(draft.decisions.map(({ norm, kind, number }) => [norm, kind, number])).toEqual([
      ["V04", "amend", 1],
      ["V05", "clarify", 1],
      ["V06", "keep", 1],
      ["V08", "monitor", 1],
      ["O19", "retire", 1],
    ]);
  });

  it("keeps what a norm overlaps with, also where only the other framework says so; not of a norm that is to ask something else", () => {
    const overlapping = base.norms[base.overlapsOf.findIndex((links) => links.length > 1)]!.code;
    expect(normAt(seeded(), overlapping).overlaps.length).toBeGreaterThan(1);
    expect(normAt(seeded([decision(overlapping, "amend")]), overlapping).overlaps).toEqual([]);
  });

  it("goes by the last decision about a norm, under whichever address it was made", () => {
    const draft = seeded([
      decision("D02", "retire", { at: "2026-01-01T10:00:00.000Z" }),
      decision("D02", "keep", { norm: "KSW/wijkteam/2021/D02", number: 2, at: "2026-02-01T10:00:00.000Z" }),
    ]);
    expect(draft.decisions.map(({ address, number, kind }) => [address, number, kind])).toEqual([["KSW/wijkteam/2021/D02", 2, "keep"]]);
    expect(draft.dropped).toEqual([]);
  });

  it("does not count a decision from before the version in force, which was about the one before", () => {
    expect(seeded([decision("V01", "retire", { norm: "KSW/basis/2017/V01", at: "2019-04-30T10:00:00.000Z" })]).dropped).toEqual([]);
    expect(seeded([decision("V01", "retire", { norm: "KSW/basis/2017/V01", at: "2019-05-01T10:00:00.000Z" })]).dropped).toHaveLength(1);
  });

  it("does not take up again what the draft that the version came from took up; what was decided since, it does", () => {
    const first = decision("V01", "amend");
    const second = decision("V01", "retire", { number: 2, at: "2026-04-01T10:00:00.000Z" });
    const earlier = seeded([first]);
    expect(seeded([first], { earlier }).decisions).toEqual([]);
    expect(seeded([first, second], { earlier }).dropped).toHaveLength(1);
    // The first was never worked out, and the second took its place and was.
    expect(seeded([first, second], { earlier: seeded([first, second]) }).decisions).toEqual([]);
  });

  it("accounts for each norm exactly once, whatever was decided", () => {
    const decided = fc.uniqueArray(fc.tuple(fc.constantFrom(...base.norms.map(({ code }) => code)), fc.constantFrom(...decisionKinds)), {
      selector: ([code]) => code,
    });
    fc.assert(
      fc.property(decided, (all) => {
        const { norms, dropped } = seeded(all.map(([code, kind]) => decision(code, kind)));
        const accounted = [...norms, ...dropped.map(({ norm }) => norm)].flatMap(({ from }) => from.map(({ norm }) => norm));
        expect(accounted.toSorted()).toEqual(base.norms.map(({ code }) => code).toSorted());
        const retired = all.filter(([, kind]) => kind === "retire").map(([code]) => code);
        expect(dropped.map(({ norm }) => norm.code).toSorted()).toEqual(retired.toSorted());
      }),
    );
  });
});
