import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PeopleChange, PeopleTrail } from "../../../../core/people-trail.ts";
import { peopleTrail } from "../../../../functions/adapters/table/people-trail.ts";
import { peopleTrailInMemory } from "../../../portal/people-in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const change = (at: string, more: Partial<PeopleChange> = {}): PeopleChange => ({
  ...{ id: `${at}#1`, at, by: { id: "bo", name: "Bo Beheer" }, action: "blocked", person: "Ada" },
  ...more,
});

// The portal's own tests use the one in memory: it must do what the real one does.
describe.each<[string, () => PeopleTrail]>([
  ["in the table", () => peopleTrail(table)],
  ["in memory, as the tests of the portal use it", peopleTrailInMemory],
])("what was done about people, %s", (_, open) => {
  it("is listed newest first, with how it ended, or without when it was broken off; what is written stays", async () => {
    const trail = open();
    const older = change("2026-11-24T10:00:00.000Z", { action: "moved", from: ["beleid"], to: "beheer" });
    const newer = change("2026-11-25T10:00:00.000Z");
    for (const one of [newer, older, { ...older, person: "Iemand anders" }]) await trail.begin(one);
    await trail.end(older.id, "done");
    await trail.end(older.id, "refused");
    await trail.end("nergens", "done");
    expect(await trail.list()).toEqual([newer, { ...older, ended: "done" }]);
  });
});
