import { type Day, isoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { once } from "../once.ts";
import { levelBands } from "./level-bands.ts";
import { type NormStanding, normStandings } from "./norm-counts.ts";
import type { Outcome } from "./outcome.ts";
import { type BodyOutcome, bodyScreen } from "./screens/bodies.ts";
import { type BodiesOverall, bodiesOverall } from "./screens/bodies-overall.ts";
import { type Course, courseScreen } from "./screens/course.ts";
import { type DiscriminationTest, discriminationScreen } from "./screens/discrimination.ts";
import { type OverlapScreen, overlapScreen } from "./screens/overlap.ts";
import { type RetestCounts, retestScreen } from "./screens/retests.ts";
import { type SelfEvaluationTest, selfEvaluationScreen } from "./screens/self-evaluation.ts";
import { type TrendTest, trendScreen } from "./screens/trend.ts";
import { type VariantCounts, type VariantOutcome, variantScreen } from "./screens/variants.ts";
import type { WithQ } from "./screens/with-q.ts";
import type { CountEvidence } from "./signal.ts";
import { standingOf } from "./standing.ts";
import { RULES_VERSION, type ViewThresholds } from "./thresholds.ts";
import { rowsUntil, type ViewMatrix } from "./view-matrix.ts";
import { isWithdrawn, type View } from "./views.ts";

/**
 * Everything that is worked out of a view at a reference date. Lists have one place per norm of the view. Each part is worked out when
 * it is first asked for: an earlier reference date often needs one of them only.
 */
export interface ViewAnalysis {
  readonly view: View;
  readonly day: Day;
  readonly thresholds: ViewThresholds;
  /** All audits up to the day, and the organisations with a current report. */
  readonly audits: number;
  readonly organisations: number;
  /** Level bands that audits of the same kind are compared in. */
  readonly bands: number;
  /** Of every norm: is it out of force on this day? */
  readonly withdrawn: readonly boolean[];
  standings(): readonly NormStanding[];
  variants(): readonly (readonly VariantOutcome[])[];
  trends(): readonly Outcome<WithQ<TrendTest>>[];
  retests(): readonly RetestCounts[];
  courses(): readonly Course[];
  bodies(): readonly (readonly BodyOutcome[])[];
  bodiesOverall(): Outcome<BodiesOverall>;
  discriminations(): readonly Outcome<WithQ<DiscriminationTest>>[];
  selfEvaluations(): readonly Outcome<WithQ<SelfEvaluationTest>>[];
  overlaps(): OverlapScreen;
  bodyCode(body: number): string;
  bodyName(body: number): string;
  /** The counts of one norm with where they come from. */
  evidence(norm: number): CountEvidence;
}

/**
 * What there is to say about a view on a day. Tests that compare audits take full tests as they were judged then; the counts, and the
 * comparison of variants, also take what a later check found.
 */
export function analyseView(matrix: ViewMatrix, day: Day, catalogue: Pick<Catalogue, "bodies">, thresholds: ViewThresholds): ViewAnalysis {
  const { view } = matrix;
  const audits = rowsUntil(matrix, day);
  const standing = standingOf(matrix, audits);
  const organisations = standing.rows.length;
  const bands = organisations < thresholds.bands.manyFromOrganisations ? thresholds.bands.few : thresholds.bands.many;
  const withdrawn = view.norms.map((norm) => isWithdrawn(view, norm, day));
  const fullTests = once(() => Uint32Array.from({ length: audits }, (_, row) => row).filter((row) => matrix.fullTest[row]));
  const standings = once(() => normStandings(matrix, standing));
  const bodyCode = (body: number) => matrix.bodies[body]!;
  const bodyName = (body: number) => catalogue.bodies.get(bodyCode(body))?.name ?? bodyCode(body);
  return {
    view,
    day,
    thresholds,
    audits,
    organisations,
    bands,
    withdrawn,
    standings,
    variants: once(() => variantScreen(variantCounts(matrix, audits))),
    trends: once(() => trendScreen(matrix, fullTests(), levelBands(matrix, fullTests(), bands), thresholds)),
    retests: once(() => retestScreen(matrix, audits, thresholds)),
    courses: once(() => courseScreen(matrix, day, thresholds)),
    bodies: once(() => bodyScreen(matrix, standing.rows, levelBands(matrix, standing.rows, bands), thresholds)),
    bodiesOverall: once(() => bodiesOverall(matrix, standing.rows)),
    discriminations: once(() => discriminationScreen(matrix, standing.rows, thresholds)),
    selfEvaluations: once(() => selfEvaluationScreen(matrix, standing.rows, thresholds)),
    overlaps: once(() => overlapScreen(matrix, standing.rows, thresholds)),
    bodyCode,
    bodyName,
    evidence(norm) {
      const { counts, period, judgedBy } = standings()[norm]!;
      const { places } = view.norms[norm]!;
      return {
        ...counts,
        period: period && { from: isoDay(period.from), until: isoDay(period.until) },
        frameworks: places.map(({ framework }) => framework.key),
        bodies: Array.from(judgedBy, (judged, body) => ({ code: bodyCode(body), name: bodyName(body), judged }))
          .filter(({ judged }) => judged > 0)
          .sort((a, b) => b.judged - a.judged),
        referenceDate: isoDay(day),
        rulesVersion: RULES_VERSION,
        restsOn: {
          view: view.id,
          norms: places.map(({ framework, norm: position }) => ({ framework: framework.key, norm: framework.norms[position]!.code })),
        },
        ...(withdrawn[norm] ? { withdrawn: true } : {}),
      };
    },
  };
}

/** Per norm the variants of the view, each by the latest reports within it; nothing to compare in a view of one variant. */
function variantCounts(matrix: ViewMatrix, audits: number): VariantCounts[][] {
  const { variants, norms } = matrix.view;
  if (variants.length < 2) return norms.map(() => []);
  const ofVariants = variants.map((_, variant) => normStandings(matrix, standingOf(matrix, audits, variant)));
  return norms.map((_, norm) =>
    variants.map((variant, position) => {
      const { judged, met, partiallyMet } = ofVariants[position]![norm]!.counts;
      return { variant, judged, met, partiallyMet };
    }),
  );
}
