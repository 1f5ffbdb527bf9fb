import { type MailKind, type MailRecord, type MailState, queuedAt } from "../../core/notifications/mail.ts";
import { count, moment } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { FormToken, useVisit } from "../visit.tsx";
import { type Word, word } from "../words.ts";

const kindWords: Readonly<Record<MailKind, Word>> = {
  signals: word("samenvatting", "digest", "quiet"),
  due: word("herinnering", "reminder", "quiet"),
  late: word("herinnering", "reminder", "quiet"),
  notice: word("bericht", "notice", "quiet"),
};

const stateWords: Readonly<Record<MailState, Word>> = {
  queued: word("wordt verstuurd", "being sent", "busy"),
  sent: word("verstuurd", "sent", "good"),
  refused: word("niet verstuurd", "not sent", "bad"),
  withheld: word("alleen hier", "only here", "quiet"),
};

interface MessagesProps {
  /** Of this person, newest first. */
  readonly mails: readonly MailRecord[];
  readonly wantsDigests: boolean;
}

/** What the product told this person by e-mail, and what of it he wants. */
export function Messages({ mails, wantsDigests }: MessagesProps) {
  const columns: readonly Column<MailRecord>[] = [
    {
      header: say("Onderwerp", "Subject"),
      cell: ({ id, subject }) => (
        <a href={messageAddress(id)} lang="nl">
          {subject}
        </a>
      ),
      wide: true,
    },
    { header: say("Soort", "Kind"), cell: ({ kind }) => kindWords[kind].text },
    { header: say("Gemaakt", "Made"), cell: (mail) => moment(queuedAt(mail)) },
    { header: say("Per e-mail", "By e-mail"), cell: ({ state }) => <StatusBadge word={stateWords[state]} /> },
  ];
  return (
    <Layout title={say("Berichten", "Messages")}>
      <h1>{say("Berichten", "Messages")}</h1>
      <p class="lead">
        {say("Dit stuurde de normenmonitor u per e-mail.", "This is what the normenmonitor sent you by e-mail.")}{" "}
        {say("Een bericht blijft dertien maanden staan.", "A message stays for thirteen months.")}
      </p>
      {mails.length === 0 ? (
        <p class="notice">{say("U hebt nog geen berichten.", "You have no messages yet.")}</p>
      ) : (
        <Table
          name="messages"
          caption={say(
            `${count(mails.length, "bericht", "berichten")}, nieuwste eerst`,
            `${count(mails.length, "message", "messages")}, newest first`,
          )}
          columns={columns}
          rows={mails}
        />
      )}
      <Choice wantsDigests={wantsDigests} />
    </Layout>
  );
}

/** Only policy staff get digests; what asks something of a person cannot be turned off. */
function Choice({ wantsDigests }: Pick<MessagesProps, "wantsDigests">) {
  const { user } = useVisit();
  return (
    <section aria-labelledby="keuze">
      <h2 id="keuze">{say("Wat u per e-mail krijgt", "What you get by e-mail")}</h2>
      {user?.role === "policy" && <Digests wantsDigests={wantsDigests} />}
      <p>
        {say(
          "Herinneringen en berichten over de relevantietoets vragen iets van u. Die kunt u niet uitzetten.",
          "Reminders and messages about the relevance review ask something of you. You cannot turn them off.",
        )}
      </p>
    </section>
  );
}

const Digests = ({ wantsDigests }: Pick<MessagesProps, "wantsDigests">) => (
  <form method="post" action="/berichten/samenvattingen">
    <FormToken />
    <p>
      {wantsDigests
        ? say(
            "U krijgt een samenvatting als een norm een signaal krijgt of kwijtraakt, hooguit één keer per dag.",
            "You get a digest when a norm gets or loses a signal, once a day at most.",
          )
        : say(
            "U krijgt geen samenvattingen per e-mail. Op deze pagina staan ze wel.",
            "You get no digests by e-mail. They are on this page all the same.",
          )}
    </p>
    <p>
      <button type="submit" name="keuze" value={wantsDigests ? "uit" : "aan"}>
        {wantsDigests ? say("Zet samenvattingen uit", "Turn digests off") : say("Zet samenvattingen weer aan", "Turn digests on again")}
      </button>
    </p>
  </form>
);

const messageAddress = (id: string): string => `/berichten/${encodeURIComponent(id)}`;

/** One message: its text. The HTML, which says the same, is in the file. */
export function Message({ mail }: { readonly mail: MailRecord }) {
  const { id, subject, text, state } = mail;
  return (
    <Layout title={say("Bericht", "Message")}>
      <p class="back">
        <a href="/berichten">{say("Alle berichten", "All messages")}</a>
      </p>
      <h1 lang="nl">{subject}</h1>
      <p>
        {moment(queuedAt(mail))} <StatusBadge word={stateWords[state]} />
      </p>
      <div class="letter" lang="nl">
        {text}
      </div>
      <p>
        <a href={`${messageAddress(id)}/bericht.eml`}>{say("Open in uw mailprogramma (.eml)", "Open in your mail program (.eml)")}</a>
      </p>
    </Layout>
  );
}
