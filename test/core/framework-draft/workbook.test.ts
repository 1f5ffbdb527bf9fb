import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrameworkDraft } from "../../../core/framework-draft/types.ts";
import { compareWorkbook, type WorkbookProposal } from "../../../core/framework-draft/workbook/compare.ts";
import { readDraftWorkbook } from "../../../core/framework-draft/workbook/read.ts";
import { draftWorkbook } from "../../../core/framework-draft/workbook/write.ts";
import { type CellValue, writeWorkbook } from "../../../core/workbook/write.ts";
import { author, base, decision, edited, normAt, seeded, source, textOf } from "./drafts.ts";

const draft = seeded([decision("V04", "amend"), decision("O19", "retire")]);

type Sheet = Record<string, CellValue>[];

/** The sheet of norms as it was fetched. */
function fetched(of: FrameworkDraft = draft): Sheet {
  const read = readDraftWorkbook(draftWorkbook(of, base));
  if ("unreadable" in read) throw new Error(read.unreadable);
  const [header, ...rows] = read.rows.map(({ cells }) => cells.map(({ text }) => text));
  return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i] ?? ""])));
}

/** Sends a sheet back, with the columns of its first row. */
function sent(rows: Sheet, of: FrameworkDraft = draft, about: readonly string[][] = [["herziening", "1"]], name = "Normen") {
  const columns = Object.keys(rows[0]!).map((header) => ({ header, format: "text" as const }));
  const bytes = writeWorkbook([
    { name, columns, rows: rows.map((row) => columns.map(({ header }) => row[header] ?? null)) },
    {
      name: "Uitleg",
      columns: [{ header: "concept" }, { header: about[0]?.[0] === "concept" ? about[0][1]! : "KSW/basis/2028" }],
      rows: about,
    },
  ]);
  const read = readDraftWorkbook(bytes);
  if ("unreadable" in read) throw new Error(read.unreadable);
  return compareWorkbook(read, of, source);
}

const at = (rows: Sheet, code: string) => rows.find(({ norm }) => norm === code)!;
const proposal = (outcome: ReturnType<typeof sent>): WorkbookProposal => {
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  return outcome;
};
const faults = (outcome: ReturnType<typeof sent>) =>
  "faults" in outcome
    ? outcome.faults.map(({ fault, row, letter, value, other }) => [fault, row === null ? null : `${letter}${row}`, value, other])
    : "none";

describe("a draft that is fetched as a workbook", () => {
  it("and sent back as it is, changes nothing", () => {
    const read = readDraftWorkbook(draftWorkbook(draft, base));
    if ("unreadable" in read) throw new Error();
    expect(read).toMatchObject({ draft: "KSW/basis/2028", revision: 1 });
    expect(proposal(compareWorkbook(read, draft, source)).differences).toEqual([]);
  });

  it("changes nothing whatever the titles and codes are, and whatever was merged, split or dropped", () => {
    const title = fc
      .string({ unit: fc.constantFrom(..."aé =+-@\"'<&;,_x000D_ÀŠ€1ﬁ\u00a0\u2028\u007f"), minLength: 1, maxLength: 60 })
      .filter((text) => /^\S(.*\S)?$/s.test(text));
    const code = fc.constantFrom("A1", "1.2", "3.14", "1-2", "007", "(a)", "E10", "TRUE").filter((one) => /^[A-Za-z0-9]/.test(one));
    const norms = fc.uniqueArray(fc.tuple(code, title), { selector: ([one]) => one, minLength: 1 });
    fc.assert(
      fc.property(norms, fc.subarray([...draft.norms]), (texts, kept) => {
        const own = texts.map(([code, text], i) => ({ ...draft.norms[i]!, id: 100 + i, code, title: text }));
        const odd = { ...draft, norms: [...own, ...kept.filter((norm) => !own.some((one) => one.code === norm.code))] };
        const read = readDraftWorkbook(draftWorkbook(odd, base));
        if ("unreadable" in read) throw new Error(read.unreadable);
        expect(proposal(compareWorkbook(read, odd, source)).differences).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("shows the decision about a norm and its title now, to read", () => {
    expect(at(fetched(), "V04")).toMatchObject({
      "komt uit": "V04 (anders verwoord)",
      "titel nu": base.norms[3]!.title,
      besluit: "V04, besluit 1: aanpassen. Besloten over V04.",
    });
  });

  it("changes what was changed: text, code, category, competencies; a norm dropped, one added; the order of rows does not matter", () => {
    const rows = fetched();
    Object.assign(at(rows, "V01"), { titel: "  Anders \n verwoord. " });
    Object.assign(at(rows, "V02"), { "nieuwe code": "V03" });
    Object.assign(at(rows, "V03"), { "nieuwe code": "V02" });
    Object.assign(at(rows, "V05"), { categorie: "dienstverlening", competenties: "c01 ; C02" });
    Object.assign(at(rows, "V06"), { vervalt: "JA", reden: "Overbodig." });
    rows.push({ "nieuwe code": "V16", titel: "Nieuw.", categorie: "V", competenties: "" });
    const { differences, apply } = proposal(sent(rows.toReversed().sort((a, b) => Number(b === rows[0]) - Number(a === rows[0]))));
    expect(differences).toHaveLength(6);
    const next = apply(author);
    expect(normAt(next, "V01")).toMatchObject({ title: "Anders verwoord.", from: [{ norm: "V01", relation: "reworded" }] });
    expect([normAt(next, "V03").from[0]?.norm, normAt(next, "V02").from[0]?.norm]).toEqual(["V02", "V03"]);
    expect(normAt(next, "V05")).toMatchObject({ category: "D", competencies: ["C01", "C02"], from: [{ relation: "same" }] });
    expect(next.dropped.map(({ norm, reason }) => [norm.code, reason])).toContainEqual(["V06", "Overbodig."]);
    expect(normAt(next, "V16")).toMatchObject({ from: [], competencies: [] });
    expect(next).toMatchObject({ revision: 2, trail: [{}, { event: "workbook" }] });
    expect(new Set([...next.norms, ...next.dropped.map(({ norm }) => norm)].map(({ id }) => id)).size).toBe(50);
  });
});

describe("a workbook that is not right changes nothing, and says in which cell what is wrong", () => {
  const wrong = (change: (rows: Sheet) => unknown) => {
    const rows = fetched();
    change(rows);
    return faults(sent(rows));
  };
  const without = (rows: Sheet, code: string) => rows.splice(rows.indexOf(at(rows, code)), 1);

  it.each<[string, (rows: Sheet) => unknown, readonly (readonly unknown[])[]]>([
    [
      "a code that was renamed in its place: it says which norm is meant",
      (rows) => Object.assign(at(rows, "V02"), { norm: "V77" }),
      [["codeUnknown", "A3", "V77", "V02"]],
    ],
    [
      "a code that is gone",
      (rows) => Object.assign(at(rows, "V02"), { norm: "" }),
      [
        ["codeMissing", "B3", "", ""],
        ["normMissing", null, "V02", ""],
      ],
    ],
    ["a row that is gone", (rows) => without(rows, "V02"), [["normMissing", null, "V02", ""]]],
    ["a row that is there twice", (rows) => rows.push({ ...at(rows, "V02") }), [["codeDouble", `A${draft.norms.length + 2}`, "V02", "3"]]],
    [
      "a new code that another norm has",
      (rows) => Object.assign(at(rows, "V02"), { "nieuwe code": "v01" }),
      [["codeTaken", "B3", "v01", ""]],
    ],
    [
      "two norms that get one code",
      (rows) => [at(rows, "V02"), at(rows, "V03")].map((row) => Object.assign(row, { "nieuwe code": "V50" })),
      [["codeTaken", "B4", "V50", ""]],
    ],
    [
      "a new code that no norm can have",
      (rows) => Object.assign(at(rows, "V02"), { "nieuwe code": "V2;3" }),
      [["codeMalformed", "B3", "V2;3", ""]],
    ],
    ["a category that is not known", (rows) => Object.assign(at(rows, "V02"), { categorie: "X" }), [["categoryUnknown", "D3", "X", ""]]],
    [
      "competencies that are not known",
      (rows) => Object.assign(at(rows, "V02"), { competenties: "C01, C11, C12" }),
      [
        ["competencyUnknown", "E3", "C11", ""],
        ["competencyUnknown", "E3", "C12", ""],
      ],
    ],
    ["a title that is gone", (rows) => Object.assign(at(rows, "V02"), { titel: "" }), [["titleMissing", "C3", "", ""]]],
    [
      "a title that is too long",
      (rows) => Object.assign(at(rows, "V02"), { titel: "x".repeat(501) }),
      [["titleTooLong", "C3", "x".repeat(501), ""]],
    ],
    ["a norm dropped without a reason", (rows) => Object.assign(at(rows, "V02"), { vervalt: "ja" }), [["reasonMissing", "G3", "V02", ""]]],
    [
      "a word that is neither yes nor no",
      (rows) => Object.assign(at(rows, "V02"), { vervalt: "misschien" }),
      [["dropWord", "F3", "misschien", ""]],
    ],
    [
      "what was only to be read",
      (rows) => Object.assign(at(rows, "V02"), { "komt uit": "V05" }),
      [["informationChanged", "H3", "V05", "V02 (gelijk)"]],
    ],
    ["a column that is gone", (rows) => rows.map((row) => delete row["categorie"]), [["columnMissing", null, "categorie", ""]]],
    ["all norms dropped", (rows) => rows.map((row) => Object.assign(row, { vervalt: "ja", reden: "x" })), [["noNormLeft", null, "", ""]]],
  ])("%s", (_, change, expected) => {
    const found = wrong(change);
    expect(
      Array.isArray(found) ? found.map(([fault, place, ...rest]) => [fault, fault === "columnMissing" ? null : place, ...rest]) : found,
    ).toEqual(expected);
  });

  it("a sheet that is gone, and the workbook of another draft", () => {
    expect(faults(sent(fetched(), draft, [["herziening", "1"]], "Blad1"))).toEqual([["sheetMissing", null, "Normen", ""]]);
    expect(faults(sent(fetched(), draft, [["concept", "KSW/basis/2030"]]))).toEqual([
      ["otherDraft", null, "KSW/basis/2030", "KSW/basis/2028"],
    ]);
  });

  it("columns that somebody added are no fault, and it is said that they are left out", () => {
    const rows = fetched();
    rows[0]!["opmerking"] = "Bespreken.";
    expect(proposal(sent(rows))).toMatchObject({ differences: [], leftOut: ["opmerking"] });
  });

  it("a norm that was dropped in the portal meanwhile is not known any more", () => {
    const rows = fetched();
    const now = edited(draft, { kind: "drop", id: normAt(draft, "V02").id, reason: "x" });
    expect(faults(sent(rows, now))).toEqual([["codeUnknown", "A3", "V02", ""]]);
  });

  it("says which revision it was fetched at, as far as it still does", () => {
    const now = edited(draft, { kind: "change", id: 1, to: { ...textOf(draft, "V01"), title: "Nieuw." } });
    const stale = proposal(sent(fetched(), now));
    expect([stale.revision, stale.differences]).toMatchObject([1, [{ kind: "changed", before: { title: "Nieuw." } }]]);
    expect(proposal(sent(fetched(), draft, [["x", "y"]])).revision).toBeUndefined();
  });
});

it.each([
  [new Uint8Array(), "empty"],
  [new TextEncoder().encode("norm;titel\nV01;x"), "noWorkbook"],
  [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), "noWorkbook"],
  [draftWorkbook(draft, base).slice(0, 2000), "damaged"],
  [new Uint8Array(700_001), "tooLarge"],
])("a file that is no workbook is refused with what it is (%#)", (bytes, reason) => {
  expect(readDraftWorkbook(bytes)).toEqual({ unreadable: reason });
});
