import { type Interval, wilsonInterval } from "../statistics/wilson-interval.ts";

/** A share with how sure it is. */
export interface Share {
  /** met / judged, a fraction; null at n = 0. */
  readonly share: number | null;
  /** 95% Wilson interval of the share; null at n = 0. */
  readonly interval: Interval | null;
}

/** Of `judged` organisations (n) `met` count as met. */
export const shareOf = (met: number, judged: number): Share => ({
  share: judged === 0 ? null : met / judged,
  interval: wilsonInterval(met, judged),
});
