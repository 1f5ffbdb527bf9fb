import { max, sum } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { ChartTable } from "./chart-table.tsx";
import { type FunnelLimit, funnelLimits } from "./funnel-limits.ts";
import { counted, drawable } from "./share.ts";
import type { Wording } from "./wording.ts";

export interface FunnelData {
  /** Bodies on one norm: how many of the n audited organisations meet it. */
  readonly bodies: readonly { readonly name: string; readonly met: number; readonly n: number }[];
  /** 95% limits by n, ascending; worked out from all bodies together when left out. */
  readonly limits?: readonly FunnelLimit[];
}

export interface Body {
  readonly name: string;
  readonly met: number;
  readonly n: number;
  readonly share: number;
}

/** Every body, also without judgements, with the limits at its n; at the end all of them together. */
export function funnelTable(data: FunnelData, { say }: Wording): ChartTable {
  const judged = bodiesOf(data);
  const all = overall(judged);
  const limits = all === null ? [] : limitsOf(data, judged, all);
  const none = data.bodies.filter(({ n }) => counted(n) === 0).map(({ name }) => [name, 0, 0, null, null, null]);
  return {
    columns: [
      { header: say("Certificerende instelling", "Certifying body"), kind: "text" },
      { header: "n", kind: "count" },
      { header: say("Voldoet (aantal)", "Met (count)"), kind: "count" },
      { header: say("Voldoet", "Met"), kind: "share" },
      { header: say("Door toeval vanaf (95%)", "By chance from (95%)"), kind: "share" },
      { header: say("Door toeval tot (95%)", "By chance up to (95%)"), kind: "share" },
    ],
    rows: [
      ...judged.map(({ name, n, met, share }) => [name, n, met, share, ...limitsAt(n, limits)]),
      ...none,
      [say("alle instellingen samen", "all bodies together"), sum(judged, ({ n }) => n), sum(judged, ({ met }) => met), all, null, null],
    ],
  };
}

/** Bodies that judged somebody. */
export const bodiesOf = ({ bodies }: FunnelData): readonly Body[] =>
  bodies.flatMap(({ name, met, n }) => {
    const judged = counted(n);
    const meeting = Math.min(judged, counted(met));
    return judged > 0 ? [{ name, met: meeting, n: judged, share: meeting / judged }] : [];
  });

/** Share met of all bodies together; null when nobody was judged. */
export const overall = (bodies: readonly Body[]): number | null => {
  const n = sum(bodies, (body) => body.n);
  return n > 0 ? sum(bodies, ({ met }) => met) / n : null;
};

/** A round number at or above the largest n, and so much more that the largest body does not lie on the edge. */
export const axisEnd = (bodies: readonly Body[]): number =>
  scaleLinear()
    .domain([0, 1.08 * (max(bodies, ({ n }) => n) ?? 1)])
    .nice()
    .domain()[1] ?? 1;

/** The limits that are drawn, up to the end of the axis. */
export const limitsOf = ({ limits }: FunnelData, bodies: readonly Body[], all: number): readonly FunnelLimit[] =>
  (limits ?? funnelLimits(all, axisEnd(bodies))).flatMap(({ n, lower, upper }) => {
    const [low, high] = [drawable(lower), drawable(upper)];
    return n >= 1 && n <= axisEnd(bodies) && low !== null && high !== null ? [{ n, lower: low, upper: high }] : [];
  });

/** The limits where they are drawn: on the straight line between the places they are known at. */
function limitsAt(n: number, limits: readonly FunnelLimit[]): readonly [number | null, number | null] {
  const after = limits.find((limit) => limit.n >= n);
  const before = limits.findLast((limit) => limit.n <= n);
  if (!after || !before) return [null, null];
  const way = after.n === before.n ? 0 : (n - before.n) / (after.n - before.n);
  const between = (side: "lower" | "upper"): number => before[side] + way * (after[side] - before[side]);
  return [between("lower"), between("upper")];
}
