import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionKinds } from "../../../core/decisions.ts";
import { openWork } from "../../../core/framework-draft/check.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { base, catalogue, decision, edited, files, normAt, published, seeded, textOf } from "./drafts.ts";

const shipped = { catalogue, files, drafts: [] };

/** The draft with a norm worded otherwise, and said to ask the same: a decision about it stays with it. */
const asTheSame = (code: string, draft: FrameworkDraft): FrameworkDraft =>
  edited(draft, {
    kind: "change",
    id: normAt(draft, code).id,
    to: { ...textOf(draft, code), title: "Helderder verwoord." },
    asksSame: true,
  });

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
    const in2028 = asTheSame("V01", seeded([first]));
    const after = published(in2028, shipped);
    expect(seeded([first], { ...after, version: "2030" }).decisions).toEqual([]);
    expect(seeded([first, second], { ...after, version: "2030" }).dropped.map(({ norm }) => norm.code)).toEqual(["V01"]);
    // The first was never worked out, and the second took its place and was.
    const both = published({ ...in2028, decisions: seeded([first, second]).decisions }, shipped);
    expect(seeded([first, second], { ...both, version: "2030" }).decisions).toEqual([]);
  });

  it("does not take up again what a draft took up two versions ago, when the one between took up nothing", () => {
    const decisions = [decision("V04", "clarify"), decision("V01", "keep")];
    const after2028 = published(asTheSame("V04", seeded(decisions)), shipped);
    const in2030 = seeded(decisions, { ...after2028, version: "2030", plannedFrom: "2030-01-01" });
    expect(in2030.decisions).toEqual([]);
    const after2030 = published(in2030, after2028);
    const in2032 = seeded(decisions, { ...after2030, version: "2032", plannedFrom: "2032-01-01" });
    expect(in2032.decisions).toEqual([]);
    expect(normAt(in2032, "V04").from).toEqual([{ norm: "V04", relation: "same" }]);
    expect(openWork(in2032, after2030.base)).toEqual([]);
  });

  it("takes up what was decided after the drafts of two versions were begun, also when neither has come to its first day", () => {
    const after2028 = published(seeded(), shipped);
    const after2030 = published(seeded([], { ...after2028, version: "2030" }), after2028);
    const since = decision("V01", "retire", { at: "2026-12-01T10:00:00.000Z" });
    expect(seeded([since], { ...after2030, version: "2032" }).dropped.map(({ norm }) => norm.code)).toEqual(["V01"]);
  });

  it("does not count a decision from before the newest version that came from no draft, however many drafts came after it", () => {
    const old = decision("V01", "retire", { norm: "KSW/basis/2017/V01", at: "2019-04-30T10:00:00.000Z" });
    const after2028 = published(seeded([old]), shipped);
    expect(seeded([old], { ...after2028, version: "2030" }).dropped).toEqual([]);
    const after2030 = published(seeded([], { ...after2028, version: "2030" }), after2028);
    expect(seeded([old], { ...after2030, version: "2032" }).dropped).toEqual([]);
  });

  it("goes by the first day of a version whose draft was thrown away: what that draft took up, it did not bring", () => {
    const [before, since] = [decision("V01", "retire"), decision("V02", "retire", { at: "2028-02-01T10:00:00.000Z" })];
    const after = published(seeded(), shipped);
    const drafts = after.drafts.map((draft) => ({ ...draft, state: "discarded" as const, decisions: seeded([since]).decisions }));
    expect(seeded([before, since], { ...after, drafts, version: "2030" }).dropped.map(({ norm }) => norm.code)).toEqual(["V02"]);
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
