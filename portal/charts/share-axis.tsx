import { scaleLinear } from "d3-scale";
import { at } from "./drawing.tsx";
import type { Wording } from "./wording.ts";

/** Always from 0 to 100%: a share that looks twice as high is twice as high. */
export const shareScale = (top: number, bottom: number) => scaleLinear([0, 1], [bottom, top]).clamp(true);

const steps = [0, 0.25, 0.5, 0.75, 1];

interface ShareAxisProps {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly wording: Wording;
}

/** Lines at every quarter, named on the left. */
export function ShareAxis({ left, right, top, bottom, wording }: ShareAxisProps) {
  const y = shareScale(top, bottom);
  return (
    <g>
      {steps.map((step) => (
        <>
          <line class={step === 0 ? "chart-axis" : "chart-grid"} x1={at(left)} x2={at(right)} y1={at(y(step))} y2={at(y(step))} />
          <text class="chart-soft" x={at(left - 6)} y={at(y(step) + 4)} text-anchor="end">
            {wording.percent(step)}
          </text>
        </>
      ))}
    </g>
  );
}
