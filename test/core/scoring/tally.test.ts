import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yearOf } from "../../../core/calendar.ts";
import { SCORE_CHARS } from "../../../core/judgement.ts";
import { type CountedLabel, carryJudgements } from "../../../core/scoring/carry.ts";
import { halfYearName, halfYearOf } from "../../../core/scoring/half-year.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { tally } from "../../../core/scoring/tally.ts";
import { auditKinds, type PackedReport } from "../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "./example.ts";

const counted = (reports: readonly PackedReport[]): readonly CountedLabel[] =>
  carryJudgements(scoreShard(reports, catalogue, referenceDay), catalogue);

/** The cells with words instead of numbers, and the scores of the norms as counts of five. */
const cellsOf = (label: CountedLabel) =>
  tally(label).map((cell) => ({
    framework: label.frameworks[cell.framework]!.key as string,
    period: halfYearName(cell.period),
    body: label.tables.bodies[cell.body]!,
    kind: auditKinds[cell.kind]!,
    discipline: cell.discipline < 0 ? null : label.tables.disciplines[cell.discipline]!,
    audits: cell.audits,
    counts: Array.from(cell.counts),
  }));

describe("the tally", () => {
  test("counts every audit in its half-year, body and kind, also one that is not current", () => {
    const first = report({ day: day("2022-06-30"), audit: "012-" });
    const hertoets = report({ day: day("2022-07-01"), kind: "recertification", audit: "?.22" });
    const another = report({ day: day("2022-01-01"), organisation: "gamma", audit: "0000" });
    const common = { framework: "KSW/basis/2019", body: "ciio", discipline: null };
    expect(cellsOf(counted([hertoets, first, another])[0]!)).toEqual([
      { ...common, period: "2022-H1", kind: "initial", audits: 2, counts: [2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0] },
      {
        ...common,
        period: "2022-H2",
        kind: "recertification",
        audits: 1,
        counts: [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0],
      },
    ]);
  });

  test("keeps the scores of a discipline beside those of the organisation", () => {
    const [label] = counted([report({ audit: "0222", disciplines: { schuldhulpverlening: "0..." } })]);
    expect(cellsOf(label!).map(({ discipline, audits, counts }) => [discipline, audits, counts.slice(0, 5)])).toEqual([
      [null, 1, [1, 0, 0, 0, 0]],
      ["schuldhulpverlening", 1, [1, 0, 0, 0, 0]],
    ]);
  });

  test("counts what a combined audit lent under both labels, and marks where it was lent", () => {
    const labels = counted([
      report({ reference: "C", audit: "0222" }),
      report({ reference: "C", framework: "NVVK/basis/2021", audit: "..1" }),
    ]);
    const nvvk = labels.find(({ label }) => label === "NVVK")!;
    expect(cellsOf(nvvk)[0]!.counts).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
    expect(Array.from(nvvk.carried)).toEqual([0, 1]);
    expect(Array.from(labels.find(({ label }) => label === "KSW")!.carried)).toEqual([]);
  });

  test.each([
    ["as far apart as one audit can be: a month", "2024-04-14", [0, 1]],
    ["a day further apart", "2024-04-15", []],
    ["years apart, since the reference was used again", "2021-03-14", []],
  ])("lends between audits %s", (_, other, carried) => {
    const labels = counted([
      report({ reference: "C", audit: "0222", day: day("2024-03-14") }),
      report({ reference: "C", framework: "NVVK/basis/2021", audit: "..1", day: day(other) }),
    ]);
    expect(Array.from(labels.find(({ label }) => label === "NVVK")!.carried)).toEqual(carried);
  });

  test("adds up to all that was reported and lent", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        for (const label of counted(reports)) {
          const known = reports.filter((given) => given.framework.startsWith(`${label.label}/`) && given.day <= referenceDay);
          const cells = cellsOf(label);
          for (const kind of auditKinds) {
            const ofKind = cells.filter((cell) => cell.kind === kind && cell.discipline === null);
            expect(ofKind.reduce((sum, cell) => sum + cell.audits, 0)).toBe(known.filter((given) => given.kind === kind).length);
          }
          const whole = cells.filter(({ discipline }) => discipline === null).flatMap(({ counts }) => counts);
          const explicit = known.flatMap(({ audit }) => [...audit]).filter((character) => character !== ".").length;
          expect(whole.reduce((sum, count) => sum + count, 0)).toBe(explicit + label.carried.length);
          for (const discipline of label.tables.disciplines) {
            const found = cells.filter((cell) => cell.discipline === discipline).flatMap(({ counts }) => counts);
            const given = known.flatMap((one) => [
              ...(Object.entries(one.disciplines ?? {}).find(([name]) => name === discipline)?.[1] ?? ""),
            ]);
            expect(found.reduce((sum, count) => sum + count, 0)).toBe(given.filter((character) => character !== ".").length);
          }
        }
      }),
    );
  });

  test("is made from copies: what was lent is not in the scores that are merged and kept", () => {
    const scores = scoreShard(
      [report({ reference: "C", audit: "0222" }), report({ reference: "C", framework: "NVVK/basis/2021", audit: "..1" })],
      catalogue,
      referenceDay,
    );
    carryJudgements(scores, catalogue);
    const nvvk = scores.labels.find(({ label }) => label === "NVVK")!;
    expect(Array.from(nvvk.scores, (code) => SCORE_CHARS[code]).join("")).toBe("..1");
  });
});

test("a half-year runs from January or July, and comes after the one before", () => {
  expect(["2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01"].map((date) => halfYearName(halfYearOf(day(date))))).toEqual([
    "2023-H2",
    "2024-H1",
    "2024-H1",
    "2024-H2",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: day("1990-01-01"), max: day("2090-01-01") }), (any) => {
      expect(Math.floor(halfYearOf(any) / 2)).toBe(yearOf(any));
      expect(halfYearOf(any + 184) - halfYearOf(any)).toBeGreaterThanOrEqual(1);
    }),
  );
});
