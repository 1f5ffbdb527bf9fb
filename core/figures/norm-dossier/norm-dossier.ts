import type { Day } from "../../calendar.ts";
import { type LineageLink, lineageOf } from "../../catalogue/lineage.ts";
import { normStanding } from "../../relevance/norm-counts.ts";
import { PAIRS } from "../../relevance/screens/pair-counts.ts";
import { retestPairs } from "../../relevance/screens/retests.ts";
import { selfEvaluationPairs } from "../../relevance/screens/self-evaluation.ts";
import type { NormCounts } from "../../relevance/signal.ts";
import { viewThresholds } from "../../relevance/thresholds.ts";
import type { NormPlace, ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { signTest } from "../../statistics/sign-test.ts";
import { columnAt, normAddress } from "../norm-address.ts";
import { type CombinedPair, combinedComparison } from "../selected/combined-comparison.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { metBy } from "../selected/norm-rows.ts";
import { type PairTable, pairTable } from "../selected/pair-table.ts";
import { type ReportedThemes, reportedThemes } from "../selected/reported-themes.ts";
import { type SelectedReports, selectedReports } from "../selected/selected-reports.ts";
import { isExploratory, type Selection } from "../selected/selection.ts";
import { type Share, shareOf } from "../share.ts";
import { isAboutNorm } from "../signal-places.ts";
import type { PublishedSignal } from "../signals-json.ts";
import { type BodyFunnel, bodyFunnel } from "./body-funnel.ts";
import { type ImprovementFollowUp, improvementFollowUp } from "./improvement-points.ts";
import { normTrend, type TrendLine } from "./norm-trend.ts";

/** The figures of the norm in a group of reports. */
export interface GroupFigure extends Share {
  readonly group: string;
  readonly counts: NormCounts;
  readonly met: number;
}

/** Test and hertoets: `higher` is better. Who begins low goes up on average, even if nothing changed. */
export interface RetestTable extends PairTable {
  /** Exact sign test, better against worse; null without a change. */
  readonly p: number | null;
  /** False: too few changes for p to come below .05, however they fall. */
  readonly canTell: boolean;
}

/** All that there is to show of one norm. Each part says n; none of it is a verdict. */
export interface NormDossier {
  readonly view: View;
  readonly norm: ViewNorm;
  readonly address: string;
  readonly exploratory: boolean;
  /** The reference date. */
  readonly until: Day;
  readonly withdrawn: boolean;
  /** How organisations stand now; `period`: days of the first and last audit that gave a judgement. */
  readonly now: Share & {
    readonly counts: NormCounts;
    readonly met: number;
    readonly period: { readonly from: Day; readonly until: Day } | null;
  };
  readonly trend: readonly TrendLine[];
  readonly retest: RetestTable;
  /** Self-evaluation (first) beside the audit (second) of the current report, as it was judged then: `higher`, the auditor was milder. */
  readonly selfEvaluation: PairTable;
  readonly bodies: BodyFunnel;
  /** Each by the reports with scores of that discipline; an organisation may be in several. */
  readonly disciplines: readonly GroupFigure[];
  /** Each by the latest report within the variant; an organisation may be in several. */
  readonly variants: readonly GroupFigure[];
  readonly improvement: ImprovementFollowUp;
  /** Themes that the catalogue ties to the norm and that were reported, among all reports of the selection; by year, since of one theme there are few. */
  readonly reportedThemes: ReportedThemes;
  /** What it came from and became, over the frameworks, with the relation. */
  readonly lineage: readonly LineageLink[];
  /** Norms of other labels that the catalogue says to overlap, in combined audits; `a` is this norm. Of all bodies and kinds of test. */
  readonly overlaps: readonly (CombinedPair & { readonly label: string })[];
  /** Of the signals that were given: those about this norm, in whatever view. */
  readonly signals: readonly PublishedSignal[];
}

/**
 * The dossier of the norm at a place (`placeAt` reads an address) in the view of a selection. The choice of reports of the selection holds for all parts
 * but lineage, overlaps and signals; what it says about which norms to show does not matter.
 *
 * @param signals of `signals.json` of the same run.
 * @returns undefined when the view does not have the norm.
 */
export function normDossier(
  counted: CountedScores,
  selection: Selection,
  place: NormPlace,
  signals: readonly PublishedSignal[],
): NormDossier | undefined {
  const { catalogue } = counted;
  const selected = selectedReports(counted, selection);
  const { source, until, standing } = selected;
  const { view, matrix } = source;
  const column = columnAt(view, place);
  const norm = view.norms[column];
  if (!norm) return undefined;
  const { period } = normStanding(matrix, standing, column);
  const { group: _, ...now } = groupFigure(view.id, selected, column, selection);
  return {
    view,
    norm,
    address: normAddress(norm),
    exploratory: isExploratory(selection, view),
    until,
    withdrawn: isWithdrawn(view, norm, until),
    now: { ...now, period },
    trend: normTrend(source, column, catalogue, until, selection.counting),
    retest: retestTable(pairTable(retestPairs(matrix, matrix.audits), column * PAIRS)),
    selfEvaluation: pairTable(selfEvaluationPairs(matrix, standing.rows), column * PAIRS),
    bodies: bodyFunnel(source, standing, column, selection.counting, catalogue),
    disciplines: (source.label?.tables.disciplines ?? [])
      .filter((discipline) => selection.discipline === null || discipline === selection.discipline)
      .map((discipline) => groupFigure(discipline, selectedReports(counted, { ...selection, discipline }, view), column, selection))
      .filter(({ counts }) => counts.organisations > 0),
    variants: view.variants
      .filter((variant) => norm.places.some(({ framework }) => framework.variant === variant))
      .map((variant) => groupFigure(variant, selectedReports(counted, { ...selection, variants: [variant] }, view), column, selection)),
    improvement: improvementFollowUp(source, column),
    reportedThemes: themesAbout(column, reportedThemes(source, catalogue, "jaar")),
    lineage: lineageOf(catalogue, norm.places),
    overlaps: overlapsOf(counted, norm, until),
    signals: signals.filter((signal) => isAboutNorm(signal, norm)),
  };
}

function groupFigure(group: string, { source, standing }: SelectedReports, column: number, { counting }: Selection): GroupFigure {
  const { counts } = normStanding(source.matrix, standing, column);
  const met = metBy(counting, counts);
  return { group, counts, met, ...shareOf(met, counts.judged) };
}

const themesAbout = (column: number, { periods, themes }: ReportedThemes): ReportedThemes => ({
  periods,
  themes: themes.filter(({ norms }) => norms.includes(column)),
});

const retestTable = (table: PairTable): RetestTable => ({
  ...table,
  p: signTest(table.higher, table.lower),
  canTell: table.higher + table.lower >= viewThresholds.retest.changes,
});

function overlapsOf(counted: CountedScores, { places }: ViewNorm, until: Day): NormDossier["overlaps"] {
  const own = places[0]!.framework.label;
  const others = new Set(
    places.flatMap(({ framework, norm }) => framework.overlapsOf[norm]!.map((link) => counted.catalogue.frameworks[link.framework]!.label)),
  );
  others.delete(own);
  return [...others].flatMap((label) =>
    combinedComparison(counted, own, label, { until })
      .pairs.filter(({ a }) => a.places.some((one) => places.some((place) => isSamePlace(one, place))))
      .map((pair) => ({ ...pair, label })),
  );
}

const isSamePlace = (a: NormPlace, b: NormPlace): boolean => a.framework.key === b.framework.key && a.norm === b.norm;
