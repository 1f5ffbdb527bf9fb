/**
 * Colours of the three judgements. They differ in lightness, so they hold for colour-blind readers, in grey and in print; "niet" has
 * hatching besides. Contrasts are proven in `test/portal/charts/palette.test.ts`: an axe check cannot judge what lies on SVG.
 */
export const palette = {
  met: "#a9d8f2",
  partiallyMet: "#a85c18",
  notMet: "#4a0e2b",
  /** Lines of the hatching on `notMet`. */
  hatching: "#d9a9bf",
  /** Numbers on the three colours. */
  onMet: "#14181d",
  onPartiallyMet: "#ffffff",
  onNotMet: "#ffffff",
} as const;

/**
 * Steps of a share in a heat map: the lower, the darker, as in the bars. `from` is a fraction, and the step reaches to the next one. Only
 * lightness counts: in grey and for colour-blind readers the order stays. A share of exactly 0 has the hatching of "niet".
 */
export const shareSteps = [
  { from: 0, fill: "#17395c", ink: "#ffffff" },
  { from: 0.2, fill: "#2f6c9c", ink: "#ffffff" },
  { from: 0.4, fill: "#6fb0d8", ink: "#14181d" },
  { from: 0.6, fill: "#a9d8f2", ink: "#14181d" },
  { from: 0.8, fill: "#e6f4fc", ink: "#14181d" },
] as const;

/** What changed between two tests, or the direction of a reported trend: dark, light, and hatched. */
export const directions = {
  up: "#1f5f8f",
  same: "#dfe3e8",
  /** Ground and lines of the hatching. */
  down: "#ffffff",
  downLines: "#8a4a12",
} as const;

/** Background and text of the page, from which outlines and whiskers (`currentColor`) stand out. */
export const pageColours = {
  light: { background: "#ffffff", text: "#1b1d21" },
  dark: { background: "#14181d", text: "#f1f3f5" },
} as const;

/** Contrast ratio of two colours `#rrggbb`, 1 to 21. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** 0 (black) to 1 (white). */
export function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
