/** The mails of a person, in a few lines. */
import type { MailChoices, Outbox } from "../../core/notifications/ports.ts";
import type { Mailbox } from "../../portal/app.tsx";
import { choicesInMemory, outboxInMemory } from "../core/notifications/in-memory.ts";

/** `token-of-<person>` is what turns off the digests of that person. */
export const mailboxInMemory = (mails: Outbox = outboxInMemory(), choices: MailChoices = choicesInMemory()): Mailbox => ({
  mails,
  choices,
  tokens: { personOf: async (token) => /^token-of-(.+)$/.exec(token)?.[1] },
});

/** Policy staff has one digest in it, `signals-1`; `word` stands in it. */
export async function mailboxWithMail(word = ""): Promise<Mailbox> {
  const mails = outboxInMemory();
  const to = { id: "policy", name: "Bea Beleid", email: "bea@voorbeeld.example" };
  const text = `Nieuw\n- V15 Norm\n  Geen van de 83 organisaties voldoet.\n${word}`;
  await mails.queue(
    { id: "signals-1", kind: "signals", to, subject: `Normenmonitor: 1 nieuw signaal ${word}`, text, html: "" },
    "2026-11-25T06:00:00.000Z",
  );
  return mailboxInMemory(mails);
}
