/** What may be done with the data, and how it is named: the owner of the label says so. */
export interface Terms {
  /** SPDX name where there is one, e.g. `CC-BY-4.0`. Null: the owner has not chosen a licence. */
  readonly licence: { readonly name: string; readonly title: string; readonly path?: string } | null;
  /** Who publishes it. */
  readonly publisher: string;
}

/** As long as the owner has said nothing. */
export const noTerms: Terms = { licence: null, publisher: "Normenmonitor" };
