import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import type { KnownPerson } from "../../../core/people.ts";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { groupsText, PEOPLE, partChoices, personAddress, stateWords } from "../../people.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { FormToken, useVisit } from "../../visit.tsx";
import { type FormProblem, problemText } from "./problem-text.ts";

interface PersonProps {
  readonly person: KnownPerson;
  readonly catalogue: Pick<Catalogue, "bodies">;
  readonly problem?: FormProblem;
}

/** One person: another part, an end to it, or the invitation once more. */
export function PersonPage({ person, catalogue: { bodies }, problem }: PersonProps) {
  const own = useVisit().user?.id === person.id;
  return (
    <PersonLayout person={person}>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      {problem && <Problem problem={problem} />}
      <p class="lead">
        <bdi>{person.email}</bdi>, {groupsText(person.groups, bodies)} <StatusBadge word={stateWords[person.state]} />
      </p>
      {own || person.managedElsewhere ? (
        problem === undefined && <p class="notice">{problemText(own ? "yourself" : "managedElsewhere")}</p>
      ) : (
        <>
          <ChangePart person={person} bodies={bodies} />
          {person.state === "invited" && <InviteAgain person={person} />}
          {person.state === "blocked" ? <Unblock person={person} /> : <ToBlock person={person} />}
        </>
      )}
    </PersonLayout>
  );
}

/** Asks once more before somebody is blocked. */
export function ConfirmBlock({ person, problem }: Omit<PersonProps, "catalogue">) {
  return (
    <PersonLayout person={person}>
      <h1>
        {say("Blokkeren:", "Block:")} <bdi>{person.name}</bdi>
      </h1>
      {problem && <Problem problem={problem} />}
      <p class="lead">
        {say(
          "Weet u het zeker? Wie geblokkeerd is, wordt meteen overal afgemeld en kan zich niet meer aanmelden. Wat deze persoon heeft aangeleverd of besloten, blijft staan. U kunt de blokkade later opheffen.",
          "Are you sure? Whoever is blocked is signed out everywhere at once and cannot sign in any more. What this person delivered or decided stays. You can undo it later.",
        )}
      </p>
      <form method="post" action={`${PEOPLE}/blokkeren`}>
        <FormToken />
        <input type="hidden" name="wie" value={person.id} />
        <p>
          <button type="submit">{say("Ja, blokkeer", "Yes, block")}</button>{" "}
          <a href={personAddress(person)}>{say("Nee, ga terug", "No, go back")}</a>
        </p>
      </form>
    </PersonLayout>
  );
}

function PersonLayout({ person, children }: { readonly person: KnownPerson; readonly children: Child }) {
  return (
    <Layout title={person.name} section="/beheer">
      <p class="back">
        <a href={PEOPLE}>{say("Mensen", "People")}</a>
      </p>
      {children}
    </Layout>
  );
}

const Problem = ({ problem }: { readonly problem: FormProblem }) => (
  <p id="fout" class="wrong" role="alert">
    {problemText(problem)} {say("Er is niets veranderd.", "Nothing was changed.")}
  </p>
);

function ChangePart({ person, bodies }: { readonly person: KnownPerson; readonly bodies: Catalogue["bodies"] }) {
  return (
    <section aria-labelledby="rol-wijzigen">
      <h2 id="rol-wijzigen">{say("Andere rol", "Another part")}</h2>
      <p>
        {say(
          "Met een andere rol mag iemand andere dingen zien en doen. Wie aangemeld is, wordt afgemeld.",
          "With another part a person may see and do other things. Whoever is signed in is signed out.",
        )}
      </p>
      <form method="post" action={`${PEOPLE}/wijzigen`} class="filter">
        <FormToken />
        <input type="hidden" name="wie" value={person.id} />
        {/* What it was when this page was made: whoever changes it on an older page hears so first. */}
        <input type="hidden" name="bekend" value={person.groups.join(" ")} />
        <p>
          <label for="rol">{say("Rol", "Part")}</label>
          <select id="rol" name="rol" required>
            {person.groups.length !== 1 && <option value="">{say("Kies een rol", "Choose a part")}</option>}
            {partChoices(bodies).map(([group, text]) => (
              <option value={group} selected={person.groups.length === 1 && person.groups[0] === group}>
                {text}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{say("Rol wijzigen", "Change the part")}</button>
        </p>
      </form>
    </section>
  );
}

function InviteAgain({ person }: Pick<PersonProps, "person">) {
  return (
    <section aria-labelledby="opnieuw">
      <h2 id="opnieuw">{say("Uitnodiging opnieuw sturen", "Send the invitation again")}</h2>
      <p>
        {say(
          "Is de e-mail kwijt of zijn de zeven dagen voorbij? Stuur dan een nieuwe; het wachtwoord uit de oude werkt dan niet meer.",
          "Was the e-mail lost, or are the seven days over? Then send a new one; the password of the old one no longer works then.",
        )}
      </p>
      <Act person={person} action="opnieuw-uitnodigen" text={say("Stuur opnieuw", "Send again")} />
    </section>
  );
}

function Unblock({ person }: Pick<PersonProps, "person">) {
  return (
    <section aria-labelledby="deblokkeren">
      <h2 id="deblokkeren">{say("Blokkade opheffen", "Unblock")}</h2>
      <p>{say("Deze persoon kan zich dan weer aanmelden, met dezelfde rol.", "This person can sign in again then, with the same part.")}</p>
      <Act person={person} action="blokkade-opheffen" text={say("Hef de blokkade op", "Unblock")} />
    </section>
  );
}

function Act({ person, action, text }: { readonly person: KnownPerson; readonly action: string; readonly text: string }) {
  return (
    <form method="post" action={`${PEOPLE}/${action}`}>
      <FormToken />
      <input type="hidden" name="wie" value={person.id} />
      <p>
        <button type="submit">{text}</button>
      </p>
    </form>
  );
}

function ToBlock({ person }: Pick<PersonProps, "person">) {
  return (
    <section aria-labelledby="blokkeren">
      <h2 id="blokkeren">{say("Blokkeren", "Block")}</h2>
      <p>
        {say("Werkt deze persoon niet meer met de normenmonitor?", "Does this person no longer work with normenmonitor?")}{" "}
        <a href={`${PEOPLE}/blokkeren?${new URLSearchParams({ wie: person.id })}`}>{say("Blokkeer", "Block")}</a>
      </p>
    </section>
  );
}
