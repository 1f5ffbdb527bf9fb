/** Excel's rules for the name of a sheet: 1-31 characters, none of `[ ] : * ? / \`, no apostrophe at an edge, unique without regard to case. */
export function usableSheetName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  const base = allowed(name, MAX_LENGTH);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const candidate = number === 1 ? base : `${allowed(name, MAX_LENGTH - suffix.length)}${suffix}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}

const MAX_LENGTH = 31;

function allowed(name: string, length: number): string {
  const cleaned = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a name cannot hold them
    .replace(/[\u0000-\u001F\u007F\p{Cs}\uFFFE\uFFFF]/gu, "")
    .replace(/[[\]:*?/\\]/g, "_");
  const short = cleaned.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
  const edged = short.replace(/^'|'$/g, "_");
  // "History" is Excel's own (for tracked changes).
  if (/^history$/i.test(edged)) return `${edged}_`;
  return edged.trim() === "" ? "Blad" : edged;
}
