/** What a body delivered before, as it may travel to that body: so that a file can be checked against it before it is sent. */
import { reportKey } from "../ports.ts";
import type { Past } from "./check-file.ts";
import type { KnownReport } from "./types.ts";

/** A report of the body as it stands. */
export interface OwnReport extends KnownReport {
  readonly reference: string;
  readonly label: string;
}

/**
 * More than a body has after many years. Some 350 bytes each: as many fit in an answer of a Lambda (6 MB), also to who takes no compression.
 * A body with more checks without its past, as everybody does without a network.
 */
export const MOST_OWN_REPORTS = 10_000;

/** The past as far as one body knows it: its own reports, and nothing of tests by others. */
export function ownPast(reports: readonly OwnReport[]): Past {
  const known = new Map(reports.map((report) => [reportKey(report.reference, report.label), report]));
  return { extent: "ownReports", known: async () => known, tests: async () => [] };
}
