import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { improvementFollowUp } from "../../../../core/figures/norm-dossier/improvement-points.ts";
import { viewSource } from "../../../../core/figures/tables/view-source.ts";
import { viewOf } from "../../../../core/relevance/views.ts";
import { carryJudgements } from "../../../../core/scoring/carry.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import * as merging from "../../scoring/example.ts";
import { day, report, sourceOf } from "../tables/example.ts";

/** Of A1. */
const followUp = (reports: readonly PackedReport[]) => {
  const source = sourceOf(reports, "L basis");
  return improvementFollowUp(
    source,
    source.view.norms.findIndex(({ code }) => code === "A1"),
  );
};

describe("an improvement point", () => {
  const agreed = report({ reference: "R-1", day: "2020-03-01", audit: "0222", improvement: "10.." });

  test("is open until a next test judged the norm", () => {
    const otherNorm = report({ day: "2020-09-01", kind: "followUp", audit: ".2.." });
    expect(followUp([agreed, otherNorm])).toMatchObject({
      said: 1,
      points: 1,
      organisations: 1,
      open: [{ organisation: "beta", body: "ciio", reference: "R-1", day: day("2020-03-01") }],
    });
  });

  test("is looked at again at the next test that judged the norm, also a vervolgtoets and under a newer framework", () => {
    const check = report({ day: "2020-09-01", kind: "followUp", audit: "1..." });
    const hertoets = report({ day: "2022-03-01", kind: "recertification", framework: "L/basis/2021", audit: "222" });
    expect(followUp([agreed, check, hertoets])).toMatchObject({ points: 1, better: 1, metNow: 0, open: [] });
    expect(followUp([agreed, hertoets])).toMatchObject({ points: 1, better: 1, metNow: 1, open: [] });
  });

  test("that is agreed again is another point", () => {
    const again = report({ day: "2022-03-01", kind: "recertification", audit: "0222", improvement: "1..." });
    const worse = report({ organisation: "delta", day: "2020-03-01", audit: "1222", improvement: "1..." });
    const worseStill = report({ organisation: "delta", day: "2022-03-01", kind: "recertification", audit: "0222", improvement: "0..." });
    expect(followUp([agreed, again, worse, worseStill])).toMatchObject({
      said: 4,
      points: 3,
      organisations: 2,
      same: 1,
      worse: 1,
      open: [{ organisation: "beta" }],
    });
  });

  test("on a norm without a judgement then cannot be better or worse", () => {
    const unjudged = report({ day: "2020-03-01", audit: "?222", improvement: "1..." });
    const later = report({ day: "2022-03-01", kind: "recertification", audit: "2222" });
    expect(followUp([unjudged, later])).toMatchObject({ points: 1, withoutBefore: 1, metNow: 1, better: 0 });
  });

  test("is always somewhere: followed up or open", () => {
    fc.assert(
      fc.property(merging.anyRegister, (reports) => {
        const labels = carryJudgements(scoreShard(reports, merging.catalogue, merging.referenceDay), merging.catalogue);
        const source = viewSource(
          viewOf(merging.catalogue, "KSW", null),
          labels.find(({ label }) => label === "KSW"),
        );
        source.view.norms.forEach((_, column) => {
          const found = improvementFollowUp(source, column);
          expect(found.better + found.same + found.worse + found.withoutBefore + found.open.length).toBe(found.points);
          expect(found.points).toBeLessThanOrEqual(found.said);
          expect(found.organisations).toBeLessThanOrEqual(found.points);
        });
      }),
      { numRuns: 100 },
    );
  });
});
