/** Which organisation is meant: KvK numbers and ids change by merger and rename, the organisation's history must not fall apart. */
import { type OrganisationId, organisationId } from "../ids.ts";
import type { Catalogue, Organisation } from "./types.ts";

const KVK_PREFIX = "kvk:";

/** The organisation that has this KvK number (8 digits) now, or had it before it was succeeded; `kvk:<number>` when the register does not know it. */
export function organisationOf(catalogue: Catalogue, kvk: string): { id: OrganisationId; organisation?: Organisation } {
  const organisation = catalogue.organisationByKvk.get(kvk);
  return organisation ? { id: organisationId(organisation.id), organisation } : { id: organisationId(KVK_PREFIX + kvk) };
}

/**
 * The present id of an organisation: an id that was succeeded, or a `kvk:` id from before the register knew the number, gives the
 * organisation it is now. What the register does not know stays as it is.
 */
export function currentOrganisation(catalogue: Catalogue, id: OrganisationId): OrganisationId {
  if (id.startsWith(KVK_PREFIX)) return organisationOf(catalogue, id.slice(KVK_PREFIX.length)).id;
  const kvk = catalogue.organisationById.get(id)?.kvk[0];
  return kvk === undefined ? id : organisationOf(catalogue, kvk).id;
}
