import { isoDay } from "../calendar.ts";
import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";
import { scoreWords } from "../judgement.ts";
import { type Sentence, sentenceOf } from "../relevance/sentences.ts";
import type { Signal } from "../relevance/signal.ts";
import { RULES_VERSION, type Thresholds, thresholds } from "../relevance/thresholds.ts";
import { type CountedLabel, carryJudgements } from "../scoring/carry.ts";
import { currentReports } from "../scoring/current-reports.ts";
import { halfYearName } from "../scoring/half-year.ts";
import { PAIRS, type PairedCounts, selfBesideAudit, testBesideHertoets } from "../scoring/paired-scores.ts";
import type { ShardScores } from "../scoring/shard-scores.ts";
import { tally } from "../scoring/tally.ts";
import { auditKinds } from "../scoring/types.ts";
import { inOrder, type NormFigure } from "./norm-figures.ts";

/** Goes up when a reader of version n could misread version n + 1. New fields do not count. */
export const CUBE_VERSION = 1;

/**
 * What the dashboard reads: all counts of all labels with their signals, so that a filter is a sum in the browser. Counts are plain
 * numbers of organisations or audits, also small ones: the page that shows them outside the policy staff hides small cells.
 */
export interface Cube extends CubeOrigin {
  readonly shape: "normenmonitor-cube";
  readonly version: typeof CUBE_VERSION;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string | null;
  readonly catalogueVersion: string;
  readonly rules: { readonly version: string; readonly thresholds: Thresholds };
  /** The five scores in the order of every list of five counts. */
  readonly scores: readonly string[];
  readonly labels: readonly CubeLabel[];
}

/** Which run made it. */
export interface CubeOrigin {
  readonly run: string;
  /** ISO 8601 */
  readonly publishedAt?: string;
}

export interface CubeLabel {
  readonly label: string;
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
  readonly disciplines: readonly string[];
  readonly frameworks: readonly CubeFramework[];
  /** All audits. Numbers refer to the lists above and to `kinds`, `periods` here. */
  readonly tally: {
    readonly kinds: readonly string[];
    /** Half-years that occur, oldest first: `2024-H1`. */
    readonly periods: readonly string[];
    /** Discipline -1: the organisation as a whole. `counts`: five per norm, norm after norm. */
    readonly fields: readonly ["framework", "period", "body", "kind", "discipline", "audits", "counts"];
    readonly cells: readonly (readonly [number, number, number, number, number, number, readonly number[]])[];
  };
  readonly signals: readonly CubeSignal[];
}

export interface CubeFramework {
  readonly key: string;
  readonly variant: string;
  readonly version: string;
  readonly title: string;
  /** True: an example, not the official text of the norms. */
  readonly illustrative: boolean;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly categories: readonly { readonly code: string; readonly title: string }[];
  readonly norms: readonly {
    readonly code: string;
    readonly title: string;
    readonly category: string;
    readonly competencies: readonly string[];
  }[];
  /** Organisations with a current report in this framework. */
  readonly organisations: number;
  /** Per norm the five counts of organisations, each once, by its current report. */
  readonly current: readonly (readonly number[])[];
  /** Per norm: how many of the judgements in `current` are no row of the report, but lent by the other label of a combined audit. */
  readonly carried: readonly number[];
  /** Per norm nine counts of organisations: self-evaluation niet, deels, voldoet × audit niet, deels, voldoet. */
  readonly selfEvaluation: readonly (readonly number[])[];
  /** Per norm nine counts of organisations: the test before × the latest hertoets. */
  readonly hertoets: readonly (readonly number[])[];
}

export interface CubeSignal {
  /** Position in `frameworks`, and of the norm in it. */
  readonly framework: number;
  readonly norm: number;
  readonly code: Signal["code"];
  readonly evidence: Signal["evidence"];
  readonly sentence: Sentence;
}

/** `figures` are those of the same scores and catalogue, from `normFigures`. */
export function cube(scores: ShardScores, catalogue: Catalogue, figures: readonly NormFigure[], { run, publishedAt }: CubeOrigin): Cube {
  const counted = new Map(carryJudgements(scores, catalogue).map((label) => [label.label, label]));
  const frameworks = inOrder(catalogue.frameworks);
  const labels = [...new Set(frameworks.map(({ label }) => label))];
  return {
    shape: "normenmonitor-cube",
    version: CUBE_VERSION,
    run,
    publishedAt,
    referenceDate: scores.referenceDay === null ? null : isoDay(scores.referenceDay),
    catalogueVersion: catalogue.version,
    rules: { version: RULES_VERSION, thresholds },
    scores: scoreWords,
    labels: labels.map((label) =>
      cubeLabel(
        label,
        frameworks.filter((framework) => framework.label === label),
        counted.get(label),
        catalogue,
        figures,
      ),
    ),
  };
}

function cubeLabel(
  label: string,
  frameworks: readonly CompiledFramework[],
  counted: CountedLabel | undefined,
  catalogue: Catalogue,
  figures: readonly NormFigure[],
): CubeLabel {
  const figuresOf = frameworks.map((framework) => figures.filter((figure) => figure.framework.key === framework.key));
  return {
    label,
    bodies: (counted?.tables.bodies ?? []).map((code) => ({ code, name: catalogue.bodies.get(code)?.name ?? code })),
    disciplines: counted?.tables.disciplines ?? [],
    frameworks: frameworks.map((framework, index) => cubeFramework(framework, counted, figuresOf[index]!)),
    tally: cubeTally(frameworks, counted),
    signals: figuresOf.flatMap((ofFramework, framework) =>
      ofFramework.flatMap(({ signals }, norm) =>
        signals.map((signal) => ({ framework, norm, code: signal.code, evidence: signal.evidence, sentence: sentenceOf(signal) })),
      ),
    ),
  };
}

function cubeFramework(framework: CompiledFramework, counted: CountedLabel | undefined, figures: readonly NormFigure[]): CubeFramework {
  const position = counted ? counted.frameworks.findIndex(({ key }) => key === framework.key) : -1;
  const paired = (count: (label: CountedLabel, framework: number) => PairedCounts) =>
    inGroups(counted ? count(counted, position) : new Uint32Array(framework.norms.length * PAIRS), PAIRS);
  return {
    key: framework.key,
    variant: framework.variant,
    version: framework.version,
    title: framework.title,
    illustrative: framework.illustrative ?? false,
    validFrom: framework.validFrom,
    validUntil: framework.validUntil,
    categories: framework.categories,
    norms: framework.norms.map(({ code, title, category, competencies }) => ({ code, title, category, competencies: competencies ?? [] })),
    organisations: counted ? currentReports(counted, (candidate) => candidate === position).length : 0,
    current: figures.map(({ counts }) => [counts.notMet, counts.partiallyMet, counts.met, counts.notApplicable, counts.notAssessed]),
    carried: figures.map(({ carried }) => carried),
    selfEvaluation: paired(selfBesideAudit),
    hertoets: paired(testBesideHertoets),
  };
}

function cubeTally(frameworks: readonly CompiledFramework[], counted: CountedLabel | undefined): CubeLabel["tally"] {
  const cells = counted ? tally(counted) : [];
  const periods = [...new Set(cells.map(({ period }) => period))].sort((a, b) => a - b);
  // The scores count frameworks in the order of the catalogue, the cube in the order in which people look for them.
  const position = new Map(frameworks.map(({ key }, index) => [key, index]));
  return {
    kinds: auditKinds,
    periods: periods.map(halfYearName),
    fields: ["framework", "period", "body", "kind", "discipline", "audits", "counts"],
    cells: cells.map((cell) => [
      position.get(counted!.frameworks[cell.framework]!.key)!,
      periods.indexOf(cell.period),
      cell.body,
      cell.kind,
      cell.discipline,
      cell.audits,
      Array.from(cell.counts),
    ]),
  };
}

function inGroups(counts: Uint32Array, size: number): number[][] {
  return Array.from({ length: counts.length / size }, (_, group) => Array.from(counts.subarray(group * size, (group + 1) * size)));
}
