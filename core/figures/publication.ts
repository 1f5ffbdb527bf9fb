/** What the published figures are, for whoever shows them: `published/latest.json`. */
export interface Publication {
  readonly run: string;
  /** `jjjj-mm-dd` */
  readonly referenceDate: string;
  /** ISO 8601 */
  readonly publishedAt: string;
  readonly catalogueVersion: string;
  readonly codeVersion: string;
  /** Does any framework say of itself that it is an example? */
  readonly illustrative: boolean;
  readonly reports: number;
  readonly organisations: number;
  /** Names below `published/<run>/`. */
  readonly files: readonly string[];
  readonly flagged: readonly FlaggedNorm[];
}

/** A norm with a count signal, with what a person needs to judge it. */
export interface FlaggedNorm {
  readonly label: string;
  readonly variant: string;
  readonly framework: string;
  /** Last day on which the framework is in force, `jjjj-mm-dd`; null: no end is known. Missing in what was published before this was kept. */
  readonly validUntil?: string | null;
  readonly norm: string;
  /** Address of its newest place in the label: a norm that successive frameworks or several variants have unchanged is one norm. */
  readonly line: string;
  readonly title: string;
  readonly signal: string;
  readonly n: number;
  readonly met: number;
  readonly partly: number;
  /** "With 95% certainty at least (at most) this share meets the norm": exact, one-sided bounds; null where they say nothing. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** 95% Wilson interval of the share: another question, see `docs/method.md`. */
  readonly interval: { readonly lower: number | null; readonly upper: number | null };
  readonly sentence: { readonly nl: string; readonly en: string };
}

/** How many norms these are, a norm that stands in several frameworks counted once. */
export const distinctNorms = (flags: readonly Pick<FlaggedNorm, "line">[]): number => new Set(flags.map(({ line }) => line)).size;

/** Flags of frameworks that were in force at the reference date, and of those that were not any more: about these nothing can be changed. */
export function byForce<Flag extends Pick<FlaggedNorm, "validUntil">>(
  flags: readonly Flag[],
  referenceDate: string,
): { readonly inForce: readonly Flag[]; readonly past: readonly Flag[] } {
  const isPast = ({ validUntil }: Flag) => typeof validUntil === "string" && validUntil < referenceDate;
  return { inForce: flags.filter((flag) => !isPast(flag)), past: flags.filter(isPast) };
}

/** Key in the figures bucket that names what is published now. */
export const LATEST = "published/latest.json";
