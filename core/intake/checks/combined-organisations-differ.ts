import { organisationOf } from "../../catalogue/organisations.ts";
import { textIn } from "../draft.ts";
import type { DeliveryRule } from "./rule.ts";

/** One audit is of one organisation: the same reference under two labels for two of them is probably a reference used twice. */
export const combinedOrganisationsDiffer: DeliveryRule = {
  code: "COMBINED_ORGANISATIONS_DIFFER",
  severity: "warning",
  about: "delivery",
  *check(_, audits, { catalogue }) {
    for (const [reference, [first, ...others]] of audits) {
      const other = first && textIn(first, "kvk_nummer");
      if (first === undefined || other === undefined) continue;
      for (const report of others) {
        const kvk = textIn(report, "kvk_nummer");
        if (kvk === undefined || organisationOf(catalogue, kvk).id === organisationOf(catalogue, other).id) continue;
        yield { report, column: "kvk_nummer", params: { reference, label: first.label, other, row: first.row } };
      }
    }
  },
  inPast: (report, { otherLabels }, { catalogue }) => {
    const kvk = textIn(report, "kvk_nummer");
    if (kvk === undefined) return undefined;
    const organisation = organisationOf(catalogue, kvk).id;
    for (const { label, report: known } of otherLabels) {
      const other = known.audit?.kvk;
      if (other === undefined || organisationOf(catalogue, other).id === organisation) continue;
      return { column: "kvk_nummer", params: { reference: report.reference, label, other, delivery: known.deliveryNumber } };
    }
    return undefined;
  },
};
