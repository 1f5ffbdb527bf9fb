/** Runs the product's own scoring and signals on simulated audits, and counts what they say. */
import { analyseView } from "../../core/relevance/analysis.ts";
import type { SignalCode } from "../../core/relevance/signal.ts";
import { signalRules } from "../../core/relevance/signals/index.ts";
import { viewThresholds } from "../../core/relevance/thresholds.ts";
import type { ViewMatrix } from "../../core/relevance/view-matrix.ts";
import { type Simulation, simulateAudits } from "./audits.ts";
import { type PlantedKind, type ProgrammeKind, plantedKinds, programmeKinds, type RateKind, rateKinds } from "./expected.ts";
import { falseInProgramme } from "./programme.ts";
import { createRandom } from "./random.ts";
import { bodyOf, catalogue, codeOf, matrixOf, referenceDay } from "./simulated-view.ts";

/** A mean over replications with its standard error: how far chance of this simulation may have moved it. */
export interface Rate {
  readonly mean: number;
  readonly error: number;
}

export interface Rates {
  /** False signals per report, with nothing planted. */
  readonly falseSignals: Readonly<Record<RateKind, Rate>>;
  /** Share of programmes of six yearly reference dates, with nothing planted, that has a false signal about a body. */
  readonly programmes: Readonly<Record<ProgrammeKind, Rate>>;
  /** Share of the planted norms that is found. */
  readonly found: Readonly<Record<PlantedKind, Rate>>;
}

/** `replications` without and as many with planted effects. The same arguments give the same rates. */
export function simulateRates(organisations: number, replications: number, seed: number): Rates {
  const falseSignals = collector(rateKinds);
  const programmes = collector(programmeKinds);
  const found = collector(plantedKinds);
  for (let replication = 0; replication < replications; replication++) {
    const nothing = simulateAudits(createRandom(seed + 2 * replication), organisations, true);
    const matrix = matrixOf(nothing);
    falseSignals.add(countFalse(nothing, signalsOf(matrix)));
    programmes.add(falseInProgramme(matrix));
    const planted = simulateAudits(createRandom(seed + 2 * replication + 1), organisations, false);
    found.add(shareFound(planted, signalsOf(matrixOf(planted))));
  }
  return { falseSignals: falseSignals.rates(), programmes: programmes.rates(), found: found.rates() };
}

interface FoundSignal {
  readonly code: SignalCode;
  readonly norm: number;
  readonly about?: string;
}

function signalsOf(matrix: ViewMatrix): FoundSignal[] {
  const analysis = analyseView(matrix, referenceDay, catalogue, viewThresholds);
  return matrix.view.norms.flatMap(({ code }, norm) =>
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
