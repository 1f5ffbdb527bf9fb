/** What a reader chose to look at, in words of the page's language. */
import { dutchDay } from "../core/calendar.ts";
import type { Catalogue } from "../core/catalogue/types.ts";
import type { CountedScores } from "../core/figures/selected/counted-scores.ts";
import type { Selection } from "../core/figures/selected/selection.ts";
import type { AuditKind } from "../core/scoring/types.ts";
import { say } from "./language.tsx";

/** One choice of a reader, and the selection without it. */
export interface Choice {
  readonly text: string;
  readonly without: Selection;
}

/** Every choice that leaves something out, or counts otherwise, in the order of the form. The label is none: there is always one. */
export function choicesOf(selection: Selection, catalogue: Catalogue): readonly Choice[] {
  const { variants, versions, from, until, body, exceptBody, kind, discipline, category, competency, search, counting } = selection;
  const choices: readonly (Choice | false)[] = [
    ...variants.map((variant) => ({
      text: `${say("variant", "variant")} ${variant}`,
      without: { ...selection, variants: variants.filter((one) => one !== variant) },
    })),
    ...versions.map((version) => ({
      text: `${say("normenkader", "framework")} ${version}`,
      without: { ...selection, versions: versions.filter((one) => one !== version) },
    })),
    from !== null && { text: `${say("vanaf", "from")} ${dutchDay(from)}`, without: { ...selection, from: null } },
    until !== null && { text: `${say("tot en met", "until")} ${dutchDay(until)}`, without: { ...selection, until: null } },
    body !== null && {
      text: `${say("getoetst door", "tested by")} ${bodyName(body, catalogue)}`,
      without: { ...selection, body: null },
    },
    exceptBody !== null && {
      text: `${say("niet getoetst door", "not tested by")} ${bodyName(exceptBody, catalogue)}`,
      without: { ...selection, exceptBody: null },
    },
    kind !== null && { text: `${say("alleen", "only")} ${kindName(kind)}`, without: { ...selection, kind: null } },
    discipline !== null && {
      text: `${say("discipline", "discipline")} ${discipline}`,
      without: { ...selection, discipline: null },
    },
    category !== null && {
      text: `${say("categorie", "category")} ${categoryTitle(category, selection.label, catalogue)}`,
      without: { ...selection, category: null },
    },
    competency !== null && {
      text: `${say("competentie", "competency")} ${competencyTitle(competency, catalogue)}`,
      without: { ...selection, competency: null },
    },
    search !== "" && { text: `${say("met de woorden", "with the words")} “${search}”`, without: { ...selection, search: "" } },
    counting === "soepel" && {
      text: say("voldoet deels telt mee", "partly met counts as met"),
      without: { ...selection, counting: "streng" },
    },
  ];
  return choices.filter((choice) => choice !== false);
}

/** The whole selection as one sentence, for above a table and in files: also what was left as it is. */
export function selectionSentence(selection: Selection, counted: CountedScores): string {
  const { label, variants, versions, until, counting } = selection;
  const chosen = choicesOf({ ...selection, until: null, counting: "streng" }, counted.catalogue).map(({ text }) => text);
  const last = Math.min(until ?? counted.referenceDay, counted.referenceDay);
  const parts = [
    label,
    ...(variants.length === 0 ? [say("alle varianten", "all variants")] : []),
    ...(versions.length === 0 ? [say("alle versies van het normenkader", "all versions of the framework")] : []),
    ...chosen,
    `${say("toetsen tot en met", "audits until")} ${dutchDay(last)}`,
  ];
  return `${parts.join(", ")}. ${countingSentence(counting)}`;
}

const countingSentence = (counting: Selection["counting"]): string =>
  counting === "streng"
    ? say("Streng geteld: alleen “voldoet” telt.", "Counted strictly: only “met” counts.")
    : say("Soepel geteld: ook “voldoet deels” telt mee.", "Counted leniently: “partly met” counts too.");

/** Why a selection is only for looking around; undefined for a fixed view. `exploratory`: what the core says of it. */
export function exploratoryReason(selection: Selection, exploratory: boolean): string | undefined {
  if (!exploratory) return undefined;
  const { from, body, exceptBody, kind, discipline } = selection;
  const reasons = [
    from !== null && say("een begindatum", "a first day"),
    body !== null && say("één certificerende instelling", "one certifying body"),
    exceptBody !== null && say("alle instellingen op één na", "all bodies but one"),
    kind !== null && say("één soort toets", "one kind of test"),
    discipline !== null && say("één discipline", "one discipline"),
  ].filter((reason) => reason !== false);
  const chosen = reasons.length > 0 ? joined(reasons) : say("een eigen mengsel van varianten en versies", "a mix of variants and versions");
  return say(
    `U koos ${chosen}. Naar signalen zoeken wij alleen in vaste beelden: wie vaak genoeg kiest, vindt altijd een verschil.`,
    `You chose ${chosen}. We look for signals in fixed views only: who chooses often enough always finds a difference.`,
  );
}

/** "a, b en c" */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${say("en", "and")} ${parts.at(-1)}`;
}

export const bodyName = (code: string, { bodies }: Pick<Catalogue, "bodies">): string => bodies.get(code)?.name ?? code;

/** A kind of test in the plural, for a sentence and a choice. */
export const kindName = (kind: AuditKind): string =>
  ({
    initial: say("eerste toetsen", "first tests"),
    recertification: say("hertoetsen", "recertifications"),
    interim: say("tussentijdse toetsen", "interim tests"),
    followUp: say("vervolgtoetsen", "follow-up tests"),
  })[kind];

/** The title in the newest framework of the label that has the category. */
export const categoryTitle = (code: string, label: string, { frameworks }: Pick<Catalogue, "frameworks">): string =>
  frameworks
    .filter((framework) => framework.label === label)
    .flatMap(({ categories }) => categories)
    .findLast((category) => category.code === code)?.title ?? code;

export const competencyTitle = (code: string, { competencies }: Pick<Catalogue, "competencies">): string => {
  const title = competencies.find((competency) => competency.code === code)?.title;
  return title === undefined ? code : `${code} ${title}`;
};

/** Where figures come from, for a file that travels without the page: product, reference date, choice. */
export function selectionSource(selection: Selection, counted: CountedScores, exploratory: boolean): string {
  const mark = exploratory ? `${say("Verkennend", "Exploratory")}. ` : "";
  const day = dutchDay(counted.referenceDay);
  return `Normenmonitor, ${say("peildatum", "reference date")} ${day}. ${mark}${selectionSentence(selection, counted)}`;
}
