import { directions, palette } from "./palette.ts";

/** Fills with hatching: the pattern, and its ground colour for readers of SVG that know no patterns. */
export const hatched = {
  notMet: `url(#hatching) ${palette.notMet}`,
  down: `url(#hatching-down) ${directions.down}`,
} as const;

/** The patterns themselves: once per page (in `BarDefinitions`), and once in every file of its own. */
export function Patterns() {
  return (
    <defs>
      <pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={palette.notMet} />
        <rect width="1.5" height="6" fill={palette.hatching} />
      </pattern>
      <pattern id="hatching-down" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill={directions.down} />
        <rect width="2.5" height="5" fill={directions.downLines} />
      </pattern>
    </defs>
  );
}
