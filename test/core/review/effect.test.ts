import { describe, expect, it } from "vitest";
import { catalogueOf, decision, dossierOf, test, tests } from "./made-up-review.ts";

/** Before the decision of 15 January 2025 nobody of ten meets N1. */
const before = tests(10, "2024-03-01", "022");
const again = (count: number, audit: string, version = "2024", date = "2025-06-01") =>
  Array.from({ length: count }, (_, i) => test(i + 1, date, audit, { kind: "recertification", version }));

const effectOf = (sources: Parameters<typeof dossierOf>[0]) => dossierOf({ decisions: [decision()], ...sources }).effects[0];

describe("did a decision help?", () => {
  it("is too early to say while nobody was tested since", () => {
    const effect = effectOf({ reports: before });
    expect(effect).toMatchObject({ outcome: "tooEarly", before: { met: 0, judged: 10 }, after: { met: 0, judged: 0 } });
    expect(effect?.sentence.nl).toBe(
      "Voor het besluit voldeden 0 van de 10 organisaties (0%). Sinds het besluit is nog niemand opnieuw op deze norm getoetst.",
    );
  });

  it("cannot be told by fewer than six changes, however they fall", () => {
    expect(effectOf({ reports: [...before, ...again(5, "222")] })).toMatchObject({ outcome: "cannotTell", better: 5, worse: 0, same: 0 });
  });

  it("is told by the same organisations before and after, and warns that the low go up by themselves", () => {
    const effect = effectOf({ reports: [...before, ...again(6, "222")] });
    expect(effect).toMatchObject({ outcome: "better", better: 6, worse: 0, after: { met: 6, judged: 6 } });
    // 2 · ½⁶
    expect(effect?.p).toBeCloseTo(0.03125, 10);
    expect(effect?.sentence.nl).toContain(
      "Dat is meer dan toeval kan verklaren. Wie laag begint, komt gemiddeld hoger uit, ook zonder besluit.",
    );
  });

  it("sees a fall as well, and chance for what it is", () => {
    const good = tests(10, "2024-03-01", "222");
    expect(effectOf({ reports: [...good, ...again(7, "022")] })?.outcome).toBe("worse");
    const mixed = [...tests(5, "2024-03-01", "022"), ...tests(5, "2024-03-01", "222", 6)];
    const turned = [
      ...again(5, "222"),
      ...Array.from({ length: 5 }, (_, i) => test(i + 6, "2025-06-01", "022", { kind: "recertification" })),
    ];
    expect(effectOf({ reports: [...mixed, ...turned] })).toMatchObject({ outcome: "noDifference", better: 5, worse: 5 });
  });

  it("leaves out what only looks again at what fell short: it would make every decision a success", () => {
    const checks = Array.from({ length: 8 }, (_, i) => test(i + 1, "2025-06-01", "2..", { kind: "followUp" }));
    expect(effectOf({ reports: [...before, ...checks] })?.outcome).toBe("tooEarly");
  });

  it("of the day itself still counts as before", () => {
    expect(effectOf({ reports: [...before, ...again(8, "222", "2024", "2025-01-15")] })?.outcome).toBe("tooEarly");
    expect(effectOf({ reports: [...before, ...again(8, "222", "2024", "2025-01-16")] })?.outcome).toBe("better");
    // Recorded later than it was taken: the day of the meeting counts.
    const taken = [decision({ on: "2025-01-14" })];
    expect(effectOf({ reports: [...before, ...again(8, "222", "2024", "2025-01-15")], decisions: taken })?.outcome).toBe("better");
  });

  it("follows a norm into the one that it was reworded into, and says so", () => {
    const catalogue = catalogueOf("2024", "2026");
    const old = tests(10, "2024-03-01", "202");
    const since = again(8, "22", "2026", "2026-03-01");
    const effect = effectOf({
      reports: [...old, ...since],
      catalogue,
      referenceDate: "2026-06-30",
      decisions: [decision({ norm: "KSW/basis/2024/N2", kind: "amend" })],
    });
    expect(effect).toMatchObject({
      code: "N2",
      wentOverIn: ["M2"],
      outcome: "better",
      before: { met: 0, judged: 10 },
      after: { met: 8, judged: 8 },
    });
  });

  it("of a norm that was retired says that it is out of force", () => {
    const effect = effectOf({
      reports: before,
      catalogue: catalogueOf("2024", "2026"),
      referenceDate: "2026-06-30",
      decisions: [decision({ norm: "KSW/basis/2024/N3", kind: "retire" })],
    });
    expect(effect).toMatchObject({ outcome: "retired", sentence: { nl: "De norm is vervallen." } });
  });

  it("shows every decision, the newest first, none on a norm that the catalogue does not have, and none from after the reference date", () => {
    const later = decision({ number: 3, at: "2026-01-01T10:00:00.000Z" });
    const decisions = [decision(), decision({ number: 2, at: "2025-09-01T10:00:00.000Z" }), decision({ norm: "KSW/basis/1999/X" }), later];
    expect(dossierOf({ reports: before, decisions }).effects.map(({ decision: { number } }) => number)).toEqual([2, 1]);
  });

  it("asks of a decision that was changed within its review nothing: the last one holds", () => {
    const review = "KSW-2024-12-31";
    const changed = [
      decision({ review, kind: "keep" }),
      decision({ review, number: 2, kind: "retire", refersTo: 1, at: "2025-01-15T10:05:00.000Z" }),
    ];
    const { effects } = dossierOf({ reports: before, decisions: [...changed, decision({ number: 3, at: "2025-03-01T10:00:00.000Z" })] });
    expect(effects.map(({ decision: { number, kind } }) => [number, kind])).toEqual([
      [3, "clarify"],
      [2, "retire"],
    ]);
  });

  it("says one organisation as one", () => {
    const effect = effectOf({ reports: [test(1, "2024-03-01", "022"), ...again(1, "222")] });
    expect(effect?.sentence.nl).toContain(
      "Voor het besluit voldeden 0 van de 1 organisatie (0%). Erna voldeed 1 van de 1 organisatie (100%).",
    );
    expect(effect?.sentence.en).toContain("1 of 1 organisation met it (100%).");
  });
});
