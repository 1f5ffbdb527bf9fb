import fc from "fast-check";
import { expect, test } from "vitest";
import { bodyRows } from "../../../../core/figures/tables/bodies.ts";
import { cohortRows } from "../../../../core/figures/tables/cohorts.ts";
import { exploratoryRows } from "../../../../core/figures/tables/exploratory.ts";
import { reportedTrendRows } from "../../../../core/figures/tables/reported-trends.ts";
import { transitionRows } from "../../../../core/figures/tables/transitions.ts";
import { trendRows } from "../../../../core/figures/tables/trends.ts";
import type { ViewSource } from "../../../../core/figures/tables/view-source.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, day, sourceOf } from "./example.ts";

const tables = {
  trends: (source: ViewSource, until: number) => trendRows(source, catalogue, until),
  transitions: (source: ViewSource, until: number) => transitionRows(source, catalogue, until),
  cohorts: (source: ViewSource, until: number) => cohortRows(source, until),
  bodies: (source: ViewSource, until: number) => bodyRows(source, catalogue, until),
  "reported trends": (source: ViewSource, until: number) => reportedTrendRows(source, catalogue, until),
  exploratory: (source: ViewSource, until: number) => exploratoryRows(source, catalogue, until),
};

const anyDay = fc.constantFrom("2017-08-31", "2018-05-01", "2020-06-30", "2021-12-31", "2022-12-30").map(day);

test.each(Object.entries(tables))("%s of an earlier day are the same from all audits as from those up to that day", (_, rows) => {
  fc.assert(
    fc.property(anyRegister, anyDay, (register, until) => {
      const reports = register.map(inOneSpelling);
      const asked = reports.filter((one) => one.day <= until || isCombined(one, reports));
      expect(rows(sourceOf(reports, "L basis"), until)).toEqual(rows(sourceOf(asked, "L basis"), until));
    }),
    { numRuns: 150 },
  );
});

/** Of an unknown word the first spelling is shown, also when it came later. */
const inOneSpelling = (one: PackedReport): PackedReport =>
  one.trends ? { ...one, trends: one.trends.map((trend) => ({ ...trend, theme: trend.theme.toLowerCase() })) } : one;

/** The two reports of a combined audit are one audit, also when they give it another day. */
const isCombined = (one: PackedReport, reports: readonly PackedReport[]): boolean =>
  reports.some((other) => other !== one && other.reference === one.reference && other.body === one.body);
