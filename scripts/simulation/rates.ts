/** Runs the product's own scoring and signals on simulated audits, and counts what they say. */
import { type Day, parseIsoDay } from "../../core/calendar.ts";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import type { Catalogue, Norm, NormFramework } from "../../core/catalogue/types.ts";
import { bodyCode, frameworkKey, organisationId } from "../../core/ids.ts";
import { analyseView } from "../../core/relevance/analysis.ts";
import type { SignalCode } from "../../core/relevance/signal.ts";
import { signalRules } from "../../core/relevance/signals/index.ts";
import { viewThresholds } from "../../core/relevance/thresholds.ts";
import { viewMatrix } from "../../core/relevance/view-matrix.ts";
import { viewOf } from "../../core/relevance/views.ts";
import { carryJudgements } from "../../core/scoring/carry.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { NORMS, type SimulatedAudit, type Simulation, simulateAudits } from "./audits.ts";
import { type PlantedKind, plantedKinds, type RateKind, rateKinds } from "./expected.ts";
import { createRandom } from "./random.ts";

/** A mean over replications with its standard error: how far chance of this simulation may have moved it. */
export interface Rate {
  readonly mean: number;
  readonly error: number;
}

export interface Rates {
  /** False signals per report, with nothing planted. */
  readonly falseSignals: Readonly<Record<RateKind, Rate>>;
  /** Share of the planted norms that is found. */
  readonly found: Readonly<Record<PlantedKind, Rate>>;
}

/** `replications` without and as many with planted effects. The same arguments give the same rates. */
export function simulateRates(organisations: number, replications: number, seed: number): Rates {
  const falseSignals = collector(rateKinds);
  const found = collector(plantedKinds);
  for (let replication = 0; replication < replications; replication++) {
    const nothing = simulateAudits(createRandom(seed + 2 * replication), organisations, true);
    falseSignals.add(countFalse(nothing, signalsOf(nothing)));
    const planted = simulateAudits(createRandom(seed + 2 * replication + 1), organisations, false);
    found.add(shareFound(planted, signalsOf(planted)));
  }
  return { falseSignals: falseSignals.rates(), found: found.rates() };
}

interface FoundSignal {
  readonly code: SignalCode;
  readonly norm: number;
  readonly about?: string;
}

function signalsOf({ audits }: Simulation): FoundSignal[] {
  const scores = scoreShard(audits.map(packed), catalogue, referenceDay);
  const view = viewOf(catalogue, LABEL, null);
  const analysis = analyseView(viewMatrix(view, carryJudgements(scores, catalogue)[0]), referenceDay, catalogue, viewThresholds);
  return view.norms.flatMap(({ code }, norm) =>
    signalRules.flatMap((rule) =>
      rule.find(analysis, norm).map(({ signal, about }) => ({
        code: signal.code,
        norm: Number(code),
        about: about.body ?? about.variant ?? about.norm,
      })),
    ),
  );
}

const kindOf: Readonly<Partial<Record<SignalCode, RateKind>>> = {
  NOOIT_GEHAALD: "never",
  VRIJWEL_NOOIT: "never",
  ALTIJD_GEHAALD: "always",
  VRIJWEL_ALTIJD: "always",
  NOOIT_IN_VARIANT: "variant",
  VERSLECHTEREND: "trend",
  VERBETEREND: "trend",
  CI_VERSCHIL: "body",
  OVERLAPPEND: "overlap",
  ONDERSCHEIDT_NIET: "discrimination",
  OMGEKEERD: "discrimination",
  ZELFEVALUATIE_WIJKT_AF: "selfEvaluation",
};

/** "Everybody" and "nobody" are false only where the true share says otherwise; a pair of norms counts once. */
function countFalse(simulation: Simulation, signals: readonly FoundSignal[]): Record<RateKind, number> {
  const counts = Object.fromEntries(rateKinds.map((kind) => [kind, 0])) as Record<RateKind, number>;
  const latest = [...new Map(simulation.audits.map((audit) => [audit.organisation, audit])).values()];
  for (const { code, norm, about } of signals) {
    const kind = kindOf[code];
    if (kind === undefined) continue;
    const share = simulation.trueShare(norm, latest);
    if (kind === "always" && share >= viewThresholds.alwaysMetAtLeast) continue;
    if (kind === "never" && share <= viewThresholds.neverMetAtMost) continue;
    if (kind === "overlap" && Number(about) < norm) continue;
    counts[kind]++;
  }
  return counts;
}

function shareFound({ planted }: Simulation, signals: readonly FoundSignal[]): Record<PlantedKind, number> {
  const has = (code: SignalCode, norm: number, about?: string) =>
    signals.some((signal) => signal.code === code && signal.norm === norm && signal.about === about);
  const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;
  const [original, copy] = planted.copied;
  return {
    never: share(planted.never.map((norm) => has("NOOIT_GEHAALD", norm))),
    neverInVariant: share([has("NOOIT_IN_VARIANT", planted.neverInVariant, "wijkteam")]),
    worsening: share([has("VERSLECHTEREND", planted.worsening)]),
    strictBody: share(planted.strictNorms.map((norm) => has("CI_VERSCHIL", norm, bodyOf(planted.strictBody)))),
    copied: share([has("OVERLAPPEND", original, codeOf(copy))]),
  };
}

function collector<Kind extends string>(kinds: readonly Kind[]) {
  const values = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
  return {
    add(measured: Readonly<Record<Kind, number>>): void {
      for (const kind of kinds) values.get(kind)!.push(measured[kind]);
    },
    rates: () => Object.fromEntries(kinds.map((kind) => [kind, rateOf(values.get(kind)!)])) as Record<Kind, Rate>,
  };
}

function rateOf(values: readonly number[]): Rate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

const LABEL = "SIM";
const referenceDay: Day = parseIsoDay("2025-12-31")!;
const bodyOf = (body: number): string => `ci-${body}`;
const codeOf = (norm: number): string => String(norm);

/** Every framework has all norms: which are in force in which is a matter of the reports here. */
const catalogue: Catalogue = compileCatalogue(
  {
    frameworks: [
      framework("regulier", "v1", "2017-01-01"),
      framework("regulier", "v2", "2021-01-01"),
      framework("wijkteam", "v2", "2021-01-01"),
    ],
    competencies: [],
    bodies: [],
    organisations: [],
    themes: [],
  },
  "simulation",
);

function framework(variant: string, version: string, validFrom: string): NormFramework {
  const norms = Array.from(
    { length: NORMS },
    (_, norm): Norm => ({
      code: codeOf(norm),
      title: `Norm ${norm}`,
      category: "A",
      ...(variant === "regulier" && version === "v2"
        ? { from: [{ framework: frameworkKey(LABEL, "regulier", "v1"), norm: codeOf(norm), relation: "same" }] }
        : {}),
      ...(variant === "wijkteam" ? { overlaps: [{ framework: frameworkKey(LABEL, "regulier", "v2"), norm: codeOf(norm) }] } : {}),
    }),
  );
  const categories = [{ code: "A", title: "Alle" }];
  return {
    label: LABEL,
    variant,
    version,
    title: LABEL,
    illustrative: true,
    validFrom,
    validUntil: null,
    cycleYears: 2,
    categories,
    norms,
  };
}

function packed({ organisation, body, variant, version, round, date, scores, self }: SimulatedAudit): PackedReport {
  return {
    body: bodyCode(bodyOf(body)),
    reference: `${organisation}-${round}`,
    framework: frameworkKey(LABEL, variant, version),
    organisation: organisationId(`o${organisation}`),
    kvk: "00000000",
    day: Math.floor((date - 1970) * 365.2425),
    kind: round === 1 ? "initial" : "recertification",
    form: "external",
    audit: scores,
    ...(self === undefined ? {} : { self }),
  };
}
