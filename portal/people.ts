/** Words for people: their parts, how they stand, what was done about them. */
import { groupOf, type Part, partsOf } from "../core/access.ts";
import type { CertifyingBody } from "../core/catalogue/types.ts";
import { bodyCode } from "../core/ids.ts";
import type { KnownPerson, PersonState } from "../core/people.ts";
import type { PeopleAction, PeopleChange } from "../core/people-trail.ts";
import { say } from "./language.tsx";
import { type Word, word } from "./words.ts";

export const PEOPLE = "/beheer/mensen";

type Bodies = ReadonlyMap<string, CertifyingBody>;

export const stateWords: Readonly<Record<PersonState, Word>> = {
  invited: word("uitgenodigd", "invited", "busy"),
  active: word("actief", "active", "good"),
  blocked: word("geblokkeerd", "blocked", "bad"),
};

export const endWords: Readonly<Record<"done" | "refused" | "open", Word>> = {
  done: word("gelukt", "done", "good"),
  refused: word("niet gelukt", "not done", "quiet"),
  open: word("niet afgerond", "not completed", "mixed"),
};

/** "beleidsmedewerker", "medewerker van CIIO" */
export function partText(part: Part, bodies: Bodies): string {
  return part.role === "body"
    ? say(`medewerker van ${bodyName(part.body, bodies)}`, `staff of ${bodyName(part.body, bodies)}`)
    : roleText(part.role);
}

export function roleText(role: Part["role"]): string {
  if (role === "policy") return say("beleidsmedewerker", "policy staff");
  if (role === "committee") return say("lid van de beheercommissie", "member of the committee");
  if (role === "administrator") return say("beheerder", "administrator");
  return say("medewerker van een instelling", "staff of a certifying body");
}

export const bodyName = (code: string, bodies: Bodies): string => bodies.get(code)?.name ?? code;

/** What the groups of a person make of him: "beheerder"; "geen rol"; "2 rollen: beheerder, beleidsmedewerker". */
export function groupsText(groups: readonly string[], bodies: Bodies): string {
  const parts = partsOf(groups);
  if (parts.length === 0) return say("geen rol", "no part");
  const texts = parts.map((part) => partText(part, bodies)).join(", ");
  return parts.length === 1 ? texts : say(`${parts.length} rollen: ${texts}`, `${parts.length} parts: ${texts}`);
}

/** Every part that somebody can be given, by the group that gives it. */
export function partChoices(bodies: Bodies): readonly (readonly [group: string, text: string])[] {
  const staff = (["policy", "committee", "administrator"] as const).map((role): Part => ({ role }));
  const ofBodies = [...bodies.values()].map(({ code }): Part => ({ role: "body", body: bodyCode(code) }));
  return [...staff, ...ofBodies].map((part) => [groupOf(part), partText(part, bodies)] as const);
}

/** The part that a form asks for, when it is one and its body is in the catalogue. */
export function partFrom(group: string, bodies: Bodies): Part | undefined {
  const [part] = partsOf([group]);
  return part?.role === "body" && !bodies.has(part.body) ? undefined : part;
}

/** Page of one person. In the query, which no log keeps. */
export const personAddress = ({ id }: Pick<KnownPerson, "id">): string => `${PEOPLE}/persoon?${new URLSearchParams({ wie: id })}`;

/** "uitgenodigd als beheerder", "van beleidsmedewerker naar beheerder" */
export function changeText({ action, from = [], to }: PeopleChange, bodies: Bodies): string {
  const part = to === undefined ? "" : groupsText([to], bodies);
  if (action === "invited") return say(`uitgenodigd als ${part}`, `invited as ${part}`);
  if (action === "moved") return say(`van ${groupsText(from, bodies)} naar ${part}`, `from ${groupsText(from, bodies)} to ${part}`);
  return simpleActions()[action];
}

const simpleActions = (): Readonly<Record<Exclude<PeopleAction, "invited" | "moved">, string>> => ({
  blocked: say("geblokkeerd", "blocked"),
  unblocked: say("blokkade opgeheven", "unblocked"),
  invitedAgain: say("opnieuw uitgenodigd", "invited again"),
});

/** What just happened, after the name of the person. */
export function doneText({ action, to }: PeopleChange, bodies: Bodies): string {
  const part = to === undefined ? "" : groupsText([to], bodies);
  switch (action) {
    case "invited":
      return say(
        `is uitgenodigd als ${part}. De uitnodiging gaat per e-mail en werkt zeven dagen.`,
        `is invited as ${part}. The invitation goes by e-mail and works for seven days.`,
      );
    case "moved":
      return say(
        `is nu ${part}. Wie aangemeld was, moet zich opnieuw aanmelden.`,
        `is now ${part}. Whoever was signed in has to sign in again.`,
      );
    case "blocked":
      return say("is geblokkeerd en overal afgemeld.", "is blocked and signed out everywhere.");
    case "unblocked":
      return say("is niet meer geblokkeerd en kan zich weer aanmelden.", "is no longer blocked and can sign in again.");
    case "invitedAgain":
      return say(
        "is opnieuw uitgenodigd. Alleen het wachtwoord uit de nieuwste e-mail werkt, zeven dagen.",
        "is invited again. Only the password of the newest e-mail works, for seven days.",
      );
  }
}
