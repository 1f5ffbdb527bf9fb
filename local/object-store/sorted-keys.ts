/** The keys of a bucket in the order of S3: by their UTF-8 bytes. */
export interface SortedKeys {
  add(key: string): void;
  remove(key: string): void;
  /** All keys, in order. Do not change or keep it. */
  all(): readonly string[];
}

/**
 * Adding is a push: the order is made when somebody lists, once for all keys that came in between. So 50 000 puts do not pay for
 * an order that nobody looks at.
 */
export function createSortedKeys(): SortedKeys {
  let sorted: string[] = [];
  let added = new Set<string>();
  let removed = new Set<string>();
  return {
    add(key) {
      if (!removed.delete(key)) added.add(key);
    },
    remove(key) {
      if (!added.delete(key)) removed.add(key);
    },
    all() {
      if (removed.size > 0) sorted = sorted.filter((key) => !removed.has(key));
      if (added.size > 0) sorted = mergeKeys(sorted, [...added].sort(compareKeys));
      added = new Set();
      removed = new Set();
      return sorted;
    },
  };
}

function mergeKeys(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) merged.push(compareKeys(a[i]!, b[j]!) < 0 ? a[i++]! : b[j++]!);
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}

/**
 * Order of the UTF-8 bytes. JavaScript compares UTF-16 units, which differs in one place: characters beyond U+FFFF (surrogates,
 * D800-DFFF) come after U+E000-FFFF in UTF-8.
 */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return byteOrder(x) - byteOrder(y);
  }
  return a.length - b.length;
}

function byteOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** First place from `start` on for which `holds` is true; `holds` must turn from false to true once. */
export function firstIndex(keys: readonly string[], start: number, holds: (key: string) => boolean): number {
  let low = start;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(keys[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
