import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { PEOPLE } from "../../people.ts";

/** The sign-in service did not answer. `changing`: while something was being changed, of which it is not known how far it came. */
export const PeopleUnavailable = ({ changing }: { readonly changing: boolean }) => (
  <Layout title={say("Mensen", "People")} section="/beheer">
    <h1>{say("De aanmelddienst geeft geen antwoord", "The sign-in service does not answer")}</h1>
    <p class="lead">
      {changing
        ? say(
            "Misschien is uw wijziging toch gemaakt. Kijk over een minuut in de lijst en doe het zo nodig opnieuw; dubbel kan geen kwaad.",
            "Perhaps your change was made all the same. Look at the list in a minute and do it again if needed; twice does no harm.",
          )
        : say("Probeer het over een minuut opnieuw.", "Try again in a minute.")}
    </p>
    <p>
      <a href={PEOPLE}>{say("Naar de lijst met mensen", "To the list of people")}</a>
    </p>
  </Layout>
);
