import type { Followed } from "../../delivering/follow.ts";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";

interface UnderWayProps {
  readonly followed: Followed;
  /** Of this page; `<address>/stand` tells a script how far it is. */
  readonly address: string;
}

/** What was sent has no receipt yet: a script follows it, and goes on to the receipt by itself. */
export const UnderWay = ({ followed, address }: UnderWayProps) => (
  <Layout title={say("Aanlevering onderweg", "Delivery under way")} scripts={["follow.js"]}>
    <h1>{say("Uw aanlevering wordt verwerkt", "Your delivery is being processed")}</h1>
    <section class="verdict busy" data-follow={`${address}/stand`}>
      <p role="status">{stageText(followed)}</p>
      <noscript>
        <p>
          <a href={address}>{say("Ververs deze pagina", "Refresh this page")}</a>
        </p>
      </noscript>
    </section>
    <p>
      {say(
        "U hoeft hier niet te wachten: het ontvangstbewijs komt ook bij uw aanleveringen te staan.",
        "You need not wait here: the receipt also comes to stand with your deliveries.",
      )}
    </p>
  </Layout>
);

function stageText({ stage, number }: Followed): string {
  if (stage === "sent") return say("Uw bestand komt binnen.", "Your file is coming in.");
  if (stage === "received") return say(`Ontvangen als ${number}.`, `Received as ${number}.`);
  return say(`${number} wordt gecontroleerd.`, `${number} is being checked.`);
}
