import fc from "fast-check";
import { expect, test } from "vitest";
import { signTest } from "../../../core/statistics/sign-test.ts";

const few = fc.nat(10);
const many = fc.nat(2_000);

test("the sign test counts the ways in which as many or more changes fall to one side", () => {
  fc.assert(
    fc.property(few, few, (up, down) => {
      const changes = up + down;
      if (changes === 0) return;
      let asExtreme = 0;
      for (let way = 0; way < 2 ** changes; way++) {
        const ups = [...way.toString(2)].filter((change) => change === "1").length;
        if (Math.min(ups, changes - ups) <= Math.min(up, down)) asExtreme++;
      }
      expect(signTest(up, down)).toBeCloseTo(asExtreme / 2 ** changes, 12);
    }),
    { numRuns: 30 },
  );
});

test("better and worse change places without changing it", () => {
  fc.assert(
    fc.property(many, many, (up, down) => {
      expect(signTest(up, down)).toBe(signTest(down, up));
    }),
  );
});

test("it lies in [0, 1], is 1 when they balance and falls when they balance less", () => {
  fc.assert(
    fc.property(many, many, (up, down) => {
      const p = signTest(up + 1, down)!;
      expect(0 <= p && p <= 1).toBe(true);
      expect(signTest(up + 1, up + 1)).toBe(1);
      if (up >= down) expect(signTest(up + 2, down)!).toBeLessThanOrEqual(p);
    }),
  );
});

test("without changes it says nothing, and five changes can never reach .05", () => {
  expect(signTest(0, 0)).toBeNull();
  expect(signTest(5, 0)).toBeGreaterThan(0.05);
  expect(signTest(6, 0)).toBeLessThan(0.05);
});
