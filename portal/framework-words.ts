/** The words of frameworks and their drafts. */
import { dutchDay } from "../core/calendar.ts";
import type { ComparedRelation } from "../core/catalogue/compare-frameworks.ts";
import type { CompiledFramework } from "../core/catalogue/types.ts";
import type { FrameworkLife } from "../core/framework-draft/life.ts";
import type { DraftEvent, DraftState } from "../core/framework-draft/types.ts";
import { say } from "./language.tsx";
import { type Word, word } from "./words.ts";

export const lifeWords: Readonly<Record<FrameworkLife, Word>> = {
  announced: word("aangekondigd", "announced", "busy"),
  inForce: word("geldt", "in force", "good"),
  overlap: word("geldt naast een andere versie", "in force beside another version", "mixed"),
  expired: word("geldt niet meer", "no longer in force", "quiet"),
};

/** "vanaf 01-05-2019", "01-01-2017 tot en met 31-12-2019" */
export function validityText({ validFromDay, validUntil, validUntilDay }: CompiledFramework): string {
  const from = dutchDay(validFromDay);
  return validUntil === null
    ? say(`vanaf ${from}`, `from ${from}`)
    : say(`${from} tot en met ${dutchDay(validUntilDay)}`, `${from} to ${dutchDay(validUntilDay)}`);
}

/** "KSW basis 2019" */
export const frameworkName = ({ label, variant, version }: Pick<CompiledFramework, "label" | "variant" | "version">): string =>
  `${label} ${variant} ${version}`;

export const stateWords: Readonly<Record<DraftState, Word>> = {
  open: word("in bewerking", "being worked on", "busy"),
  publishing: word("wordt in gebruik genomen", "being put in force", "mixed"),
  published: word("vastgesteld", "final", "good"),
  discarded: word("weggegooid", "thrown away", "quiet"),
};

/** What happened to a norm from one version to the other. */
export const relationBadges: Readonly<Record<ComparedRelation, Word>> = {
  same: word("gelijk", "the same", "quiet"),
  reworded: word("anders verwoord", "worded anew", "mixed"),
  merged: word("samengevoegd", "merged", "mixed"),
  split: word("gesplitst", "split", "mixed"),
  overlaps: word("vraagt hetzelfde", "asks the same", "quiet"),
  new: word("nieuw", "new", "good"),
  dropped: word("vervalt", "dropped", "bad"),
};

/** "voegde V16 toe", "voegde V02 en V05 samen tot V02": after the name of who did it. */
export function eventText(event: DraftEvent, norms: readonly string[]): string {
  const all = listed(norms);
  const parts = listed(norms.slice(0, -1));
  const [first = "", ...others] = norms;
  return {
    begun: say("begon het concept", "began the draft"),
    described: say("wijzigde de gegevens van het normenkader", "changed the data of the framework"),
    changed: say(`wijzigde ${all}`, `changed ${all}`),
    added: say(`voegde ${all} toe`, `added ${all}`),
    dropped: say(`liet ${all} vervallen`, `dropped ${all}`),
    restored: say(`zette ${all} terug`, `put ${all} back`),
    merged: say(`voegde ${parts} samen tot ${norms.at(-1) ?? ""}`, `merged ${parts} into ${norms.at(-1) ?? ""}`),
    split: say(`splitste ${first} in ${listed(others)}`, `split ${first} into ${listed(others)}`),
    workbook: say(`nam een Excel-bestand over (${all})`, `took over an Excel file (${all})`),
    publishing: say("begon met in gebruik nemen", "began to put it in force"),
    published: say("nam het in gebruik", "put it in force"),
    reopened: say("maakte het weer open", "opened it again"),
    discarded: say("gooide het concept weg", "threw the draft away"),
  }[event];
}

/** "V01", "V01 en V02", "V01, V02 en V03"; of many the first and the number. */
export function listed(items: readonly string[]): string {
  const shown =
    items.length > MOST_NAMED
      ? [...items.slice(0, MOST_NAMED), say(`${items.length - MOST_NAMED} andere`, `${items.length - MOST_NAMED} others`)]
      : items;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${say("en", "and")} ${shown.at(-1)}`;
}

const MOST_NAMED = 8;
