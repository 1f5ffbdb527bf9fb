import { describe, expect, it } from "vitest";
import type { PublishedSignal } from "../../../core/figures/signals-json.ts";
import type { Dossier } from "../../../core/review/dossier.ts";
import { changesSinceReviews } from "../../../core/review/since-review.ts";
import { dossierOf, tests } from "./made-up-review.ts";

const signalsOf = ({ norms }: Dossier): PublishedSignal[] => norms.flatMap(({ signals }) => signals);
const names = (signals: readonly PublishedSignal[]) => signals.map(({ norm, signal }) => `${norm} ${signal}`);

describe("since the last review", () => {
  const last = dossierOf({ reports: tests(30, "2024-03-01", "022"), referenceDate: "2024-12-31" });

  it("nothing changed where the figures say the same", () => {
    expect(changesSinceReviews([last], signalsOf(last))).toMatchObject({ gained: [], lost: [] });
  });

  it("tells what came and what went", () => {
    const now = dossierOf({
      reports: [...tests(30, "2024-03-01", "022"), ...tests(20, "2025-03-01", "200", 101)],
      referenceDate: "2025-12-31",
    });
    const { gained, lost, kept } = changesSinceReviews([last], signalsOf(now));
    expect(names(lost)).toEqual(["N1 NOOIT_GEHAALD", "N2 ALTIJD_GEHAALD", "N3 ALTIJD_GEHAALD"]);
    expect(names(gained)).not.toContain("N1 NOOIT_GEHAALD");
    expect(names(kept)).toEqual([]);
  });

  it("of a label without a review nothing was known: all of it is new", () => {
    expect(changesSinceReviews([], signalsOf(last)).gained).toHaveLength(3);
  });
});
