import { expect, it } from "vitest";
import { benchIntake } from "../../bench/intake.ts";

// An oracle that shares nothing with ours but the file: DuckDB reads, checks, groups and scores it in SQL. `benchIntake` throws when the counts differ.
it("a delivery of 30 000 rows comes to the same reports, findings, scores and figures as a count in SQL", async () => {
  const { outcome } = await benchIntake({ rows: 30_000, who: ["DuckDB, 1 thread", "ours"], turns: 1, passes: 1 });
  expect(outcome).toMatchObject({ rows: 30_000, accepted: 566, rejected: 11 });
  expect(Object.keys(outcome.findings ?? {}).sort()).toEqual([
    "DATE_IMPOSSIBLE",
    "DATE_OUTSIDE_FRAMEWORK",
    "DATE_UNREADABLE",
    "KVK_MALFORMED",
    "NORMS_MISSING",
    "NORM_DOUBLE",
    "NORM_UNKNOWN",
    "ORGANISATION_UNKNOWN",
    "PERSONAL_EMAIL",
    "SCORE_MISSING",
    "SCORE_UNKNOWN",
    "TEXT_TOO_LONG",
  ]);
});
