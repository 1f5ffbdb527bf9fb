/**
 * Stands in for Amazon SES: takes what `SendEmail` of its API v2 sends (POST /v2/email/outbound-emails, JSON) and puts every mail as a file (.eml) in a folder, where any mail program opens
 * it. Nothing leaves this machine. It refuses what SES refuses of such a request, by the same names.
 */
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import * as z from "zod";
import { eml } from "../../core/notifications/eml.ts";
import { startHttp } from "../http.ts";

export interface MailServerOptions {
  /** Where the mails come to lie; made when it is not there. */
  readonly folder: string;
  /** What it is, in milliseconds since 1970. */
  now?(): number;
}

const PATH = "/v2/email/outbound-emails";

const content = z.object({ Data: z.string(), Charset: z.string().optional() });

const sendEmail = z.object({
  FromEmailAddress: z.string().min(1),
  Destination: z.object({ ToAddresses: z.array(z.string().min(1)).min(1).max(50) }),
  ReplyToAddresses: z.array(z.string()).optional(),
  Content: z.object({
    Simple: z.object({
      Subject: content,
      Body: z.object({ Text: content, Html: content }),
      Headers: z.array(z.object({ Name: z.string().regex(/^[!-9;-~]{1,126}$/), Value: z.string().max(870) })).optional(),
    }),
  }),
});

/** Starts it on a free port of the loopback address: for the AWS SDK with `AWS_ENDPOINT_URL_SESV2` set to `url`. */
export async function startMailServer({
  folder,
  now = Date.now,
}: MailServerOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const app = new Hono();
  app.post(PATH, async (c) => {
    const asked = sendEmail.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return refused(`not understood: ${asked.error.issues.map(({ path }) => path.join(".")).join(", ")}`);
    const { FromEmailAddress, Destination, ReplyToAddresses = [], Content } = asked.data;
    const { Subject, Body, Headers = [] } = Content.Simple;
    if (![...Destination.ToAddresses, ...ReplyToAddresses].every((address) => ADDRESS.test(address))) return refused("Illegal address");
    if ([Subject.Data, ...Headers.map(({ Value }) => Value)].some((value) => /[\r\n]/.test(value))) return refused("Illegal header");
    const at = new Date(now()).toISOString();
    const file = eml({
      from: FromEmailAddress,
      to: Destination.ToAddresses,
      subject: Subject.Data,
      text: Body.Text.Data,
      html: Body.Html.Data,
      date: at,
      headers: [
        ...ReplyToAddresses.map((value) => ({ name: "Reply-To", value })),
        ...Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
      ],
    });
    const id = createHash("sha256").update(file).digest("hex").slice(0, 16);
    keep(join(folder, `${at.replace(/[:.]/g, "-")} ${Destination.ToAddresses[0]!.replace(/[^\w.@-]/g, "_")} ${id}.eml`), file);
    return c.json({ MessageId: id });
  });
  app.notFound(() => refused("only SendEmail is known here", "NotFoundException", 404));
  return startHttp(() => app.fetch, 0);
}

/** One address without a name; SES takes more forms, we send no other. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[A-Za-z0-9.-]+$/;

/** The whole file or none. */
function keep(path: string, file: string): void {
  writeFileSync(`${path}.new`, file);
  renameSync(`${path}.new`, path);
}

/** As the protocol restJson1 says what is wrong. */
const refused = (message: string, kind = "BadRequestException", status = 400): Response =>
  Response.json({ message }, { status, headers: { "X-Amzn-ErrorType": kind } });
