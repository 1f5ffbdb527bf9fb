import { describe, expect, it } from "vitest";
import { dossierHtml } from "../../../core/review/documents/dossier-html.ts";
import { agendaOf, normsThat } from "../../../core/review/dossier.ts";
import { catalogueOf, dossierOf, test, tests } from "./made-up-review.ts";

/** N1: nobody of 30 meets it; N2: everybody does; N3: half. */
const thirty = [...tests(15, "2024-03-01", "020"), ...tests(15, "2024-09-01", "122", 16)];

describe("a dossier", () => {
  it("puts on the agenda what nobody meets, before what everybody meets, and leaves out the rest", () => {
    const dossier = dossierOf({ reports: thirty });
    expect(agendaOf(dossier)).toEqual(["KSW/basis/2024/N1", "KSW/basis/2024/N2"]);
    const [never, always] = normsThat(dossier, "decide");
    expect(never).toMatchObject({ code: "N1", counts: { judged: 30, met: 0, partiallyMet: 15 }, verdict: "decide" });
    expect(never?.signals[0]).toMatchObject({ signal: "NOOIT_GEHAALD", asks: "decide", reviews: 1, why: null });
    expect(always?.signals[0]).toMatchObject({ signal: "ALTIJD_GEHAALD", asks: "decide" });
    expect(dossier.norms.map(({ code, verdict }) => [code, verdict])).toEqual([
      ["N1", "decide"],
      ["N2", "decide"],
      ["N3", "nothing"],
    ]);
  });

  it("asks for no decision where there is too little to go by, and says of how many norms", () => {
    const dossier = dossierOf({ reports: tests(13, "2024-03-01", "002") });
    expect(agendaOf(dossier)).toEqual([]);
    expect(dossier.limits[0]?.nl).toBe("Over 3 normen is niets te zeggen: daarop zijn minder dan 14 organisaties beoordeeld.");
    const some = dossierOf({ reports: tests(20, "2024-03-01", "002") });
    expect(some.norms.map(({ verdict }) => verdict)).toEqual(["notice", "notice", "nothing"]);
  });

  it("has nothing to decide about a norm out of force, and shows it last", () => {
    const dossier = dossierOf({ reports: thirty, catalogue: catalogueOf("2024", "2026"), referenceDate: "2026-06-30" });
    expect(dossier.norms.map(({ code, verdict }) => [code, verdict])).toEqual([
      ["N1", "decide"],
      ["M2", "nothing"],
      ["N2", "withdrawn"],
      ["N3", "withdrawn"],
    ]);
    expect(agendaOf(dossier)).toEqual(["KSW/basis/2026/N1"]);
  });

  it("is the same to the byte for the same input, whatever the order of the reports", () => {
    const [one, other] = [dossierOf({ reports: thirty }), dossierOf({ reports: thirty.toReversed() })];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it("of a label of which nothing was delivered has every norm, and says that it cannot be concluded upon", () => {
    const dossier = dossierOf({ reports: [] });
    expect(dossier.norms).toHaveLength(3);
    expect(dossier.completeness).toMatchObject({ reports: 0, organisations: 0 });
    expect(dossier.limits.map(({ nl }) => nl)).toContain(
      "Van CIIO zijn geen toetsen uit deze periode binnen. Wat daar gebeurd is, staat niet in dit dossier.",
    );
  });

  it("says who delivered, who is overdue, and what does not count", () => {
    const reports = [...thirty, test(1, "2025-06-01", "..2", { kind: "followUp", reference: "V-1" }), test(2, "2025-07-01", "2-?")];
    const { completeness } = dossierOf({ reports });
    expect(completeness.bodies).toEqual([{ code: "ciio", name: "CIIO", reports: 32, reportsInPeriod: 2, lastTest: "2025-07-01" }]);
    expect(completeness.excluded).toEqual({ laterReports: 0, partialTests: 1, notJudged: 2 });
    expect(completeness.overdue).toEqual([]);
    const later = dossierOf({ reports, referenceDate: "2026-10-01" }).completeness;
    // Two years after March and September 2024; the second of them had a test in 2025.
    expect(later.overdue).toHaveLength(29);
    expect(later.overdue[0]).toMatchObject({ lastTest: "2024-03-01", due: "2026-03-01", body: "CIIO" });
  });

  it("leaves out norms of a framework that is not valid yet", () => {
    const dossier = dossierOf({ reports: thirty, catalogue: catalogueOf("2024", "2026") });
    expect(dossier.norms.map(({ code }) => code)).toEqual(["N1", "N2", "N3"]);
  });

  it("of a norm out of force asks nothing, whatever its signals say", () => {
    const dossier = dossierOf({ reports: thirty, catalogue: catalogueOf("2024", "2026"), referenceDate: "2026-06-30" });
    const withdrawn = normsThat(dossier, "withdrawn");
    expect(withdrawn.flatMap(({ signals }) => signals).length).toBeGreaterThan(0);
    expect(withdrawn.flatMap(({ signals }) => signals.map(({ asks }) => asks)).every((asks) => asks === "nothing")).toBe(true);
  });

  it("tells norms about which too little is known from those where nothing stood out", async () => {
    const text = dossierHtml(dossierOf({ reports: tests(5, "2024-03-01", "120") }));
    expect(text).toContain("Over 3 normen is nog te weinig bekend: N1, N2, N3.");
    expect(text).not.toContain("viel niets op");
  });
});
