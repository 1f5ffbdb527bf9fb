import type { Day } from "../../calendar.ts";
import type { ViewNorm } from "../../relevance/view-norms.ts";
import { isWithdrawn, type View } from "../../relevance/views.ts";
import { auditKinds } from "../../scoring/types.ts";
import { type KaplanMeier, kaplanMeier, type Wait } from "../../statistics/kaplan-meier.ts";
import { normAddress } from "../norm-address.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { normFilter } from "../selected/norm-rows.ts";
import { selectedReports } from "../selected/selected-reports.ts";
import { everythingOf, isChosen, type Selection } from "../selected/selection.ts";
import { type Share, shareOf } from "../share.ts";
import type { ViewSource } from "../tables/view-source.ts";
import { type AgreedPoint, agreedPoints, MET } from "./agreed-points.ts";

/** Improvement points, and what the next test that judged the norm found. */
export interface PointCounts {
  readonly points: number;
  /** Organisations that agreed on one. */
  readonly organisations: number;
  /** Agreed though the norm was met: whether it was mended cannot be read from a score, so they count no further. */
  readonly alreadyMet: number;
  /** Found at the next test: voldoet (resolved), voldoet deels, voldoet niet. */
  readonly resolved: number;
  readonly partly: number;
  readonly notMet: number;
  /** Not looked at again yet. */
  readonly open: number;
}

export interface ResolvedPoints extends PointCounts {
  /** Looked at again: resolved + partly + notMet. */
  readonly again: number;
  /**
   * From the test that agreed on a point to the first that found the norm met. A point that is agreed once more on the way does not begin anew; one that is not resolved waits until the
   * reference date.
   */
  readonly time: KaplanMeier;
}

export interface PointsOfNorm extends ResolvedPoints, Share {
  readonly norm: ViewNorm;
  readonly address: string;
  readonly withdrawn: boolean;
}

/** Of a category or of all: shares are of points, which hang together within an audit, and so have no interval. */
export interface PointsOfCategory extends ResolvedPoints {
  readonly category: string;
  /** resolved / again; null without. */
  readonly share: number | null;
}

export interface ImprovementOverview {
  readonly view: View;
  /** The reference date. */
  readonly until: Day;
  /** Tests that say of at least one norm whether there is a point, among those that were chosen. */
  readonly saying: number;
  readonly all: Omit<PointsOfCategory, "category">;
  readonly categories: readonly PointsOfCategory[];
  /** In the order of the view; only norms on which a point was agreed. */
  readonly norms: readonly PointsOfNorm[];
}

/**
 * Improvement points per norm: share resolved at the next test, and time until then. The selection chooses the tests at which points were agreed (period, body, kind, variant, version) and
 * the norms that are shown; a point is followed through all later tests of the organisation under the label, whoever held them. `discipline` and `counting` do not matter.
 */
export function improvementOverview(counted: CountedScores, selection: Selection): ImprovementOverview {
  const { source, until } = selectedReports(counted, { ...everythingOf(selection.label), until: selection.until });
  const { view } = source;
  const chosen = agreedIn(source, selection);
  const shows = normFilter(selection);
  const saying = new Set<number>();
  const found = view.norms.flatMap((norm, column): Found[] => {
    if (!shows(norm)) return [];
    const { points, saidIn } = agreedPoints(source, column);
    for (const row of saidIn) if (chosen(row)) saying.add(row);
    const own = points.filter(({ row }) => chosen(row));
    return own.length === 0
      ? []
      : [{ norm, counts: countsOf(own), organisations: organisationsOf(own), waits: waitsOf(own, source, until) }];
  });
  const categories = [...new Set(found.map(({ norm }) => norm.category))];
  return {
    view,
    until,
    saying: saying.size,
    all: together(found),
    categories: categories.map((category) => ({ category, ...together(found.filter(({ norm }) => norm.category === category)) })),
    norms: found.map(({ norm, counts, organisations, waits }): PointsOfNorm => {
      const again = againOf(counts);
      return {
        norm,
        address: normAddress(norm),
        withdrawn: isWithdrawn(view, norm, until),
        ...counts,
        organisations: organisations.size,
        again,
        ...shareOf(counts.resolved, again),
        time: kaplanMeier(waits),
      };
    }),
  };
}

type Counts = Omit<PointCounts, "organisations">;

interface Found {
  readonly norm: ViewNorm;
  readonly counts: Counts;
  readonly organisations: ReadonlySet<number>;
  readonly waits: readonly Wait[];
}

/** Is a point that was agreed at this test in the selection? */
function agreedIn({ matrix, view, framework, label, audit }: ViewSource, selection: Selection): (row: number) => boolean {
  const { variants, versions, body, exceptBody } = selection;
  const from = selection.from ?? Number.NEGATIVE_INFINITY;
  const kind = selection.kind === null ? null : auditKinds.indexOf(selection.kind);
  return (row) => {
    const { variant, version } = view.frameworks[framework[row]!]!;
    const by = matrix.bodies[matrix.body[row]!]!;
    return (
      matrix.day[row]! >= from &&
      isChosen(variants, variant) &&
      isChosen(versions, version) &&
      (body === null || by === body) &&
      (exceptBody === null || by !== exceptBody) &&
      (kind === null || label!.audits.kind[audit[row]!] === kind)
    );
  };
}

function countsOf(points: readonly AgreedPoint[]): Counts {
  const counts = { points: points.length, alreadyMet: 0, resolved: 0, partly: 0, notMet: 0, open: 0 };
  for (const { before, next } of points) {
    if (before === MET) counts.alreadyMet++;
    else if (!next) counts.open++;
    else counts[FOUND[next.score]!]++;
  }
  return counts;
}

const FOUND = ["notMet", "partly", "resolved"] as const;

const againOf = ({ resolved, partly, notMet }: Counts): number => resolved + partly + notMet;

const organisationsOf = (points: readonly AgreedPoint[]): ReadonlySet<number> => new Set(points.map(({ organisation }) => organisation));

/** One wait per organisation until the norm is met; another only for a point that was agreed after that. */
function waitsOf(points: readonly AgreedPoint[], { matrix }: ViewSource, until: Day): readonly Wait[] {
  const busyUntil = new Map<number, number>();
  return points.flatMap(({ row, organisation, before, metAt }): Wait[] => {
    if (before === MET || row < (busyUntil.get(organisation) ?? 0)) return [];
    busyUntil.set(organisation, metAt ?? Number.POSITIVE_INFINITY);
    const end = metAt === undefined ? until : matrix.day[metAt]!;
    return [{ days: end - matrix.day[row]!, ended: metAt !== undefined }];
  });
}

function together(found: readonly Found[]): Omit<PointsOfCategory, "category"> {
  const sum = (of: (counts: Counts) => number) => found.reduce((all, { counts }) => all + of(counts), 0);
  const counts: Counts = {
    points: sum(({ points }) => points),
    alreadyMet: sum(({ alreadyMet }) => alreadyMet),
    resolved: sum(({ resolved }) => resolved),
    partly: sum(({ partly }) => partly),
    notMet: sum(({ notMet }) => notMet),
    open: sum(({ open }) => open),
  };
  const again = againOf(counts);
  return {
    ...counts,
    organisations: new Set(found.flatMap(({ organisations }) => [...organisations])).size,
    again,
    share: again === 0 ? null : counts.resolved / again,
    time: kaplanMeier(found.flatMap(({ waits }) => waits)),
  };
}
