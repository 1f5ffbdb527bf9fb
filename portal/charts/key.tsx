import type { Child } from "hono/jsx";
import { at } from "./drawing.tsx";
import { textWidth } from "./text-width.ts";

export interface KeyItem {
  readonly text: string;
  /** Width of the sample; 14 pixels, as it is high, when left out. */
  readonly wide?: number;
  /** Draws the sample with this corner. */
  swatch(x: number, y: number): Child;
}

const SAMPLE = 14;
const ROW = 20;
const GAP = 18;
const SIZE = 12;

/** Where the items of a key stand: side by side, on as many rows as they need. */
export function placeKey(items: readonly KeyItem[], width: number) {
  let x = 0;
  let row = 0;
  const placed = items.map((item) => {
    const room = (item.wide ?? SAMPLE) + 6 + textWidth(item.text, SIZE);
    if (x > 0 && x + room > width) {
      x = 0;
      row++;
    }
    const here = { ...item, x, y: row * ROW };
    x += room + GAP;
    return here;
  });
  return { placed, height: items.length === 0 ? 0 : (row + 1) * ROW + 6 };
}

/** What fills and lines mean, in the drawing itself, so that it goes along in a file of its own. */
export function Key({ items }: { readonly items: ReturnType<typeof placeKey>["placed"] }) {
  return (
    <g>
      {items.map(({ text, swatch, wide = SAMPLE, x, y }) => (
        <>
          {swatch(at(x), y + 1)}
          <text class="chart-text" x={at(x + wide + 6)} y={y + 12.5}>
            {text}
          </text>
        </>
      ))}
    </g>
  );
}

/** A sample of a fill. */
export const filled = (fill: string) => (x: number, y: number) => (
  <rect class="chart-edge" x={x + 0.5} y={y + 0.5} width={SAMPLE - 1} height={SAMPLE - 1} fill={fill} />
);
