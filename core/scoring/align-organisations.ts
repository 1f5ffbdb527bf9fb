import type { Catalogue } from "../catalogue/types.ts";
import type { ReportRegister, ScoringRegister } from "../ports.ts";

/** Before anything is scored under another catalogue: packed reports lie where its register of organisations wants them, so that no organisation is in two shards. */
export async function alignOrganisations(
  { reports, scoring }: { readonly reports: ReportRegister; readonly scoring: ScoringRegister },
  catalogue: Catalogue,
): Promise<void> {
  if ((await scoring.alignedWith()) === catalogue.version) return;
  await reports.alignOrganisations(catalogue);
  await scoring.noteAligned(catalogue.version);
}
