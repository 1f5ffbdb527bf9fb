import { dutchDay } from "../../calendar.ts";
import { numberIn } from "../draft.ts";
import type { ReportRule } from "./rule.ts";

/** Windows of versions may overlap; a test outside the window of the version it names used another version. */
export const dateOutsideFramework: ReportRule = {
  code: "DATE_OUTSIDE_FRAMEWORK",
  severity: "error",
  about: "report",
  check: (report, given) => {
    const day = numberIn(report, "toetsdatum");
    const framework = report.framework;
    if (day === undefined || framework === undefined) return undefined;
    if (day >= framework.validFromDay && day <= framework.validUntilDay) return undefined;
    const others = given.catalogue.frameworks.filter(
      (other) =>
        other.label === framework.label && other.variant === framework.variant && day >= other.validFromDay && day <= other.validUntilDay,
    );
    return {
      column: "toetsdatum",
      params: {
        date: dutchDay(day),
        framework: framework.key,
        from: dutchDay(framework.validFromDay),
        until: Number.isFinite(framework.validUntilDay) ? dutchDay(framework.validUntilDay) : "",
        others: others.map((other) => other.version),
      },
    };
  },
};
