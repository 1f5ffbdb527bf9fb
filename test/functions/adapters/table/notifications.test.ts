/** What messages keep in the table: mails, choices, what was told. The one in memory, as other tests use it, keeps the same promises. */
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mail } from "../../../../core/notifications/mail.ts";
import type { MailChoices, NotificationMemory, Outbox } from "../../../../core/notifications/ports.ts";
import { mailChoices } from "../../../../functions/adapters/table/mail-choices.ts";
import { notificationMemory } from "../../../../functions/adapters/table/notification-memory.ts";
import { outbox } from "../../../../functions/adapters/table/outbox.ts";
import { unsubscribeTokens } from "../../../../functions/adapters/table/unsubscribe-tokens.ts";
import { choicesInMemory, memoryInMemory, outboxInMemory } from "../../../core/notifications/in-memory.ts";
import { reminder } from "../../../portal/made-up-reminders.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const at = (minute: number) => `2026-11-25T06:${String(minute).padStart(2, "0")}:00.000Z`;
const mail = (person: string, id: string): Mail => ({
  id,
  kind: "signals",
  to: { id: person, name: "Bea", email: "bea@voorbeeld.example" },
  subject: "Onderwerp",
  text: "Tekst",
  html: "<p>Tekst</p>",
});

describe.each<[string, () => Outbox]>([
  ["in the table", () => outbox(table)],
  ["in memory", outboxInMemory],
])("the outbox %s", (_, open) => {
  let box: Outbox;
  beforeAll(() => {
    box = open();
  });

  it("takes a mail once, of eight that try at once too", async () => {
    const taken = await Promise.all(Array.from({ length: 8 }, () => box.queue(mail("a", "m1"), at(0))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await box.queued("a")).toMatchObject([{ id: "m1", subject: "Onderwerp" }]);
    expect(await box.queued("b")).toEqual([]);
  });

  it("lets one hold a mail, until the moment passed", async () => {
    await box.queue(mail("c", "m1"), at(0));
    const held = await Promise.all(Array.from({ length: 8 }, () => box.claim("c", "m1", at(1), at(11))));
    expect(held.filter(Boolean)).toHaveLength(1);
    expect(await box.claim("c", "m1", at(10), at(20))).toBe(false);
    expect(await box.claim("c", "m1", at(11), at(21))).toBe(true);
  });

  it("lets go of what could not be sent, for whoever tries next, and not of what another holds since", async () => {
    await box.queue(mail("g", "m1"), at(0));
    await box.claim("g", "m1", at(1), at(11));
    await box.release("g", "m1", at(11));
    expect(await box.claim("g", "m1", at(2), at(12))).toBe(true);
    await box.release("g", "m1", at(11));
    expect(await box.claim("g", "m1", at(3), at(13))).toBe(false);
    await box.release("g", "nothing", at(11));
    expect(await box.find("g", "nothing")).toBeUndefined();
  });

  it("keeps what became of it, with the times, and never sends that again", async () => {
    await box.queue(mail("d", "m1"), at(0));
    await box.claim("d", "m1", at(1), at(11));
    await box.settle("d", "m1", "sent", at(2));
    await box.settle("d", "m1", "refused", at(3));
    expect(await box.find("d", "m1")).toMatchObject({
      state: "sent",
      trail: [
        { state: "queued", at: at(0) },
        { state: "sent", at: at(2) },
      ],
    });
    expect(await box.queued("d")).toEqual([]);
    expect(await box.claim("d", "m1", at(40), at(50))).toBe(false);
    expect(await box.queue(mail("d", "m1"), at(4))).toBe(false);
  });

  it("does nothing with what it does not have", async () => {
    expect(await box.claim("d", "nothing", at(0), at(9))).toBe(false);
    await box.settle("d", "nothing", "sent", at(0));
    expect(await box.find("d", "nothing")).toBeUndefined();
  });

  it("lists the mails of a person, newest first", async () => {
    for (const [id, minute] of [
      ["m1", 5],
      ["m2", 9],
      ["m3", 7],
    ] as const)
      await box.queue(mail("e", id), at(minute));
    expect((await box.list("e")).map(({ id }) => id)).toEqual(["m2", "m3", "m1"]);
  });
});

it("a mail goes from the table by itself after thirteen months", async () => {
  await outbox(table).queue(mail("f", "m1"), "2026-11-25T06:00:00.000Z");
  const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: { pk: "MAILS#f", sk: "m1" } }));
  expect(new Date(Item!["expires"] * 1000).toISOString()).toBe("2027-12-30T06:00:00.000Z");
});

describe.each<[string, () => MailChoices]>([
  ["in the table", () => mailChoices(table)],
  ["in memory", choicesInMemory],
])("choices %s", (_, open) => {
  it("are digests until somebody says otherwise, and again when he comes back on it", async () => {
    const choices = open();
    const answers = [await choices.wantsDigests("a")];
    for (const wanted of [false, true]) {
      await choices.choose("a", wanted, at(0));
      answers.push(await choices.wantsDigests("a"), await choices.wantsDigests("b"));
    }
    expect(answers).toEqual([true, false, true, true, true]);
  });
});

describe.each<[string, () => NotificationMemory]>([
  ["in the table", () => notificationMemory(table)],
  ["in memory", memoryInMemory],
])("what was told %s", (_, open) => {
  let memory: NotificationMemory;
  beforeAll(() => {
    memory = open();
  });

  it("is changed by one of those who try at once, and by nobody who read an older version", async () => {
    const record = { version: 1, run: "r1", last: null };
    expect(await memory.digest()).toBeUndefined();
    const first = await Promise.all(Array.from({ length: 4 }, () => memory.keepDigest(record)));
    const second = await Promise.all(["r2", "r3"].map((run) => memory.keepDigest({ ...record, version: 2, run })));
    expect([first, second].map((kept) => kept.filter(Boolean).length)).toEqual([1, 1]);
    expect(await memory.keepDigest({ ...record, version: 2 })).toBe(false);
    expect((await memory.digest())?.version).toBe(2);
  });

  it("is one reminder for each body, the last, in the order of their codes", async () => {
    expect(await memory.reminders()).toEqual([]);
    for (const body of ["dnv", "ciio"]) expect(await memory.keepReminder(reminder({ body, version: 1 }))).toBe(true);
    expect(await memory.keepReminder(reminder({ body: "ciio", version: 1 }))).toBe(false);
    await memory.keepReminder(reminder({ body: "ciio", version: 2, state: "planned" }));
    expect((await memory.reminders()).map(({ body, state }) => [body, state])).toEqual([
      ["ciio", "planned"],
      ["dnv", "done"],
    ]);
  });
});

describe("the token of an unsubscribe link", () => {
  it("is of one person, the same every time, and stays good when the process starts anew", async () => {
    const given = await unsubscribeTokens(table).of("bea");
    expect(await unsubscribeTokens(table).of("bea")).toBe(given);
    expect(await unsubscribeTokens(table).personOf(given)).toBe("bea");
    expect(await unsubscribeTokens(table).of("ben")).not.toBe(given);
  });

  it("cannot be made up, nor taken for another person", async () => {
    const tokens = unsubscribeTokens(table);
    const [id = "", mark = ""] = (await tokens.of("bea")).split(".");
    const idOfBen = Buffer.from("ben").toString("base64url");
    const forged = [
      "",
      ".",
      id,
      `${id}.`,
      `.${mark}`,
      `${idOfBen}.${mark}`,
      `${id}.${mark.slice(0, -1)}`,
      `${id}.${mark}x`,
      `${id}.${mark}.${mark}`,
      `${id}.${Buffer.from("x".repeat(32)).toString("base64url")}`,
      "é.é",
      "x".repeat(100_000),
    ];
    for (const token of forged) expect([token.slice(0, 90), await tokens.personOf(token)]).toEqual([token.slice(0, 90), undefined]);
  });

  it("is never right before the first mail made the key", async () => {
    const empty = await freshTable();
    expect(await unsubscribeTokens(empty).personOf(await unsubscribeTokens(table).of("bea"))).toBeUndefined();
    await empty.close();
  });

  it("has one key, also when two runs make it at once", async () => {
    const empty = await freshTable();
    const given = await Promise.all(Array.from({ length: 6 }, () => unsubscribeTokens(empty).of("bea")));
    expect(new Set(given).size).toBe(1);
    await empty.close();
  });
});
