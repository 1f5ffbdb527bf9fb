/** What becomes of a report that the store knows already. */
import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import type { CheckedDelivery } from "../../../core/intake/types.ts";
import { codesOf, deliverCsv, deliverFixture, historyOf, known, noHistory, outcomes } from "./deliver.ts";

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score;status;toelichting";
const own = (kind = "eerste toets", date = "14-03-2024", reference = "R-1") => `${reference};01234567;Het Baken;KSW;2019;${kind};${date}`;
const file = (status: string, score = "voldoet", text = "Goed.") =>
  deliverCsv([HEADER, ...["V01", "V02", "D01"].map((norm) => `${own()};${norm};${score};${status};${text}`)].join("\n"));
const hashOf = (checked: CheckedDelivery) => checked.reports[0]?.contentHash ?? "";
const original = hashOf(file("nieuw").judge(noHistory));
const active = historyOf({ "R-1 KSW": known({ contentHash: original, revision: 3 }) });
const withdrawn = historyOf({ "R-1 KSW": known({ state: "withdrawn", contentHash: original, revision: 4 }) });

describe("a report that is known", () => {
  test.each(["nieuw", "gewijzigd", ""])("and says the same is unchanged, whatever its status (%s)", (status) => {
    const checked = file(status).judge(active);
    expect(outcomes(checked)).toEqual(["R-1 KSW unchanged"]);
    expect(checked.status).toBe("accepted");
    expect(checked.reports[0]?.knownRevision).toBe(3);
  });

  test("with other scores is replaced when it says that it changed, and refused when it says that it is new", () => {
    expect(outcomes(file("gewijzigd", "voldoet niet").judge(active))).toEqual(["R-1 KSW replaced"]);
    const refused = file("nieuw", "voldoet niet").judge(active);
    expect(outcomes(refused)).toEqual(["R-1 KSW rejected"]);
    expect(codesOf(refused)).toEqual(["STATUS_NEW_KNOWN"]);
  });

  test("with another text alone is another report too", () => {
    expect(outcomes(file("gewijzigd", "voldoet", "Beter.").judge(active))).toEqual(["R-1 KSW replaced"]);
  });

  test("is withdrawn by a row that has only reference, label and status", () => {
    const rows = "rapportkenmerk;label;status\nR-1;KSW;verwijderd";
    const checked = deliverCsv(rows).judge(active);
    expect(outcomes(checked)).toEqual(["R-1 KSW withdrawn"]);
    expect(checked).toMatchObject({ status: "accepted", findings: [], reports: [{ contentHash: "", status: "withdrawn" }] });
    expect(outcomes(deliverCsv(rows).judge(withdrawn))).toEqual(["R-1 KSW unchanged"]);
    expect(codesOf(deliverCsv(rows).judge(noHistory))).toEqual(["STATUS_WITHDRAWN_UNKNOWN"]);
  });

  test("may be withdrawn beside whole reports, with blanks or anything else in its other cells", () => {
    const text = [
      HEADER,
      ...["V01", "V02", "D01"].map((norm) => `${own("eerste toets", "14-03-2024", "R-2")};${norm};voldoet;;`),
      "R-1;12;;KSW;;;;;;verwijderd;",
    ];
    const checked = deliverCsv(text.join("\n")).judge(active);
    expect(checked.findings).toEqual([]);
    expect(outcomes(checked)).toEqual(["R-2 KSW new", "R-1 KSW withdrawn"]);
  });

  test("and was withdrawn is new again, but cannot be changed", () => {
    expect(outcomes(file("nieuw").judge(withdrawn))).toEqual(["R-1 KSW new"]);
    expect(codesOf(file("gewijzigd").judge(withdrawn))).toEqual(["STATUS_CHANGED_WITHDRAWN"]);
  });

  test("cannot be both withdrawn and delivered in one file", () => {
    const live = `${own()};V01;voldoet;;`;
    for (const rows of [
      [live, "R-1;;;KSW;;;;;;verwijderd;"],
      ["R-1;;;KSW;;;;;;verwijderd;", live],
    ]) {
      const checked = deliverCsv([HEADER, ...rows].join("\n")).judge(active);
      expect(codesOf(checked)).toContain("REPORT_CONTRADICTION");
      expect(checked.status).toBe("rejected");
    }
  });

  test("is asked for under each reference and label, and judged again without a trace of the first answer", () => {
    const pending = file("nieuw", "voldoet niet");
    expect(pending.questions).toEqual({ reports: [{ reference: "R-1", label: "KSW" }], organisations: [] });
    expect(codesOf(pending.judge(active))).toEqual(["STATUS_NEW_KNOWN"]);
    const again = pending.judge(noHistory);
    expect(codesOf(again)).toEqual([]);
    expect(outcomes(again)).toEqual(["R-1 KSW new"]);
  });
});

describe("a hertoets", () => {
  const recertification = (...rows: string[]) => deliverCsv([HEADER, ...rows].join("\n"));
  const rowsOf = (base: string) => ["V01", "V02", "D01"].map((norm) => `${base};${norm};voldoet;;`);

  test("asks for an earlier test, by any body", () => {
    const pending = recertification(...rowsOf(own("hertoets")));
    expect(pending.questions.organisations).toEqual([{ organisation: "baken", label: "KSW" }]);
    expect(codesOf(pending.judge(historyOf({}, parseIsoDay("2022-03-01"))))).toEqual([]);
    expect(codesOf(pending.judge(historyOf({}, parseIsoDay("2025-03-01"))))).toEqual(["RECERTIFICATION_WITHOUT_EARLIER"]);
  });

  test("finds its earlier test in the same delivery, unless that one is refused", () => {
    const first = rowsOf(own("eerste toets", "14-03-2022", "R-0"));
    const pending = recertification(...first, ...rowsOf(own("hertoets")));
    expect(pending.questions.organisations).toEqual([]);
    expect(codesOf(pending.judge(noHistory))).toEqual([]);
    const wrong = recertification(...first.map((row) => row.replace("V02;voldoet", "V02;prima")), ...rowsOf(own("hertoets")));
    expect(codesOf(wrong.judge(noHistory))).toEqual(["RECERTIFICATION_WITHOUT_EARLIER", "SCORE_UNKNOWN"]);
  });
});

describe("trends in a file of their own", () => {
  const trends = deliverCsv("rapportkenmerk;thema;richting;omschrijving\nR-1;Wachtlijsten;toenemend;Langer wachten.");
  const both = historyOf({
    "R-1 KSW": known({ contentHash: original, revision: 3 }),
    "R-1 NVVK": known({ contentHash: original, revision: 1 }),
  });

  test("are added to the report that is known, under each of its labels", () => {
    expect(trends.questions.reports).toContainEqual({ reference: "R-1", label: "NVVK" });
    const checked = trends.judge(both);
    expect(checked).toMatchObject({ status: "accepted", findings: [], read: { layout: "trends", rows: 1 } });
    expect(checked.reports).toMatchObject([
      { reference: "R-1", label: "KSW", outcome: "replaced", knownRevision: 3, trends: [{ theme: "wachtlijsten" }] },
      { reference: "R-1", label: "NVVK", outcome: "replaced", knownRevision: 1 },
    ]);
    expect(checked.reports[0]?.packed).toBeUndefined();
  });

  test("change nothing the second time, nor is the report then another one", () => {
    const hash = hashOf(trends.judge(active));
    const after = historyOf({ "R-1 KSW": known({ contentHash: hash, revision: 4 }) });
    expect(outcomes(trends.judge(after))).toEqual(["R-1 KSW unchanged"]);
    expect(outcomes(file("nieuw").judge(after))).toEqual(["R-1 KSW unchanged"]);
    expect(outcomes(file("gewijzigd", "voldoet niet").judge(after))).toEqual(["R-1 KSW replaced"]);
  });

  test("of a report that is unknown or withdrawn are refused", () => {
    for (const history of [noHistory, withdrawn]) {
      expect(codesOf(trends.judge(history))).toEqual(["TREND_REPORT_UNKNOWN"]);
      expect(trends.judge(history).status).toBe("rejected");
    }
  });

  test("with an error reject the trends of that report alone", () => {
    const text = "rapportkenmerk;thema;richting\nR-1;Wachtlijsten;omhoog\nR-2;Wachtlijsten;gelijk";
    const checked = deliverCsv(text).judge(historyOf({ "R-1 KSW": known(), "R-2 KSW": known() }));
    expect(outcomes(checked)).toEqual(["R-1 KSW rejected", "R-2 KSW replaced"]);
  });
});

describe("a check that cannot see the past", () => {
  const unknown = { ...noHistory, isUnknown: true };

  test("says nothing about status, earlier tests or reports of trends", () => {
    expect(file("gewijzigd").judge(unknown)).toMatchObject({ status: "accepted", findings: [] });
    expect(deliverFixture("RECERTIFICATION_WITHOUT_EARLIER.csv").judge(unknown).findings).toEqual([]);
    expect(deliverFixture("TREND_REPORT_UNKNOWN.csv").judge(unknown)).toMatchObject({ status: "accepted", findings: [], reports: [] });
  });

  test("still refuses what is wrong in the file", () => {
    expect(deliverFixture("TREND_DIRECTION_UNKNOWN.csv").judge(unknown).status).toBe("rejected");
  });
});

test("the fixture of a good delivery is accepted with every kind of history that allows it", () => {
  const pending = deliverFixture("good-long.csv");
  const hash = hashOf(pending.judge(noHistory));
  expect(outcomes(pending.judge(historyOf({ "R-1 KSW": known({ contentHash: hash }) })))).toEqual(["R-1 KSW unchanged"]);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
