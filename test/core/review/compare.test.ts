import { describe, expect, it } from "vitest";
import type { Dossier } from "../../../core/review/dossier.ts";
import { catalogueOf, dossierOf, tests } from "./made-up-review.ts";

const never = tests(30, "2024-03-01", "022");
const first = dossierOf({ reports: never, referenceDate: "2024-12-31" });

const signalOf = ({ norms }: Dossier, code: string, signal: string) =>
  norms.find((norm) => norm.code === code)?.signals.find((one) => one.signal === signal);

describe("beside the review before", () => {
  it("a first review has nothing to compare with", () => {
    expect(first.previous).toBeNull();
    expect(first.gone).toEqual([]);
    expect(signalOf(first, "N1", "NOOIT_GEHAALD")).toMatchObject({ reviews: 1, why: null });
  });

  it("a signal that is there again counts one review more", () => {
    const second = dossierOf({ reports: never, referenceDate: "2025-12-31", previous: first });
    const third = dossierOf({ reports: never, referenceDate: "2026-12-31", previous: second });
    expect([first, second, third].map((dossier) => signalOf(dossier, "N1", "NOOIT_GEHAALD")?.reviews)).toEqual([1, 2, 3]);
    expect(third.previous).toEqual({ id: "KSW-2025-12-31", referenceDate: "2025-12-31" });
  });

  it("a signal goes because organisations that counted already are judged otherwise", () => {
    const again = tests(5, "2025-06-01", "222").map((report) => ({ ...report, kind: "recertification" as const }));
    const { gone } = dossierOf({ reports: [...never, ...again], previous: first });
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatchObject({ code: "N1", signal: "NOOIT_GEHAALD", reviews: 1 });
    expect(gone[0]?.why.nl).toBe("Bij 5 organisaties is het oordeel veranderd: 5 hoger, 0 lager.");
  });

  it("a signal goes because others came, while nothing changed for those who counted already", () => {
    const { gone } = dossierOf({ reports: [...never, ...tests(10, "2025-06-01", "222", 101)], previous: first });
    expect(gone.map(({ code }) => code)).toEqual(["N1"]);
    expect(gone[0]?.why.nl).toBe("Bij organisaties die al meetelden, is het oordeel niet veranderd. 10 organisaties kwamen erbij.");
  });

  it("a signal goes because reports came late: by what is known now it was not there then", () => {
    const { gone } = dossierOf({ reports: [...never, ...tests(10, "2024-06-01", "222", 101)], previous: first });
    expect(gone[0]?.why.nl).toBe("Er zijn rapporten nagekomen of verbeterd. Met wat we nu weten was dit op 31-12-2024 ook al zo.");
  });

  it("a signal that others set off is new, with why", () => {
    const few = dossierOf({ reports: tests(20, "2024-03-01", "122"), referenceDate: "2024-12-31" });
    const more = dossierOf({ reports: [...tests(20, "2024-03-01", "122"), ...tests(10, "2025-03-01", "122", 101)], previous: few });
    expect(signalOf(more, "N1", "NOOIT_GEHAALD")).toMatchObject({
      reviews: 1,
      why: { nl: "Bij organisaties die al meetelden, is het oordeel niet veranderd. 10 organisaties kwamen erbij." },
    });
    // "So far nobody" is not gone without a reason either.
    expect(more.gone.map(({ signal }) => signal)).toContain("NOOIT_TOT_NU_TOE");
  });

  it("other rules are named as the reason, before anything else", () => {
    const { gone } = dossierOf({ reports: [...never, ...tests(10, "2025-06-01", "222", 101)], previous: first, rulesVersion: "2027-1" });
    expect(gone[0]?.why.nl).toBe("De regels voor signalen zijn veranderd: van test naar 2027-1.");
  });

  it("a norm that went with its framework takes its signal with it, and one that ran on keeps it", () => {
    const before = dossierOf({ reports: tests(30, "2024-03-01", "020"), referenceDate: "2025-12-31" });
    const after = dossierOf({
      reports: [...tests(30, "2024-03-01", "020")],
      catalogue: catalogueOf("2024", "2026"),
      referenceDate: "2026-06-30",
      previous: before,
    });
    expect(signalOf(before, "N3", "NOOIT_GEHAALD")).toBeDefined();
    // Withdrawn norms keep their count signals: N3 is still there, marked, and not on the agenda.
    expect(signalOf(after, "N1", "NOOIT_GEHAALD")?.reviews).toBe(2);
    expect(after.norms.find(({ code }) => code === "N3")?.verdict).toBe("withdrawn");
  });
});
