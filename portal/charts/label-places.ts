/** A rectangle in the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Gives labels a place that touches nothing placed before and lies within the bounds. */
export interface LabelPlaces {
  /** The first of these places that is free, which is then taken, if possible one that does not lie on a line; undefined when none is free. */
  take<Place extends Box>(places: readonly Place[]): Place | undefined;
}

/** `obstacles` may not be touched; `lines` had better not be. */
export function labelPlaces(bounds: Box, obstacles: readonly Box[], lines: readonly Box[] = []): LabelPlaces {
  const taken = [...obstacles];
  return {
    take(places) {
      const possible = places.filter((place) => inside(place, bounds) && !taken.some((other) => touch(place, other)));
      const free = possible.find((place) => !lines.some((line) => touch(place, line))) ?? possible[0];
      if (free) taken.push(free);
      return free;
    },
  };
}

const inside = (box: Box, bounds: Box): boolean =>
  box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height;

const touch = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
