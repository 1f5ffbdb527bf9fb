import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../../core/intake/check-result.ts";
import { summaryOf } from "../../../portal/scripts/check-words.ts";

const result = (read: Partial<CheckResult["read"]>): CheckResult => ({
  status: "rejected",
  read: { format: "csv", encoding: null, delimiter: null, layout: "unknown", rows: 0, ...read },
  counts: { reports: 0, rejected: 0, errors: 1, warnings: 0 },
  reports: [],
  groups: [],
  past: "nothing",
  notAsked: [],
});

describe("how a file was read", () => {
  it("is said with its encoding and separator", () => {
    const read = { encoding: "utf-8 met BOM", delimiter: ";", layout: "wide", rows: 2 } as const;
    expect(summaryOf(result(read), "nl")).toContain(
      'Gelezen als CSV (UTF-8 met BOM, scheidingsteken ";"); 2 rijen, met per rij één rapport.',
    );
    expect(summaryOf(result({ ...read, delimiter: "\t" }), "en")).toContain(
      "Read as CSV (UTF-8 with BOM, separator tab); 2 rows, one report in each.",
    );
  });

  it("leaves out what is not known of a file that was refused half-way", () => {
    expect(summaryOf(result({}), "nl")).toContain("Gelezen als CSV; 0 rijen.");
    expect(summaryOf(result({ delimiter: "," }), "en")).toContain('Read as CSV (separator ","); 0 rows.');
  });
});
