import { describe, expect, test } from "vitest";
import { compileCatalogue } from "../../core/catalogue/compile.ts";
import { bodyCode, frameworkKey, organisationId } from "../../core/ids.ts";
import { viewMatrix } from "../../core/relevance/view-matrix.ts";
import { viewSignals } from "../../core/relevance/view-signals.ts";
import { publishedViews } from "../../core/relevance/views.ts";
import { carryJudgements } from "../../core/scoring/carry.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";

const ROUNDS = 3;
const BODIES = 4;
const referenceDay = 20_453;

function catalogueOf(norms: number) {
  const codes = Array.from({ length: norms }, (_, norm) => ({ code: `N${norm}`, title: "Norm", category: "A" }));
  const framework = {
    label: "KSW",
    variant: "basis",
    version: "2017",
    title: "KSW",
    validFrom: "2017-01-01",
    validUntil: null,
    cycleYears: 2,
  };
  return compileCatalogue(
    {
      frameworks: [{ ...framework, categories: [{ code: "A", title: "A" }], norms: codes }],
      competencies: [],
      bodies: [],
      organisations: [],
      themes: [],
    },
    "speed",
  );
}

/** Tests two years apart, over nine years, with some of everything: never met, always met, n.v.t., self-evaluations. */
function reportsOf(organisations: number, norms: number): PackedReport[] {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const vector = () =>
    Array.from({ length: norms }, (_, norm) => {
      if (norm === 0) return next() < 0.4 ? "1" : "0";
      if (norm === 1) return "2";
      return "012222222-"[Math.floor(next() * 10)]!;
    }).join("");
  return Array.from({ length: organisations * ROUNDS }, (_, i): PackedReport => {
    const organisation = Math.floor(i / ROUNDS);
    const round = i % ROUNDS;
    return {
      body: bodyCode(`ci-${organisation % BODIES}`),
      reference: `R${i}`,
      framework: frameworkKey("KSW", "basis", "2017"),
      organisation: organisationId(`o${organisation}`),
      kvk: "00000000",
      day: referenceDay - 3_200 + ((organisation * 37) % 1_500) + round * 800,
      kind: round === 0 ? "initial" : "recertification",
      form: "external",
      audit: vector(),
      self: vector(),
    };
  });
}

function measure(organisations: number, norms: number) {
  const catalogue = catalogueOf(norms);
  const scores = scoreShard(reportsOf(organisations, norms), catalogue, referenceDay);
  const label = carryJudgements(scores, catalogue)[0];
  const [view] = publishedViews(catalogue);
  const before = process.cpuUsage();
  const judged = viewSignals(viewMatrix(view!, label), referenceDay, catalogue);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, signals: judged.signals, organisations: judged.analysis.organisations };
}

describe("all signals of a view, with its yearly reference dates", () => {
  test("of 120 organisations, 60 norms and 3 rounds take at most 0.3 CPU seconds, from the first time on", () => {
    const { seconds, signals, organisations } = measure(120, 60);
    console.log(`120 × 60 × 3: ${seconds.toFixed(3)} CPU s, ${signals.length} signals`);
    expect(organisations).toBe(120);
    expect(signals.map(({ signal }) => signal.code)).toEqual(expect.arrayContaining(["NOOIT_GEHAALD", "ALTIJD_GEHAALD"]));
    expect(seconds).toBeLessThanOrEqual(0.3);
  });

  test("of 3 000 organisations, 80 norms and 3 rounds take at most 5 CPU seconds", () => {
    const { seconds, signals, organisations } = measure(3_000, 80);
    console.log(`3 000 × 80 × 3: ${seconds.toFixed(3)} CPU s, ${signals.length} signals`);
    expect(organisations).toBe(3_000);
    expect(seconds).toBeLessThanOrEqual(5);
  });
});
