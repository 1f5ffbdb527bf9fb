import type { DraftEdit } from "./edit.ts";
import type { NormText } from "./norm-faults.ts";
import type { FrameworkDraft, TrailLine } from "./types.ts";

/**
 * Is it what this person did last, sent twice: by a double click, or from the page before? Then it was done the first time, and nobody was in the way.
 *
 * @param revision of the page that it was sent from.
 */
export function wasDoneBefore(draft: FrameworkDraft, edit: DraftEdit, revision: number, by: TrailLine["by"]): boolean {
  const last = draft.trail.at(-1);
  return draft.revision === revision + 1 && last?.by.id === by.id && isThere(draft, edit);
}

function isThere({ norms, dropped }: FrameworkDraft, edit: DraftEdit): boolean {
  const has = (text: NormText, id?: number) => norms.some((norm) => (id === undefined || norm.id === id) && isSameText(norm, text));
  const isGone = (id: number) => !norms.some((norm) => norm.id === id);
  switch (edit.kind) {
    case "change":
      return has(edit.to, edit.id);
    case "add":
      return has(edit.norm);
    case "drop":
      return dropped.some(({ norm, reason }) => norm.id === edit.id && reason === edit.reason);
    case "restore":
      return !isGone(edit.id);
    case "merge":
      return edit.ids.every(isGone) && has(edit.into);
    case "split":
      return isGone(edit.id) && edit.parts.every((part) => has(part));
  }
}

const isSameText = (a: NormText, b: NormText): boolean =>
  a.code === b.code && a.title === b.title && a.category === b.category && a.competencies.join(" ") === b.competencies.join(" ");
