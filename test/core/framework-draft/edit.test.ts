import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DraftEdit, editDraft } from "../../../core/framework-draft/edit.ts";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { author, base, edited, normAt, seeded, source, textOf } from "./drafts.ts";

const draft = seeded();
const id = (code: string, of: FrameworkDraft = draft) => normAt(of, code).id;
const newNorm = { code: "V16", title: "Een nieuwe norm.", category: "V", competencies: ["C08"] };
const faults = (edit: DraftEdit, of: FrameworkDraft = draft) => {
  const outcome = editDraft(of, edit, source, author);
  return "faults" in outcome ? outcome.faults.map(({ fault }) => fault) : "made";
};

describe("an edit", () => {
  it("makes the next revision, and says who did it, when, and to which norm", () => {
    const { revision, trail } = edited(draft, { kind: "drop", id: id("O19"), reason: "x" });
    expect(revision).toBe(2);
    expect(trail.at(-1)).toEqual({ revision: 2, event: "dropped", norms: ["O19"], by: author.by, at: author.at });
    expect(draft.revision).toBe(1);
  });

  it("that words a norm anew makes it another norm, unless somebody says that it asks the same", () => {
    const to = { ...textOf(draft, "V04"), title: "Anders verwoord." };
    expect(normAt(edited(draft, { kind: "change", id: id("V04"), to }), "V04").from).toEqual([{ norm: "V04", relation: "reworded" }]);
    const same = edited(draft, { kind: "change", id: id("V04"), to, asksSame: true });
    expect(normAt(same, "V04").from).toEqual([{ norm: "V04", relation: "same" }]);
    const renumbered = edited(draft, { kind: "change", id: id("V04"), to: { ...textOf(draft, "V04"), code: "V99" } });
    expect(normAt(renumbered, "V99").from).toEqual([{ norm: "V04", relation: "same" }]);
  });

  it("leaves the overlaps of a norm that asks something else behind, until somebody says that they still hold", () => {
    const overlapping = draft.norms.find(({ overlaps }) => overlaps.length > 1)!;
    const to = { ...textOf(draft, overlapping.code), title: "Anders verwoord." };
    const reworded = edited(draft, { kind: "change", id: overlapping.id, to });
    expect(normAt(reworded, overlapping.code).overlaps).toEqual([]);
    const [first] = overlapping.overlaps;
    const held = edited(reworded, { kind: "change", id: overlapping.id, to, overlaps: [`${first!.framework} ${first!.norm}`] });
    expect(normAt(held, overlapping.code).overlaps).toEqual([first]);
    const back = edited(held, { kind: "change", id: overlapping.id, to, asksSame: true });
    expect(normAt(back, overlapping.code).overlaps).toEqual(overlapping.overlaps);
  });

  it("drops a norm and puts it back as it stood, at the end of its category", () => {
    const changed = edited(draft, { kind: "change", id: id("V02"), to: { ...textOf(draft, "V02"), title: "Nieuw." } });
    const dropped = edited(changed, { kind: "drop", id: id("V02"), reason: "Overbodig." });
    expect(dropped.dropped).toMatchObject([{ norm: { code: "V02", title: "Nieuw." }, reason: "Overbodig." }]);
    const back = edited(dropped, { kind: "restore", id: id("V02") });
    expect(back.dropped).toEqual([]);
    expect(normAt(back, "V02")).toEqual(normAt(changed, "V02"));
    expect(back.norms.findIndex(({ code }) => code === "V02")).toBe(back.norms.findIndex(({ code }) => code === "D01") - 1);
  });

  it("does not put a norm back whose code was given to another", () => {
    const taken = edited(
      draft,
      { kind: "drop", id: id("V02"), reason: "x" },
      { kind: "change", id: id("V03"), to: { ...textOf(draft, "V03"), code: "V02" } },
    );
    expect(faults({ kind: "restore", id: id("V02") }, taken)).toEqual(["codeGivenAway"]);
  });

  it("merges norms in the place of the first, and splits one into parts that each come from it", () => {
    const merged = edited(draft, { kind: "merge", ids: [id("V02"), id("V05")], into: { ...newNorm, code: "V02" } });
    expect(merged.norms[1]).toMatchObject({
      code: "V02",
      from: [
        { norm: "V02", relation: "merged" },
        { norm: "V05", relation: "merged" },
      ],
    });
    expect(merged.norms.some(({ code }) => code === "V05")).toBe(false);
    const parts = [
      { ...newNorm, code: "V03a" },
      { ...newNorm, code: "V03b" },
    ];
    const split = edited(draft, { kind: "split", id: id("V03"), parts });
    expect(split.norms.slice(2, 4).map(({ code, from }) => [code, from])).toEqual([
      ["V03a", [{ norm: "V03", relation: "split" }]],
      ["V03b", [{ norm: "V03", relation: "split" }]],
    ]);
  });

  it("that puts all parts of a norm together again has a reworded norm, and a part of it while there is another part", () => {
    const parts = ["a", "b", "c"].map((letter) => ({ ...newNorm, code: `V03${letter}` }));
    const split = edited(draft, { kind: "split", id: id("V03"), parts });
    const two = edited(split, { kind: "merge", ids: [id("V03a", split), id("V03b", split)], into: { ...newNorm, code: "V03" } });
    expect(normAt(two, "V03").from).toEqual([{ norm: "V03", relation: "split" }]);
    const all = edited(two, { kind: "merge", ids: [id("V03", two), id("V03c", two)], into: { ...newNorm, code: "V03" } });
    expect(normAt(all, "V03").from).toEqual([{ norm: "V03", relation: "reworded" }]);
  });

  it.each([
    [{ kind: "drop", id: 999, reason: "x" }, ["normUnknown"]],
    [{ kind: "restore", id: 1 }, ["normUnknown"]],
    [{ kind: "merge", ids: [1, 1], into: newNorm }, ["tooFew"]],
    [{ kind: "merge", ids: [1, 999], into: newNorm }, ["normUnknown"]],
    [{ kind: "split", id: 1, parts: [newNorm] }, ["tooFew"]],
    [{ kind: "split", id: 1, parts: [newNorm, newNorm] }, ["codeTaken"]],
    [{ kind: "add", norm: { ...newNorm, code: "v 01" } }, ["codeTaken"]],
    [{ kind: "add", norm: { code: "", title: "", category: "", competencies: [] } }, ["codeMissing", "titleMissing", "categoryUnknown"]],
    [{ kind: "add", norm: { ...newNorm, code: "=1+1" } }, ["codeMalformed"]],
    [{ kind: "add", norm: { ...newNorm, code: "1.10" } }, ["codeEndsInZero"]],
    [{ kind: "add", norm: { ...newNorm, code: "Score" } }, ["codeIsColumn"]],
    [{ kind: "add", norm: { ...newNorm, title: "x".repeat(501) } }, ["titleTooLong"]],
    [{ kind: "add", norm: { ...newNorm, title: "twee\nregels" } }, ["titleMalformed"]],
    [
      { kind: "add", norm: { ...newNorm, category: "Z", competencies: ["C01", "C01", "C99"] } },
      ["categoryUnknown", "competencyDouble", "competencyUnknown"],
    ],
    [{ kind: "change", id: 1, to: textOf(draft, "V01") }, ["nothingChanged"]],
  ] as const)("%j is refused: %j", (edit, why) => {
    expect(faults(edit as DraftEdit)).toEqual(why);
  });

  it("does not drop the last norm", () => {
    const last = { ...draft, norms: draft.norms.slice(0, 1) };
    expect(faults({ kind: "drop", id: 1, reason: "x" }, last)).toEqual(["lastNorm"]);
  });
});

it("whatever is done, each norm of the version before is accounted for, and no id or code is there twice", () => {
  const text = fc.record({
    code: fc.constantFrom("V01", "V02", "D01", "N1", "N2", "N3"),
    title: fc.constantFrom("Een.", "Twee.", base.norms[0]!.title),
    category: fc.constantFrom("V", "D"),
    competencies: fc.constantFrom([], ["C01"]),
  });
  const norm = fc.integer({ min: 1, max: 8 });
  const edit: fc.Arbitrary<DraftEdit> = fc.oneof(
    fc.record({ kind: fc.constant("change" as const), id: norm, to: text }),
    fc.record({ kind: fc.constant("add" as const), norm: text }),
    fc.record({ kind: fc.constant("drop" as const), id: norm, reason: fc.constant("x") }),
    fc.record({ kind: fc.constant("restore" as const), id: norm }),
    fc.record({ kind: fc.constant("merge" as const), ids: fc.array(norm, { minLength: 2, maxLength: 3 }), into: text }),
    fc.record({ kind: fc.constant("split" as const), id: norm, parts: fc.array(text, { minLength: 2, maxLength: 3 }) }),
  );
  const small = { ...draft, norms: draft.norms.slice(0, 5) };
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      let now: FrameworkDraft = small;
      for (const one of edits) {
        const outcome = editDraft(now, one, source, author);
        if ("draft" in outcome) now = outcome.draft;
      }
      const all = [...now.norms, ...now.dropped.map((one) => one.norm)];
      expect(new Set(all.flatMap(({ from }) => from.map((origin) => origin.norm)))).toEqual(new Set(small.norms.map(({ code }) => code)));
      expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
      expect(new Set(now.norms.map(({ code }) => code)).size).toBe(now.norms.length);
      expect(now.trail).toHaveLength(now.revision);
      const same = now.norms.flatMap(({ from }) => from.filter(({ relation }) => relation === "same").map((origin) => origin.norm));
      expect(new Set(same).size).toBe(same.length);
    }),
  );
});
