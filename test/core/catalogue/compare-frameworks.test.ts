import { describe, expect, it } from "vitest";
import { compareFrameworks } from "../../../core/catalogue/compare-frameworks.ts";
import type { Norm, NormFramework, Relation } from "../../../core/catalogue/types.ts";
import { frameworkOfDraft } from "../../../core/framework-draft/framework-of-draft.ts";
import { frameworkKey } from "../../../core/ids.ts";
import { base, catalogue, edited, normAt, seeded, textOf } from "../framework-draft/drafts.ts";

const framework = (version: string, norms: readonly Norm[], variant = "basis"): NormFramework => ({
  label: "KSW",
  variant,
  version,
  title: version,
  validFrom: "2019-01-01",
  validUntil: null,
  cycleYears: 2,
  categories: [{ code: "A", title: "A" }],
  norms,
});
const norm = (code: string, from: readonly (readonly [version: string, code: string, relation: Relation])[] = []): Norm => ({
  code,
  title: code,
  category: "A",
  from: from.map(([version, origin, relation]) => ({ framework: `KSW/basis/${version}`, norm: origin, relation })),
});
const rows = (before: NormFramework, after: NormFramework, all: readonly NormFramework[]) =>
  compareFrameworks(before, after, all).map((row) => [row.relation, row.before.map(({ code }) => code).join("+"), row.after?.code ?? ""]);

describe("two versions beside each other", () => {
  it("give every norm of the later one what it was, then what was dropped", () => {
    const draft = edited(
      seeded(),
      { kind: "drop", id: normAt(seeded(), "O19").id, reason: "x" },
      { kind: "change", id: 1, to: { ...textOf(seeded(), "V01"), title: "Anders." } },
      { kind: "merge", ids: [2, 3], into: { ...textOf(seeded(), "V02"), title: "Samen." } },
      { kind: "add", norm: { ...textOf(seeded(), "V04"), code: "V16" } },
    );
    const all = rows(base, frameworkOfDraft(draft), catalogue.frameworks);
    expect(all.filter(([relation]) => relation !== "same")).toEqual([
      ["reworded", "V01", "V01"],
      ["merged", "V02+V03", "V02"],
      ["new", "", "V16"],
      ["dropped", "O19", ""],
    ]);
    expect(all).toHaveLength(base.norms.length - 2 + 1 + 1);
  });

  it("tell what happened across versions in between", () => {
    const [a, b, c] = [
      framework(
        "1",
        ["A1", "A2", "A3", "A4"].map((code) => norm(code)),
      ),
      framework("2", [
        norm("B1", [["1", "A1", "reworded"]]),
        norm("B2", [
          ["1", "A2", "same"],
          ["1", "A3", "merged"],
        ]),
        norm("B3"),
      ]),
      framework("3", [norm("C1", [["2", "B1", "same"]]), norm("C2a", [["2", "B2", "split"]]), norm("C3", [["2", "B3", "same"]])]),
    ];
    expect(rows(a, c, [a, b, c])).toEqual([
      ["reworded", "A1", "C1"],
      ["merged", "A2+A3", "C2a"],
      ["new", "", "C3"],
      ["dropped", "A4", ""],
    ]);
  });

  it("of two variants are tied where the catalogue says that they ask the same", () => {
    const wijkteam = catalogue.frameworkByKey.get(frameworkKey("KSW", "wijkteam", "2021"))!;
    const all = rows(base, wijkteam, catalogue.frameworks);
    expect(all.filter(([relation]) => relation === "overlaps")).toHaveLength(22);
    expect(all.filter(([relation]) => relation === "new")).toHaveLength(14);
    expect(rows(wijkteam, base, catalogue.frameworks).filter(([relation]) => relation === "overlaps")).toHaveLength(22);
  });
});
