/** A short run of the simulation; the long one is `npm run simulate`. */
import { describe, expect, test } from "vitest";
import { simulateAudits } from "../../scripts/simulation/audits.ts";
import { falseInProgrammes, foundShare } from "../../scripts/simulation/expected.ts";
import { falseInProgramme } from "../../scripts/simulation/programme.ts";
import { createRandom } from "../../scripts/simulation/random.ts";
import { simulateRates } from "../../scripts/simulation/rates.ts";
import { matrixOf } from "../../scripts/simulation/simulated-view.ts";

describe("the simulation", () => {
  const rates = simulateRates(120, 12, 7);

  test("gives the same rates for the same seed, and others for another", () => {
    expect(simulateRates(50, 2, 3)).toEqual(simulateRates(50, 2, 3));
    expect(simulateAudits(createRandom(1), 5, true).audits).not.toEqual(simulateAudits(createRandom(2), 5, true).audits);
  });

  test("finds in 120 organisations what the thresholds were chosen to find, within what chance allows", () => {
    for (const [kind, { mean, error }] of Object.entries(rates.found)) {
      const wanted = foundShare[kind as keyof typeof foundShare][120]!;
      expect(mean, kind).toBeGreaterThanOrEqual(wanted - 3 * Math.max(error, 0.03));
    }
  });

  test("raises next to nothing where nothing is planted", () => {
    const { never, variant, trend, body, overlap, selfEvaluation } = rates.falseSignals;
    expect(never.mean).toBe(0);
    for (const { mean } of [variant, trend, body, overlap, selfEvaluation]) expect(mean).toBeLessThanOrEqual(0.35);
  });

  test("confirms hardly any false signal about a body over six yearly reports, and never more than it raises", () => {
    const { once, confirmed } = rates.programmes;
    expect(confirmed.mean).toBeLessThanOrEqual(once.mean);
    expect(once.mean).toBeLessThanOrEqual(falseInProgrammes.once + 3 * Math.max(once.error, 0.1));
    expect(confirmed.mean).toBeLessThanOrEqual(falseInProgrammes.confirmed + 3 * Math.max(confirmed.error, 0.05));
  });

  test("counts a strict body as raised and as confirmed, since it is there every year", () => {
    const strict = simulateAudits(createRandom(4), 300, false);
    expect(falseInProgramme(matrixOf(strict))).toEqual({ once: 1, confirmed: 1 });
  });

  test("draws what its model says: uniform and normal numbers, and planted norms apart from one another", () => {
    const random = createRandom(11);
    const normals = Array.from({ length: 20_000 }, () => random.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normals.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const { never, always, strictNorms, copied, contained } = simulateAudits(random, 1, false).planted;
    expect(new Set([never, always, strictNorms, copied, contained].flat()).size).toBe(10);
  });

  test("plants what it says: nobody meets the planted norms, and the copy has the score of its original", () => {
    const { audits, planted } = simulateAudits(createRandom(5), 100, false);
    for (const norm of planted.never) expect(audits.filter(({ scores }) => scores[norm] === "2")).toEqual([]);
    const [original, copy] = planted.copied;
    const both = audits.filter(({ scores }) => "012".includes(scores[original]!) && "012".includes(scores[copy]!));
    expect(both.filter(({ scores }) => scores[original] === scores[copy]).length / both.length).toBeGreaterThan(0.9);
  });
});
