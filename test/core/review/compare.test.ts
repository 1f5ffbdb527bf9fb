import { describe, expect, it } from "vitest";
import { frameworkKey } from "../../../core/ids.ts";
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
    // "So far nobody" became "nobody": that is not gone.
    expect(more.gone).toEqual([]);
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

  it("that there were too few to say anything is nothing to miss", () => {
    const few = dossierOf({ reports: tests(5, "2024-03-01", "120"), referenceDate: "2024-12-31" });
    expect(few.norms.every(({ signals }) => signals.some(({ signal }) => signal === "TE_WEINIG_GEGEVENS"))).toBe(true);
    const mixed = [...tests(5, "2024-03-01", "120"), ...tests(20, "2025-03-01", "201", 101)];
    expect(dossierOf({ reports: mixed, previous: few }).gone).toEqual([]);
  });

  /** The first review as it would have been with a signal on N3 that was found by comparing. */
  const withWorsening = (dossier: Dossier, code: string): Dossier => ({
    ...dossier,
    norms: dossier.norms.map((norm) => {
      const [signal] = norm.signals;
      if (norm.code !== code || !signal) return norm;
      return { ...norm, signals: [...norm.signals, { ...signal, signal: "VERSLECHTEREND" as const, asks: "decide" as const }] };
    }),
  });

  it("a signal that was found by comparing goes with the framework of its norm, and that is the reason", () => {
    const before = withWorsening(dossierOf({ reports: tests(30, "2024-03-01", "020"), referenceDate: "2025-12-31" }), "N3");
    const after = dossierOf({
      reports: tests(30, "2024-03-01", "020"),
      catalogue: catalogueOf("2024", "2026"),
      referenceDate: "2026-06-30",
      previous: before,
    });
    expect(after.gone.find(({ signal }) => signal === "VERSLECHTEREND")).toMatchObject({
      code: "N3",
      why: { nl: "De norm staat niet meer in het geldende normenkader." },
    });
  });

  it("a signal of a norm that came with a new framework is new for that reason", () => {
    const before = dossierOf({ reports: tests(30, "2024-03-01", "020"), referenceDate: "2025-12-31" });
    const since = tests(30, "2026-03-01", "00", 201).map((report) => ({ ...report, framework: frameworkKey("KSW", "basis", "2026") }));
    const after = dossierOf({
      reports: [...tests(30, "2024-03-01", "020"), ...since],
      catalogue: catalogueOf("2024", "2026"),
      referenceDate: "2026-06-30",
      previous: before,
    });
    expect(signalOf(after, "M2", "NOOIT_GEHAALD")).toMatchObject({
      reviews: 1,
      why: { nl: "De norm is er gekomen met een nieuw normenkader." },
    });
  });
});
