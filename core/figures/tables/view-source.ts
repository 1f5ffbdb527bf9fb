import type { Catalogue } from "../../catalogue/types.ts";
import { everyAudit, type ViewMatrix, viewMatrix } from "../../relevance/view-matrix.ts";
import { publishedViews, type View } from "../../relevance/views.ts";
import type { CountedLabel } from "../../scoring/carry.ts";
import { auditCount } from "../../scoring/shard-scores.ts";

/** A view with its audits, and where each row of its matrix comes from. */
export interface ViewSource {
  readonly view: View;
  readonly matrix: ViewMatrix;
  /** Every column of the matrix. */
  readonly norms: readonly number[];
  /** Undefined when nothing of the label was delivered; then the matrix has no rows. */
  readonly label: CountedLabel | undefined;
  /** Per row of the matrix: the audit in the label. */
  readonly audit: Uint32Array;
  /** Per row of the matrix: the position of its framework in `view.frameworks`. */
  readonly framework: Uint8Array;
}

/** All published views, in their order. */
export function viewSources(counted: readonly CountedLabel[], catalogue: Catalogue): readonly ViewSource[] {
  const labels = new Map(counted.map((label) => [label.label, label]));
  return publishedViews(catalogue).map((view) => viewSource(view, labels.get(view.label)));
}

export function viewSource(view: View, label: CountedLabel | undefined, choice = label && everyAudit(label)): ViewSource {
  const positions = (label?.frameworks ?? []).map(({ key }) => view.frameworks.findIndex((framework) => framework.key === key));
  const audit =
    label && choice
      ? Uint32Array.from({ length: auditCount(label) }, (_, i) => i).filter(
          (i) => positions[label.audits.framework[i]!]! >= 0 && choice.includes(i),
        )
      : new Uint32Array(0);
  return {
    view,
    matrix: viewMatrix(view, label, choice),
    norms: [...view.norms.keys()],
    label,
    audit,
    framework: Uint8Array.from(audit, (i) => positions[label!.audits.framework[i]!]!),
  };
}

/** The full tests (eerste toets, hertoets) of each organisation, earliest first: rows of the matrix by number of the organisation. */
export function testsOfOrganisations({ matrix }: ViewSource): readonly (readonly number[])[] {
  const tests = new Map<number, number[]>();
  for (let row = 0; row < matrix.audits; row++) {
    if (!matrix.fullTest[row]) continue;
    const organisation = matrix.organisation[row]!;
    const before = tests.get(organisation);
    if (before) before.push(row);
    else tests.set(organisation, [row]);
  }
  return [...tests].sort(([a], [b]) => a - b).map(([, rows]) => rows);
}
