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

  it("of one person are ended together, and of nobody else", async () => {
    const sessions = open();
    const other = { ...session, user: person("body", "dnv") };
    const [one, two, three] = [sha256("e"), sha256("f"), sha256("g")];
    for (const key of [one, two]) expect(await sessions.start(key, session)).toBe(true);
    await sessions.start(three, other);
    await sessions.endAllOf(session.user.id, "2026-11-25T08:30:00.000Z");
    expect([await sessions.find(one), await sessions.find(two)]).toEqual([undefined, undefined]);
    expect(await sessions.find(three)).toEqual(other);
  });

  it("do not start for whoever set out before all were ended, and do for whoever comes after", async () => {
    const sessions = open();
    const late = { ...session, user: person("committee") };
    await sessions.endAllOf(late.user.id, "2026-11-25T08:30:00.000Z");
    expect(await sessions.start(sha256("h"), late)).toBe(false);
    expect(await sessions.find(sha256("h"))).toBeUndefined();
    expect(await sessions.start(sha256("i"), { ...late, startedAt: "2026-11-25T08:30:00.001Z" })).toBe(true);
  });
});

it("whichever way ending all and starting run through each other, no session is left", async () => {
  const sessions = sessionRegister(table);
  for (let i = 0; i < 40; i++) {
    const key = sha256(`race-${i}`);
    const user = { ...person("policy"), id: `race-${i}` };
    const wait = () => new Promise((resolve) => setTimeout(resolve, i % 8));
    const ending = wait().then(() => sessions.endAllOf(user.id, session.startedAt));
    await Promise.all([sessions.start(key, { ...session, user }), ending]);
    expect(await sessions.find(key)).toBeUndefined();
  }
});
