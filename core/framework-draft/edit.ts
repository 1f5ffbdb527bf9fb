import type { CompiledFramework } from "../catalogue/types.ts";
import { type NormFault, type NormRules, type NormText, normFaults } from "./norm-faults.ts";
import { originsOfMerged, originsOfParts, stillOverlapping } from "./origins.ts";
import { type Author, revise } from "./revise.ts";
import type { DraftEvent, DraftNorm, FrameworkDraft } from "./types.ts";

/** One thing that somebody does to a draft. Norms are meant by their id. */
export type DraftEdit =
  | {
      readonly kind: "change";
      readonly id: number;
      readonly to: NormText;
      /** Does it ask the same as before, so that its line over time runs on? Only for a norm that comes from one norm, whole. */
      readonly asksSame?: boolean;
      /** Keys `<framework> <norm>` of the overlaps that hold; absent: as they are. */
      readonly overlaps?: readonly string[];
    }
  | { readonly kind: "add"; readonly norm: NormText }
  | { readonly kind: "drop"; readonly id: number; readonly reason: string }
  | { readonly kind: "restore"; readonly id: number }
  | { readonly kind: "merge"; readonly ids: readonly number[]; readonly into: NormText }
  | { readonly kind: "split"; readonly id: number; readonly parts: readonly NormText[] };

/** Why an edit was not made. `at`: which of the norms that were given, from 0. */
export type EditFault =
  | (NormFault & { readonly at: number })
  /** It was dropped, merged or split meanwhile, or there never was one. */
  | { readonly fault: "normUnknown" }
  | { readonly fault: "tooFew" }
  /** A framework without norms cannot be. */
  | { readonly fault: "lastNorm" }
  | { readonly fault: "nothingChanged" }
  /** It may be put back, but its code was given to another norm meanwhile. */
  | { readonly fault: "codeGivenAway"; readonly value: string };

export type EditOutcome = { readonly draft: FrameworkDraft } | { readonly faults: readonly EditFault[] };

/** What an edit looks things up in. */
export interface EditSource extends Pick<NormRules, "competencies"> {
  /** The framework that the draft is made from. */
  readonly base: CompiledFramework;
  /** Overlaps of the norm at this position of `base`. */
  overlapsAt(position: number): DraftNorm["overlaps"];
}

/**
 * Makes an edit: the next revision of the draft, or everything that is wrong with it; then nothing changed. Whatever is done, each norm of the framework
 * before is accounted for: a norm comes from it, or it is in the list of what was dropped.
 */
export function editDraft(draft: FrameworkDraft, edit: DraftEdit, source: EditSource, author: Author): EditOutcome {
  switch (edit.kind) {
    case "change":
      return change(draft, edit, source, author);
    case "add":
      return add(draft, edit, source, author);
    case "drop":
      return drop(draft, edit, author);
    case "restore":
      return restore(draft, edit, author);
    case "merge":
      return merge(draft, edit, source, author);
    case "split":
      return split(draft, edit, source, author);
  }
}

type Edit<Kind extends DraftEdit["kind"]> = Extract<DraftEdit, { kind: Kind }>;

const refused = (fault: Exclude<EditFault, NormFault>): EditOutcome => ({ faults: [fault] });

function change(draft: FrameworkDraft, { id, to, asksSame, overlaps }: Edit<"change">, source: EditSource, author: Author): EditOutcome {
  const norm = draft.norms.find((one) => one.id === id);
  if (!norm) return refused({ fault: "normUnknown" });
  const faults = faultsOf(draft, [to], [id], source);
  if (faults.length > 0) return { faults };
  const next = changed(norm, to, source, { asksSame, overlaps });
  if (JSON.stringify(next) === JSON.stringify(norm)) return refused({ fault: "nothingChanged" });
  return kept(draft, { norms: replaced(draft.norms, [id], [next]) }, "changed", [next.code], author);
}

/**
 * The norm with another text. Who words it anew and says nothing else means another norm: a line over time runs on only where somebody said that the
 * norm still asks the same.
 */
export function changed(
  norm: DraftNorm,
  to: NormText,
  source: EditSource,
  { asksSame, overlaps }: Pick<Edit<"change">, "asksSame" | "overlaps"> = {},
): DraftNorm {
  const [origin, ...others] = norm.from;
  const whole = origin !== undefined && others.length === 0 && (origin.relation === "same" || origin.relation === "reworded");
  const wasSame = origin?.relation === "same";
  const isSame = asksSame ?? (wasSame && to.title === norm.title);
  const from = whole ? [{ norm: origin.norm, relation: isSame ? ("same" as const) : ("reworded" as const) }] : norm.from;
  const now = whole && isSame !== wasSame ? (isSame ? stillOverlapping(from, source) : []) : undefined;
  return { ...norm, ...to, from, overlaps: now ?? (overlaps ? heldOf(overlaps, from, source) : norm.overlaps) };
}

/**
 * A norm that from now on asks something else overlaps with nothing until somebody says so in a next edit: in this one the boxes still stand as they were
 * for the old text.
 */
const heldOf = (keys: readonly string[], from: DraftNorm["from"], source: EditSource): DraftNorm["overlaps"] =>
  stillOverlapping(from, source).filter(({ framework, norm }) => keys.includes(`${framework} ${norm}`));

function add(draft: FrameworkDraft, { norm: text }: Edit<"add">, source: EditSource, author: Author): EditOutcome {
  const faults = faultsOf(draft, [text], [], source);
  if (faults.length > 0) return { faults };
  const norm = { id: freeId(draft), ...text, from: [], overlaps: [] };
  return kept(draft, { norms: placed(draft.norms, norm) }, "added", [norm.code], author);
}

function drop(draft: FrameworkDraft, { id, reason }: Edit<"drop">, author: Author): EditOutcome {
  const norm = draft.norms.find((one) => one.id === id);
  if (!norm) return refused({ fault: "normUnknown" });
  if (draft.norms.length === 1) return refused({ fault: "lastNorm" });
  const content = { norms: draft.norms.filter((one) => one.id !== id), dropped: [...draft.dropped, { norm, reason }] };
  return kept(draft, content, "dropped", [norm.code], author);
}

function restore(draft: FrameworkDraft, { id }: Edit<"restore">, author: Author): EditOutcome {
  const found = draft.dropped.find(({ norm }) => norm.id === id);
  if (!found) return refused({ fault: "normUnknown" });
  const { norm } = found;
  if (normFaults(norm, codesOf(draft, []), anything(norm)).some(({ fault }) => fault === "codeTaken"))
    return refused({ fault: "codeGivenAway", value: norm.code });
  const content = { norms: placed(draft.norms, norm), dropped: draft.dropped.filter((one) => one !== found) };
  return kept(draft, content, "restored", [norm.code], author);
}

/** Only its code can be in the way: the rest stood in the draft before. */
const anything = ({ category, competencies }: DraftNorm): NormRules => ({
  categories: [{ code: category, title: category }],
  competencies: competencies.map((code) => ({ code, title: code })),
});

function merge(draft: FrameworkDraft, { ids, into }: Edit<"merge">, source: EditSource, author: Author): EditOutcome {
  const different = [...new Set(ids)];
  if (different.length < 2) return refused({ fault: "tooFew" });
  const merged = draft.norms.filter(({ id }) => different.includes(id));
  if (merged.length < different.length) return refused({ fault: "normUnknown" });
  const faults = faultsOf(draft, [into], different, source);
  if (faults.length > 0) return { faults };
  const others = draft.norms.filter((norm) => !merged.includes(norm));
  const norm = { id: freeId(draft), ...into, from: originsOfMerged(merged, others, source.base), overlaps: [] };
  const codes = [...merged.map(({ code }) => code), norm.code];
  return kept(draft, { norms: replaced(draft.norms, different, [norm]) }, "merged", codes, author);
}

function split(draft: FrameworkDraft, { id, parts }: Edit<"split">, source: EditSource, author: Author): EditOutcome {
  const norm = draft.norms.find((one) => one.id === id);
  if (!norm) return refused({ fault: "normUnknown" });
  if (parts.length < 2) return refused({ fault: "tooFew" });
  const faults = faultsOf(draft, parts, [id], source);
  if (faults.length > 0) return { faults };
  const first = freeId(draft);
  const made = parts.map((text, i): DraftNorm => ({ id: first + i, ...text, from: originsOfParts(norm), overlaps: [] }));
  const codes = [norm.code, ...made.map(({ code }) => code)];
  return kept(draft, { norms: replaced(draft.norms, [id], made) }, "split", codes, author);
}

/** Of the texts that are to take the place of the norms `instead`. */
function faultsOf(
  draft: FrameworkDraft,
  texts: readonly NormText[],
  instead: readonly number[],
  { competencies }: EditSource,
): EditFault[] {
  const others = codesOf(draft, instead);
  return texts.flatMap((text, at) => {
    const taken = [...others, ...texts.slice(0, at).map(({ code }) => code)];
    return normFaults(text, taken, { categories: draft.categories, competencies }).map((fault) => ({ ...fault, at }));
  });
}

const codesOf = ({ norms }: FrameworkDraft, except: readonly number[]): readonly string[] =>
  norms.filter(({ id }) => !except.includes(id)).map(({ code }) => code);

const kept = (
  draft: FrameworkDraft,
  content: Pick<FrameworkDraft, "norms"> & Partial<Pick<FrameworkDraft, "dropped">>,
  event: DraftEvent,
  codes: readonly string[],
  author: Author,
): EditOutcome => ({ draft: revise(draft, content, event, codes, author) });

export const freeId = ({ norms, dropped }: Pick<FrameworkDraft, "norms" | "dropped">): number =>
  Math.max(0, ...norms.map(({ id }) => id), ...dropped.map(({ norm }) => norm.id)) + 1;

/** The norms of these ids gone, others in the place of the first of them. */
function replaced(norms: readonly DraftNorm[], ids: readonly number[], by: readonly DraftNorm[]): readonly DraftNorm[] {
  const place = norms.findIndex(({ id }) => ids.includes(id));
  return [...norms.slice(0, place), ...by, ...norms.slice(place).filter(({ id }) => !ids.includes(id))];
}

/** A norm more, after the last of its category, or at the end. */
export function placed(norms: readonly DraftNorm[], norm: DraftNorm): readonly DraftNorm[] {
  const last = norms.findLastIndex(({ category }) => category === norm.category);
  return norms.toSpliced(last < 0 ? norms.length : last + 1, 0, norm);
}
