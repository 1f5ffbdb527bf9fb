import { type Day, isoDay } from "../calendar.ts";
import type { CatalogueStore, ReportRegister, ScoringBasis, ScoringRegister } from "../ports.ts";
import { alignOrganisations } from "./align-organisations.ts";
import { SHARDS } from "./shard.ts";

/** A run of score-norms. Those of a review score what was frozen for it, and are not published. */
export interface PlannedRun {
  readonly run: string;
  readonly referenceDate: string;
  readonly catalogueVersion: string;
  readonly change: number;
  readonly shards: readonly {
    readonly run: string;
    readonly referenceDate: string;
    readonly catalogueVersion: string;
    readonly shard: number;
    readonly frozen?: FrozenReportsOfShard;
  }[];
  readonly review?: string;
}

/** Where the reports of a shard are kept, with the SHA-256 of their bytes. */
export interface FrozenReportsOfShard {
  readonly key: string;
  readonly sha256: string;
}

export interface PlanRequest {
  /** `jjjj-mm-dd`; absent: today. */
  readonly referenceDate?: string | null;
  /** Score even when the published figures rest on the same. */
  readonly force?: boolean;
  readonly today: Day;
  readonly codeVersion: string;
}

/**
 * Fixes what a run of score-norms rests on and names the run after it: the same basis is the same run, with the same bytes.
 * `unchanged` when the published figures rest on exactly that. Before a run under another catalogue the packed reports are
 * aligned with its register, so that an organisation never lies in two shards.
 */
export async function planRun(
  ports: { catalogues: CatalogueStore; reports: ReportRegister; scoring: ScoringRegister },
  request: PlanRequest,
): Promise<{ outcome: "planned" | "unchanged"; run: PlannedRun }> {
  const { catalogues, scoring } = ports;
  const catalogue = await catalogues.current();
  await alignOrganisations(ports, catalogue);
  const basis: ScoringBasis = {
    change: await scoring.change(),
    catalogueVersion: catalogue.version,
    codeVersion: request.codeVersion,
    referenceDate: request.referenceDate ?? isoDay(request.today),
  };
  const published = await scoring.published();
  const outcome = !request.force && published && sameBasis(published, basis) ? "unchanged" : "planned";
  return { outcome, run: runOf(basis) };
}

function runOf(basis: ScoringBasis): PlannedRun {
  const { referenceDate, catalogueVersion, change, codeVersion } = basis;
  const run = [referenceDate, String(change).padStart(6, "0"), catalogueVersion.slice(0, 12), codeVersion.slice(0, 12)].join("-");
  const shards = Array.from({ length: SHARDS }, (_, shard) => ({ run, referenceDate, catalogueVersion, shard }));
  return { run, referenceDate, catalogueVersion, change, shards };
}

const sameBasis = (a: ScoringBasis, b: ScoringBasis): boolean =>
  a.change === b.change &&
  a.catalogueVersion === b.catalogueVersion &&
  a.codeVersion === b.codeVersion &&
  a.referenceDate === b.referenceDate;
