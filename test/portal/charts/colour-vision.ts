/** How colours look to others, for tests: linear RGB in and out. */

export type Vision = "protanopia" | "deuteranopia" | "tritanopia" | "grey";

/** Machado, Oliveira & Fernandes (2009) IEEE TVCG 15:1291, severity 1; grey by luminance (WCAG). */
const matrices: Readonly<Record<Vision, readonly (readonly [number, number, number])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** How far apart two colours `#rrggbb` look to that vision: CIE 1976 ΔE in L*a*b*. Some 2 is just seen side by side, 20 is another colour. */
export function difference(a: string, b: string, vision: Vision): number {
  const [first, second] = [lab(seen(linear(a), vision)), lab(seen(linear(b), vision))];
  return Math.hypot(...first.map((value, i) => value - second[i]!));
}

const linear = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });

const seen = (rgb: readonly number[], vision: Vision): readonly number[] =>
  matrices[vision].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, i) => sum + weight * rgb[i]!, 0),
      ),
    ),
  );

/** sRGB (D65) to CIE L*a*b*. */
function lab([r, g, b]: readonly number[]): readonly number[] {
  const xyz = [
    (0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.95047,
    0.2126 * r! + 0.7152 * g! + 0.0722 * b!,
    (0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.08883,
  ].map((value) => (value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116));
  return [116 * xyz[1]! - 16, 500 * (xyz[0]! - xyz[1]!), 200 * (xyz[1]! - xyz[2]!)];
}
