import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../../../core/ids.ts";
import type { SessionRegister } from "../../../../core/sessions.ts";
import { sessionRegister } from "../../../../functions/adapters/table/session-register.ts";
import { sessionsInMemory } from "../../../portal/in-memory.ts";
import { person } from "../../../portal/signed-in.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const session = {
  user: person("body"),
  formToken: "token",
  startedAt: "2026-11-25T08:00:00.000Z",
  endsAt: "2026-11-25T10:00:00.000Z",
};

// The portal's own tests use the one in memory: it must do what the real one does.
describe.each<[string, () => SessionRegister]>([
  ["in the table", () => sessionRegister(table)],
  ["in memory, as the tests of the portal use it", sessionsInMemory],
])("sessions %s", (_, open) => {
  it("are found as they were started, by their own key only", async () => {
    const sessions = open();
    await sessions.start(sha256("a"), session);
    expect(await sessions.find(sha256("a"))).toEqual(session);
    expect(await sessions.find(sha256("b"))).toBeUndefined();
  });

  it("end later when they are used", async () => {
    const sessions = open();
    await sessions.start(sha256("c"), session);
    await sessions.extend(sha256("c"), "2026-11-25T11:00:00.000Z");
    expect(await sessions.find(sha256("c"))).toEqual({ ...session, endsAt: "2026-11-25T11:00:00.000Z" });
  });

  it("stay ended, also when a page that was under way extends them", async () => {
    const sessions = open();
    await sessions.start(sha256("d"), session);
    await sessions.end(sha256("d"));
    await sessions.extend(sha256("d"), "2026-11-25T11:00:00.000Z");
    expect(await sessions.find(sha256("d"))).toBeUndefined();
  });
});
