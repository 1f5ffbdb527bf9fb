import type { Catalogue, CompiledFramework } from "../catalogue/types.ts";
import type { NormPlace, ViewNorm } from "../relevance/view-norms.ts";
import type { View } from "../relevance/views.ts";

/**
 * Where a norm is found, as the end of a URL: `KSW/basis/2019/V01`, each part encoded for a URL (a code may have a slash in it). The address
 * of a norm that runs on over versions is that of its newest place; addresses of its older places lead to the same norm, so a link that was
 * copied stays good when a new version comes.
 */
export const normAddress = ({ places }: Pick<ViewNorm, "places">): string => placeAddress(places.at(-1)!);

export const placeAddress = ({ framework, norm }: NormPlace): string => addressOf(framework, framework.norms[norm]!.code);

export const addressOf = ({ label, variant, version }: Pick<CompiledFramework, "label" | "variant" | "version">, code: string): string =>
  [label, variant, version, code].map(encodeURIComponent).join("/");

/** The place with this address; undefined when the catalogue has none. */
export function placeAt(catalogue: Catalogue, address: string): NormPlace | undefined {
  const parts = address.split("/").map(decoded);
  if (parts.length !== 4 || parts.includes(undefined)) return undefined;
  const [label, variant, version, code] = parts;
  const framework = catalogue.frameworkByKey.get(`${label}/${variant}/${version}`);
  const norm = framework?.norms.findIndex((candidate) => candidate.code === code) ?? -1;
  return framework && norm >= 0 ? { framework, norm } : undefined;
}

/** Column of the norm that has this place in a view; -1 when the view has not. */
export const columnAt = (view: View, { framework, norm }: NormPlace): number =>
  view.norms.findIndex(({ places }) => places.some((place) => place.framework.key === framework.key && place.norm === norm));

/** Undefined for what is no encoding: an address comes from outside. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
