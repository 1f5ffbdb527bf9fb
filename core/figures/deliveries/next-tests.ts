import { type Day, monthsBetween } from "../../calendar.ts";
import { yearsBefore } from "../../relevance/reference-dates.ts";
import { compareCodePoints } from "../../scoring/code-points.ts";
import type { CountedScores } from "../selected/counted-scores.ts";
import { selectedReports } from "../selected/selected-reports.ts";
import { everythingOf } from "../selected/selection.ts";
import { GRACE_YEARS } from "../tables/cohorts.ts";
import { testsOfOrganisations } from "../tables/view-source.ts";

/** When an organisation is due for its next test under a label. */
export interface NextTest {
  readonly organisation: string;
  /** Its id when the register does not know it. */
  readonly name: string;
  /** Body, reference, day and cycle (in years) of its last eerste toets or hertoets under the label, and the days that this audit took (null: not said). */
  readonly body: string;
  readonly reference: string;
  readonly lastTest: Day;
  readonly auditDays: number | null;
  readonly cycleYears: number;
  /** Last test + cycle. */
  readonly due: Day;
  /** Whole months late at the reference date; 0 in the first month, and while it is not due. */
  readonly monthsLate: number;
  /**
   * - `later`: not due in the coming half-year.
   * - `soon`: due within the coming half-year.
   * - `overdue`: the day has passed.
   * - `away`: passed so long ago that the next test does not come any more (as in cohorts.csv).
   */
  readonly state: "later" | "soon" | "overdue" | "away";
}

/** Bodies plan and deliver per half-year. */
const SOON_MONTHS = 6;

/**
 * The next test of every organisation with a full test under the label, over all its variants, from its last full test: the earliest due first. The cycle is that of the
 * framework of that test. A test that was held and not delivered yet makes an organisation look late.
 */
export function nextTests(counted: CountedScores, label: string): readonly NextTest[] {
  const { catalogue, referenceDay } = counted;
  const { source } = selectedReports(counted, everythingOf(label));
  const { matrix, view, framework } = source;
  const tests = testsOfOrganisations(source).map((rows): NextTest => {
    const row = rows.at(-1)!;
    const { audits, tables } = source.label!;
    const audit = source.audit[row]!;
    const { cycleYears } = view.frameworks[framework[row]!]!;
    const lastTest = matrix.day[row]!;
    const due = yearsBefore(lastTest, -cycleYears);
    const organisation = tables.organisations[matrix.organisation[row]!]!;
    const auditDays = audits.auditDays[audit]!;
    return {
      organisation,
      name: catalogue.organisationById.get(organisation)?.name ?? organisation,
      body: matrix.bodies[matrix.body[row]!]!,
      reference: tables.references[audits.reference[audit]!]!,
      lastTest,
      auditDays: Number.isNaN(auditDays) ? null : auditDays,
      cycleYears,
      due,
      monthsLate: Math.max(0, monthsBetween(due, referenceDay)),
      state: stateOf(due, lastTest, cycleYears, referenceDay),
    };
  });
  return tests.sort((a, b) => a.due - b.due || compareCodePoints(a.organisation, b.organisation));
}

function stateOf(due: Day, lastTest: Day, cycleYears: number, referenceDay: Day): NextTest["state"] {
  if (lastTest < yearsBefore(referenceDay, cycleYears + GRACE_YEARS)) return "away";
  if (due < referenceDay) return "overdue";
  return monthsBetween(referenceDay, due) < SOON_MONTHS ? "soon" : "later";
}
