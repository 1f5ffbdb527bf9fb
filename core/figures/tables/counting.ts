import { isJudgement } from "../../judgement.ts";

/**
 * Two ways to look at the same judgements, never mixed in one row: *streng* counts only "voldoet" as met, *soepel* also "voldoet
 * deels". Published shares elsewhere (norm-figures, view-figures) and all signals are *streng*.
 */
export const countings = ["streng", "soepel"] as const;
export type Counting = (typeof countings)[number];

/** The lowest judgement that counts as met. */
export const lowestThatCounts = { streng: 2, soepel: 1 } as const satisfies Record<Counting, number>;

/** What one audit says about some norms. */
export interface Tally {
  judged: number;
  /** Judgements that count as met, in the order of `countings`. */
  readonly met: [streng: number, soepel: number];
}

/**
 * @param offset where the scores of norm 0 begin
 * @param norms columns in `scores`
 */
export function tallyOf(scores: Uint8Array, offset: number, norms: ArrayLike<number>): Tally {
  let judged = 0;
  let streng = 0;
  let soepel = 0;
  for (let i = 0; i < norms.length; i++) {
    const score = scores[offset + norms[i]!]!;
    if (!isJudgement(score)) continue;
    judged++;
    if (score >= lowestThatCounts.streng) streng++;
    if (score >= lowestThatCounts.soepel) soepel++;
  }
  return { judged, met: [streng, soepel] };
}

/** Mean over organisations of the share that each meets, with what it rests on. */
export interface MeanShare {
  /** With a judgement. */
  readonly organisations: number;
  readonly judged: number;
  readonly met: readonly [streng: number, soepel: number];
  /** Fractions, in the order of `countings`; null without organisations. */
  readonly share: readonly [streng: number | null, soepel: number | null];
}

export const nothingCounted: MeanShare = { organisations: 0, judged: 0, met: [0, 0], share: [null, null] };

/** Each tally is one organisation; without a judgement it does not count. */
export function meanShare(tallies: readonly Tally[]): MeanShare {
  const counter = new MeanShares([{ norms: [], follows: [] }]);
  for (const tally of tallies) counter.addTo(0, tally.judged, tally.met[0], tally.met[1]);
  return counter.of(0);
}

const NO_LINES = new Uint32Array();

/** Some norms, and (by position in `view.frameworks`) whose tests to count. */
export interface Counted {
  readonly norms: readonly number[];
  readonly follows: readonly boolean[];
}

/** The mean shares of many lines at once: an audit is looked at once, without making anything for each line. */
export class MeanShares {
  /** Norms of line i: `#norms[#begin[i]]` up to `#norms[#begin[i + 1]]`. */
  readonly #norms: Uint32Array;
  readonly #begin: Uint32Array;
  /** Per framework: the lines that follow its tests. */
  readonly #following: readonly Uint32Array[];
  readonly #organisations: Uint32Array;
  readonly #judged: Uint32Array;
  readonly #met: readonly [Uint32Array, Uint32Array];
  readonly #sum: readonly [Float64Array, Float64Array];

  constructor(lines: readonly Counted[]) {
    const { length } = lines;
    this.#norms = Uint32Array.from(lines.flatMap(({ norms }) => norms));
    this.#begin = new Uint32Array(length + 1);
    lines.forEach(({ norms }, line) => {
      this.#begin[line + 1] = this.#begin[line]! + norms.length;
    });
    const frameworks = lines[0]?.follows ?? [];
    this.#following = frameworks.map((_, framework) =>
      Uint32Array.from(lines.flatMap(({ follows }, line) => (follows[framework] ? [line] : []))),
    );
    this.#organisations = new Uint32Array(length);
    this.#judged = new Uint32Array(length);
    this.#met = [new Uint32Array(length), new Uint32Array(length)];
    this.#sum = [new Float64Array(length), new Float64Array(length)];
  }

  /** One organisation, by one audit of this framework. */
  add(scores: Uint8Array, offset: number, framework: number): void {
    const norms = this.#norms;
    const begin = this.#begin;
    // Without lines nothing is known of the frameworks either: a label without competencies.
    const following = this.#following[framework] ?? NO_LINES;
    for (let i = 0; i < following.length; i++) {
      const line = following[i]!;
      const end = begin[line + 1]!;
      let judged = 0;
      let streng = 0;
      let soepel = 0;
      for (let at = begin[line]!; at < end; at++) {
        const score = scores[offset + norms[at]!]!;
        if (!isJudgement(score)) continue;
        judged++;
        if (score >= lowestThatCounts.streng) streng++;
        if (score >= lowestThatCounts.soepel) soepel++;
      }
      this.addTo(line, judged, streng, soepel);
    }
  }

  addTo(line: number, judged: number, streng: number, soepel: number): void {
    if (judged === 0) return;
    this.#organisations[line]!++;
    this.#judged[line]! += judged;
    this.#met[0][line]! += streng;
    this.#met[1][line]! += soepel;
    this.#sum[0][line]! += streng / judged;
    this.#sum[1][line]! += soepel / judged;
  }

  of(line: number): MeanShare {
    const organisations = this.#organisations[line]!;
    if (organisations === 0) return nothingCounted;
    return {
      organisations,
      judged: this.#judged[line]!,
      met: [this.#met[0][line]!, this.#met[1][line]!],
      share: [this.#sum[0][line]! / organisations, this.#sum[1][line]! / organisations],
    };
  }
}
