import { groupOf } from "../../core/access.ts";
import { eml } from "../../core/notifications/eml.ts";
import type { MailRecord } from "../../core/notifications/mail.ts";
import { queuedAt } from "../../core/notifications/mail.ts";
import type { Mailbox } from "../app.tsx";
import { download, page } from "../page.tsx";
import { Message, Messages } from "../pages/messages.tsx";
import { TurnedOff, TurnOff, UnknownLink } from "../pages/unsubscribe.tsx";
import type { PageContext, Route } from "../route.ts";

/** What was sent to the person who asks, and whether he wants digests. Nobody sees the mails of another. */
export function messageRoutes({ mails, choices, tokens }: Mailbox, now: () => number): readonly Route[] {
  const me = (c: PageContext): string => c.get("visit").user!.id;
  const own = async (c: PageContext): Promise<MailRecord | undefined> => {
    const mail = await mails.find(me(c), c.req.param("id") ?? "");
    return mail && isFor(c, mail) ? mail : undefined;
  };
  const at = () => new Date(now()).toISOString();
  const holder = (c: PageContext) => tokens.personOf(c.req.query("sleutel") ?? "");
  return [
    {
      method: "GET",
      path: "/berichten",
      right: "beSignedIn",
      answer: async (c) => {
        const [list, wantsDigests] = await Promise.all([mails.list(me(c)), choices.wantsDigests(me(c))]);
        return page(c, <Messages mails={list.filter((mail) => isFor(c, mail))} wantsDigests={wantsDigests} />);
      },
    },
    {
      method: "POST",
      path: "/berichten/samenvattingen",
      right: "beSignedIn",
      answer: async (c) => {
        await choices.choose(me(c), (await c.req.parseBody())["keuze"] === "aan", at());
        return c.redirect("/berichten", 303);
      },
    },
    {
      method: "GET",
      path: "/berichten/afmelden",
      right: "enter",
      // A program that looks at links before a person does must change nothing: the button does.
      answer: async (c) => ((await holder(c)) === undefined ? page(c, <UnknownLink />, 400) : page(c, <TurnOff />)),
    },
    {
      method: "POST",
      path: "/berichten/afmelden",
      right: "enter",
      answer: async (c) => {
        const person = await holder(c);
        if (person === undefined) return page(c, <UnknownLink />, 400);
        await choices.choose(person, false, at());
        return page(c, <TurnedOff />);
      },
    },
    {
      method: "GET",
      path: "/berichten/:id",
      right: "beSignedIn",
      answer: async (c) => {
        const mail = await own(c);
        return mail ? page(c, <Message mail={mail} />) : c.notFound();
      },
    },
    {
      method: "GET",
      path: "/berichten/:id/bericht.eml",
      right: "beSignedIn",
      answer: async (c) => {
        const mail = await own(c);
        if (!mail) return c.notFound();
        const { subject, text, html, to } = mail;
        const content = new TextEncoder().encode(eml({ to: [to.email], subject, text, html, date: queuedAt(mail) }));
        return download(c, { name: `${mail.id}.eml`, contentType: "message/rfc822", content });
      },
    },
  ];
}

/** What was sent stays to be read. What was not, and was for a group that the person left meanwhile, he never had and does not get here either. */
const isFor = (c: PageContext, { state, group }: MailRecord): boolean =>
  state === "sent" || group === undefined || group === groupOf(c.get("visit").user!);
