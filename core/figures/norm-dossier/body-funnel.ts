import type { Catalogue } from "../../catalogue/types.ts";
import { isJudgement } from "../../judgement.ts";
import type { Standing } from "../../relevance/standing.ts";
import { funnelLimits } from "../../statistics/funnel-limits.ts";
import type { Interval } from "../../statistics/wilson-interval.ts";
import { type Share, shareOf } from "../share.ts";
import { type Counting, lowestThatCounts } from "../tables/counting.ts";
import type { ViewSource } from "../tables/view-source.ts";

/** Between which shares a body of this size comes by chance alone, if all bodies are alike. */
export interface FunnelLimits {
  /** Fractions: one body in twenty lies outside by chance, and one in five hundred. */
  readonly wide95: Interval;
  readonly wide998: Interval;
}

export interface FunnelBody extends Share, FunnelLimits {
  readonly code: string;
  readonly name: string;
  /** Organisations whose judgement that counts now this body gave, and how many of them count as met. */
  readonly n: number;
  readonly met: number;
  readonly lies: "within" | "outside 95%" | "outside 99.8%";
}

/** Differences between bodies, as a funnel: a question for a talk. It cannot tell a strict body from weak organisations (docs/method.md). */
export interface BodyFunnel {
  /** Of all bodies together: the middle of the funnel. */
  readonly target: Share & { readonly n: number; readonly met: number };
  /** In the order of their codes; the numbers add up to those of all. */
  readonly bodies: readonly FunnelBody[];
  /** The funnel at rising n, for drawing; empty when nobody was judged. */
  readonly curve: readonly (FunnelLimits & { readonly n: number })[];
}

/** Each organisation once, under the body that gave the judgement that counts now. */
export function bodyFunnel(
  { matrix }: ViewSource,
  { rows, given }: Standing,
  column: number,
  counting: Counting,
  catalogue: Pick<Catalogue, "bodies">,
): BodyFunnel {
  const judged = new Uint32Array(matrix.bodies.length);
  const met = new Uint32Array(matrix.bodies.length);
  rows.forEach((_, place) => {
    const row = given[place * matrix.width + column]!;
    const score = matrix.scores[row * matrix.width + column]!;
    if (!isJudgement(score)) return;
    judged[matrix.body[row]!]!++;
    if (score >= lowestThatCounts[counting]) met[matrix.body[row]!]!++;
  });
  const [n, allMet] = [sum(judged), sum(met)];
  const target = { n, met: allMet, ...shareOf(allMet, n) };
  if (target.share === null) return { target, bodies: [], curve: [] };
  const share = target.share;
  return {
    target,
    bodies: matrix.bodies.flatMap((code, body): FunnelBody[] => {
      if (judged[body] === 0) return [];
      const own = { n: judged[body]!, met: met[body]!, ...shareOf(met[body]!, judged[body]!) };
      const limits = limitsAt(share, own.n);
      return [{ code, name: catalogue.bodies.get(code)?.name ?? code, ...own, ...limits, lies: placeOf(own.met / own.n, limits) }];
    }),
    curve: sizesUpTo(Math.max(...judged)).map((size) => ({ n: size, ...limitsAt(share, size) })),
  };
}

const limitsAt = (target: number, n: number): FunnelLimits => ({
  wide95: funnelLimits(target, n, 0.95)!,
  wide998: funnelLimits(target, n, 0.998)!,
});

function placeOf(share: number, { wide95, wide998 }: FunnelLimits): FunnelBody["lies"] {
  if (share < wide998.lower || share > wide998.upper) return "outside 99.8%";
  return share < wide95.lower || share > wide95.upper ? "outside 95%" : "within";
}

/** Points enough for a smooth line on any screen, however many organisations there are. */
const MOST_POINTS = 60;

/** Every n while there are few; then ever larger steps, since the funnel is steep where n is small. */
function sizesUpTo(largest: number): number[] {
  if (largest <= MOST_POINTS) return Array.from({ length: largest }, (_, i) => i + 1);
  const sizes = Array.from({ length: MOST_POINTS }, (_, i) => Math.round(largest ** (i / (MOST_POINTS - 1))));
  return [...new Set(sizes)];
}

const sum = (counts: Uint32Array): number => counts.reduce((all, one) => all + one, 0);
