import type { ViewNorm } from "../relevance/view-norms.ts";
import { addressOf } from "./norm-address.ts";

/** Every address that a norm has or had: a decision stays with the norm when a new version of the framework takes it over. */
export const addressesOf = ({ places }: Pick<ViewNorm, "places">): readonly string[] =>
  places.map(({ framework, norm }) => addressOf(framework, framework.norms[norm]!.code));
