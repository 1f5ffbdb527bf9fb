import { describe, expect, test } from "vitest";
import { type CountedLabel, carryJudgements } from "../../../core/scoring/carry.ts";
import { PAIRS, selfBesideAudit, testBesideHertoets } from "../../../core/scoring/paired-scores.ts";
import { retests } from "../../../core/scoring/retests.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { catalogue, day, referenceDay, report } from "./example.ts";

const ksw = (reports: readonly PackedReport[]): CountedLabel =>
  carryJudgements(scoreShard(reports, catalogue, referenceDay), catalogue)[0]!;
const position = (label: CountedLabel) => label.frameworks.findIndex(({ key }) => key === "KSW/basis/2019");

/** `first→second` per norm, for the pairs that were counted. */
function pairs(label: CountedLabel, count: typeof selfBesideAudit): string[][] {
  const counts = count(label, position(label));
  return Array.from({ length: counts.length / PAIRS }, (_, norm) =>
    Array.from(counts.subarray(norm * PAIRS, (norm + 1) * PAIRS)).flatMap((times, pair) =>
      Array.from({ length: times }, () => `${Math.floor(pair / 3)}→${pair % 3}`),
    ),
  );
}

describe("self-evaluation beside the audit", () => {
  test("pairs the two judgements of the current report, where both were given", () => {
    const label = ksw([report({ audit: "01-2", self: "212." })]);
    expect(pairs(label, selfBesideAudit)).toEqual([["2→0"], ["1→1"], [], []]);
  });

  test("leaves out what a vervolgtoets found later, and reports that are no longer current", () => {
    const old = report({ day: day("2020-01-01"), audit: "0000", self: "0000" });
    const current = report({ day: day("2022-01-01"), audit: "0000", self: "2222" });
    const later = report({ day: day("2023-01-01"), kind: "followUp", audit: "2222" });
    expect(pairs(ksw([old, current, later]), selfBesideAudit)[0]).toEqual(["2→0"]);
  });

  test("counts nothing for a report without one", () => {
    expect(pairs(ksw([report({ improvement: "1111", disciplines: { a: "2222" } })]), selfBesideAudit)).toEqual([[], [], [], []]);
  });
});

describe("the test beside the hertoets", () => {
  const first = report({ day: day("2018-01-01"), audit: "0000" });
  const followUp = report({ day: day("2018-06-01"), kind: "followUp", audit: "2222" });
  const second = report({ day: day("2020-01-01"), kind: "recertification", audit: "1111" });
  const third = report({ day: day("2022-01-01"), kind: "recertification", audit: "2.22" });

  test("pairs the hertoets with the first test, without the vervolgtoets between them", () => {
    expect(pairs(ksw([second, followUp, first]), testBesideHertoets)[0]).toEqual(["0→1"]);
  });

  test("takes the latest hertoets of an organisation, and each organisation once", () => {
    const label = ksw([first, second, third, report({ organisation: "gamma" })]);
    expect(pairs(label, testBesideHertoets)).toEqual([["1→2"], [], ["1→2"], ["1→2"]]);
    expect(retests(label, () => true)).toHaveLength(1);
  });

  test("makes no pair of a second first test, nor of a hertoets without a test before it", () => {
    expect(pairs(ksw([first, report({ day: day("2021-01-01") })]), testBesideHertoets)[0]).toEqual([]);
    expect(pairs(ksw([second]), testBesideHertoets)[0]).toEqual([]);
  });

  test("pairs over framework versions when the view has both", () => {
    const older = report({ framework: "KSW/basis/2017", day: day("2017-01-01"), audit: "000" });
    const label = ksw([older, second]);
    expect(pairs(label, testBesideHertoets)[0]).toEqual([]);
    expect(retests(label, () => true)).toEqual([{ organisation: 0, before: 0, hertoets: 1 }]);
  });
});
