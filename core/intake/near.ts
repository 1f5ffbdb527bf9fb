/** "Bedoelde u …?": the candidates that look most like what was written. */

/**
 * At most three candidates, best first. The allowed distance grows with the length: 1 up to four characters, 2 up to eight, then 3.
 * When more than three are equally near (V17 beside V10 … V16) nothing is offered: a guess among many is no help.
 */
export function nearest(text: string, candidates: readonly string[], fold: (text: string) => string): readonly string[] {
  const wanted = fold(text);
  if (wanted.length === 0 || wanted.length > 60) return [];
  let best = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3;
  let found: string[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate), best);
    if (distance > best) continue;
    if (distance < best) {
      best = distance;
      found = [];
    }
    if (!found.includes(candidate)) found.push(candidate);
  }
  return found.length <= 3 ? found : [];
}

/** Edits (insert, delete, replace, swap neighbours) between two texts; anything above `limit` is given as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let lowestOfRow = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (last[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(replaced, (last[column] as number) + 1, (current[column - 1] as number) + 1);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] as number) + 1);
      current.push(cost);
      lowestOfRow = Math.min(lowestOfRow, cost);
    }
    if (lowestOfRow > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] as number, limit + 1);
}
