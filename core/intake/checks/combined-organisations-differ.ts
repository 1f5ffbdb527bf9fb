import { textIn } from "../draft.ts";
import type { DeliveryRule } from "./rule.ts";

/** One audit is of one organisation: the same reference under two labels with two KvK numbers is probably a reference used twice. */
export const combinedOrganisationsDiffer: DeliveryRule = {
  code: "COMBINED_ORGANISATIONS_DIFFER",
  severity: "warning",
  about: "delivery",
  *check(_, audits) {
    for (const [reference, [first, ...others]] of audits) {
      const other = first && textIn(first, "kvk_nummer");
      if (first === undefined || other === undefined) continue;
      for (const report of others) {
        const kvk = textIn(report, "kvk_nummer");
        if (kvk === undefined || kvk === other) continue;
        yield { report, column: "kvk_nummer", params: { reference, label: first.label, other, row: first.row } };
      }
    }
  },
};
