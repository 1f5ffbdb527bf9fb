/**
 * Compares two texts in code-point order: the order in which, of two reports of one day, the greater reference counts as the later
 * (`docs/method.md`). JavaScript's own `<` compares UTF-16 units, which puts the supplementary planes before U+E000.
 */
export function compareCodePoints(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length);
  for (let i = 0; i < shortest; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return rank(unitA) - rank(unitB);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF: after every other unit. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
