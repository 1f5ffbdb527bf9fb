import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { FormToken, useVisit } from "../visit.tsx";

/** What a link in a mail leads to: one button. Who it is stands in the address, so nobody has to sign in. */
export function TurnOff() {
  const { address } = useVisit();
  return (
    <Layout title={title()}>
      <h1>{title()}</h1>
      <p>
        {say(
          "U krijgt dan geen e-mail meer als een norm een signaal krijgt of kwijtraakt.",
          "You will then get no e-mail any more when a norm gets or loses a signal.",
        )}{" "}
        {stays()}
      </p>
      <form method="post" action={address}>
        <FormToken />
        <p>
          <button type="submit">{say("Zet samenvattingen uit", "Turn digests off")}</button>
        </p>
      </form>
    </Layout>
  );
}

export const TurnedOff = () => (
  <Layout title={title()}>
    <h1>{say("U krijgt geen samenvattingen meer", "You get no digests any more")}</h1>
    <p>
      {stays()} {say("Bij", "At")} <a href="/berichten">{say("Berichten", "Messages")}</a>{" "}
      {say("staan de samenvattingen nog wel, en daar zet u ze weer aan.", "the digests are still there, and there you turn them on again.")}
    </p>
  </Layout>
);

export const UnknownLink = () => (
  <Layout title={title()}>
    <h1>{say("Deze link klopt niet", "This link is not right")}</h1>
    <p>
      {say(
        "Er is niets veranderd. Meld u aan en zet de samenvattingen uit bij",
        "Nothing was changed. Sign in and turn the digests off at",
      )}{" "}
      <a href="/berichten">{say("Berichten", "Messages")}</a>.
    </p>
  </Layout>
);

const title = () => say("Samenvattingen uitzetten", "Turn digests off");

const stays = () => say("Berichten die iets van u vragen, blijven komen.", "Messages that ask something of you keep coming.");
