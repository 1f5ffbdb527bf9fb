import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReviewRegister, ReviewStart } from "../../../../core/review/review.ts";
import { reviewRegister } from "../../../../functions/adapters/table/review-register.ts";
import { reviewsInMemory } from "../../../portal/in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const start = (id: string, replaced: Partial<ReviewStart> = {}): ReviewStart => ({
  id,
  label: "KSW",
  referenceDate: id.slice(-10),
  execution: "e1",
  by: { id: "1", name: "Bea" },
  at: "2026-01-05T08:00:00.000Z",
  takeOver: false,
  ...replaced,
});
const opening = { decideBy: "2026-02-16", agenda: ["KSW/basis/2019/V01"], at: "2026-01-05T09:00:00.000Z" };
const closing = { undecided: ["KSW/basis/2019/V01"], by: null, at: "2026-02-17T09:00:00.000Z" };

describe.each<[string, () => ReviewRegister]>([
  ["in the table", () => reviewRegister(table)],
  ["in memory, as the tests of the portal use it", () => reviewsInMemory()],
])("reviews %s", (_, make) => {
  it("go from preparing to open to closed, each step once, with its line of the trail", async () => {
    const reviews = make();
    const id = "KSW-2026-01-05";
    expect(await reviews.begin(start(id))).toBe("begun");
    expect(await reviews.close(id, closing)).toBe(false);
    await reviews.open(id, opening);
    await reviews.open(id, { ...opening, decideBy: "2027-01-01" });
    expect(await reviews.find(id)).toMatchObject({ state: "open", decideBy: "2026-02-16", agenda: opening.agenda });
    expect(await reviews.close(id, closing)).toBe(true);
    expect(await reviews.close(id, closing)).toBe(false);
    expect(await reviews.find(id)).toEqual({
      id,
      label: "KSW",
      referenceDate: "2026-01-05",
      execution: "e1",
      state: "closed",
      decideBy: "2026-02-16",
      agenda: opening.agenda,
      undecided: closing.undecided,
      trail: [
        { state: "preparing", at: "2026-01-05T08:00:00.000Z", by: { id: "1", name: "Bea" } },
        { state: "open", at: opening.at, by: null },
        { state: "closed", at: closing.at, by: null },
      ],
    });
  });

  it("are one per label and reference date: of two executions the second finds it there, the first may go on", async () => {
    const reviews = make();
    const id = "KSW-2025-01-05";
    expect(await reviews.begin(start(id))).toBe("begun");
    expect(await reviews.begin(start(id, { execution: "e2" }))).toBe("exists");
    expect(await reviews.begin(start(id))).toBe("begun");
    expect((await reviews.find(id))?.trail).toHaveLength(1);
    // What failed is taken over; then it is the other's.
    expect(await reviews.begin(start(id, { execution: "e2", takeOver: true }))).toBe("begun");
    expect(await reviews.begin(start(id))).toBe("exists");
    await reviews.open(id, opening);
    expect(await reviews.begin(start(id, { execution: "e3", takeOver: true }))).toBe("exists");
  });

  it("are listed with the latest reference date first, and one that is not there is undefined", async () => {
    const reviews = make();
    for (const id of ["NVVK-2023-01-01", "NVVK-2024-01-01"]) await reviews.begin(start(id, { label: "NVVK" }));
    const listed = (await reviews.list()).filter(({ label }) => label === "NVVK").map(({ id }) => id);
    expect(listed).toEqual(["NVVK-2024-01-01", "NVVK-2023-01-01"]);
    expect(await reviews.find("KSW-1900-01-01")).toBeUndefined();
  });
});
