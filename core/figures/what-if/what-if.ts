/** What if a draft had been the framework: how many organisations would have met all its norms, by the reports that there are. */
import type { CompiledFramework, Relation } from "../../catalogue/types.ts";
import type { DraftNorm } from "../../framework-draft/types.ts";
import { isJudgement } from "../../judgement.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { selectedReports } from "../selected/selected-reports.ts";
import { everythingOf } from "../selected/selection.ts";
import { type Share, shareOf } from "../share.ts";
import { type Counting, countings } from "../tables/counting.ts";

/** Organisations that meet all norms on which they were judged. */
export interface MetAll extends Share {
  /** n: organisations that were judged on at least one norm. */
  readonly judged: number;
  readonly met: number;
}

/** One norm that is dropped, and what organisations it kept from meeting all. */
export interface DroppedEffect {
  readonly norm: string;
  /** Organisations that were judged on it, and of those the ones that did not meet it. */
  readonly judged: number;
  readonly unmet: number;
  /** Organisations that met all norms but this one. */
  readonly onlyThis: number;
}

export interface WhatIfCounted {
  /** By the norms of the framework before. */
  readonly before: MetAll;
  /** By those of the draft. */
  readonly after: MetAll;
  /** Organisations that did not meet all then, and would under the draft. */
  readonly more: number;
  /** In the order of the framework before. */
  readonly dropped: readonly DroppedEffect[];
}

export interface WhatIf {
  /** Organisations with a current report by the framework before. */
  readonly organisations: number;
  /** Of those: the ones that were not judged on every norm of it. */
  readonly incomplete: number;
  readonly counted: Readonly<Record<Counting, WhatIfCounted>>;
  /** Norms of the draft by what was taken of them: `new` has no judgement, and is left out. */
  readonly norms: Readonly<Record<Relation | "new", number>>;
}

/**
 * Every organisation by its current report in the framework before, with what later checks replaced: as the figures count it. Only judgements count; what
 * does not apply or was not assessed is no reason to have met a norm or not. A norm of the draft gets
 *
 * - `same`, `reworded`, `split`: the judgement of the norm that it comes from;
 * - `merged`: the lowest of the judgements on its parts: who falls short on a part falls short on the whole;
 * - new: none. It is left out.
 *
 * @param norms of the draft.
 */
export function whatIf(counted: CountedScores, base: CompiledFramework, norms: readonly Pick<DraftNorm, "from">[]): WhatIf {
  const judgements = judgementsBy(counted, base);
  const position = new Map(base.norms.map(({ code }, i) => [code, i]));
  const origins = norms.map(({ from }) => from.map(({ norm }) => position.get(norm)!));
  const kept = new Set(origins.flat());
  const dropped = base.norms.flatMap((_, i) => (kept.has(i) ? [] : [i]));
  const ofDraft = judgements.map((ofOrganisation) => origins.map((parts) => lowest(parts.map((part) => ofOrganisation[part]!))));
  const counts = (counting: Counting): WhatIfCounted => {
    const [before, after] = [judgements.map(reader(counting)), ofDraft.map(reader(counting))];
    return {
      before: metAll(before),
      after: metAll(after),
      more: after.filter((now, i) => now === "all" && before[i] !== "all").length,
      dropped: dropped.map((norm) => droppedEffect(base, norm, judgements, counting)),
    };
  };
  return {
    organisations: judgements.length,
    incomplete: judgements.filter((ofOrganisation) => !ofOrganisation.every((score) => isJudgement(score))).length,
    counted: Object.fromEntries(countings.map((counting) => [counting, counts(counting)])) as Record<Counting, WhatIfCounted>,
    norms: relationCounts(norms),
  };
}

/** A score code per norm of the framework, of every organisation with a current report in it. */
function judgementsBy(counted: CountedScores, { label, variant, version, key, norms }: CompiledFramework): readonly Uint8Array[] {
  const { source, standing } = selectedReports(counted, { ...everythingOf(label), variants: [variant], versions: [version] });
  const { width, scores } = source.matrix;
  const columns = norms.map((_, norm) =>
    source.view.norms.findIndex(({ places }) => places.some((place) => place.framework.key === key && place.norm === norm)),
  );
  return Array.from(standing.rows, (_, i) =>
    Uint8Array.from(columns, (column) => scores[standing.given[i * width + column]! * width + column]!),
  );
}

/** The lowest judgement; where there is none, a score that is no judgement. */
function lowest(scores: readonly number[]): number {
  const judged = scores.filter(isJudgement);
  return judged.length > 0 ? Math.min(...judged) : NO_JUDGEMENT;
}

const NO_JUDGEMENT = 5;

/** Does an organisation meet all norms on which it was judged? `none`: it was judged on none. */
type Standing = "all" | "notAll" | "none";

function reader(counting: Counting): (scores: ArrayLike<number>) => Standing {
  return (scores) => {
    const judged = Array.from(scores).filter(isJudgement);
    if (judged.length === 0) return "none";
    return judged.every((score) => isMet(score, counting)) ? "all" : "notAll";
  };
}

/** 2 voldoet; leniently 1, voldoet deels, too. */
const isMet = (score: number, counting: Counting): boolean => score >= (counting === "streng" ? 2 : 1);

function metAll(standings: readonly Standing[]): MetAll {
  const met = standings.filter((one) => one === "all").length;
  const judged = standings.filter((one) => one !== "none").length;
  return { judged, met, ...shareOf(met, judged) };
}

function droppedEffect(base: CompiledFramework, norm: number, judgements: readonly Uint8Array[], counting: Counting): DroppedEffect {
  const judged = judgements.filter((scores) => isJudgement(scores[norm]!));
  const unmet = judged.filter((scores) => !isMet(scores[norm]!, counting));
  const onlyThis = unmet.filter((scores) =>
    scores.every((score, other) => other === norm || !isJudgement(score) || isMet(score, counting)),
  );
  return { norm: base.norms[norm]!.code, judged: judged.length, unmet: unmet.length, onlyThis: onlyThis.length };
}

function relationCounts(norms: readonly Pick<DraftNorm, "from">[]): Record<Relation | "new", number> {
  const counts = { same: 0, reworded: 0, merged: 0, split: 0, new: 0 };
  for (const { from } of norms) counts[from[0]?.relation ?? "new"]++;
  return counts;
}
