import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf } from "../../../core/statistics/beta-cdf.ts";
import { betaQuantile } from "../../../core/statistics/beta-quantile.ts";
import { binomialCdf } from "../../../core/statistics/binomial-cdf.ts";
import { chiSquareSf } from "../../../core/statistics/chi-square-sf.ts";
import { logGamma } from "../../../core/statistics/log-gamma.ts";
import { normalCdf } from "../../../core/statistics/normal-cdf.ts";
import { normalQuantile } from "../../../core/statistics/normal-quantile.ts";

const relative = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

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

describe("the normal distribution", () => {
  test("its quantile is odd around a half and open at both ends", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 5);
      }),
    );
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1)]).toEqual([-Infinity, Infinity, Number.NaN]);
  });

  test("its quantile undoes it, far into the tail", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
      }),
    );
  });

  test("both sides of 0 are one", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
      }),
    );
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity), normalCdf(Number.NaN)]).toEqual([0, 0.5, 1, Number.NaN]);
  });
});

describe("the tail of the chi-square distribution", () => {
  test("has a closed form for an even number of degrees of freedom", () => {
    // e^(-x/2) · Σ_{k < df/2} (x/2)^k / k!
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 900, noNaN: true }), fc.integer({ min: 1, max: 15 }), (x, half) => {
        let term = Math.exp(-x / 2);
        let sum = term;
        for (let k = 1; k < half; k++) {
          term *= x / 2 / k;
          sum += term;
        }
        expect(relative(chiSquareSf(x, 2 * half), sum)).toBeLessThan(1e-11);
      }),
    );
  });

  test("falls from 1 to 0 as x grows, and grows with the degrees of freedom", () => {
    // Neighbouring doubles may differ by what rounding makes of them: 4e-14 at 190 degrees of freedom.
    const x = fc.double({ min: 0, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(x, x, fc.integer({ min: 1, max: 200 }), (x, y, df) => {
        const [nearer, further] = [chiSquareSf(Math.min(x, y), df), chiSquareSf(Math.max(x, y), df)];
        expect(0 <= further && further <= nearer + 1e-12 && nearer <= 1).toBe(true);
        expect(chiSquareSf(x, df + 1)).toBeGreaterThanOrEqual(chiSquareSf(x, df) - 1e-12);
      }),
    );
    expect([chiSquareSf(-1, 3), chiSquareSf(0, 3), chiSquareSf(Infinity, 3), chiSquareSf(Number.MAX_VALUE, 3)]).toEqual([1, 1, 0, 0]);
    expect([chiSquareSf(1, 0), chiSquareSf(Number.NaN, 1)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("the binomial distribution", () => {
  test("is the sum of its probabilities", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, k, p) => {
        let term = (1 - p) ** n;
        let sum = term;
        for (let i = 1; i <= Math.min(k, n); i++) {
          term *= ((n - i + 1) / i) * (p / (1 - p));
          sum += term;
        }
        expect(relative(binomialCdf(k, n, p), sum)).toBeLessThan(1e-11);
      }),
    );
  });

  test("has nothing below 0 and everything at n", () => {
    expect([binomialCdf(-1, 5, 0.3), binomialCdf(5, 5, 0.3), binomialCdf(0, 0, 0.3), binomialCdf(2, 5, 0), binomialCdf(2, 5, 1)]).toEqual([
      0, 1, 1, 1, 0,
    ]);
    expect(binomialCdf(2, 5, 1.2)).toBeNaN();
  });
});
