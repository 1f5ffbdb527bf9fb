import { compareKeys, firstIndex } from "./sorted-keys.ts";

export interface PageRequest {
  readonly prefix: string;
  /** Empty for none. */
  readonly delimiter: string;
  /** Only what comes after this key or common prefix; empty for the start. */
  readonly after: string;
  /** Most keys and common prefixes together. */
  readonly limit: number;
  /** Whether a key is listed at all: deleted ones are not. */
  has(key: string): boolean;
}

export interface Page {
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
  /** Where the next page starts after; undefined when this is the last one. */
  readonly last: string | undefined;
}

/**
 * One page of a listing. Jumps with binary search: to the first key of the prefix, and over all keys behind a common prefix, so
 * that the price goes with the page and not with the bucket.
 */
export function listPage(keys: readonly string[], { prefix, delimiter, after, limit, has }: PageRequest): Page {
  const page = { keys: [] as string[], prefixes: [] as string[] };
  let last = "";
  let at = firstIndex(keys, 0, (key) => compareKeys(key, prefix) >= 0);
  if (after !== "") at = firstIndex(keys, at, (key) => compareKeys(key, after) > 0);
  // A page that ended with a common prefix is followed by what lies behind all of its keys.
  if (delimiter !== "" && after.startsWith(prefix) && after.endsWith(delimiter)) at = behind(keys, at, after);
  while (at < keys.length) {
    const key = keys[at]!;
    if (!key.startsWith(prefix)) break;
    if (!has(key)) {
      at++;
      continue;
    }
    if (page.keys.length + page.prefixes.length === limit) return { ...page, last: limit === 0 ? undefined : last };
    const cut = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
    if (cut === -1) {
      page.keys.push(key);
      last = key;
      at++;
      continue;
    }
    last = key.slice(0, cut + delimiter.length);
    page.prefixes.push(last);
    at = behind(keys, at, last);
  }
  return { ...page, last: undefined };
}

/** First place from `start` on whose key lies behind all keys that begin with `prefix`. */
function behind(keys: readonly string[], start: number, prefix: string): number {
  return firstIndex(keys, start, (key) => !key.startsWith(prefix) && compareKeys(key, prefix) > 0);
}
