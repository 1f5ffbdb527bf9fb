import type { PeopleProblem } from "../../../core/managing-people.ts";
import { MAX_PERSON_NAME } from "../../../core/people.ts";
import { say } from "../../language.tsx";

/** Besides what the rules refuse: what a form did not say. */
export type FormProblem = PeopleProblem | "nameMissing" | "partMissing";

/** The field of a form that it is about; none when it is about the person. */
export function fieldOf(problem: FormProblem): "naam" | "email" | "rol" | undefined {
  if (problem === "nameMissing") return "naam";
  if (problem === "addressMalformed" || problem === "addressKnown") return "email";
  return problem === "partMissing" ? "rol" : undefined;
}

/** What is wrong and what to do. Nothing was changed. */
export function problemText(problem: FormProblem): string {
  switch (problem) {
    case "nameMissing":
      return say(`Vul een naam in van hoogstens ${MAX_PERSON_NAME} tekens.`, `Fill in a name of at most ${MAX_PERSON_NAME} characters.`);
    case "partMissing":
      return say("Kies een rol uit de lijst.", "Choose a part from the list.");
    case "addressMalformed":
      return say(
        "Dit is geen e-mailadres dat wij kunnen gebruiken. Schrijf het als naam@organisatie.nl, zonder spaties en zonder letters met accenten.",
        "This is no e-mail address that we can use. Write it as name@organisation.nl, without spaces and without accented letters.",
      );
    case "addressKnown":
      return say("Dit adres is al in gebruik:", "This address is in use already:");
    case "unknownPerson":
      return say("Deze persoon is er niet (meer).", "This person is not there (any more).");
    case "yourself":
      return say(
        "U kunt uzelf niet blokkeren en uw eigen rol niet veranderen. Vraag een andere beheerder.",
        "You cannot block yourself or change your own part. Ask another administrator.",
      );
    case "lastAdministrator":
      return say(
        "Dit is de enige beheerder die zich kan aanmelden. Maak eerst iemand anders beheerder.",
        "This is the only administrator who can sign in. First make somebody else administrator.",
      );
    case "managedElsewhere":
      return say(
        "Deze persoon meldt zich aan met een account van een andere organisatie. Die organisatie beheert het account; hier kunt u er niets aan veranderen.",
        "This person signs in with an account of another organisation, which looks after it; you cannot change it here.",
      );
    case "changedMeanwhile":
      return say(
        "De rol van deze persoon is intussen door iemand anders veranderd. Kijk of uw wijziging nog nodig is.",
        "Somebody else changed the part of this person meanwhile. See whether your change is still needed.",
      );
    case "notInvited":
      return say(
        "Er staat geen uitnodiging open. Wie zijn wachtwoord kwijt is, kiest bij het aanmelden zelf een nieuw.",
        "No invitation is open. Whoever lost a password chooses a new one when signing in.",
      );
  }
}
