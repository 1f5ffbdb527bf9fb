import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DraftRegister, type FrameworkDraft, isTooLarge, MAX_DRAFT_BYTES } from "../../../../core/framework-draft/types.ts";
import { draftRegister } from "../../../../functions/adapters/table/draft-register.ts";
import { draftsInMemory } from "../../../portal/in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const draft = (version: string, revision: number, replaced: Partial<FrameworkDraft> = {}): FrameworkDraft => ({
  label: "KSW",
  variant: "basis",
  version,
  title: `Kwaliteitslabel ${version}`,
  cycleYears: 2,
  base: "KSW/basis/2019",
  categories: [{ code: "V", title: "Vakmanschap" }],
  plannedFrom: "2028-01-01",
  norms: [{ id: 1, code: "V01", title: "Norm", category: "V", competencies: [], from: [], overlaps: [] }],
  dropped: [],
  decisions: [],
  state: "open",
  revision,
  trail: [{ revision, event: "begun", norms: [], by: { id: "1", name: "Cor" }, at: "2026-11-25T10:00:00.000Z" }],
  ...replaced,
});

/** Norms whose titles are as long as they may be. */
const norms = (count: number): FrameworkDraft["norms"] =>
  Array.from({ length: count }, (_, i) => ({
    id: i + 1,
    code: `N${i}`,
    title: "x".repeat(500),
    category: "V",
    competencies: ["C01"],
    from: [{ norm: `N${i}`, relation: "same" as const }],
    overlaps: [],
  }));

describe.each<[string, () => DraftRegister]>([
  ["in the table", () => draftRegister(table)],
  ["in memory, as the tests of the portal use it", () => draftsInMemory()],
])("drafts %s", (name, open) => {
  const version = (number: number) => `${name.length}-${number}`;

  it("are found again as they were kept, and there is none under another name", async () => {
    const drafts = open();
    const first = draft(version(1), 1);
    expect(await drafts.keep(first)).toBe("kept");
    expect(await drafts.find(first)).toEqual(first);
    expect(await drafts.find({ label: "KSW", variant: "basis", version: version(9) })).toBeUndefined();
    expect(await drafts.list()).toContainEqual(first);
  });

  it("are changed one revision after another: whoever changes an older one is refused, and nothing changes", async () => {
    const drafts = open();
    const kept = [await drafts.keep(draft(version(2), 1)), await drafts.keep(draft(version(2), 2, { title: "Tweede" }))];
    expect(kept).toEqual(["kept", "kept"]);
    for (const late of [1, 2, 4]) expect([late, await drafts.keep(draft(version(2), late))]).toEqual([late, "changedMeanwhile"]);
    expect((await drafts.find(draft(version(2), 1)))?.title).toBe("Tweede");
  });

  it("of many who change one at once, one is kept", async () => {
    const drafts = open();
    await drafts.keep(draft(version(3), 1));
    const rivals = await Promise.all(Array.from({ length: 8 }, () => drafts.keep(draft(version(3), 2))));
    expect(rivals.filter((kept) => kept === "kept")).toHaveLength(1);
  });

  it("have room for 500 norms of 500 characters; what an item cannot hold is refused, and nothing changes", async () => {
    const drafts = open();
    const large = draft(version(4), 1, { norms: norms(500) });
    expect(await drafts.keep(large)).toBe("kept");
    expect(await drafts.keep(draft(version(4), 2, { norms: norms(700) }))).toBe("tooLarge");
    expect((await drafts.find(large))?.revision).toBe(1);
  });

  it("just below the limit fit in an item of the table", async () => {
    const drafts = open();
    let almost = draft(version(5), 1, { norms: norms(500) });
    const spare = MAX_DRAFT_BYTES - new TextEncoder().encode(JSON.stringify(almost)).length;
    almost = { ...almost, title: almost.title + "é".repeat(Math.floor(spare / 2)) };
    expect(isTooLarge(almost)).toBe(false);
    expect(await drafts.keep(almost)).toBe("kept");
  });
});
