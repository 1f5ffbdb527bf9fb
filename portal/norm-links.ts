/** Addresses of the pages about norms. */
import { addressOf } from "../core/figures/norm-address.ts";
import { selectionFields } from "../core/figures/selected/read-selection.ts";
import { everythingOf, type Selection } from "../core/figures/selected/selection.ts";

export const NORMS = "/normen";

/** Page of one norm. `address`: of `normAddress`. */
export const normPage = (address: string, fields: Iterable<readonly [string, string]> = []): string =>
  withFields(`${NORMS}/${address}`, fields);

/** What a signal or a figure says of the place of a norm: `<label>/<variant>/<version>`, and its code. */
interface NamedPlace {
  readonly framework: string;
  readonly norm: string;
}

/** Address of the norm, of which each part is encoded. */
export const addressAt = ({ framework, norm }: NamedPlace): string => {
  const [label = "", variant = "", version = ""] = framework.split("/");
  return addressOf({ label, variant, version }, norm);
};

export const normPageAt = (place: NamedPlace): string => normPage(addressAt(place));

/** The norms of one framework (`<label>/<variant>/<version>`); `signal`: only those that have it. */
export const normsOfFramework = (framework: string, signal?: string): string => {
  const [label = "", variant = "", version = ""] = framework.split("/");
  const selection: Selection = { ...everythingOf(label), variants: [variant], versions: [version] };
  return withFields(NORMS, [...selectionFields(selection), ...(signal === undefined ? [] : [["signaal", signal] as const])]);
};

export const SLIDES = "/dias";

/** Where norms are chosen for slides: a label, and (by their addresses) norms that are ticked there. */
export const slidesPage = (label: string, addresses: readonly string[] = []): string =>
  withFields(SLIDES, [["label", label], ...addresses.map((address) => ["norm", address] as const)]);

/** A path with fields behind it; no question mark without any. */
export function withFields(path: string, fields: Iterable<readonly [string, string]>): string {
  const query = new URLSearchParams([...fields].map(([name, value]) => [name, value]));
  return query.size > 0 ? `${path}?${query}` : path;
}
