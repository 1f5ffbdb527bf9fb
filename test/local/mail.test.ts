/** The stand-in of SES against the client of the AWS SDK, by the adapter that speaks to the real one. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadRequestException, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ServiceUnavailable } from "../../core/faults.ts";
import type { Mail } from "../../core/notifications/mail.ts";
import { mailer } from "../../functions/adapters/mail.ts";
import { startHttp } from "../../local/http.ts";
import { startMailServer } from "../../local/mail/server.ts";

const folder = mkdtempSync(join(tmpdir(), "mails-"));
const settings = { sender: "normenmonitor@voorbeeld.example", contact: "vragen@voorbeeld.example" };
let server: Awaited<ReturnType<typeof startMailServer>>;
let client: SESv2Client;

const clientAt = (endpoint: string) =>
  new SESv2Client({ endpoint, region: "eu-central-1", credentials: { accessKeyId: "a", secretAccessKey: "b" }, maxAttempts: 1 });

beforeAll(async () => {
  server = await startMailServer({ folder, now: () => Date.parse("2026-11-25T06:00:00.000Z") });
  client = clientAt(server.url);
});
const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void logged.push(line));
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});
afterAll(async () => {
  vi.restoreAllMocks();
  client.destroy();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const mail = (changes: Partial<Mail> = {}): Mail => ({
  id: "signals-1",
  kind: "signals",
  to: { id: "bea", name: "Bea", email: "bea@voorbeeld.example" },
  subject: "Normenmonitor: één nieuw signaal",
  text: "Beste Bea",
  html: "<p>Beste Bea</p>",
  ...changes,
});
const files = () => readdirSync(folder);

describe("a mail on one machine", () => {
  it("lies in the folder as a file, with the headers by which a mail program offers to turn it off", async () => {
    const sent = await mailer(client, settings).send(
      mail({ unsubscribe: "https://normen.example.org/berichten/afmelden?sleutel=abc.def" }),
    );
    expect([sent, files()]).toEqual([
      "sent",
      [expect.stringMatching(/^2026-11-25T06-00-00-000Z bea@voorbeeld\.example [0-9a-f]{16}\.eml$/)],
    ]);
    const file = readFileSync(join(folder, files()[0]!), "utf8");
    for (const header of [
      "From: Normenmonitor <normenmonitor@voorbeeld.example>",
      "To: bea@voorbeeld.example",
      "Reply-To: vragen@voorbeeld.example",
      "Auto-Submitted: auto-generated",
      "List-Unsubscribe: <https://normen.example.org/berichten/afmelden?sleutel=abc.def>",
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ])
      expect(file.split("\r\n")).toContain(header);
  });

  it("that cannot be turned off has no such headers", async () => {
    await mailer(client, settings).send(mail({ kind: "late" }));
    expect(readFileSync(join(folder, files()[0]!), "utf8")).not.toContain("List-Unsubscribe");
  });

  it("is not written half: there is a file or there is none", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => mailer(client, settings).send(mail({ text: `Tekst ${i}` }))));
    expect(files().filter((name) => name.endsWith(".eml"))).toHaveLength(10);
    expect(files().filter((name) => !name.endsWith(".eml"))).toEqual([]);
  });

  it.each(["", "geen adres", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "Bea <a@b.example>"])(
    "to %j is refused, and no other mail goes with it",
    async (email) => {
      expect(await mailer(client, settings).send(mail({ to: { id: "x", name: "", email } }))).toBe("refused");
      expect(files()).toEqual([]);
    },
  );

  it("with a line break in its subject is refused", async () => {
    expect(await mailer(client, settings).send(mail({ subject: "x\r\nBcc: iedereen@evil.example" }))).toBe("refused");
  });

  it("of another form than ours is named as wrong", async () => {
    const other = new SendEmailCommand({ FromEmailAddress: "a@b.example", Destination: {}, Content: { Template: { TemplateName: "x" } } });
    await expect(client.send(other)).rejects.toThrow(BadRequestException);
  });
});

describe("a mail service that", () => {
  const answering = async (status: number, kind: string, message = "no") => {
    const http = await startHttp(() => () => Response.json({ message }, { status, headers: { "X-Amzn-ErrorType": kind } }), 0);
    const other = clientAt(http.url);
    try {
      return await mailer(other, settings)
        .send(mail())
        .catch((error: Error) => error);
    } finally {
      other.destroy();
      await http.close();
    }
  };

  it.each([
    [429, "TooManyRequestsException"],
    [400, "LimitExceededException"],
    [400, "SendingPausedException"],
  ])("says %i %s is asked again later", async (status, kind) => {
    expect(await answering(status, kind)).toBeInstanceOf(ServiceUnavailable);
  });

  it("does not want this mail says so once, and no log line says whose it was", async () => {
    expect(await answering(400, "MessageRejected", "Email address is not verified: bea@voorbeeld.example")).toBe("refused");
    expect(logged).toEqual(['{"message":"mail refused","mail":"signals-1","reason":"MessageRejected"}']);
  });

  it("is set up wrongly is a fault of ours, which a person must mend", async () => {
    for (const kind of ["MailFromDomainNotVerifiedException", "NotFoundException", "AccountSuspendedException"]) {
      const error = await answering(400, kind);
      expect([kind, error instanceof Error && !(error instanceof ServiceUnavailable)]).toEqual([kind, true]);
    }
  });
});
