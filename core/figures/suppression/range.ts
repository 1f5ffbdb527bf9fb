/** What is known of a whole number: `from` up to and including `to`. One value: it is known exactly. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const exactly = (value: number): Range => ({ from: value, to: value });

export const isExact = ({ from, to }: Range): boolean => from === to;

/** How many values are possible; 0 when none is. */
export const sizeOf = ({ from, to }: Range): number => Math.max(0, to - from + 1);

export const overlapOf = (a: Range, b: Range): Range => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });

export const isSame = (a: Range | null, b: Range | null): boolean =>
  a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
