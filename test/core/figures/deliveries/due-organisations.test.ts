import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueOrganisations } from "../../../../core/figures/deliveries/due-organisations.ts";
import { countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { counted } from "../selected/example.ts";
import { anyRegister, catalogue, day, referenceDay, report } from "../tables/example.ts";

/** The cycle is two years, the reference day 31 March 2024. */
const due = (reports: readonly PackedReport[]) => dueOrganisations(counted(reports)).find(({ label }) => label === "L")!;

describe("an organisation", () => {
  const tested = (on: string, what: Partial<Parameters<typeof report>[0]> = {}) => due([report({ day: on, ...what })]).due[0];

  test("is on time until half a year before its next test is due", () => {
    expect(due([report({ day: "2022-10-01" })])).toEqual({ label: "L", organisations: 1, onTime: 1, due: [] });
    expect(tested("2022-09-30")).toMatchObject({ state: "soon", due: day("2024-09-30"), monthsLate: 0, cycleYears: 2 });
    expect(tested("2022-03-31")).toMatchObject({ state: "soon", due: day("2024-03-31"), monthsLate: 0 });
  });

  test("is overdue from the day after, in whole months, and away after a year", () => {
    expect(tested("2022-03-30")).toMatchObject({ state: "overdue", monthsLate: 0 });
    expect(tested("2022-02-28")).toMatchObject({ state: "overdue", monthsLate: 1 });
    expect(tested("2021-03-31")).toMatchObject({ state: "overdue", monthsLate: 12 });
    expect(tested("2021-03-30")).toMatchObject({ state: "away", monthsLate: 12 });
  });

  test("of which the last test fell on 29 February is due on the 28th", () => {
    expect(tested("2020-02-29")).toMatchObject({ due: day("2022-02-28"), state: "away" });
  });

  test("counts from its last full test in any variant: a check does not postpone the next one", () => {
    const first = report({ day: "2021-05-01" });
    expect(due([first, report({ day: "2023-05-01", kind: "followUp" })]).due[0]).toMatchObject({ lastTest: day("2021-05-01") });
    const moved = report({ day: "2023-05-01", kind: "recertification", framework: "L/wijk/2021" });
    expect(due([first, moved])).toMatchObject({ organisations: 1, onTime: 1 });
  });

  test("is due by the cycle of its own label: three years beside two", () => {
    const frameworks = catalogue.frameworks.map((one) => (one.label === "N" ? { ...one, cycleYears: 3 } : one));
    const longer = { ...catalogue, frameworks, frameworkByKey: new Map(frameworks.map((one) => [one.key, one])) };
    const reports = [report({ day: "2021-06-30" }), report({ day: "2021-06-30", framework: "N/basis/2021" })];
    const found = dueOrganisations(countedScores(scoreShard(reports, longer, referenceDay), longer));
    expect(found.map(({ label, due: [first] }) => [label, first?.cycleYears, first?.due, first?.state])).toEqual([
      ["L", 2, day("2023-06-30"), "overdue"],
      ["N", 3, day("2024-06-30"), "soon"],
    ]);
  });

  test("has its name from the register, and the body of its last test", () => {
    expect(tested("2021-05-01", { organisation: "alfa", body: "dnv" })).toMatchObject({
      organisation: "gamma",
      name: "Gamma",
      body: "dnv",
    });
    expect(tested("2021-05-01", { organisation: "kvk:20000001" })).toMatchObject({ name: "kvk:20000001" });
  });

  test("is there once: on time or due, the longest overdue first", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        for (const { organisations, onTime, due: list } of dueOrganisations(counted(reports))) {
          expect(onTime + list.length).toBe(organisations);
          expect(new Set(list.map(({ organisation }) => organisation)).size).toBe(list.length);
          expect(list.map((one) => one.due)).toEqual(list.map((one) => one.due).sort((a, b) => a - b));
        }
      }),
    );
  });
});
