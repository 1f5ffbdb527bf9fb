import type { Day } from "../calendar.ts";
import { OUT_OF_SCOPE } from "../judgement.ts";
import type { CountedLabel } from "../scoring/carry.ts";
import { isFullTest } from "../scoring/current-reports.ts";
import { AUDIT, auditCount, SELF, vectorOffset } from "../scoring/shard-scores.ts";
import { auditKinds } from "../scoring/types.ts";
import type { View } from "./views.ts";

/**
 * The audits of a view as a matrix, in canonical order (day, reference, body): whatever framework an audit was by, its score on norm j
 * of the view stands in column j. The audits up to an earlier day are its first rows, so that the signals of an earlier
 * reference date come from the same matrix. A judgement of a combined audit is in it once: a view is of one label, and what the other
 * label lends fills only what the report itself leaves open.
 */
export interface ViewMatrix {
  readonly view: View;
  /** Rows. */
  readonly audits: number;
  /** Columns: `view.norms.length`. */
  readonly width: number;
  readonly day: Int32Array;
  /** Number of the body in `bodies`. */
  readonly body: Uint32Array;
  readonly bodies: readonly string[];
  /** Number of the organisation, below `organisations`. */
  readonly organisation: Uint32Array;
  readonly organisations: number;
  /** Position in `view.variants`. */
  readonly variant: Uint8Array;
  /** 1: eerste toets or hertoets; 0: tussentijdse toets or vervolgtoets, which judges only some norms. */
  readonly fullTest: Uint8Array;
  readonly hertoets: Uint8Array;
  /** `scores[row * width + norm]`: a score code, or 5 for "not in scope". */
  readonly scores: Uint8Array;
  /** The same of the self-evaluation; 5 everywhere for an audit without. */
  readonly self: Uint8Array;
}

/** Which audits of a label to look at, and how. An audit is meant by its position in the label. */
export interface AuditChoice {
  includes(audit: number): boolean;
  /** Does it give an organisation its current report? The others only replace judgements in one. */
  isTest(audit: number): boolean;
  /** Whose scores: `AUDIT`, or `DISCIPLINE` + number of the discipline. Every audit that is included has them. */
  readonly vector: number;
}

/** All audits as figures count them: by their own scores, with the eerste toetsen and hertoetsen as current reports. */
export const everyAudit = (label: CountedLabel): AuditChoice => ({
  includes: () => true,
  isTest: (audit) => isFullTest(label, audit),
  vector: AUDIT,
});

/** @param label the counted label of the view; undefined when nothing of it was delivered. */
export function viewMatrix(view: View, label: CountedLabel | undefined, choice = label && everyAudit(label)): ViewMatrix {
  const columns = columnsOfFrameworks(view, label);
  const rows = label && choice ? rowsInView(label, columns, choice) : [];
  const width = view.norms.length;
  const matrix = {
    view,
    audits: rows.length,
    width,
    day: new Int32Array(rows.length),
    body: new Uint32Array(rows.length),
    bodies: label?.tables.bodies ?? [],
    organisation: new Uint32Array(rows.length),
    organisations: label?.tables.organisations.length ?? 0,
    variant: new Uint8Array(rows.length),
    fullTest: new Uint8Array(rows.length),
    hertoets: new Uint8Array(rows.length),
    scores: new Uint8Array(rows.length * width).fill(OUT_OF_SCOPE),
    self: new Uint8Array(rows.length * width).fill(OUT_OF_SCOPE),
  };
  if (!label || !choice) return matrix;
  rows.forEach((audit, row) => {
    const { column, variant } = columns[label.audits.framework[audit]!]!;
    matrix.day[row] = label.audits.day[audit]!;
    matrix.body[row] = label.audits.body[audit]!;
    matrix.organisation[row] = label.audits.organisation[audit]!;
    matrix.variant[row] = variant;
    matrix.fullTest[row] = choice.isTest(audit) ? 1 : 0;
    matrix.hertoets[row] = label.audits.kind[audit] === RECERTIFICATION ? 1 : 0;
    spread(label.scores, vectorOffset(label, audit, choice.vector), column, matrix.scores, row * width);
    const self = vectorOffset(label, audit, SELF);
    if (self >= 0) spread(label.scores, self, column, matrix.self, row * width);
  });
  return matrix;
}

const RECERTIFICATION = auditKinds.indexOf("recertification");

/** How many rows are of this day or earlier. */
export function rowsUntil(matrix: ViewMatrix, day: Day): number {
  let low = 0;
  let high = matrix.audits;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (matrix.day[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface FrameworkColumns {
  /** Position of the norm in its framework → column of the view. */
  readonly column: Uint32Array;
  readonly variant: number;
}

/** Per position in `label.frameworks`; undefined for a framework outside the view. */
function columnsOfFrameworks(view: View, label: CountedLabel | undefined): (FrameworkColumns | undefined)[] {
  const byKey = new Map<string, FrameworkColumns>(
    view.frameworks.map(({ key, norms, variant }) => [
      key,
      { column: new Uint32Array(norms.length), variant: view.variants.indexOf(variant) },
    ]),
  );
  view.norms.forEach(({ places }, column) => {
    for (const { framework, norm } of places) byKey.get(framework.key)!.column[norm] = column;
  });
  return (label?.frameworks ?? []).map(({ key }) => byKey.get(key));
}

function rowsInView(label: CountedLabel, columns: readonly (FrameworkColumns | undefined)[], { includes }: AuditChoice): number[] {
  const rows: number[] = [];
  for (let audit = 0; audit < auditCount(label); audit++) {
    if (columns[label.audits.framework[audit]!] && includes(audit)) rows.push(audit);
  }
  return rows;
}

function spread(from: Uint8Array, offset: number, column: Uint32Array, to: Uint8Array, begin: number): void {
  for (let norm = 0; norm < column.length; norm++) to[begin + column[norm]!] = from[offset + norm]!;
}
