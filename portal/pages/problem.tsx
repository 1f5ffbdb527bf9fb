import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { SIGN_IN } from "../sign-in/routes.tsx";
import { useVisit } from "../visit.tsx";

/** There is nothing at this address. */
export function NotFound() {
  return (
    <Layout title={say("Pagina niet gevonden", "Page not found")}>
      <h1>{say("Deze pagina bestaat niet", "This page does not exist")}</h1>
      <p class="lead">
        {say(
          "Misschien is het adres niet goed overgenomen, of is het bestand er niet (meer).",
          "Perhaps the address was not copied well, or the file is not there (any more).",
        )}
      </p>
      <ToStart />
    </Layout>
  );
}

/** The page is for somebody else, or the session ended while it was open. It does not say whether there is anything at the address. */
export function Forbidden() {
  if (useVisit().user === undefined) return <NotSignedInAnyMore />;
  return (
    <Layout title={say("Geen toegang", "No access")}>
      <h1>{say("Deze pagina is niet voor u", "This page is not for you")}</h1>
      <p class="lead">
        {say(
          "U bent aangemeld, maar mag dit niet zien of doen. Denkt u dat dat niet klopt? Vraag het de beheerder.",
          "You are signed in, but may not see or do this. Do you think that is not right? Ask the administrator.",
        )}
      </p>
      <ToStart />
    </Layout>
  );
}

/** A form was sent from a page that was open longer than the session lasted. */
function NotSignedInAnyMore() {
  return (
    <Layout title={say("Niet verwerkt", "Not processed")}>
      <h1>{say("U bent niet meer aangemeld", "You are no longer signed in")}</h1>
      <p class="lead">
        {say("Wat u verstuurde, is niet verwerkt. Er is niets veranderd.", "What you sent was not processed. Nothing has changed.")}
      </p>
      <p>
        {say(
          "Ging het om een tekst? Ga terug en kopieer die eerst. Meld u daarna aan, open de pagina opnieuw en verstuur het nog een keer.",
          "Was it a text? Go back and copy it first. Then sign in, open the page again and send it once more.",
        )}
      </p>
      <p>
        <a href={SIGN_IN}>{say("Aanmelden", "Sign in")}</a>
      </p>
    </Layout>
  );
}

/** What was sent does not come from a page of this session: another site, or a page from before signing in again. */
export function ForeignForm() {
  return (
    <Layout title={say("Niet verwerkt", "Not processed")}>
      <h1>{say("Dit is niet verwerkt", "This was not processed")}</h1>
      <p class="lead">
        {say(
          "Het formulier hoort niet bij deze aanmelding: misschien stond de pagina al open voordat u zich aanmeldde. Er is niets veranderd.",
          "The form does not belong to this session: perhaps the page was open before you signed in. Nothing has changed.",
        )}
      </p>
      <p>{say("Ga terug, ververs de pagina en probeer het opnieuw.", "Go back, refresh the page and try again.")}</p>
      <ToStart />
    </Layout>
  );
}

/** More than any form of this portal is: most often a file of another kind than was asked for. */
export function FormTooLarge() {
  return (
    <Layout title={say("Niet verwerkt", "Not processed")}>
      <h1>{say("Dit is te groot", "This is too large")}</h1>
      <p class="lead">
        {say(
          "Wat u verstuurde, is groter dan hier kan (1 MB). Er is niets veranderd.",
          "What you sent is larger than is possible here (1 MB). Nothing has changed.",
        )}
      </p>
      <p>
        {say(
          "Koos u een bestand? Ga terug en kijk of het het goede is.",
          "Did you choose a file? Go back and see whether it is the right one.",
        )}
      </p>
      <ToStart />
    </Layout>
  );
}

/** The fault is ours; the reader can only try again. */
export function Failure() {
  return (
    <Layout title={say("Storing", "Failure")}>
      <h1>{say("Er ging bij ons iets mis", "Something went wrong on our side")}</h1>
      <p class="lead">
        {say(
          "De pagina kon niet worden gemaakt. Aan uw aanleveringen is niets veranderd.",
          "The page could not be made. Nothing has changed in your deliveries.",
        )}
      </p>
      <p>
        {say(
          "Ververs deze pagina over een minuut. Blijft het misgaan, geef dan door aan de beheerder wanneer het gebeurde en welk adres er boven in uw scherm staat.",
          "Refresh this page in a minute. If it keeps failing, tell the administrator when it happened and which address is at the top of your screen.",
        )}
      </p>
      <ToStart />
    </Layout>
  );
}

/** The request came for another host name than this server answers to. */
export function WrongHost() {
  return (
    <Layout title={say("Verkeerd adres", "Wrong address")}>
      <h1>{say("Dit adres hoort niet bij de normenmonitor", "This address does not belong to normenmonitor")}</h1>
      <p class="lead">
        {say(
          "Gebruik het adres dat u van de beheerder kreeg. Draait de normenmonitor op uw eigen computer, dan is hij alleen daar bereikbaar, bijvoorbeeld op http://127.0.0.1:8787.",
          "Use the address that the administrator gave you. If normenmonitor runs on your own computer, it can only be reached there, for example at http://127.0.0.1:8787.",
        )}
      </p>
    </Layout>
  );
}

const ToStart = () => (
  <p>
    <a href="/">{say("Naar uw eerste pagina", "To your first page")}</a>
  </p>
);
