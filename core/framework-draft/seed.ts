import { amsterdamDay } from "../calendar.ts";
import type { Catalogue, CompiledFramework, NormReference } from "../catalogue/types.ts";
import { type Decision, type DecisionKind, decisionsAbout } from "../decisions.ts";
import { BrokenInvariant } from "../faults.ts";
import { columnAt } from "../figures/norm-address.ts";
import { addressesOf } from "../figures/norm-addresses.ts";
import { everythingOf, viewOfSelection } from "../figures/selected/selection.ts";
import { frameworkKey } from "../ids.ts";
import type { Author } from "./revise.ts";
import type { DraftNorm, FrameworkDraft, TakenDecision } from "./types.ts";

export interface Seed {
  readonly catalogue: Catalogue;
  /** The framework that the draft is the next version of. */
  readonly base: CompiledFramework;
  /** Of all norms, oldest first. */
  readonly decisions: readonly Decision[];
  /** All that are kept, of every state: what those took up that `base` and the versions before it came from, is done. */
  readonly drafts: readonly FrameworkDraft[];
  readonly version: string;
  /** `jjjj-mm-dd` */
  readonly plannedFrom: string;
}

/**
 * The first revision of a draft: every norm of the framework exactly once, in its order, with its last decision.
 *
 * - keep, monitor, or nothing decided: the same norm.
 * - clarify, amend: `reworded`, with the text as it is: the new text is still to be written.
 * - retire: in the list of what is dropped, from where it can be put back.
 *
 * What a draft took up does not count again, however many versions ago. Of the newest version that came from no draft nobody knows what it took up: a
 * decision from before its first day was about an earlier version, and does not count.
 */
export function seedDraft(seed: Seed, { by, at }: Author): FrameworkDraft {
  const { catalogue, base, version, plannedFrom } = seed;
  const decisions = decisionsToTakeUp(seed);
  const kindOf = new Map(decisions.map(({ norm, kind }) => [norm, kind]));
  const norms = base.norms.map((_, position) => seededNorm(catalogue, base, position, kindOf));
  const isRetired = ({ from: [origin] }: DraftNorm) => kindOf.get(origin!.norm) === "retire";
  const reasonOf = new Map(decisions.map(({ norm, reason }) => [norm, reason]));
  const { label, variant, title, illustrative, cycleYears, categories } = base;
  return {
    label,
    variant,
    version,
    title: title.replaceAll(base.version, version),
    ...(illustrative === undefined ? {} : { illustrative }),
    cycleYears,
    categories,
    base: base.key,
    plannedFrom,
    norms: norms.filter((norm) => !isRetired(norm)),
    dropped: norms.filter(isRetired).map((norm) => ({ norm, reason: reasonOf.get(norm.from[0]!.norm) ?? "" })),
    decisions,
    state: "open",
    revision: 1,
    trail: [{ revision: 1, event: "begun", norms: [], by: { id: by.id, name: by.name }, at }],
  };
}

/** The same under the name of a draft that was thrown away, whose trail it goes on. */
export const beginAgain = (draft: FrameworkDraft, discarded: FrameworkDraft): FrameworkDraft => {
  const revision = discarded.revision + 1;
  return { ...draft, revision, trail: [...discarded.trail, ...draft.trail.map((line) => ({ ...line, revision }))] };
};

/** The last decision about each norm of the framework, where there is one that was not worked out yet; in the order of the norms. */
export function decisionsToTakeUp({
  catalogue,
  base,
  decisions,
  drafts,
}: Pick<Seed, "catalogue" | "base" | "decisions" | "drafts">): readonly TakenDecision[] {
  const view = viewOfSelection(catalogue, everythingOf(base.label));
  const behind = draftsBehind(base.key, drafts);
  const done = new Set(behind.flatMap((draft) => draft.decisions.map(nameOf)));
  const root = behind.at(-1)?.base ?? base.key;
  const firstDay = catalogue.frameworkByKey.get(root)?.validFromDay;
  if (firstDay === undefined) throw new BrokenInvariant(`the catalogue has no ${root}, from which a draft was made`);
  return base.norms.flatMap(({ code }, position): TakenDecision[] => {
    const norm = view.norms[columnAt(view, { framework: base, norm: position })];
    // A later decision takes the place of the one before, also when that was never worked out.
    const last = norm && decisionsAbout(decisions, addressesOf(norm)).at(-1);
    if (!last || amsterdamDay(last.at) < firstDay || done.has(nameOf({ address: last.norm, number: last.number }))) return [];
    return [{ norm: code, address: last.norm, number: last.number, kind: last.kind, reason: last.reason, at: last.at }];
  });
}

/**
 * The draft that a version came from, the one that the version before it came from, and so on to a version that came from none; newest first. A draft
 * whose version is in force and that nobody threw away is what it came from, also when its last step was not noted.
 */
function draftsBehind(key: string, drafts: readonly FrameworkDraft[]): readonly FrameworkDraft[] {
  const own = drafts.find(({ label, variant, version, state }) => frameworkKey(label, variant, version) === key && state !== "discarded");
  return own ? [own, ...draftsBehind(own.base, drafts)] : [];
}

const nameOf = ({ address, number }: Pick<TakenDecision, "address" | "number">): string => `${address}#${number}`;

function seededNorm(catalogue: Catalogue, base: CompiledFramework, position: number, kindOf: ReadonlyMap<string, DecisionKind>): DraftNorm {
  const { code, title, category, competencies = [] } = base.norms[position]!;
  const kind = kindOf.get(code);
  const reworded = kind === "amend" || kind === "clarify";
  return {
    id: position + 1,
    code,
    title,
    category,
    competencies,
    from: [{ norm: code, relation: reworded ? "reworded" : "same" }],
    overlaps: reworded ? [] : overlapsAt(catalogue, base, position),
  };
}

/**
 * Norms that overlap with this one, also where only their own framework says so. A norm that is worded anew does not ask the same as those without
 * somebody saying so: through an overlap judgements are lent, and lines over time run on.
 */
export const overlapsAt = (catalogue: Catalogue, { overlapsOf }: CompiledFramework, position: number): readonly NormReference[] =>
  overlapsOf[position]!.map(({ framework, norm }) => {
    const other = catalogue.frameworks[framework]!;
    return { framework: other.key, norm: other.norms[norm]!.code };
  });
