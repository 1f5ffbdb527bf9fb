import type { ViewNorm } from "../relevance/view-norms.ts";
import type { PublishedSignal } from "./signals-json.ts";

/**
 * Where the norm of a signal stands: `KSW/basis/2019 V01`, in each framework that was counted. What makes two signals of different views or
 * runs about the same norm; without evidence of places, the view and code that it names.
 */
export const placesOfSignal = ({ view, norm, evidence }: Pick<PublishedSignal, "view" | "norm" | "evidence">): readonly string[] =>
  evidence.restsOn?.norms.map((place) => `${place.framework} ${place.norm}`) ?? [`${view} ${norm}`];

/** Is the signal about this norm, in whatever view and under whichever of its codes? */
export function isAboutNorm(signal: Pick<PublishedSignal, "view" | "norm" | "evidence">, { places }: Pick<ViewNorm, "places">): boolean {
  const own = places.map(({ framework, norm }) => `${framework.key} ${framework.norms[norm]!.code}`);
  return placesOfSignal(signal).some((place) => own.includes(place));
}
