/**
 * Who may do what, as sentences: `rights` is the whole of it. A page or an action names the one right it needs, and nothing else in the
 * product decides about access. A table test goes through every route, every role, and the own and another certifying body.
 */
import { type BodyCode, bodyCode } from "./ids.ts";

export const roles = ["body", "policy", "committee", "administrator"] as const;
export type Role = (typeof roles)[number];

/** What a person does with the product. Only staff of a certifying body belongs to one. */
export type Part = { readonly role: "body"; readonly body: BodyCode } | { readonly role: Exclude<Role, "body"> };

/** Who is signed in. */
export type User = {
  /** As the issuer knows the person; never shown. */
  readonly id: string;
  readonly name: string;
} & Part;

interface Access {
  /** The right as a sentence that an administrator can read out. */
  readonly sentence: { readonly nl: string; readonly en: string };
  /** `body`: the certifying body whose page or action it is, where it is one's. */
  holds(user: User | undefined, body: string | undefined): boolean;
}

export const rights = {
  enter: {
    sentence: { nl: "Iedereen mag zich aanmelden en de uitleg lezen.", en: "Anybody may sign in and read the explanation." },
    holds: () => true,
  },
  beSignedIn: {
    sentence: { nl: "Wie aangemeld is, mag zien wat voor alle gebruikers is.", en: "Who is signed in may see what is for all users." },
    holds: (user) => user !== undefined,
  },
  seeFigures: {
    sentence: {
      nl: "Beleidsmedewerkers en de beheercommissie zien alle cijfers; een certificerende instelling ziet alleen haar spiegelrapport.",
      en: "Policy staff and the committee see all figures; a certifying body sees its mirror report only.",
    },
    holds: (user) => is(user, "policy", "committee"),
  },
  publishYearlyReport: {
    sentence: {
      nl: "Alleen beleidsmedewerkers maken een jaarrapport openbaar.",
      en: "Only policy staff make a yearly report public.",
    },
    holds: (user) => is(user, "policy"),
  },
  seeTexts: {
    sentence: {
      nl: "Beleidsmedewerkers en de beheercommissie lezen wat certificerende instellingen over trends schrijven.",
      en: "Policy staff and the committee read what certifying bodies write about trends.",
    },
    holds: (user) => is(user, "policy", "committee"),
  },
  seeAllDeliveries: {
    sentence: {
      nl: "Beleidsmedewerkers en beheerders zien de aanleveringen van alle instellingen.",
      en: "Policy staff and administrators see the deliveries of all bodies.",
    },
    holds: (user) => is(user, "policy", "administrator"),
  },
  seeDeliveriesOf: {
    sentence: {
      nl: "Een certificerende instelling ziet haar eigen aanleveringen en niets van andere.",
      en: "A certifying body sees its own deliveries and nothing of others.",
    },
    holds: (user, body) => is(user, "policy", "administrator") || isOf(user, body),
  },
  deliver: {
    sentence: {
      nl: "Alleen een certificerende instelling levert aan, corrigeert en trekt in, en alleen voor zichzelf.",
      en: "Only a certifying body delivers, corrects and withdraws, and only for itself.",
    },
    holds: (user, body) => user?.role === "body" && (body === undefined || user.body === body),
  },
  seeMirror: {
    sentence: {
      nl: "Een certificerende instelling ziet haar eigen scores naast die van alle instellingen samen; kleine aantallen blijven verborgen.",
      en: "A certifying body sees its own scores beside those of all bodies together; small numbers stay hidden.",
    },
    holds: (user, body) => user?.role === "body" && (body === undefined || user.body === body),
  },
  seeExecutions: {
    sentence: {
      nl: "Beleidsmedewerkers en beheerders zien of de verwerking goed loopt.",
      en: "Policy staff and administrators see whether processing goes well.",
    },
    holds: (user) => is(user, "policy", "administrator"),
  },
  requestReview: {
    sentence: {
      nl: "Beleidsmedewerkers en de beheercommissie kunnen een relevantietoets aanvragen.",
      en: "Policy staff and the committee can ask for a relevance review.",
    },
    holds: (user) => is(user, "policy", "committee"),
  },
  decide: {
    sentence: {
      nl: "Alleen de beheercommissie besluit over normen en sluit een relevantietoets.",
      en: "Only the committee decides about norms and closes a relevance review.",
    },
    holds: (user) => is(user, "committee"),
  },
  seeDrafts: {
    sentence: {
      nl: "Beleidsmedewerkers, de beheercommissie en beheerders zien alle normenkaders en wat er voor een volgende versie in concept is.",
      en: "Policy staff, the committee and administrators see all frameworks and the drafts of next versions.",
    },
    holds: (user) => is(user, "policy", "committee", "administrator"),
  },
  editDrafts: {
    sentence: {
      nl: "Beleidsmedewerkers en de beheercommissie werken aan het concept van een normenkader; alleen een beheerder neemt het in gebruik.",
      en: "Policy staff and the committee work on the draft of a framework; only an administrator puts it in force.",
    },
    holds: (user) => is(user, "policy", "committee"),
  },
  administer: {
    sentence: {
      nl: "Alleen een beheerder beheert instellingen, gebruikers, organisaties en normenkaders.",
      en: "Only an administrator manages bodies, users, organisations and frameworks.",
    },
    holds: (user) => is(user, "administrator"),
  },
} as const satisfies Record<string, Access>;

export type Right = keyof typeof rights;

/** May this person, or somebody who is not signed in, do it: for that certifying body, where it is about one? */
export const may = (user: User | undefined, right: Right, body?: string): boolean => (rights[right] as Access).holds(user, body);

/** Names of groups at the issuer → what they make of a person. A body's staff is in `instelling-<code>`. */
const groupRoles: ReadonlyMap<string, Exclude<Role, "body">> = new Map([
  ["beheer", "administrator"],
  ["commissie", "committee"],
  ["beleid", "policy"],
]);

const BODY_GROUP = /^instelling-([a-z0-9-]+)$/;

/** What the groups of a person make of him: none, one, or more than one part. Groups that mean nothing here are passed over. */
export const partsOf = (groups: readonly string[]): readonly Part[] =>
  [...new Set(groups)].flatMap((group): Part[] => {
    const role = groupRoles.get(group);
    if (role) return [{ role }];
    const code = BODY_GROUP.exec(group)?.[1];
    return code === undefined ? [] : [{ role: "body", body: bodyCode(code) }];
  });

/** The group that gives a part; `partsOf` the other way round. */
export const groupOf = (part: Part): string =>
  part.role === "body" ? `instelling-${part.body}` : [...groupRoles].find(([, role]) => role === part.role)![0];

/**
 * The user that an issuer vouches for. A person has exactly one part to play: two of them (say, staff of two bodies) is refused rather than
 * guessed at. Undefined: none, or more than one.
 */
export function userOf({ id, name, groups }: { id: string; name: string; groups: readonly string[] }): User | undefined {
  const [part, ...others] = partsOf(groups);
  return part && others.length === 0 ? { id, name, ...part } : undefined;
}

const is = (user: User | undefined, ...allowed: readonly Role[]): boolean => user !== undefined && allowed.includes(user.role);

const isOf = (user: User | undefined, body: string | undefined): boolean =>
  user?.role === "body" && body !== undefined && user.body === body;
