import { MAX_REASON } from "../delivering/upload.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { FormToken, useVisit } from "../visit.tsx";

export interface DeliverProps {
  readonly bodyName: string;
  /** The report that is corrected, when somebody came from one. */
  readonly correcting?: { readonly label: string; readonly reference: string };
}

/**
 * One thing to do: choose a file. With a script it is checked here first and sent when its sender says so; without one it is sent, and checked
 * there.
 */
export function Deliver({ bodyName, correcting }: DeliverProps) {
  return (
    <Layout title={say("Aanleveren", "Deliver")} section="/aanleveren" scripts={["deliver.js"]}>
      <h1>{correcting ? say("Rapport corrigeren", "Correct a report") : say("Rapporten aanleveren", "Deliver reports")}</h1>
      <p class="lead">{correcting ? <Correcting {...correcting} /> : <Delivering bodyName={bodyName} />}</p>
      <p>
        <a href="/sjabloon">{say("Sjabloon in Excel, met keuzelijsten", "Template in Excel, with choice lists")}</a>
        {" · "}
        <a href="/specificatie">{say("Wat er in een aanlevering staat", "What is in a delivery")}</a>
        {" · "}
        <a href="/controle.html" download>
          {say("Controle om zonder internet te gebruiken", "Check to use without internet")}
        </a>
      </p>
      <SendForm correcting={correcting} />
      <noscript>
        <WithoutScript correcting={correcting} />
      </noscript>
      <WhatHappens />
    </Layout>
  );
}

const Delivering = ({ bodyName }: { readonly bodyName: string }) => (
  <>
    {say(
      `U levert aan namens ${bodyName}. Een bestand mag één of meer toetsingsrapporten bevatten, in Excel of CSV.`,
      `You deliver for ${bodyName}. A file may hold one or more test reports, in Excel or CSV.`,
    )}
  </>
);

const Correcting = ({ label, reference }: NonNullable<DeliverProps["correcting"]>) => (
  <>
    {say("U corrigeert rapport", "You correct report")} <bdi>{reference}</bdi> ({label}).{" "}
    {say(
      "Lever het hele rapport opnieuw aan, met status gewijzigd: het vervangt het eerdere. De eerdere versie blijft in de geschiedenis staan.",
      "Deliver the whole report again, with status gewijzigd: it replaces the earlier one. The earlier version stays in the history.",
    )}
  </>
);

/** Hidden until the script is there: it checks in this browser and sends to the store of deliveries. */
function SendForm({ correcting }: Pick<DeliverProps, "correcting">) {
  const { user, formToken, scripts } = useVisit();
  return (
    <form
      id="aanleveren"
      hidden
      data-token={formToken}
      data-body={user?.role === "body" ? user.body : undefined}
      data-worker={scripts.get("check-worker.js")}
      data-catalogue="/aanleveren/normenkader.json"
      data-past="/aanleveren/eerder.json"
      data-grant="/aanleveren/toegang"
    >
      {correcting && <Reason />}
      <fieldset class="choices">
        <legend>{say("Wat wilt u doen?", "What do you want to do?")}</legend>
        <label>
          <input type="radio" name="doel" value="aanleveren" checked /> {say("Controleren en aanleveren", "Check and deliver")}
        </label>
        <label>
          <input type="radio" name="doel" value="proef" />{" "}
          {say("Alleen proberen: er wordt niets verstuurd of bewaard", "Only try: nothing is sent or kept")}
        </label>
      </fieldset>
      <div id="vak" class="drop">
        <label for="bestand">{say("Kies uw bestand, of sleep het naar deze pagina", "Choose your file, or drag it onto this page")}</label>
        <input id="bestand" type="file" accept=".csv,.xlsx,.txt" />
        <p class="quiet">
          {say(
            "Excel (.xlsx) of CSV. Uw bestand wordt eerst op uw eigen computer gecontroleerd.",
            "Excel (.xlsx) or CSV. Your file is checked on your own computer first.",
          )}
        </p>
      </div>
      <div id="versturen" />
      <div id="controle" />
    </form>
  );
}

const Reason = () => (
  <p class="field">
    <label for="reden">{say("Waarom corrigeert u dit rapport?", "Why do you correct this report?")}</label>
    <textarea id="reden" name="reden" rows={2} maxlength={MAX_REASON} required />
    <span class="quiet">{say("Zonder namen of andere persoonsgegevens.", "Without names or other personal data.")}</span>
  </p>
);

const WithoutScript = ({ correcting }: Pick<DeliverProps, "correcting">) => (
  <form method="post" action="/aanleveren/toegang">
    <FormToken />
    {correcting && <Reason />}
    <p>
      {say(
        "Uw browser voert geen scripts uit. U kunt gewoon aanleveren; uw bestand wordt dan gecontroleerd nadat u het hebt verstuurd.",
        "Your browser runs no scripts. You can deliver all the same; your file is then checked after you have sent it.",
      )}
    </p>
    <p>
      <button type="submit">{say("Verder naar bestand kiezen", "On to choosing a file")}</button>
    </p>
  </form>
);

const WhatHappens = () => (
  <section aria-labelledby="daarna">
    <h2 id="daarna">{say("Wat gebeurt er met uw aanlevering?", "What happens to your delivery?")}</h2>
    <ol>
      <li>
        {say(
          "U ziet binnen enkele seconden wat goed is en wat u moet herstellen.",
          "You see within seconds what is right and what you have to mend.",
        )}
      </li>
      <li>
        {say(
          "Elk rapport zonder fouten wordt aangenomen. Een rapport met een fout wordt in zijn geheel niet aangenomen; waarschuwingen houden niets tegen.",
          "Every report without errors is accepted. A report with an error is not accepted at all; warnings hold nothing back.",
        )}
      </li>
      <li>
        {say(
          "U krijgt een ontvangstbewijs met een nummer, en uw eigen bestand terug met opmerkingen bij de cellen die niet goed zijn.",
          "You get a receipt with a number, and your own file back with remarks at the cells that are not right.",
        )}
      </li>
      <li>
        {say(
          "Een paar minuten later tellen de aangenomen rapporten mee in de cijfers.",
          "A few minutes later the accepted reports count in the figures.",
        )}
      </li>
    </ol>
  </section>
);
