import type { Child } from "hono/jsx";

/** How a chart is drawn: its width in CSS pixels, and the elements that name it and say what it shows. */
export interface Drawing {
  readonly width: number;
  readonly labelledBy: string;
  readonly describedBy: string;
}

/** Widths at which charts are drawn: beside text, and on a telephone or in a column. Letters keep their size in both. */
export const WIDE = 720;
export const NARROW = 300;

/** Too narrow to put names beside what they name: they stand above it. */
export const isNarrow = ({ width }: Drawing): boolean => width < 480;

/** Coordinates to a tenth of a pixel: finer is not seen, and would be half of the page. */
export const at = (coordinate: number): number => Math.round(coordinate * 10) / 10;

/** The middle of a text of that width as near to `middle` as it can be between `left` and `right`. */
export const middleWithin = (middle: number, width: number, left: number, right: number): number =>
  Math.max(left + width / 2, Math.min(middle, right - width / 2));

interface ChartSvgProps {
  readonly drawing: Drawing;
  readonly height: number;
  readonly children: Child;
}

/** The canvas of every chart. */
export function ChartSvg({ drawing, height, children }: ChartSvgProps) {
  const { width, labelledBy, describedBy } = drawing;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its heading; a title would show as a tooltip over all of it
    <svg
      class="chart-drawing"
      role="img"
      viewBox={`0 0 ${at(width)} ${at(height)}`}
      width={at(width)}
      height={at(height)}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {children}
    </svg>
  );
}

/** What stands there when there is nothing to draw. */
export function EmptyDrawing({ drawing, text }: { readonly drawing: Drawing; readonly text: string }) {
  return (
    <ChartSvg drawing={drawing} height={48}>
      <text class="chart-soft" x={0} y={28}>
        {text}
      </text>
    </ChartSvg>
  );
}
