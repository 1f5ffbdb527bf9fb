import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOfLastHalfYear, mirrorReport } from "../../../../core/figures/mirror/mirror-report.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { counted, selection } from "../selected/example.ts";
import { anyRegister, day, report } from "../tables/example.ts";

const a1 = (reports: readonly PackedReport[], body = "ciio") =>
  mirrorReport(counted(reports), "L", body).rows.find(({ norm }) => norm.code === "A1")!;

const organisations = (body: string, count: number, first: number, audit = "2222") =>
  Array.from({ length: count }, (_, i) => report({ body, audit, day: "2022-03-01", organisation: `kvk:${20000000 + first + i}` }));

describe("the mirror report of a body", () => {
  test("shows its own scores whole, beside those of all bodies together", () => {
    const reports = [...organisations("ciio", 2, 0), ...organisations("dnv", 5, 100, "0222"), ...organisations("lloyds", 5, 200)];
    expect(a1(reports)).toMatchObject({
      own: { judged: 2, met: 2, share: 1 },
      all: { judgements: { shows: "all", judged: 12, met: 7, partiallyMet: 0, notMet: 5 } },
      allShare: { share: 7 / 12 },
    });
  });

  test("shows nothing of all bodies when the others are fewer than five organisations, or one body", () => {
    const few = [...organisations("ciio", 50, 0), ...organisations("dnv", 2, 100), ...organisations("lloyds", 2, 200)];
    const one = [...organisations("ciio", 50, 0), ...organisations("dnv", 40, 100)];
    for (const reports of [few, one])
      expect(a1(reports)).toMatchObject({ own: { judged: 50 }, all: { judgements: { shows: "nothing" } }, allShare: { share: null } });
  });

  test("gives an organisation to the body whose judgement counts, norm by norm", () => {
    const reports = [
      report({ organisation: "beta", body: "ciio", day: "2020-03-01", audit: "0022" }),
      report({ organisation: "beta", body: "dnv", day: "2021-03-01", kind: "followUp", audit: "2..." }),
    ];
    expect(a1(reports, "ciio").own.organisations).toBe(0);
    expect(a1(reports, "dnv").own).toMatchObject({ organisations: 1, met: 1 });
  });

  test("is of the last half-year that ended: a report of today changes nothing in it", () => {
    const reports = organisations("ciio", 2, 0);
    const { until } = mirrorReport(counted(reports), "L", "ciio");
    expect(until).toBe(day("2023-12-31"));
    expect(a1([...reports, report({ organisation: "delta", day: "2024-02-01" })])).toEqual(a1(reports));
    expect(["2024-06-29", "2024-06-30", "2024-07-01", "2024-12-31"].map((one) => endOfLastHalfYear(day(one)))).toEqual(
      ["2023-12-31", "2024-06-30", "2024-06-30", "2024-12-31"].map(day),
    );
  });

  test("shows of all bodies only what the figures of that day say", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom("ciio", "dnv", "nobody"), (reports, body) => {
        // Five times the register, so that there are cells large enough to be shown.
        const many = Array.from({ length: 6 }, (_, i) =>
          reports.map((one) =>
            report({
              ...one,
              day: new Date(one.day * 86_400_000).toISOString().slice(0, 10),
              reference: `${one.reference} ${i}`,
              organisation: `${one.organisation}-${i}`,
            }),
          ),
        ).flat();
        const rows = normRows(counted(many), selection({ until: day("2023-12-31") })).rows;
        mirrorReport(counted(many), "L", body).rows.forEach(({ own, all, allShare }, i) => {
          const { counts, share } = rows[i]!;
          expect(own.organisations).toBeLessThanOrEqual(counts.organisations);
          if (all.judgements.shows !== "nothing") expect(counts).toMatchObject(omitShows(all.judgements));
          if (all.rest.shows === "all") expect(counts).toMatchObject(omitShows(all.rest));
          if (allShare.share !== null) expect(allShare.share).toBe(share);
        });
      }),
      { numRuns: 30 },
    );
  });
});

const omitShows = ({ shows: _, ...counts }: { readonly shows: string }) => counts;
