import { beforeEach, describe, expect, it } from "vitest";
import type { Mail } from "../../core/notifications/mail.ts";
import type { MailChoices, Outbox } from "../../core/notifications/ports.ts";
import { choicesInMemory, outboxInMemory } from "../core/notifications/in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { mailboxInMemory } from "./mailbox.ts";
import { readAnswer } from "./page-text.ts";
import { type OpenPortal, openWith, person } from "./signed-in.ts";

const policy = person("policy");
const other = { ...policy, id: "another" };
let mails: Outbox;
let choices: MailChoices;
let portal: OpenPortal;

const mail = (changes: Partial<Mail> = {}): Mail => ({
  id: "signals-2026-11-25-1",
  kind: "signals",
  to: { id: policy.id, name: "Bea", email: "bea@voorbeeld.example" },
  subject: "Normenmonitor: 1 nieuw signaal",
  text: "Nieuw\n- V15 <script>alert(1)</script> & meer\n  Geen van de 83 organisaties voldoet.",
  html: "<p>Nieuw</p>",
  ...changes,
});

beforeEach(async () => {
  mails = outboxInMemory();
  choices = choicesInMemory();
  portal = openWith(madeUpData(), {}, { mailbox: mailboxInMemory(mails, choices) });
  await mails.queue(mail(), "2026-11-25T06:00:00.000Z");
  await mails.settle(policy.id, mail().id, "sent", "2026-11-25T06:00:01.000Z");
});

const page = async (path: string, as: Parameters<OpenPortal["ask"]>[2] = policy) => readAnswer(await portal.ask(path, {}, as));

describe("the page of messages", () => {
  it("has the own mails, newest first, with what became of them", async () => {
    await mails.queue(mail({ id: "notice-1", kind: "notice", subject: "Nog 2 normen" }), "2026-11-26T06:00:00.000Z");
    expect((await page("/berichten")).all("tr").slice(1)).toEqual([
      "Nog 2 normenbericht26-11-2026, 07:00wordt verstuurd",
      "Normenmonitor: 1 nieuw signaalsamenvatting25-11-2026, 07:00verstuurd",
    ]);
  });

  it("has nothing of another person, and says so to who has none", async () => {
    const { text } = await page("/berichten", other);
    expect(text).toContain("U hebt nog geen berichten.");
    expect(text).not.toContain("nieuw signaal");
  });

  it("has nothing that was not sent and was for a group that its reader left, and keeps what was sent", async () => {
    const moved = { ...person("body"), id: policy.id };
    for (const id of ["signals-2", "signals-3"]) await mails.queue(mail({ id, group: "beleid", subject: id }), "2026-11-26T06:00:00.000Z");
    await mails.settle(policy.id, "signals-3", "withheld", "2026-11-27T06:00:00.000Z");
    expect((await page("/berichten", moved)).all("tr").slice(1)).toEqual([
      "Normenmonitor: 1 nieuw signaalsamenvatting25-11-2026, 07:00verstuurd",
    ]);
    const answers = await Promise.all(
      ["/berichten/signals-2", "/berichten/signals-3/bericht.eml"].flatMap((path) =>
        [moved, policy].map((one) => portal.ask(path, {}, one)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 404, 200]);
  });

  it("is linked from every page", async () => {
    expect((await page("/overzicht")).html).toContain('href="/berichten"');
  });

  it("offers the choice of digests to who gets them, and says of the rest that it cannot be turned off", async () => {
    expect((await page("/berichten")).all("button")).toContain("Zet samenvattingen uit");
    for (const role of ["body", "committee", "administrator"] as const) {
      const { all, text } = await page("/berichten", person(role));
      expect(all("button")).toEqual(["Afmelden"]);
      expect(text).toContain("Die kunt u niet uitzetten.");
    }
  });

  it("turns digests off and on again", async () => {
    expect((await portal.send("/berichten/samenvattingen", { keuze: "uit" }, policy)).status).toBe(303);
    expect([await choices.wantsDigests(policy.id), await choices.wantsDigests(other.id)]).toEqual([false, true]);
    expect((await page("/berichten")).all("button")).toContain("Zet samenvattingen weer aan");
    await portal.send("/berichten/samenvattingen", { keuze: "aan" }, policy);
    expect(await choices.wantsDigests(policy.id)).toBe(true);
  });
});

describe("one message", () => {
  it("shows its text as it is: markup in it is text", async () => {
    const { all, text, html } = await page(`/berichten/${mail().id}`);
    expect(all("h1")).toEqual(["Normenmonitor: 1 nieuw signaal"]);
    expect(text).toContain("V15 <script>alert(1)</script> & meer");
    expect(html).not.toContain("<script>alert");
  });

  it("is handed out as a file for a mail program", async () => {
    const answer = await portal.ask(`/berichten/${mail().id}/bericht.eml`, {}, policy);
    expect([answer.headers.get("Content-Type"), answer.headers.get("Content-Disposition")]).toEqual([
      "message/rfc822",
      expect.stringContaining(`attachment; filename="${mail().id}.eml"`),
    ]);
    expect(await answer.text()).toContain("Subject: Normenmonitor: 1 nieuw signaal\r\n");
  });

  it("of another person does not exist", async () => {
    for (const path of [`/berichten/${mail().id}`, `/berichten/${mail().id}/bericht.eml`, "/berichten/bestaat-niet"]) {
      expect((await portal.ask(path, {}, other)).status).toBe(404);
    }
  });
});

describe("the link in a digest", () => {
  const address = (token: string) => `/berichten/afmelden?sleutel=${encodeURIComponent(token)}`;
  const press = (token: string, init: RequestInit = {}) =>
    portal.app.request(`http://localhost${address(token)}`, { method: "POST", ...init });

  it("changes nothing when it is only looked at: programs follow links too", async () => {
    const { all } = await page(address(`token-of-${policy.id}`), null);
    expect(all("button")).toEqual(["Zet samenvattingen uit"]);
    expect(await choices.wantsDigests(policy.id)).toBe(true);
  });

  it("turns digests off by its button, without signing in", async () => {
    const answer = await press(`token-of-${policy.id}`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("U krijgt geen samenvattingen meer")]);
    expect([await choices.wantsDigests(policy.id), await choices.wantsDigests(other.id)]).toEqual([false, true]);
  });

  it("turns digests off by the button of a mail program (RFC 8058), which knows no form of ours", async () => {
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await press(`token-of-${policy.id}`, { body, headers: { Origin: "null" } })).status).toBe(200);
    expect(await choices.wantsDigests(policy.id)).toBe(false);
  });

  it("is of the person it was sent to, whoever is signed in", async () => {
    const { formToken, cookie } = await portal.signIn(other);
    const body = new URLSearchParams({ formulier: formToken });
    expect((await press(`token-of-${policy.id}`, { body, headers: { Cookie: cookie } })).status).toBe(200);
    expect([await choices.wantsDigests(policy.id), await choices.wantsDigests(other.id)]).toEqual([false, true]);
  });

  it("that was not given out by us changes nothing, and says where one can do it", async () => {
    for (const token of ["", "onzin", "x".repeat(5000)]) {
      const answer = await press(token);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("Deze link klopt niet")]);
      expect((await portal.ask(address(token), {}, null)).status).toBe(400);
    }
    expect(await choices.wantsDigests(policy.id)).toBe(true);
  });
});
