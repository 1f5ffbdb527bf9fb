import { type Day, monthsBetween } from "../../calendar.ts";
import { yearsBefore } from "../../relevance/reference-dates.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { selectedReports } from "../selected/selected-reports.ts";
import { everythingOf } from "../selected/selection.ts";
import { GRACE_YEARS } from "../tables/cohorts.ts";
import { testsOfOrganisations } from "../tables/view-source.ts";

export interface DueOrganisation {
  readonly organisation: string;
  /** Its id when the register does not know it. */
  readonly name: string;
  /** Body, day and cycle (in years) of its last eerste toets or hertoets under the label. */
  readonly body: string;
  readonly lastTest: Day;
  readonly cycleYears: number;
  /** Last test + cycle. */
  readonly due: Day;
  /** Whole months late at the reference date; 0 in the first month, and while it is not due. */
  readonly monthsLate: number;
  /**
   * - `soon`: due within the coming half-year.
   * - `overdue`: the day has passed.
   * - `away`: passed so long ago that the next test does not come any more (as in cohorts.csv).
   */
  readonly state: "soon" | "overdue" | "away";
}

export interface DueOfLabel {
  readonly label: string;
  /** With any full test under the label. */
  readonly organisations: number;
  /** Not due in the coming half-year. */
  readonly onTime: number;
  /** The longest overdue first. */
  readonly due: readonly DueOrganisation[];
}

/** Bodies plan and deliver per half-year. */
const SOON_MONTHS = 6;

/**
 * Which organisations are due for a hertoets, or overdue, against the cycle of each label: per label, over all its variants, from the last full test. The
 * cycle is that of the framework of that test. A test that was held and not delivered yet makes an organisation look late.
 */
export function dueOrganisations(counted: CountedScores): readonly DueOfLabel[] {
  return [...counted.labels.keys()].sort(compareCodePoints).map((label) => dueOfLabel(counted, label));
}

function dueOfLabel(counted: CountedScores, label: string): DueOfLabel {
  const { catalogue, referenceDay } = counted;
  const { source } = selectedReports(counted, everythingOf(label));
  const { matrix, view, framework } = source;
  const tests = testsOfOrganisations(source);
  const due = tests.flatMap((rows): DueOrganisation[] => {
    const row = rows.at(-1)!;
    const { cycleYears } = view.frameworks[framework[row]!]!;
    const lastTest = matrix.day[row]!;
    const dueDay = yearsBefore(lastTest, -cycleYears);
    const state = stateOf(dueDay, lastTest, cycleYears, referenceDay);
    if (state === undefined) return [];
    const organisation = source.label!.tables.organisations[matrix.organisation[row]!]!;
    return [
      {
        organisation,
        name: catalogue.organisationById.get(organisation)?.name ?? organisation,
        body: matrix.bodies[matrix.body[row]!]!,
        lastTest,
        cycleYears,
        due: dueDay,
        monthsLate: Math.max(0, monthsBetween(dueDay, referenceDay)),
        state,
      },
    ];
  });
  return {
    label,
    organisations: tests.length,
    onTime: tests.length - due.length,
    due: due.sort((a, b) => a.due - b.due || compareCodePoints(a.organisation, b.organisation)),
  };
}

function stateOf(due: Day, lastTest: Day, cycleYears: number, referenceDay: Day): DueOrganisation["state"] | undefined {
  if (lastTest < yearsBefore(referenceDay, cycleYears + GRACE_YEARS)) return "away";
  if (due < referenceDay) return "overdue";
  return monthsBetween(referenceDay, due) < SOON_MONTHS ? "soon" : undefined;
}
