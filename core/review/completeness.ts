import { type Day, isoDay } from "../calendar.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { dueOrganisations } from "../figures/deliveries/due-organisations.ts";
import type { CountedScores } from "../figures/selected/counted-scores.ts";
import type { ViewMatrix } from "../relevance/view-matrix.ts";
import { compareCodePoints } from "../scoring/code-points.ts";
import type { FrozenInput } from "./frozen-input.ts";

/** How complete the data of a review are. Days are `jjjj-mm-dd`. */
export interface Completeness {
  /** Reports of the label that count, and organisations with a current one. */
  readonly reports: number;
  readonly organisations: number;
  /** The period over which deliveries are looked at: from the day after `since` up to the reference date. */
  readonly since: string;
  /** Bodies of the catalogue and others that delivered, in the order of their codes. */
  readonly bodies: readonly BodyCompleteness[];
  /** Organisations whose next test is overdue, the longest first: perhaps it was not held, perhaps not delivered. */
  readonly overdue: readonly { readonly name: string; readonly body: string; readonly lastTest: string; readonly due: string }[];
  /** Organisations that were due so long ago that they are taken to have left; their last report counts still. */
  readonly away: number;
  /** What does not count, and how often. */
  readonly excluded: {
    /** Reports of a day after the reference date, of all labels. */
    readonly laterReports: number;
    /** Interim and follow-up tests: they replace judgements, and give no organisation a report of its own. */
    readonly partialTests: number;
    /** Judgements of current reports that are none: not applicable, not assessed. */
    readonly notJudged: number;
  };
  /** Judgements that a report of the other label lent, in combined audits: counted once. */
  readonly carried: number;
}

export interface BodyCompleteness {
  readonly code: string;
  readonly name: string;
  readonly reports: number;
  /** Of a test day in the period. */
  readonly reportsInPeriod: number;
  /** Day of its last test; null: it never delivered one. */
  readonly lastTest: string | null;
}

interface Counted {
  readonly matrix: ViewMatrix;
  readonly counted: CountedScores;
  readonly input: Pick<FrozenInput, "label" | "laterReports">;
  /** Of current reports. */
  readonly notJudged: number;
  readonly organisations: number;
  readonly since: Day;
}

export function completenessOf({ matrix, counted, input, notJudged, organisations, since }: Counted): Completeness {
  const { catalogue } = counted;
  const due = dueOrganisations(counted).find(({ label }) => label === input.label)?.due ?? [];
  const rows = Array.from({ length: matrix.audits }, (_, row) => row);
  return {
    reports: matrix.audits,
    organisations,
    since: isoDay(since),
    bodies: bodiesOf(matrix, catalogue, since),
    overdue: due
      .filter(({ state }) => state === "overdue")
      .map((one) => ({
        name: one.name,
        body: catalogue.bodies.get(one.body)?.name ?? one.body,
        lastTest: isoDay(one.lastTest),
        due: isoDay(one.due),
      })),
    away: due.filter(({ state }) => state === "away").length,
    excluded: {
      laterReports: input.laterReports,
      partialTests: rows.filter((row) => !matrix.fullTest[row]).length,
      notJudged,
    },
    carried: counted.labels.get(input.label)?.carried.length ?? 0,
  };
}

function bodiesOf(matrix: ViewMatrix, { bodies }: Pick<Catalogue, "bodies">, since: Day): BodyCompleteness[] {
  const delivered = new Map<string, { reports: number; reportsInPeriod: number; lastTest: Day }>();
  for (let row = 0; row < matrix.audits; row++) {
    const code = matrix.bodies[matrix.body[row]!]!;
    const day = matrix.day[row]!;
    const before = delivered.get(code) ?? { reports: 0, reportsInPeriod: 0, lastTest: day };
    delivered.set(code, {
      reports: before.reports + 1,
      reportsInPeriod: before.reportsInPeriod + (day > since ? 1 : 0),
      lastTest: Math.max(before.lastTest, day),
    });
  }
  return [...new Set([...bodies.keys(), ...delivered.keys()])].sort(compareCodePoints).map((code) => {
    const of = delivered.get(code);
    return {
      code,
      name: bodies.get(code)?.name ?? code,
      reports: of?.reports ?? 0,
      reportsInPeriod: of?.reportsInPeriod ?? 0,
      lastTest: of ? isoDay(of.lastTest) : null,
    };
  });
}

/** Bodies that delivered no test of the period: they are missing, or had none. */
export const silentBodies = ({ bodies }: Completeness): readonly BodyCompleteness[] =>
  bodies.filter(({ reportsInPeriod }) => reportsInPeriod === 0);
