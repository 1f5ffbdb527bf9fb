import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../core/statistics/benjamini-hochberg.ts";

const pValue = fc.double({ min: 0, max: 1, noNaN: true });
const family = fc.array(fc.option(pValue, { nil: null }), { maxLength: 40 });
const isNumber = (value: number | null): value is number => value !== null;

describe("Benjamini-Hochberg", () => {
  test("rejects what their procedure rejects: all up to the last p that is at most its rank times α / m", () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (p, alpha) => {
        const sorted = p.filter(isNumber).sort((a, b) => a - b);
        const m = sorted.length;
        // Not where rounding decides.
        fc.pre(sorted.every((value, i) => Math.abs(value * (m / (i + 1)) - alpha) > 1e-12));
        const last = sorted.findLastIndex((value, i) => value * (m / (i + 1)) <= alpha);
        expect(benjaminiHochberg(p).filter((q) => q !== null && q <= alpha)).toHaveLength(last + 1);
      }),
    );
  });

  test("leaves out tests that could not be made", () => {
    fc.assert(
      fc.property(family, (p) => {
        const q = benjaminiHochberg(p);
        expect(q.map((value) => value === null)).toEqual(p.map((value) => value === null));
        expect(q.filter(isNumber)).toEqual(benjaminiHochberg(p.filter(isNumber)));
      }),
    );
  });

  test("gives each test its own q whatever the order they are in", () => {
    fc.assert(
      fc.property(family, fc.infiniteStream(fc.double({ noNaN: true })), (p, stream) => {
        const keys = p.map(() => stream.next().value as number);
        const order = [...p.keys()].sort((a, b) => keys[a]! - keys[b]!);
        const q = benjaminiHochberg(p);
        expect(benjaminiHochberg(order.map((i) => p[i]!))).toEqual(order.map((i) => q[i]));
      }),
    );
  });

  test("never makes a test more certain, keeps their order and stays at most 1", () => {
    fc.assert(
      fc.property(fc.array(pValue), (p) => {
        const q = benjaminiHochberg(p).filter(isNumber);
        p.forEach((value, i) => {
          expect(q[i]! >= value && q[i]! <= 1).toBe(true);
          p.forEach((other, j) => {
            expect(value <= other ? q[i]! <= q[j]! : q[i]! >= q[j]!).toBe(true);
          });
        });
      }),
    );
  });

  test("more tests make every q larger or leave it", () => {
    fc.assert(
      fc.property(fc.array(pValue, { minLength: 1 }), (p) => {
        const q = benjaminiHochberg(p);
        const crowded = benjaminiHochberg([...p, 1]);
        q.forEach((value, i) => {
          expect(crowded[i]!).toBeGreaterThanOrEqual(value!);
        });
      }),
    );
  });
});
