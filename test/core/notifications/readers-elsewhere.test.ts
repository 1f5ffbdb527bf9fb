import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../../core/faults.ts";
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import { runNotifications } from "../../../core/notifications/daily-run.ts";
import type { ReminderRecord } from "../../../core/notifications/reminders.ts";
import { sampleScores } from "../../portal/sample-scores.ts";
import { createOffice, Killed, never, person } from "./office.ts";

let scores: CountedScores;
beforeAll(async () => {
  scores = await sampleScores();
}, 60_000);

let office: ReturnType<typeof createOffice>;
beforeEach(() => {
  office = createOffice(scores);
});

describe("a mail whose reader went elsewhere while the mail service did not answer", () => {
  const noted = async (body: string) => (await office.ports.memory.reminders()).find((record) => record.body === body);
  /** A run on which nothing can be sent, and after which everything can. */
  async function runInVain() {
    office.whenSending(() => {
      throw new ServiceUnavailable("too fast");
    });
    await expect(office.run()).rejects.toThrow(ServiceUnavailable);
    office.whenSending(() => "sent");
  }
  const move = (id: string, ...groups: readonly string[]) => {
    const at = office.people.findIndex((one) => one.id === id);
    office.people.splice(at, 1, ...groups.map((group) => person(id, group)));
  };

  it("is not sent, and the reminder says so instead of staying busy", async () => {
    office.publish("2026-11-25-1");
    await runInVain();
    move("ira");
    office.at("2026-11-26T06:00:00.000Z");
    expect(await office.run()).toMatchObject({ sent: 0, withheld: 1 });
    expect(await noted("ciio")).toMatchObject({ state: "done", mails: { ira: "withheld" } });
  });

  it("is not sent to somebody of another group: no digest of all signals to a body", async () => {
    office.publish("2026-11-25-1", never);
    await runInVain();
    move("ben", "instelling-dnv");
    office.at("2026-11-26T06:00:00.000Z");
    await office.run();
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1"]);
    expect(await office.ports.room.outbox.find("ben", "signals-2026-11-25-1")).toMatchObject({ state: "withheld" });
  });

  it("is not sent weeks later, when the reader may sign in again", async () => {
    office.publish("2026-11-25-1", never);
    await runInVain();
    move("ben");
    office.at("2026-11-26T06:00:00.000Z");
    await office.run();
    office.people.push(person("ben", "beleid"));
    office.at("2026-12-09T06:00:00.000Z");
    await office.run();
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1"]);
    expect(await office.ports.room.outbox.queued("ben")).toEqual([]);
  });

  it("is sent after a long weekend", async () => {
    office.publish("2026-11-25-1", never);
    await runInVain();
    office.at("2026-11-30T06:00:00.000Z");
    await office.run();
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1"]);
  });

  it("is another one at the next body, in the same week too", async () => {
    office.publish("2026-11-25-1");
    await office.run();
    expect(await noted("keurmerkinstituut")).toMatchObject({ mails: {} });
    move("ira", "instelling-keurmerkinstituut");
    office.at("2026-11-26T06:00:00.000Z");
    await office.run();
    expect(office.reminders().filter((one) => one.startsWith("ira"))).toEqual([
      "ira late-ciio-2026-W48",
      "ira late-keurmerkinstituut-2026-W48",
    ]);
  });

  it("of whom none was made, since he left before that, does not keep the reminder busy", async () => {
    office.publish("2026-11-25-1");
    const { keepReminder } = office.ports.memory;
    let kept = 0;
    const killed = {
      ...office.ports.memory,
      keepReminder: async (record: ReminderRecord) => (kept++ === 0 ? keepReminder(record) : Promise.reject(new Killed())),
    };
    await runNotifications({ ...office.ports, memory: killed }).catch(() => undefined);
    expect(await noted("ciio")).toMatchObject({ state: "planned" });
    office.people.splice(2, 1);
    await office.run();
    expect(await noted("ciio")).toMatchObject({ state: "done", mails: { ira: "withheld" } });
  });
});
