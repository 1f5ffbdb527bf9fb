/** Reviews of the samples, without stores around them. */
import { parseIsoDay } from "../../../core/calendar.ts";
import type { Decision } from "../../../core/decisions.ts";
import { viewThresholds } from "../../../core/relevance/thresholds.ts";
import type { Dossier } from "../../../core/review/dossier.ts";
import type { FrozenInput } from "../../../core/review/frozen-input.ts";
import { makeDossier } from "../../../core/review/make-dossier.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { sampleReports } from "../../portal/sample-scores.ts";

export const frozenInput = (replaced: Partial<FrozenInput> = {}): FrozenInput => ({
  review: "KSW-2026-11-25",
  label: "KSW",
  referenceDate: "2026-11-25",
  catalogueVersion: "c".repeat(64),
  codeVersion: "test",
  thresholds: viewThresholds,
  change: 1,
  shards: [],
  laterReports: 0,
  decisions: { key: "", sha256: "" },
  previous: null,
  ...replaced,
});

/** A review of the samples: of those reports that `includes` lets through. */
export async function sampleDossier({
  previous = null,
  decisions = [],
  includes = () => true,
  ...input
}: Partial<Omit<FrozenInput, "previous" | "decisions">> & {
  readonly previous?: Dossier | null;
  readonly decisions?: readonly Decision[];
  includes?(report: PackedReport): boolean;
} = {}): Promise<Dossier> {
  const { packed, catalogue } = await sampleReports();
  const frozen = frozenInput({ catalogueVersion: catalogue.version, ...input });
  const scores = scoreShard(packed.filter(includes), catalogue, parseIsoDay(frozen.referenceDate)!);
  return makeDossier({ input: frozen, judgedBy: { codeVersion: "test", rulesVersion: "test" }, scores, catalogue, decisions, previous });
}
