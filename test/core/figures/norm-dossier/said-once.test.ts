import { describe, expect, it } from "vitest";
import { saidOnce } from "../../../../core/figures/norm-dossier/said-once.ts";
import { signal } from "../../../portal/made-up-signals.ts";

describe("the signals of one norm", () => {
  it("are said once, by the view that comes first, with the views that say the same", () => {
    const all = signal({ norm: "V15", signal: "NOOIT_GEHAALD", view: "KSW/*/2017..2021" });
    const one = signal({ norm: "V15", signal: "NOOIT_GEHAALD", view: "KSW/basis/2017..2019" });
    const other = signal({ norm: "V15", signal: "VERSLECHTEREND", view: "KSW/basis/2017..2019" });
    expect(saidOnce([all, one, other])).toEqual([
      { signal: all, also: [one] },
      { signal: other, also: [] },
    ]);
  });

  it("of two bodies, or about two other norms, are two", () => {
    const about = (what: object) => signal({ norm: "V15", signal: "CI_VERSCHIL", about: what });
    expect(
      saidOnce([about({ body: "dnv" }), about({ body: "ciio" }), about({ norm: "V16" }), about({ norm: "V17" }), about({ body: "dnv" })]),
    ).toHaveLength(4);
  });
});
