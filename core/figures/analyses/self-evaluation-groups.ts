import type { Outcome } from "../../relevance/outcome.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import { fullTestKinds } from "../../scoring/types.ts";
import { NO_PAIR } from "../../statistics/stratified-kappa.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { normFilter } from "../selected/norm-rows.ts";
import { type SelectedReports, selectedReports } from "../selected/selected-reports.ts";
import type { Selection } from "../selected/selection.ts";
import { divisions, kindWords } from "../tables/audit-groups.ts";
import { analysisThresholds } from "./analysis-thresholds.ts";
import { type DescribedKappa, describedKappaOf } from "./described-kappa.ts";
import { type SelfEvaluated, selfEvaluated } from "./self-evaluation.ts";

/** Judgements of organisations about themselves beside those of the auditor, over all norms. */
export interface SelfEvaluationCounts {
  /** Pairs of judgements. */
  readonly n: number;
  readonly same: number;
  /** The organisation rates itself higher, or lower, than the auditor does. */
  readonly selfHigher: number;
  readonly selfLower: number;
}

/** Organisations of one kind. Always for looking around: of so many kinds one differs by chance. */
export interface SelfEvaluationGroup extends SelfEvaluationCounts {
  readonly group: string;
  readonly organisations: number;
  /** Chance within each norm, and the judgements of one organisation kept together. */
  readonly kappa: Outcome<DescribedKappa>;
  /** Organisations that are on the whole higher than the auditor, lower, or in balance: each counts once. */
  readonly leaning: { readonly higher: number; readonly lower: number; readonly even: number };
}

export interface SelfEvaluationDivision {
  readonly division: "soort toets" | "variant" | "grootte" | "discipline";
  /** Without those that nobody is in. */
  readonly groups: readonly SelfEvaluationGroup[];
}

/** One organisation. A description: its scores come from one audit and hang together, so nothing can be tested. */
export interface SelfEvaluationOfOrganisation extends SelfEvaluationCounts {
  readonly organisation: string;
  readonly name: string;
  /** (selfHigher - selfLower) / n, a fraction: above 0, it rates itself higher on the whole. */
  readonly lean: number;
}

/** By kind of test, variant, size and discipline. By kind of test and by discipline each by its latest report of that sort, as the same filter would give. */
export function selfEvaluationGroups(counted: CountedScores, selection: Selection): readonly SelfEvaluationDivision[] {
  const selected = selectedReports(counted, selection);
  const columns = shownColumns(selected, selection);
  const { source } = selected;
  const asked = (more: Partial<Selection>) => selfEvaluated(selectedReports(counted, { ...selection, ...more }, source.view), columns);
  const kinds = fullTestKinds.filter((kind) => selection.kind === null || selection.kind === kind);
  const disciplines = (source.label?.tables.disciplines ?? []).filter(
    (name) => selection.discipline === null || selection.discipline === name,
  );
  const members = selfEvaluated(selected, columns);
  const size = divisions.find(({ name }) => name === "grootte")!;
  const found: readonly SelfEvaluationDivision[] = [
    { division: "soort toets", groups: kinds.map((kind) => groupOf(kindWords[kind], asked({ kind }))) },
    {
      division: "variant",
      groups: source.view.variants.map((variant, position) =>
        groupOf(
          variant,
          members.filter(({ row }) => source.matrix.variant[row] === position),
        ),
      ),
    },
    {
      division: "grootte",
      groups: size.groups.map((group) =>
        groupOf(
          group,
          members.filter(({ row }) => size.groupOf(source, row) === group),
        ),
      ),
    },
    { division: "discipline", groups: disciplines.map((discipline) => groupOf(discipline, asked({ discipline }))) },
  ];
  return found
    .map(({ division, groups }) => ({ division, groups: groups.filter(({ organisations }) => organisations > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

/** Those with enough norms; who sees itself most differently first, whichever way. */
export function selfEvaluationOfOrganisations(counted: CountedScores, selection: Selection): readonly SelfEvaluationOfOrganisation[] {
  const selected = selectedReports(counted, selection);
  const { matrix, label } = selected.source;
  return selfEvaluated(selected, shownColumns(selected, selection))
    .map(({ row, pairs }): SelfEvaluationOfOrganisation => {
      const organisation = label!.tables.organisations[matrix.organisation[row]!]!;
      const counts = countsOf(pairs);
      return {
        organisation,
        name: counted.catalogue.organisationById.get(organisation)?.name ?? organisation,
        ...counts,
        lean: (counts.selfHigher - counts.selfLower) / counts.n,
      };
    })
    .filter(({ n }) => n >= analysisThresholds.normsPerOrganisation)
    .sort((a, b) => Math.abs(b.lean) - Math.abs(a.lean) || compareCodePoints(a.organisation, b.organisation));
}

function shownColumns({ source: { view } }: SelectedReports, selection: Selection): readonly number[] {
  const shows = normFilter(selection);
  return [...view.norms.keys()].filter((column) => shows(view.norms[column]!));
}

function groupOf(group: string, members: readonly SelfEvaluated[]): SelfEvaluationGroup {
  const counts = members.map(({ pairs }) => countsOf(pairs));
  const sum = (of: (one: SelfEvaluationCounts) => number) => counts.reduce((all, one) => all + of(one), 0);
  const leaning = (sign: number) => counts.filter((one) => Math.sign(one.selfHigher - one.selfLower) === sign).length;
  return {
    group,
    organisations: members.length,
    n: sum(({ n }) => n),
    same: sum(({ same }) => same),
    selfHigher: sum(({ selfHigher }) => selfHigher),
    selfLower: sum(({ selfLower }) => selfLower),
    kappa: describedKappaOf(members.map(({ pairs }) => pairs)),
    leaning: { higher: leaning(1), lower: leaning(-1), even: leaning(0) },
  };
}

function countsOf(pairs: Uint8Array): SelfEvaluationCounts {
  const counts = { n: 0, same: 0, selfHigher: 0, selfLower: 0 };
  for (const pair of pairs) {
    if (pair === NO_PAIR) continue;
    const [own, audit] = [Math.floor(pair / 3), pair % 3];
    counts.n++;
    if (own === audit) counts.same++;
    else if (own > audit) counts.selfHigher++;
    else counts.selfLower++;
  }
  return counts;
}
