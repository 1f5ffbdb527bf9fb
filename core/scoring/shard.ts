import type { OrganisationId } from "../ids.ts";

/** 16 shards spread writes and let reads run side by side; a shard holds the whole history of its organisations. */
export const SHARDS = 16;

/** Shard of an organisation, 0 … 15: FNV-1a over the UTF-16 units of its id, so that it is the same on every machine and for ever. */
export function shardOf(organisation: OrganisationId): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < organisation.length; i++) {
    hash = Math.imul(hash ^ organisation.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
}
