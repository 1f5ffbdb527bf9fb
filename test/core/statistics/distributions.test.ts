import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf } from "../../../core/statistics/beta-cdf.ts";
import { betaQuantile } from "../../../core/statistics/beta-quantile.ts";
import { logGamma } from "../../../core/statistics/log-gamma.ts";
import { normalQuantile } from "../../../core/statistics/normal-quantile.ts";
import { expectClose, fixture } from "./fixtures.ts";

const ours: Record<string, ((...args: number[]) => number) | undefined> = { betaCdf, betaQuantile, normalQuantile };
const { cases, tolerance } = fixture<{ fn: string; args: number[] }, { value: number }>("distributions");
const used = cases.filter(({ input }) => ours[input.fn]);

test("the fixture has cases of every distribution function that is used", () => {
  expect(new Set(used.map(({ input }) => input.fn))).toEqual(new Set(Object.keys(ours)));
});

test.each(used)("equals R: $input.fn $input.args", ({ input, expected }) => {
  expectClose(ours[input.fn]!(...input.args), expected.value, tolerance);
});

describe("the beta distribution", () => {
  // The bounds only use shapes from 1. Below, a quantile can lie so near to 1 that no double is there to give it.
  const shape = fc.double({ min: 1, max: 3_000, noNaN: true });
  const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

  test("its quantile undoes its distribution function", () => {
    fc.assert(
      fc.property(p, shape, shape, (p, a, b) => {
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8);
      }),
    );
  });

  test("mirrored shapes mirror it", () => {
    fc.assert(
      fc.property(p, shape, shape, (x, a, b) => {
        expect(betaCdf(x, a, b)).toBeCloseTo(1 - betaCdf(1 - x, b, a), 9);
      }),
    );
  });

  test("has nothing below 0, everything below 1, and no meaning for shapes that are not positive", () => {
    expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1, 0, 1]);
    expect([betaCdf(0.5, 0, 3), betaQuantile(0.5, 2, -1), betaQuantile(1.1, 2, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

test("the gamma function is the factorial of one less", () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-12);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0)).toBeNaN();
});

test("the normal quantile is odd around a half and open at both ends", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (p) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 5);
    }),
  );
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1)]).toEqual([-Infinity, Infinity, Number.NaN]);
});
