/**
 * Simulated monitoring: organisations with a lasting quality, bodies whose clients differ, up to three rounds of tests over nine years, two
 * framework versions, two variants; and either nothing planted (every signal is false) or effects of a known size.
 *
 * Model: the score on a norm comes from z = λ θ + √(1 - λ²) (√ρ u + √(1 - ρ) e), cut at two limits; θ is the quality of the organisation,
 * u what is lasting of this organisation on this norm, e chance.
 */
import { normalCdf } from "../../core/statistics/normal-cdf.ts";
import { normalQuantile } from "../../core/statistics/normal-quantile.ts";
import type { Random } from "./random.ts";

export const NORMS = 60;
const BODIES = 4;
const SHARES = [0.3, 0.3, 0.25, 0.15];
/** Clients of one body are weaker on all norms: it is not stricter on any. */
const WEAKER = -0.5;
const LEARNING_PER_ROUND = 0.15;
const LASTING = 0.5;
const NOT_APPLICABLE = 0.03;
const MOSTLY_NOT_APPLICABLE = 0.85;
/** Per year: 85% becomes about 40% in eight years. */
const DRIFT = 0.19;
/** On the strict norms: about 40 points. */
const STRICTER = 1.2;

/** Positions of the norms with something planted. Without planting they are norms like any other. */
export interface Planted {
  readonly never: readonly number[];
  readonly neverInVariant: number;
  readonly always: readonly number[];
  readonly worsening: number;
  readonly improving: number;
  readonly strictBody: number;
  readonly strictNorms: readonly number[];
  readonly copied: readonly [number, number];
  readonly reversed: number;
  readonly newInSecondVersion: readonly number[];
  readonly withdrawn: number;
  readonly optimisticSelf: number;
  readonly contained: readonly [number, number];
  readonly mostlyNotApplicable: number;
  readonly onlyInVariant: readonly number[];
}

export interface SimulatedAudit {
  readonly organisation: number;
  readonly body: number;
  readonly variant: "regulier" | "wijkteam";
  readonly version: "v1" | "v2";
  /** 1, 2 or 3 */
  readonly round: number;
  /** Year with fraction. */
  readonly date: number;
  /** One character per norm, as in packed reports. */
  readonly scores: string;
  readonly self?: string;
  /** Expected z of a norm is λ times this: what the model says of the audit, for the true share that meets a norm. */
  readonly expectedLevel: number;
}

export interface Simulation {
  readonly planted: Planted;
  readonly audits: readonly SimulatedAudit[];
  /** True share of these audits that meets a norm, in expectation. */
  trueShare(norm: number, audits: readonly SimulatedAudit[]): number;
}

interface Parameters {
  readonly loading: Float64Array;
  /** Limits of z: from `partly` on deels, from `met` on voldoet. */
  readonly partly: Float64Array;
  readonly met: Float64Array;
}

/** @param isNull nothing planted: self-evaluation and audit are two equally noisy readings, and no norm is special. */
export function simulateAudits(random: Random, organisations: number, isNull: boolean): Simulation {
  const planted = plant(random);
  const parameters = drawParameters(random, planted, isNull);
  const shares = bodyShares(random, planted);
  const strictness = draw(BODIES, () => 0.1 * random.normal());
  const audits = Array.from({ length: organisations }, (_, organisation) =>
    auditsOf(organisation, random, planted, parameters, shares, strictness, isNull),
  ).flat();
  const trueShare = (norm: number, of: readonly SimulatedAudit[]): number =>
    of.reduce((sum, { expectedLevel }) => sum + normalCdf(parameters.loading[norm]! * expectedLevel - parameters.met[norm]!), 0) /
    of.length;
  return { planted, audits, trueShare };
}

const draw = (length: number, make: () => number): Float64Array => Float64Array.from({ length }, make);

function plant(random: Random): Planted {
  const order = random.permutation(NORMS);
  const next = (): number => order.pop()!;
  return {
    never: [next(), next()],
    neverInVariant: next(),
    always: [next(), next()],
    worsening: next(),
    improving: next(),
    strictBody: Math.floor(random.uniform(0, BODIES)),
    strictNorms: [next(), next()],
    copied: [next(), next()],
    reversed: next(),
    newInSecondVersion: [next(), next()],
    withdrawn: next(),
    optimisticSelf: next(),
    contained: [next(), next()],
    mostlyNotApplicable: next(),
    onlyInVariant: [next(), next()],
  };
}

function drawParameters(random: Random, planted: Planted, isNull: boolean): Parameters {
  const met = draw(NORMS, () => random.uniform(0.35, 0.95));
  const atLeastPartly = Float64Array.from(met, (share) => share + (1 - share) * random.uniform(0.4, 0.8));
  const loading = draw(NORMS, () => random.uniform(0.35, 0.75));
  if (!isNull) {
    const set = (norm: number, share: number, partly: number): void => {
      met[norm] = share;
      atLeastPartly[norm] = partly;
    };
    for (const norm of planted.never) set(norm, 1e-9, random.uniform(0.2, 0.6));
    for (const norm of planted.always) set(norm, 1 - 1e-9, 1 - 1e-10);
    set(planted.worsening, 0.85, 0.95);
    set(planted.improving, 0.45, 0.7);
    set(planted.neverInVariant, 0.72, 0.9);
    set(planted.strictNorms[0]!, 0.75, 0.92);
    set(planted.strictNorms[1]!, 0.82, 0.95);
    for (const norm of planted.copied) {
      set(norm, 0.65, 0.85);
      loading[norm] = 0.6;
    }
    set(planted.reversed, 0.6, 0.85);
    loading[planted.reversed] = -0.55;
    set(planted.contained[0], 0.8, 0.92);
    set(planted.contained[1], 0.5, 0.75);
    set(planted.optimisticSelf, 0.55, 0.85);
  }
  const limit = (share: number) => normalQuantile(1 - share);
  return { loading, partly: Float64Array.from(atLeastPartly, limit), met: Float64Array.from(met, limit) };
}

/** The strict body and the one with the weaker clients are large enough to be seen. */
function bodyShares(random: Random, { strictBody }: Planted): { readonly shares: number[]; readonly weakest: number } {
  const others = random.permutation(BODIES).filter((body) => body !== strictBody);
  const shares: number[] = [];
  [strictBody, ...others].forEach((body, i) => {
    shares[body] = SHARES[i]!;
  });
  return { shares, weakest: others[0]! };
}

function auditsOf(
  organisation: number,
  random: Random,
  planted: Planted,
  parameters: Parameters,
  { shares, weakest }: ReturnType<typeof bodyShares>,
  strictness: Float64Array,
  isNull: boolean,
): SimulatedAudit[] {
  const own = random.pick(shares);
  const mean = own === weakest ? WEAKER : 0;
  const quality = mean + random.normal();
  const lasting = draw(NORMS, () => random.normal());
  const inVariant = random.chance(0.33);
  const audits: SimulatedAudit[] = [];
  let date = random.chance(0.3) ? random.uniform(2020, 2022.5) : random.uniform(2017.2, 2020);
  for (let round = 1; round <= 3; round++) {
    if (round > 1) {
      if (!random.chance(round === 2 ? 0.95 : 0.92)) break;
      date += random.uniform(2, 3);
    }
    if (date >= 2026) break;
    const body = round === 1 || random.chance(0.88) ? own : random.pick(shares);
    const version = date < 2021 ? "v1" : "v2";
    const variant = inVariant && version === "v2" ? "wijkteam" : "regulier";
    const shift = LEARNING_PER_ROUND * (round - 1) + strictness[body]!;
    const theta = Math.sqrt(0.8) * quality + Math.sqrt(0.2) * random.normal() + shift;
    const reading = readings(random, parameters, theta, lasting);
    if (!isNull) plantEffects(reading, planted, date - 2017, body);
    const scores = Uint8Array.from(reading, (z, norm) => scoreOf(z, norm, parameters));
    if (!isNull) plantScores(random, scores, planted, variant);
    const hasSelf = random.chance(round === 1 ? 0.9 : 0.5);
    const self = hasSelf ? selfScores(random, scores, parameters, theta, lasting, planted, isNull) : undefined;
    const hidden = notScored(random, planted, version, variant, isNull);
    audits.push({
      organisation,
      body,
      variant,
      version,
      round,
      date,
      scores: text(scores, hidden),
      ...(self ? { self: text(self, hidden) } : {}),
      expectedLevel: Math.sqrt(0.8) * mean + shift,
    });
  }
  return audits;
}

function readings(random: Random, { loading }: Parameters, theta: number, lasting: Float64Array): Float64Array {
  return Float64Array.from(
    loading,
    (load, norm) =>
      load * theta + Math.sqrt(1 - load * load) * (Math.sqrt(LASTING) * lasting[norm]! + Math.sqrt(1 - LASTING) * random.normal()),
  );
}

const scoreOf = (z: number, norm: number, { partly, met }: Parameters): number => (z > partly[norm]! ? 1 : 0) + (z > met[norm]! ? 1 : 0);

function plantEffects(reading: Float64Array, planted: Planted, years: number, body: number): void {
  reading[planted.worsening]! -= DRIFT * years;
  reading[planted.improving]! += DRIFT * years;
  if (body === planted.strictBody) for (const norm of planted.strictNorms) reading[norm]! -= STRICTER;
}

function plantScores(random: Random, scores: Uint8Array, planted: Planted, variant: SimulatedAudit["variant"]): void {
  if (variant === "wijkteam") scores[planted.neverInVariant] = Math.min(1, scores[planted.neverInVariant]!);
  const [original, copy] = planted.copied;
  if (random.chance(0.97)) scores[copy] = scores[original]!;
  const [container, contained] = planted.contained;
  if (scores[container]! < 2) scores[contained] = Math.min(scores[contained]!, scores[container]!);
}

function selfScores(
  random: Random,
  scores: Uint8Array,
  parameters: Parameters,
  theta: number,
  lasting: Float64Array,
  { optimisticSelf }: Planted,
  isNull: boolean,
): Uint8Array {
  if (isNull) return Uint8Array.from(readings(random, parameters, theta, lasting), (z, norm) => scoreOf(z, norm, parameters));
  return scores.map((score, norm) => {
    const error = norm === optimisticSelf ? (random.chance(0.75) ? 1 : 0) : random.pick([0.08, 0.7, 0.22]) - 1;
    return Math.max(0, Math.min(2, score + error));
  });
}

/** Per norm: "" scored, `-` n.v.t., `.` not in this framework. */
function notScored(
  random: Random,
  planted: Planted,
  version: SimulatedAudit["version"],
  variant: SimulatedAudit["variant"],
  isNull: boolean,
): string[] {
  const hidden = Array.from({ length: NORMS }, (): string => (random.chance(NOT_APPLICABLE) ? "-" : ""));
  if (!isNull && random.chance(MOSTLY_NOT_APPLICABLE)) hidden[planted.mostlyNotApplicable] = "-";
  for (const norm of version === "v1" ? planted.newInSecondVersion : [planted.withdrawn]) hidden[norm] = ".";
  if (variant !== "wijkteam") for (const norm of planted.onlyInVariant) hidden[norm] = ".";
  return hidden;
}

const text = (scores: Uint8Array, hidden: readonly string[]): string => hidden.map((mark, norm) => mark || String(scores[norm])).join("");
