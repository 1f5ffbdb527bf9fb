import type { PublishedSignal } from "./signals-json.ts";

/**
 * Where the norm of a signal stands: `KSW/basis/2019 V01`, in each framework that was counted. What makes two signals of different views or
 * runs about the same norm; without evidence of places, the view and code that it names.
 */
export const placesOfSignal = ({ view, norm, evidence }: Pick<PublishedSignal, "view" | "norm" | "evidence">): readonly string[] =>
  evidence.restsOn?.norms.map((place) => `${place.framework} ${place.norm}`) ?? [`${view} ${norm}`];
