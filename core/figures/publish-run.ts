import type { Catalogue } from "../catalogue/types.ts";
import type { ObjectStore, ScoringBasis } from "../ports.ts";
import { sentenceOf } from "../relevance/sentences.ts";
import { thresholds } from "../relevance/thresholds.ts";
import { viewOf } from "../relevance/views.ts";
import { encodeScores } from "../scoring/encode.ts";
import { publishedScoresKey } from "../scoring/run-objects.ts";
import { auditCount, type ShardScores } from "../scoring/shard-scores.ts";
import { lowerBound, upperBound } from "../statistics/one-sided-bound.ts";
import { addressOf, normAddress, placeAddress } from "./norm-address.ts";
import { type NormFigure, normFigures } from "./norm-figures.ts";
import { type FlaggedNorm, LATEST, type Publication } from "./publication.ts";
import { publishedFiles } from "./publish.ts";

/** A run that has been scored: what its figures are made of. */
export interface ScoredRun {
  readonly run: string;
  readonly basis: ScoringBasis;
  readonly scores: ShardScores;
  /** The version that the run rests on. */
  readonly catalogue: Catalogue;
  /** Moment of publication, ISO 8601. */
  readonly at: string;
}

/**
 * Publishes a run: first its files and its scores below `published/<run>/`, then `published/latest.json`, which says what is published now. A reader
 * sees the previous figures or these, never a mixture. Again: the same bytes, but for the moment `at` in `latest.json`.
 */
export async function publishRun(store: ObjectStore, { run, basis, scores, catalogue, at }: ScoredRun): Promise<Publication> {
  const figures = normFigures(scores, catalogue);
  const files = publishedFiles(figures, scores, catalogue, { run, referenceDate: basis.referenceDate });
  for (const { name, content, contentType } of files) await store.write(`published/${run}/${name}`, content, contentType);
  await store.write(publishedScoresKey(run), encodeScores(scores), "application/octet-stream");
  const publication: Publication = {
    run,
    referenceDate: basis.referenceDate,
    publishedAt: at,
    catalogueVersion: basis.catalogueVersion,
    codeVersion: basis.codeVersion,
    illustrative: catalogue.frameworks.some((framework) => framework.illustrative === true),
    reports: scores.labels.reduce((sum, label) => sum + auditCount(label), 0),
    organisations: new Set(scores.labels.flatMap((label) => label.tables.organisations)).size,
    files: files.map((file) => file.name),
    flagged: flagsOf(figures, catalogue),
  };
  await store.write(LATEST, JSON.stringify(publication), "application/json");
  return publication;
}

function flagsOf(figures: readonly NormFigure[], catalogue: Catalogue): FlaggedNorm[] {
  const lines = new Map<string, string>();
  for (const label of new Set(catalogue.frameworks.map((framework) => framework.label))) {
    for (const norm of viewOf(catalogue, label, null).norms) {
      for (const place of norm.places) lines.set(placeAddress(place), normAddress(norm));
    }
  }
  return figures.flatMap((figure) => flags(figure, lines));
}

const flags = ({ framework, norm, counts, interval, signals }: NormFigure, lines: ReadonlyMap<string, string>): FlaggedNorm[] =>
  signals.map((signal) => ({
    label: framework.label,
    variant: framework.variant,
    framework: framework.version,
    validUntil: framework.validUntil,
    norm: norm.code,
    line: lines.get(addressOf(framework, norm.code)) ?? addressOf(framework, norm.code),
    title: norm.title,
    signal: signal.code,
    n: counts.judged,
    met: counts.met,
    partly: counts.partiallyMet,
    atLeast: lowerBound(counts.met, counts.judged, thresholds.confidence) ?? null,
    atMost: upperBound(counts.met, counts.judged, thresholds.confidence) ?? null,
    interval: { lower: interval?.lower ?? null, upper: interval?.upper ?? null },
    sentence: sentenceOf(signal),
  }));
