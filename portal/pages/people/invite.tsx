import type { Catalogue } from "../../../core/catalogue/types.ts";
import { type KnownPerson, MAX_EMAIL, MAX_PERSON_NAME } from "../../../core/people.ts";
import { say } from "../../language.tsx";
import { groupsText, PEOPLE, partChoices, personAddress } from "../../people.ts";
import { FormToken } from "../../visit.tsx";
import { type FormProblem, fieldOf, problemText } from "./problem-text.ts";

/** An invitation that was not sent: what was filled in stands in the form again. */
export interface InviteAttempt {
  readonly problem: FormProblem;
  readonly name: string;
  readonly email: string;
  readonly group: string;
  /** Who has the address. */
  readonly holder?: KnownPerson;
}

interface InviteProps {
  readonly catalogue: Pick<Catalogue, "bodies">;
  readonly attempt?: InviteAttempt;
}

export function Invite({ catalogue: { bodies }, attempt }: InviteProps) {
  const field = attempt && fieldOf(attempt.problem);
  const wrong = (name: "naam" | "email" | "rol") => ({
    "aria-invalid": field === name ? ("true" as const) : undefined,
    "aria-describedby": field === name ? "uitnodigen-fout" : undefined,
  });
  return (
    <section aria-labelledby="uitnodigen">
      <h2 id="uitnodigen">{say("Iemand uitnodigen", "Invite somebody")}</h2>
      <p>
        {say(
          "Wie u uitnodigt, krijgt een e-mail met een tijdelijk wachtwoord. Iemand heeft één rol.",
          "Whoever you invite gets an e-mail with a temporary password. A person has one part.",
        )}
      </p>
      {attempt && (
        <p id="uitnodigen-fout" class="wrong" role="alert">
          {problemText(attempt.problem)} {attempt.holder && <Holder person={attempt.holder} bodies={bodies} />}{" "}
          {say("Er is niemand uitgenodigd.", "Nobody was invited.")}
        </p>
      )}
      <form method="post" action={`${PEOPLE}/uitnodigen#uitnodigen`} class="filter">
        <FormToken />
        <p>
          <label for="naam">{say("Naam", "Name")}</label>
          <input id="naam" name="naam" required maxlength={MAX_PERSON_NAME} autocomplete="off" value={attempt?.name} {...wrong("naam")} />
        </p>
        <p>
          <label for="email">{say("E-mailadres", "E-mail address")}</label>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxlength={MAX_EMAIL}
            autocomplete="off"
            value={attempt?.email}
            {...wrong("email")}
          />
        </p>
        <p>
          <label for="rol">{say("Rol", "Part")}</label>
          <select id="rol" name="rol" required {...wrong("rol")}>
            <option value="">{say("Kies een rol", "Choose a part")}</option>
            {partChoices(bodies).map(([group, text]) => (
              <option value={group} selected={group === attempt?.group}>
                {text}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{say("Uitnodigen", "Invite")}</button>
        </p>
      </form>
    </section>
  );
}

function Holder({ person, bodies }: { readonly person: KnownPerson; readonly bodies: Catalogue["bodies"] }) {
  const text = (
    <>
      <bdi>{person.name}</bdi>, {groupsText(person.groups, bodies)}
    </>
  );
  return person.managedElsewhere ? <>{text}.</> : <a href={personAddress(person)}>{text}</a>;
}
