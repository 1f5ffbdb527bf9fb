import { textIn } from "../draft.ts";
import { groupBy } from "../grouping.ts";
import type { DeliveryRule } from "./rule.ts";

/** One audit is of one organisation: the same reference under two labels with two KvK numbers is probably a reference used twice. */
export const combinedOrganisationsDiffer: DeliveryRule = {
  code: "COMBINED_ORGANISATIONS_DIFFER",
  severity: "warning",
  about: "delivery",
  check: (reports) =>
    [...groupBy(reports, (report) => report.reference).values()].flatMap(([first, ...others]) =>
      others
        .filter((report) => first !== undefined && differs(textIn(first, "kvk_nummer"), textIn(report, "kvk_nummer")))
        .map((report) => ({
          report,
          column: "kvk_nummer" as const,
          params: {
            reference: report.reference,
            label: first?.label ?? "",
            other: (first && textIn(first, "kvk_nummer")) ?? "",
            row: first?.row ?? 0,
          },
        })),
    ),
};

const differs = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;
