/** How hard each norm is, and the truths that are planted in the samples (samples/README.md names them). */
import type { Catalogue, CompiledFramework } from "../core/catalogue/types.ts";
import { createRandom } from "./random.ts";

export type Truth = "nobody" | "everybody";

export interface PlantedNorm {
  readonly framework: string;
  readonly norm: string;
  /** Absent: only the number of judgements is planted. */
  readonly truth?: Truth;
  /** Judged at so many organisations; not applicable to the others. */
  readonly judgedAt?: number;
  readonly why: string;
}

export const plantedNorms: readonly PlantedNorm[] = [
  {
    framework: "KSW/basis/2017",
    norm: "O20",
    truth: "nobody",
    why: "Niemand voldoet; dezelfde norm als O19 van 2019, dus al zolang het label bestaat.",
  },
  { framework: "KSW/basis/2019", norm: "O19", truth: "nobody", why: "Niemand voldoet, net als aan O20 van 2017: een aanhoudend signaal." },
  {
    framework: "KSW/basis/2019",
    norm: "V15",
    truth: "nobody",
    why: "Niemand voldoet meer; aan dezelfde norm van 2017 (V16) voldeden nog enkele organisaties.",
  },
  {
    framework: "KSW/wijkteam/2021",
    norm: "D06",
    truth: "nobody",
    why: "Geen enkel wijkteam voldoet, terwijl de meeste organisaties in de basisvariant wel aan D06 voldoen.",
  },
  { framework: "KSW/basis/2017", norm: "O11", truth: "everybody", why: "Iedereen voldoet." },
  { framework: "KSW/basis/2019", norm: "O11", truth: "everybody", why: "Iedereen voldoet, net als in 2017." },
  { framework: "KSW/basis/2019", norm: "O08", truth: "everybody", why: "Iedereen voldoet." },
  { framework: "KSW/wijkteam/2021", norm: "W02", truth: "everybody", why: "Elk wijkteam voldoet." },
  {
    framework: "NVVK/basis/2021",
    norm: "6.4",
    truth: "nobody",
    judgedAt: 18,
    why: "Tot nu toe niemand: 0 van 18, te weinig organisaties voor een conclusie.",
  },
  { framework: "NVVK/basis/2021", norm: "4.11", judgedAt: 3, why: "Maar 3 oordelen; voor de andere organisaties niet van toepassing." },
];

export interface NormTraits {
  /** On the scale of an organisation's quality: at this quality half of the organisations meet the norm. */
  readonly difficulty: number;
  readonly notApplicable: number;
  readonly planted?: PlantedNorm;
}

/** Traits per framework and norm, from the catalogue: what is the same norm in another framework is (nearly) as hard there. */
export function normTraits(catalogue: Catalogue): (framework: CompiledFramework, norm: number) => NormTraits {
  const planted = new Map(plantedNorms.map((one) => [`${one.framework} ${one.norm}`, one]));
  const known = new Map<string, NormTraits>();
  const traitsOf = (framework: CompiledFramework, norm: number): NormTraits => {
    const name = `${framework.key} ${framework.norms[norm]!.code}`;
    const traits = known.get(name) ?? {
      difficulty: difficultyOf(framework, norm),
      notApplicable: notApplicableOf(name),
      planted: planted.get(name),
    };
    known.set(name, traits);
    return traits;
  };
  const difficultyOf = (framework: CompiledFramework, norm: number): number => {
    const { code, from } = framework.norms[norm]!;
    const fixed = FIXED_DIFFICULTY[`${framework.key} ${code}`];
    if (fixed !== undefined) return fixed;
    const origins = (from ?? []).map((step) => {
      const earlier = catalogue.frameworkByKey.get(step.framework)!;
      return traitsOf(earlier, earlier.normIndex.get(step.norm)!).difficulty;
    });
    if (origins.length > 0) return Math.max(...origins) + (from!.every(({ relation }) => relation === "same") ? 0 : 0.3);
    const tied = framework.overlapsOf[norm]![0];
    // The basis variant of KSW comes first in the catalogue, so this ends there.
    if (tied && tied.framework < framework.index) return traitsOf(catalogue.frameworks[tied.framework]!, tied.norm).difficulty + 0.2;
    return Math.min(0.8, Math.max(-4.5, createRandom(`difficulty ${framework.key} ${code}`).normal(-2, 1.3)));
  };
  return traitsOf;
}

/** Where the samples need a known mean: met by most in the basis variant, hard from the start, worsening from an easy start. */
const FIXED_DIFFICULTY: Readonly<Record<string, number>> = {
  "KSW/basis/2017 V16": 1.7,
  "KSW/basis/2017 D06": -0.6,
  "KSW/basis/2019 D02": -1.7,
  "KSW/basis/2017 V14": -2.2,
};

/** Some norms are about work that not every organisation does. */
const NOT_APPLICABLE: Readonly<Record<string, number>> = {
  "KSW/basis/2017 D14": 0.06,
  "KSW/basis/2019 D13": 0.06,
  "KSW/basis/2017 D16": 0.05,
  "KSW/basis/2019 D15": 0.05,
  "KSW/wijkteam/2021 W13": 0.15,
  "NVVK/basis/2021 4.6": 0.15,
  "NVVK/basis/2021 4.7": 0.4,
  "NVVK/basis/2021 6.2": 0.45,
  "NVVK/basis/2021 6.5": 0.2,
  "NVVK/basis/2021 3.6": 0.05,
};
const notApplicableOf = (name: string): number => NOT_APPLICABLE[name] ?? 0;
