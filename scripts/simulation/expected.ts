/** What the simulation is expected to give: from the simulations on which the thresholds rest. */

export const rateKinds = ["never", "always", "variant", "trend", "body", "overlap", "discrimination", "selfEvaluation"] as const;
export type RateKind = (typeof rateKinds)[number];

/** Signals on 60 norms with nothing planted, per report: at most. Null: not stated. */
export const falseAtMost: Readonly<Record<RateKind, number | null>> = {
  never: 0.004,
  // Of norms that 88 to 90% meet.
  always: 0.31,
  variant: null,
  trend: 0.02,
  body: 0.04,
  overlap: 0.05,
  discrimination: 0.09,
  selfEvaluation: 0.012,
};

export const programmeKinds = ["once", "confirmed"] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/**
 * Share of programmes of six yearly reports, with nothing planted, that has a false signal about a body: at any of the dates, and the same
 * one at two dates running, which is what *bevestigd* asks for. Stated for views in which bodies can be compared at all.
 */
export const falseInProgrammes: Readonly<Record<ProgrammeKind, number>> = { once: 0.2, confirmed: 0.03 };

export const plantedKinds = ["never", "neverInVariant", "worsening", "strictBody", "copied"] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** Share of the planted norms that is found, by number of organisations. */
export const foundShare: Readonly<Record<PlantedKind, Readonly<Record<number, number>>>> = {
  never: { 50: 1, 120: 1, 300: 1 },
  neverInVariant: { 50: 0.68, 120: 1, 300: 1 },
  worsening: { 50: 0.72, 120: 0.99, 300: 1 },
  strictBody: { 50: 0.27, 120: 0.91, 300: 1 },
  copied: { 50: 0.98, 120: 1, 300: 1 },
};
