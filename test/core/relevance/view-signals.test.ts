/** What became of a signal: new, confirmed, persistent, gone; from the yearly reference dates before. */
import { describe, expect, test } from "vitest";
import { isoDay } from "../../../core/calendar.ts";
import { yearsBefore } from "../../../core/relevance/reference-dates.ts";
import type { ViewSignals } from "../../../core/relevance/view-signals.ts";
import { catalogueOf, day, framework, judged, type MadeUpReport, organisations } from "./made-up-view.ts";

const catalogue = catalogueOf([framework("KSW/basis/2019", ["A", "B"], "2019-01-01")]);

/** `A NOOIT_GEHAALD bevestigd 2023-12-31` */
const courses = ({ analysis, signals }: ViewSignals) =>
  signals.map(({ norm, signal, status, since }) => `${analysis.view.norms[norm]!.code} ${signal.code} ${status} ${since}`);

/** Nobody meets A; everybody meets B. */
const never = (count: number, on: string, first = 0): MadeUpReport[] => organisations(count, () => ({ scores: "02", on }), first);

describe("a signal", () => {
  test("is new at the first reference date that has it", () => {
    expect(courses(judged(catalogue, never(29, "2024-03-01"), { on: "2024-12-31" }))).toEqual([
      "A NOOIT_GEHAALD nieuw 2024-12-31",
      "B ALTIJD_GEHAALD nieuw 2024-12-31",
    ]);
  });

  test("is new when the reference date a year before had less than it takes", () => {
    const reports = [...never(28, "2023-03-01"), ...never(1, "2024-03-01", 28)];
    expect(courses(judged(catalogue, reports, { on: "2023-12-31" }))).toEqual(["A NOOIT_TOT_NU_TOE nieuw 2023-12-31"]);
    expect(courses(judged(catalogue, reports, { on: "2024-12-31" }))[0]).toBe("A NOOIT_GEHAALD nieuw 2024-12-31");
  });

  test("is confirmed when the yearly reference date before had it, and runs since the first without a gap", () => {
    const reports = never(29, "2021-03-01");
    expect(courses(judged(catalogue, reports, { on: "2022-12-31" }))[1]).toBe("B ALTIJD_GEHAALD bevestigd 2021-12-31");
    expect(courses(judged(catalogue, reports, { on: "2024-12-31" }))[1]).toBe("B ALTIJD_GEHAALD bevestigd 2021-12-31");
  });

  test("begins anew after a gap", () => {
    const reports = [
      ...never(29, "2020-03-01"),
      // One of them does not meet B for a while, nor does another later on.
      { organisation: 0, scores: "00", on: "2021-03-01", kind: "recertification" as const },
      { organisation: 0, scores: "02", on: "2022-03-01", kind: "recertification" as const },
    ];
    const at = (on: string) => courses(judged(catalogue, reports, { on })).filter((line) => line.startsWith("B ALTIJD"));
    expect(at("2020-12-31")).toEqual(["B ALTIJD_GEHAALD nieuw 2020-12-31"]);
    expect(at("2021-12-31")).toEqual([]);
    expect(at("2022-12-31")).toEqual(["B ALTIJD_GEHAALD nieuw 2022-12-31"]);
    expect(at("2024-12-31")).toEqual(["B ALTIJD_GEHAALD bevestigd 2022-12-31"]);
  });

  test("that is not there any more is gone, once", () => {
    const reports = [...never(29, "2023-03-01"), { organisation: 0, scores: "20", on: "2024-03-01", kind: "recertification" as const }];
    const gone = (on: string) =>
      judged(catalogue, reports, { on }).gone.map(
        ({ norm, signal, lastSeen, withdrawn }) => `${norm} ${signal.code} ${lastSeen} ${withdrawn}`,
      );
    expect(gone("2023-12-31")).toEqual([]);
    expect(gone("2024-12-31")).toEqual(["0 NOOIT_GEHAALD 2023-12-31 false", "1 ALTIJD_GEHAALD 2023-12-31 false"]);
    expect(gone("2025-12-31")).toEqual([]);
  });

  test("of a test is followed by what it is about: another body is another signal", () => {
    const strict = (body: string, on: string, first: number) =>
      organisations(
        60,
        (i) => {
          const good = i % 2 === 0 ? "2" : "0";
          return { body: "abc"[i % 3]!, on, scores: `${"abc"[i % 3] === body ? "0" : "2"}${good}${good}${good}` };
        },
        first,
      );
    const four = catalogueOf([framework("KSW/basis/2019", ["A", "B", "C", "D"], "2019-01-01")]);
    const at = (reports: readonly MadeUpReport[], on: string) =>
      judged(four, reports, { on })
        .signals.filter(({ signal, norm }) => norm === 0 && signal.code === "CI_VERSCHIL")
        .map(
          ({ about, status, signal }) =>
            `${about.body} ${(signal.evidence as { test: { z: number } }).test.z < 0 ? "lower" : "higher"} ${status}`,
        );
    const first = strict("a", "2023-03-01", 0);
    expect(at(first, "2023-12-31")).toContain("a lower nieuw");
    expect(at(first, "2024-12-31")).toContain("a lower bevestigd");
    const other = strict("b", "2024-03-01", 0).map((one) => ({ ...one, kind: "recertification" as const }));
    // Also the other way round: a body that was stricter and is milder now.
    expect(at([...first, ...other], "2024-12-31")).toEqual(["a higher nieuw", "b lower nieuw", "c higher bevestigd"]);
  });
});

describe("nobody meets it", () => {
  const verdict = (reports: readonly MadeUpReport[], on = "2024-12-31", of = catalogue) =>
    judged(of, reports, { on }).analysis.courses()[0]!;
  const status = (reports: readonly MadeUpReport[]) => courses(judged(catalogue, reports, { on: "2024-12-31" }))[0];

  test("is persistent with 14 or more in both of the last two windows of one cycle", () => {
    expect(verdict([...never(14, "2022-06-01"), ...never(15, "2024-06-01", 14)])).toEqual({
      verdict: "persistent",
      now: { from: "2023-01-01", until: "2024-12-31", judged: 15, met: 0 },
      before: { from: "2021-01-01", until: "2022-12-31", judged: 14, met: 0 },
    });
    expect(status([...never(14, "2022-06-01"), ...never(15, "2024-06-01", 14)])).toBe("A NOOIT_GEHAALD aanhoudend 2024-12-31");
    expect(verdict([...never(13, "2022-06-01"), ...never(16, "2024-06-01", 13)]).verdict).toBe("notYetToBeSaid");
    expect(status([...never(13, "2022-06-01"), ...never(16, "2024-06-01", 13)])).toBe("A NOOIT_GEHAALD nieuw 2024-12-31");
  });

  test("is new when some met it before and that is more than chance", () => {
    const earlier = (met: number) => organisations(20, (i) => ({ scores: i < met ? "22" : "02", on: "2022-06-01" }));
    const now = never(20, "2024-06-01").map((one) => ({ ...one, kind: "recertification" as const }));
    expect(verdict([...earlier(6), ...now]).verdict).toBe("new");
    // Fisher: 0 of 20 against 5 of 20 is p = .047, against 4 of 20 p = .106.
    expect(verdict([...earlier(5), ...now]).verdict).toBe("new");
    expect(verdict([...earlier(4), ...now]).verdict).toBe("notYetToBeSaid");
  });

  test("is so since the introduction of a norm that came within the windows", () => {
    const young = catalogueOf([framework("KSW/basis/2023", ["A", "B"], "2023-01-01")]);
    const reports = never(29, "2024-06-01").map((one) => ({ ...one, framework: "KSW/basis/2023" }));
    expect(verdict(reports, "2024-12-31", young).verdict).toBe("sinceIntroduction");
    expect(verdict(never(29, "2024-06-01")).verdict).toBe("notYetToBeSaid");
    // Somebody met it once, which is too little to say that it is new.
    const once = { organisation: 90, scores: "22", on: "2023-02-01", framework: "KSW/basis/2023" };
    const again = { ...once, scores: "02", on: "2024-06-01", kind: "recertification" as const };
    expect(verdict([...reports, once, again], "2024-12-31", young).verdict).toBe("notYetToBeSaid");
  });

  test("counts each organisation once in a window, by its latest full test within it", () => {
    const reports: MadeUpReport[] = [
      { organisation: 1, scores: "22", on: "2023-02-01" },
      { organisation: 1, scores: "02", on: "2024-02-01", kind: "recertification" },
      { organisation: 1, scores: "22", on: "2024-03-01", kind: "followUp" },
    ];
    expect(verdict(reports).now).toMatchObject({ judged: 1, met: 0 });
  });

  test("takes windows of the label's cycle, of two to three years", () => {
    const from = (cycleYears: number) =>
      verdict([], "2024-12-31", catalogueOf([framework("KSW/basis/2019", ["A"], "2019-01-01", cycleYears)])).now.from;
    expect([1, 2, 3, 5].map(from)).toEqual(["2023-01-01", "2023-01-01", "2022-01-01", "2022-01-01"]);
  });
});

describe("the yearly reference dates", () => {
  test("are the same day of earlier years, and 28 February for 29 February", () => {
    expect([1, 2, 4].map((years) => isoDay(yearsBefore(day("2024-02-29"), years)))).toEqual(["2023-02-28", "2022-02-28", "2020-02-29"]);
    expect(isoDay(yearsBefore(day("2024-12-31"), 1))).toBe("2023-12-31");
  });

  test("see only the audits up to that day, and give what was said then", () => {
    const reports = [...never(20, "2022-06-01"), ...never(20, "2024-06-01", 20)];
    const then = judged(catalogue, reports, { on: "2023-12-31" });
    const onlyThose = judged(catalogue, reports.slice(0, 20), { on: "2023-12-31" });
    expect(courses(then)).toEqual(courses(onlyThose));
  });
});
