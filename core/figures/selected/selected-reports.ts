import type { Day } from "../../calendar.ts";
import { type Standing, standingOf } from "../../relevance/standing.ts";
import type { AuditChoice } from "../../relevance/view-matrix.ts";
import type { View } from "../../relevance/views.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { isFullTest } from "../../scoring/current-reports.ts";
import { AUDIT, DISCIPLINE, vectorOffset } from "../../scoring/shard-scores.ts";
import { auditKinds } from "../../scoring/types.ts";
import { type ViewSource, viewSource } from "../tables/view-source.ts";
import type { CountedScores } from "./counted-scores.ts";
import { isChosen, type Selection, viewOfSelection } from "./selection.ts";

/** The reports of a selection, and what counts of them. */
export interface SelectedReports {
  /** Only the audits of the selection are rows of it. */
  readonly source: ViewSource;
  /** The reference date. */
  readonly until: Day;
  /** Each organisation once, by its latest report within the selection. */
  readonly standing: Standing;
}

/**
 * First the reports are chosen, then the latest of each organisation among them is taken: of a body, the latest report of that body, also when
 * the organisation has gone to another since. Tussentijdse toetsen and vervolgtoetsen that are chosen too replace judgements, as always.
 *
 * - `kind`: the latest test of that kind, as it was judged then. Nothing is replaced.
 * - `discipline`: only reports with scores of that discipline, and those scores. A judgement that another label lent has no discipline.
 *
 * @param view whose norms the scores are put under; that of the selection, or a wider one so that two selections can be compared.
 */
export function selectedReports(
  { catalogue, referenceDay, labels }: CountedScores,
  selection: Selection,
  view: View = viewOfSelection(catalogue, selection),
): SelectedReports {
  const until = Math.min(selection.until ?? referenceDay, referenceDay);
  const label = labels.get(selection.label);
  const source = viewSource(view, label, label && choiceOf(label, selection, view, until));
  return { source, until, standing: standingOf(source.matrix, source.matrix.audits) };
}

function choiceOf(label: CountedLabel, selection: Selection, view: View, until: Day): AuditChoice {
  const { audits, tables, frameworks } = label;
  const from = selection.from ?? Number.NEGATIVE_INFINITY;
  const inView = new Map<string, boolean>(
    view.frameworks.map(({ key, variant, version }) => [
      key,
      isChosen(selection.variants, variant) && isChosen(selection.versions, version),
    ]),
  );
  const chosenFramework = frameworks.map(({ key }) => inView.get(key) === true);
  const body = selection.body === null ? null : tables.bodies.indexOf(selection.body);
  // One that delivered nothing has number -1, and leaves nothing out.
  const except = selection.exceptBody === null ? null : tables.bodies.indexOf(selection.exceptBody);
  const kind = selection.kind === null ? null : auditKinds.indexOf(selection.kind);
  // A discipline that nobody was judged on has number -1: a vector that no report has, and not that of the audit.
  const discipline = selection.discipline === null ? null : tables.disciplines.indexOf(selection.discipline);
  const vector = discipline === null ? AUDIT : discipline < 0 ? NO_VECTOR : DISCIPLINE + discipline;
  return {
    includes: (audit) =>
      audits.day[audit]! >= from &&
      audits.day[audit]! <= until &&
      chosenFramework[audits.framework[audit]!]! &&
      (body === null || audits.body[audit] === body) &&
      (except === null || audits.body[audit] !== except) &&
      (kind === null || audits.kind[audit] === kind) &&
      vectorOffset(label, audit, vector) >= 0,
    isTest: (audit) => kind !== null || isFullTest(label, audit),
    vector,
  };
}

const NO_VECTOR = -1;
