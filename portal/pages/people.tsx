import { partsOf } from "../../core/access.ts";
import type { Catalogue } from "../../core/catalogue/types.ts";
import type { KnownPerson } from "../../core/people.ts";
import type { PeopleChange } from "../../core/people-trail.ts";
import { count } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { bodyName, doneText, personAddress, roleText, stateWords } from "../people.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { useVisit } from "../visit.tsx";
import { Invite, type InviteAttempt } from "./people/invite.tsx";
import { Trail } from "./people/trail.tsx";

/** What came of the form that was sent from here. */
export type PeopleNews =
  | { readonly kind: "done"; readonly change: PeopleChange }
  /** It was so already. */
  | { readonly kind: "already"; readonly person: KnownPerson };

interface PeopleProps {
  readonly catalogue: Pick<Catalogue, "bodies">;
  /** In the order of their names. */
  readonly people: readonly KnownPerson[];
  /** Newest first. */
  readonly changes: readonly PeopleChange[];
  /** Which page of the changes is shown. */
  readonly page: number;
  readonly news?: PeopleNews;
  readonly attempt?: InviteAttempt;
}

/** Everybody who works with the product, and what an administrator can do about it. */
export function People({ catalogue, people, changes, page, news, attempt }: PeopleProps) {
  const { bodies } = catalogue;
  return (
    <Layout title={say("Mensen", "People")} section="/beheer">
      <p class="back">
        <a href="/beheer">{say("Beheer", "Administration")}</a>
      </p>
      <h1>{say("Mensen", "People")}</h1>
      {news && <News news={news} bodies={bodies} />}
      {people.length === 0 ? (
        <p class="notice">{say("Er is nog niemand uitgenodigd.", "Nobody was invited yet.")}</p>
      ) : (
        <Table
          name="people"
          caption={say(
            `${count(people.length, "persoon", "mensen")} bij de aanmelddienst`,
            `${count(people.length, "person", "people")} at the sign-in service`,
          )}
          columns={columns(bodies)}
          rows={people}
        />
      )}
      <Invite catalogue={catalogue} attempt={attempt} />
      <Trail changes={changes} bodies={bodies} page={page} />
    </Layout>
  );
}

const columns = (bodies: Catalogue["bodies"]): readonly Column<KnownPerson>[] => [
  { header: say("Naam", "Name"), cell: (person) => <Name person={person} /> },
  { header: say("E-mailadres", "E-mail address"), cell: ({ email }) => (email === "" ? "–" : <bdi class="file">{email}</bdi>), wide: true },
  { header: say("Rol", "Part"), cell: ({ groups }) => <Parts groups={groups} /> },
  { header: say("Instelling", "Body"), cell: ({ groups }) => bodiesOf(groups, bodies) },
  { header: "Status", cell: ({ state }) => <StatusBadge word={stateWords[state]} /> },
  { header: say("Wijzigen", "Change"), cell: (person) => <Change person={person} /> },
];

function Name({ person: { id, name } }: { readonly person: KnownPerson }) {
  return (
    <>
      <bdi>{name}</bdi> {useVisit().user?.id === id && <small>{say("dat bent u", "this is you")}</small>}
    </>
  );
}

function Parts({ groups }: Pick<KnownPerson, "groups">) {
  const roles = [...new Set(partsOf(groups).map(({ role }) => role))];
  if (roles.length === 0) return <b>{say("geen rol", "no part")}</b>;
  if (groups.length === 1) return <>{roleText(roles[0]!)}</>;
  return (
    <>
      <b>{say("meer dan één rol:", "more than one part:")}</b> {roles.map(roleText).join(", ")}
    </>
  );
}

const bodiesOf = (groups: readonly string[], bodies: Catalogue["bodies"]): string =>
  partsOf(groups)
    .flatMap((part) => (part.role === "body" ? [bodyName(part.body, bodies)] : []))
    .join(", ") || "–";

function Change({ person }: { readonly person: KnownPerson }) {
  if (person.managedElsewhere) return <small>{say("beheerd bij de eigen organisatie", "managed at the own organisation")}</small>;
  return (
    <a href={personAddress(person)} aria-label={say(`Wijzig ${person.name}`, `Change ${person.name}`)}>
      {say("Wijzig", "Change")}
    </a>
  );
}

function News({ news, bodies }: { readonly news: PeopleNews; readonly bodies: Catalogue["bodies"] }) {
  return (
    <p class="verdict good" role="status">
      {news.kind === "done" ? (
        <>
          <bdi>{news.change.person}</bdi> {doneText(news.change, bodies)}
        </>
      ) : (
        <>
          {say("Er was niets te veranderen: voor", "There was nothing to change: for")} <bdi>{news.person.name}</bdi>{" "}
          {say("stond het al zo.", "it was so already.")}
        </>
      )}
    </p>
  );
}
