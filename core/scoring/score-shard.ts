import type { Day } from "../calendar.ts";
import { currentOrganisation } from "../catalogue/organisations.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { BrokenInvariant } from "../faults.ts";
import type { OrganisationId } from "../ids.ts";
import { buildLabel } from "./build-label.ts";
import { compareCodePoints } from "./code-points.ts";
import type { AuditFacts, FrameworkWidth, ShardScores } from "./shard-scores.ts";
import type { PackedReport } from "./types.ts";

/**
 * The scores of some reports, ready to be merged: up to and including the reference day, per label, in columns, under the organisation
 * that each one is today (a merged organisation is one). Whatever way the reports are divided over shards, merging gives the same.
 *
 * @throws BrokenInvariant when a report does not fit the catalogue: a framework it does not have, or another number of norms.
 */
export function scoreShard(reports: readonly PackedReport[], catalogue: Catalogue, referenceDay: Day): ShardScores {
  const today = currentOrganisations(catalogue);
  const byLabel = new Map<string, AuditFacts[]>();
  for (const report of reports) {
    if (report.day > referenceDay) continue;
    const framework = catalogue.frameworkByKey.get(report.framework);
    if (!framework) throw new BrokenInvariant(`a report of ${report.body} is of ${report.framework}, which the catalogue does not have`);
    const organisation = today(report.organisation);
    const facts = organisation === report.organisation ? report : { ...report, organisation };
    const ofLabel = byLabel.get(framework.label);
    if (ofLabel) ofLabel.push(facts);
    else byLabel.set(framework.label, [facts]);
  }
  const labels = [...byLabel.keys()].sort(compareCodePoints);
  return {
    referenceDay,
    catalogueVersion: catalogue.version,
    labels: labels.map((label) => buildLabel(label, widthsOf(catalogue, label), byLabel.get(label)!)),
  };
}

/** Asked for every report, answered once for every organisation. */
function currentOrganisations(catalogue: Catalogue): (id: OrganisationId) => OrganisationId {
  const known = new Map<OrganisationId, OrganisationId>();
  return (id) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const current = currentOrganisation(catalogue, id);
    known.set(id, current);
    return current;
  };
}

const widthsOf = (catalogue: Catalogue, label: string): FrameworkWidth[] =>
  catalogue.frameworks.filter((framework) => framework.label === label).map(({ key, norms }) => ({ key, norms: norms.length }));
