import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ServiceUnavailable } from "../../../core/faults.ts";
import type { CountedScores } from "../../../core/figures/selected/counted-scores.ts";
import { type DailyRunPorts, runNotifications } from "../../../core/notifications/daily-run.ts";
import type { Mail } from "../../../core/notifications/mail.ts";
import { postMails } from "../../../core/notifications/post.ts";
import { sampleScores } from "../../portal/sample-scores.ts";
import { createOffice, Killed, never, person, trend } from "./office.ts";

let scores: CountedScores;
beforeAll(async () => {
  scores = await sampleScores();
}, 60_000);

let office: ReturnType<typeof createOffice>;
beforeEach(() => {
  office = createOffice(scores);
});

describe("the digest", () => {
  it("goes to all policy staff once, however often the run is started", async () => {
    office.publish("2026-11-25-1", never);
    expect(await office.run()).toMatchObject({ digest: "told" });
    expect(await office.run()).toMatchObject({ digest: "nothingNew", sent: 0 });
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1"]);
  });

  it("does not come when nothing changed, and is compared with what was last looked at", async () => {
    office.publish("2026-11-25-1", never);
    await office.run();
    office.at("2026-11-26T06:00:00.000Z");
    office.publish("2026-11-26-1", never);
    expect((await office.run()).digest).toBe("nothingNew");
    office.at("2026-11-27T06:00:00.000Z");
    office.publish("2026-11-27-1", never, trend);
    expect((await office.run()).digest).toBe("told");
    const mail = office.sent.at(-1)!;
    expect(mail.subject).toBe("Normenmonitor: 1 nieuw signaal");
    expect(mail.text).toContain("Sinds het vorige overzicht (peildatum 26-11-2026)");
  });

  it("comes once a day: what came since is told the next day", async () => {
    office.publish("2026-11-25-1", never);
    await office.run();
    office.at("2026-11-25T22:30:00.000Z");
    office.publish("2026-11-25-2", never, trend);
    expect((await office.run()).digest).toBe("nothingNew");
    // Half past midnight in the Netherlands.
    office.at("2026-11-25T23:30:00.000Z");
    expect((await office.run()).digest).toBe("told");
    expect(office.digests()).toHaveLength(4);
  });

  it("is only in the portal for who turned it off", async () => {
    await office.ports.room.choices.choose("bea", false, "2026-11-24T10:00:00.000Z");
    office.publish("2026-11-25-1", never);
    expect(await office.run()).toMatchObject({ withheld: 1 });
    expect(office.digests()).toEqual(["ben signals-2026-11-25-1"]);
    expect(await office.ports.room.outbox.list("bea")).toMatchObject([{ state: "withheld" }]);
  });

  it("does not come before anything is published", async () => {
    expect(await office.run()).toEqual({ digest: "nothingNew", reminded: 0, unreachable: 0, sent: 0, refused: 0, withheld: 0 });
  });

  it("carries for each person a link of his own to turn it off", async () => {
    office.publish("2026-11-25-1", never);
    await office.run();
    expect(office.sent.filter(({ kind }) => kind === "signals").map(({ unsubscribe }) => unsubscribe)).toEqual([
      "https://normen.example.org/berichten/afmelden?sleutel=token-of-bea",
      "https://normen.example.org/berichten/afmelden?sleutel=token-of-ben",
    ]);
  });
});

describe("a reminder", () => {
  it("goes to the people of the body alone, and not again the next days", async () => {
    office.publish("2026-11-25-1");
    expect(await office.run()).toMatchObject({ reminded: 1, unreachable: expect.any(Number) });
    for (const day of ["26", "27", "28"]) {
      office.at(`2026-11-${day}T06:00:00.000Z`);
      await office.run();
    }
    expect(office.reminders()).toEqual(["ira late-ciio-2026-W48"]);
  });

  it("is noted with what became of it, and where there is nobody that too", async () => {
    office.publish("2026-11-25-1");
    await office.run();
    const noted = new Map((await office.ports.memory.reminders()).map((record) => [record.body, record]));
    expect(noted.get("ciio")).toMatchObject({ state: "done", mails: { ira: "sent" } });
    expect(noted.get("dnv")).toMatchObject({ state: "done", mails: {} });
  });

  it("that the mail service refuses is noted as refused, and does not hold up the others", async () => {
    office.publish("2026-11-25-1", never);
    office.whenSending(({ to }) => (to.id === "bea" ? "refused" : "sent"));
    expect(await office.run()).toMatchObject({ refused: 1, sent: 2 });
    expect((await office.run()).sent).toBe(0);
  });
});

describe("a run that stops halfway", () => {
  /** Ends the run at the n-th call of anything that changes something, before or after it. */
  function breakAt(call: number, when: "before" | "after"): DailyRunPorts {
    const { room, memory } = office.ports;
    let calls = 0;
    const guard =
      <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        calls++;
        // A process that ended does nothing any more: no clearing up either.
        if (calls > call || (calls === call && when === "before")) throw new Killed();
        const result = await run(...args);
        if (calls === call) throw new Killed();
        return result;
      };
    const { outbox, mailer } = room;
    return {
      ...office.ports,
      memory: { ...memory, keepDigest: guard(memory.keepDigest), keepReminder: guard(memory.keepReminder) },
      room: {
        ...room,
        outbox: {
          ...outbox,
          queue: guard(outbox.queue),
          claim: guard(outbox.claim),
          release: guard(outbox.release),
          settle: guard(outbox.settle),
        },
        mailer: { send: guard(mailer.send) },
      },
    };
  }

  const cases = Array.from({ length: 24 }, (_, i) => i + 1).flatMap((call) =>
    (["before", "after"] as const).map((when) => [call, when] as const),
  );

  it.each(cases)("at change %i, %s it, is finished by the next: everybody gets each mail", async (call, when) => {
    office.publish("2026-11-25-1", never);
    const killed = await runNotifications(breakAt(call, when)).then(
      () => false,
      (error: unknown) => error instanceof Killed,
    );
    // What it was sending is held for some minutes.
    office.at("2026-11-25T06:30:00.000Z");
    await office.run();
    const all = [...office.digests(), ...office.reminders()];
    expect([...new Set(all)].sort()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1", "ira late-ciio-2026-W48"]);
    // Only between the answer of the mail service and the note of it a mail can go twice.
    expect(all.length).toBeLessThanOrEqual(killed ? 4 : 3);
    const noted = (await office.ports.memory.reminders()).find(({ body }) => body === "ciio");
    expect(noted).toMatchObject({ state: "done", mails: { ira: "sent" } });
  });

  it("because the mail service does not answer, leaves the rest in the outbox for the next", async () => {
    office.publish("2026-11-25-1", never);
    office.whenSending(({ to }) => {
      if (to.id === "ben") throw new ServiceUnavailable("too fast");
      return "sent";
    });
    await expect(office.run()).rejects.toThrow(ServiceUnavailable);
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1"]);
    // Lambda tries again after a minute and after three: it fails as long as the mail service does, so that somebody hears of it.
    office.at("2026-11-25T06:01:00.000Z");
    await expect(office.run()).rejects.toThrow(ServiceUnavailable);
    office.whenSending(() => "sent");
    office.at("2026-11-25T06:03:00.000Z");
    await office.run();
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1"]);
  });

  it("tells the same words the next day, and no second digest on that day", async () => {
    office.publish("2026-11-25-1", never);
    await expect(runNotifications(breakAt(2, "before"))).rejects.toThrow(Killed);
    office.at("2026-11-26T06:00:00.000Z");
    office.publish("2026-11-26-1", never, trend);
    expect((await office.run()).digest).toBe("finished");
    expect(office.digests()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1"]);
    office.at("2026-11-27T06:00:00.000Z");
    expect((await office.run()).digest).toBe("told");
    expect(office.sent.at(-1)?.subject).toBe("Normenmonitor: 1 nieuw signaal");
  });

  it("sends nothing to who left meanwhile", async () => {
    office.publish("2026-11-25-1", never);
    await expect(runNotifications(breakAt(2, "before"))).rejects.toThrow(Killed);
    office.people.splice(0, 1);
    await office.run();
    expect(office.digests()).toEqual(["ben signals-2026-11-25-1"]);
  });
});

describe("a notice of another part of the product", () => {
  it("goes once to everybody in its group, before anything is published too", async () => {
    office.people.push(person("cor", "commissie"));
    office.notices.push({
      group: "commissie",
      notice: { about: "review KSW open", subject: "s", paragraphs: [], link: { text: "l", path: "/relevantietoets" }, why: "w" },
    });
    await office.run();
    await office.run();
    expect(office.sent.map(({ to, id }) => `${to.id} ${id}`)).toEqual(["cor notice-review_KSW_open"]);
  });
});

describe("two runs at once", () => {
  it("send each mail once", async () => {
    office.publish("2026-11-25-1", never);
    await Promise.all([office.run(), office.run(), office.run()]);
    await office.run();
    expect(office.digests().sort()).toEqual(["bea signals-2026-11-25-1", "ben signals-2026-11-25-1"]);
    expect(office.reminders()).toEqual(["ira late-ciio-2026-W48"]);
  });
});

describe("the mail room", () => {
  const mail = (id: string): Mail => ({
    id,
    kind: "notice",
    to: { id: "cor", name: "Cor", email: "cor@voorbeeld.example" },
    subject: "s",
    text: "t",
    html: "h",
  });

  it("sends what another part of the product posts, once", async () => {
    expect(await postMails([mail("notice-a"), mail("notice-b")], office.ports.room)).toEqual({ sent: 2, refused: 0, withheld: 0 });
    expect(await postMails([mail("notice-a"), mail("notice-b")], office.ports.room)).toEqual({ sent: 0, refused: 0, withheld: 0 });
  });

  it("sends in the daily run what was posted and could not be sent", async () => {
    office.people.push(person("cor", "commissie"));
    office.whenSending(() => {
      throw new ServiceUnavailable("too fast");
    });
    await expect(postMails([mail("notice-a")], office.ports.room)).rejects.toThrow(ServiceUnavailable);
    office.whenSending(() => "sent");
    office.at("2026-11-26T06:00:00.000Z");
    expect((await office.run()).sent).toBe(1);
  });
});
