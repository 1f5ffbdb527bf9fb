/** What becomes of a report that the store knows already. */
import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { bodyCode } from "../../../core/ids.ts";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import type { CheckedDelivery, Finding, KnownReport, KnownTest } from "../../../core/intake/types.ts";
import { codesOf, deliverCsv, deliverFixture, historyOf, known, knownTest, noHistory, outcomes } from "./deliver.ts";

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

  test("is the same report when é in its reference is written as one character or as two", () => {
    const deliver = (reference: string, score: string) =>
      deliverCsv([HEADER, `${own("eerste toets", "14-03-2024", reference)};V01;${score};gewijzigd;Goed.`].join("\n"));
    const before = historyOf({ "caf\u00e9-1 KSW": known({ contentHash: hashOf(deliver("caf\u00e9-1", "voldoet").judge(noHistory)) }) });
    expect(outcomes(deliver("cafe\u0301-1", "voldoet").judge(before))).toEqual(["caf\u00e9-1 KSW unchanged"]);
    expect(outcomes(deliver("cafe\u0301-1", "voldoet niet").judge(before))).toEqual(["caf\u00e9-1 KSW replaced"]);
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
    expect(pending.questions.reports[0]).toEqual({ reference: "R-1", label: "KSW" });
    expect(pending.questions.organisations).toEqual([{ organisation: "baken", label: "KSW" }]);
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
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2022-03-01")])))).toEqual([]);
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2025-03-01")])))).toEqual(["RECERTIFICATION_WITHOUT_EARLIER"]);
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2022-03-01", { kind: "followUp" })])))).toEqual([
      "RECERTIFICATION_WITHOUT_EARLIER",
    ]);
  });

  test("finds its earlier test in the same delivery, unless that one is refused", () => {
    const first = rowsOf(own("eerste toets", "14-03-2022", "R-0"));
    const pending = recertification(...first, ...rowsOf(own("hertoets")));
    expect(codesOf(pending.judge(noHistory))).toEqual([]);
    const wrong = recertification(...first.map((row) => row.replace("V02;voldoet", "V02;prima")), ...rowsOf(own("hertoets")));
    expect(codesOf(wrong.judge(noHistory))).toEqual(["RECERTIFICATION_WITHOUT_EARLIER", "SCORE_UNKNOWN"]);
  });

  test("is not its own earlier test, when a correction gives it a later day", () => {
    const before = knownTest("2023-03-14", { body: bodyCode("ciio"), reference: "R-1", kind: "recertification" });
    const corrected = recertification(...rowsOf(own("hertoets")).map((row) => `${row.slice(0, -2)};gewijzigd;`));
    expect(codesOf(corrected.judge(historyOf({ "R-1 KSW": known() }, [before])))).toEqual(["RECERTIFICATION_WITHOUT_EARLIER"]);
  });
});

describe.each(["vervolgtoets", "tussentijdse toets"])("a %s", (kind) => {
  const pending = deliverCsv([HEADER, `${own(kind)};V01;voldoet;;`].join("\n"));

  test("without a full test before it counts in no figure, and is told so", () => {
    expect(codesOf(pending.judge(noHistory))).toEqual(["FOLLOW_UP_WITHOUT_EARLIER"]);
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2022-03-01", { kind: "followUp" })])))).toEqual(["FOLLOW_UP_WITHOUT_EARLIER"]);
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2024-03-15")])))).toEqual(["FOLLOW_UP_WITHOUT_EARLIER"]);
  });

  test("after a full test, in the past or in the same delivery, is as it should be", () => {
    expect(codesOf(pending.judge(historyOf({}, [knownTest("2022-03-01")])))).toEqual([]);
    const first = ["V01", "V02", "D01"].map((norm) => `${own("eerste toets", "14-03-2022", "R-0")};${norm};voldoet;;`);
    expect(codesOf(deliverCsv([HEADER, ...first, `${own(kind)};V01;voldoet;;`].join("\n")).judge(noHistory))).toEqual([]);
  });
});

describe("a combined audit whose labels come in two deliveries", () => {
  const rows = (form: string) => ["V01", "V02", "D01"].map((norm) => `${own()};${norm};voldoet;;;${form}`);
  const ksw = (form = "labelcombinatie") => deliverCsv([`${HEADER};toetsvorm`, ...rows(form)].join("\n"));
  const nvvk = (audit: Partial<NonNullable<KnownReport["audit"]>> = {}, over: Partial<KnownReport> = {}) =>
    historyOf({
      "R-1 NVVK": known({
        audit: { kvk: "01234567", day: parseIsoDay("2024-03-14") as number, form: "combinedLabel", ...audit },
        ...over,
      }),
    });

  test("asks for the other labels of its reference, each once", () => {
    expect(ksw().questions.reports.filter(({ label }) => label === "NVVK")).toEqual([{ reference: "R-1", label: "NVVK" }]);
    const two = deliverFixture("COMBINED_FORM_EXPECTED.csv").questions.reports;
    expect(new Set(two.map((one) => `${one.reference} ${one.label}`)).size).toBe(two.length);
  });

  test("gives no finding when both say the same audit, or when the other was withdrawn", () => {
    expect(codesOf(ksw().judge(nvvk()))).toEqual([]);
    expect(codesOf(ksw().judge(nvvk({ day: parseIsoDay("2024-04-14") as number })))).toEqual([]);
    expect(codesOf(ksw("extern").judge(nvvk({ kvk: "23456789", day: 0 }, { state: "withdrawn" })))).toEqual([]);
  });

  test("is told that its form is labelcombinatie, here or in the delivery before", () => {
    const here = ksw("extern").judge(nvvk());
    expect(here.findings.map((finding) => [finding.code, finding.params.labels])).toEqual([["COMBINED_FORM_EXPECTED", ["KSW", "NVVK"]]]);
    const before = ksw().judge(nvvk({ form: "external" }));
    expect(before.findings.map((finding) => [finding.code, finding.params.label])).toEqual([["COMBINED_FORM_EXPECTED", "NVVK"]]);
    expect(describeFinding(before.findings[0] as Finding, "nl").message).toContain("eerder aangeleverd (aanlevering A-2026-0007)");
  });

  test("is told of another organisation, but not of another number of the same one", () => {
    const other = ksw().judge(nvvk({ kvk: "23456789" }));
    expect(codesOf(other)).toEqual(["COMBINED_ORGANISATIONS_DIFFER"]);
    expect(describeFinding(other.findings[0] as Finding, "nl").message).toContain("onder label NVVK (aanlevering A-2026-0007)");
    const sterker = deliverCsv(
      rows("labelcombinatie").reduce(
        (text, row) => `${text}\n${row.replace("01234567;Het Baken", "23456789;Sterker sociaal werk")}`,
        `${HEADER};toetsvorm`,
      ),
    );
    expect(codesOf(sterker.judge(nvvk({ kvk: "12345678" })))).toEqual([]);
  });

  test("is told of days that lie too far apart to be one audit", () => {
    const checked = ksw().judge(nvvk({ day: parseIsoDay("2024-04-15") as number }));
    expect(codesOf(checked)).toEqual(["COMBINED_DAYS_DIFFER"]);
    expect(checked.status).toBe("accepted");
    expect(describeFinding(checked.findings[0] as Finding, "nl").message).toContain("(aanlevering A-2026-0007) 15-04-2024");
  });
});

describe("a report of the day of another one in an earlier delivery", () => {
  const today = file("nieuw");
  const same = (over: Partial<KnownTest>) =>
    historyOf({}, [knownTest("2024-03-14", { body: bodyCode("ciio"), reference: "R-0", ...over })]);

  test("is told so, when both are of this body", () => {
    const checked = today.judge(same({}));
    expect(checked.findings.map(({ code, params }) => [code, params.references, params.last])).toEqual([
      ["SAME_DAY", ["R-0", "R-1"], "R-1"],
    ]);
    expect(codesOf(today.judge(same({ body: bodyCode("dnv") })))).toEqual([]);
  });

  test("is not told of itself, nor of one that this delivery withdraws", () => {
    expect(codesOf(file("gewijzigd").judge({ ...active, tests: same({ reference: "R-1" }).tests }))).toEqual([]);
    const both = deliverCsv(
      [HEADER, ...["V01", "V02", "D01"].map((norm) => `${own()};${norm};voldoet;;`), "R-0;;;KSW;;;;;;verwijderd;"].join("\n"),
    );
    expect(codesOf(both.judge(historyOf({ "R-0 KSW": known() }, same({}).tests("" as never, ""))))).toEqual([]);
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
  const unknown = { ...noHistory, extent: "nothing" } as const;

  test("says nothing about status, earlier tests or reports of trends", () => {
    expect(file("gewijzigd").judge(unknown)).toMatchObject({ status: "accepted", findings: [] });
    expect(deliverFixture("RECERTIFICATION_WITHOUT_EARLIER.csv").judge(unknown).findings).toEqual([]);
    expect(deliverFixture("TREND_REPORT_UNKNOWN.csv").judge(unknown)).toMatchObject({ status: "accepted", findings: [], reports: [] });
  });

  test("still refuses what is wrong in the file", () => {
    expect(deliverFixture("TREND_DIRECTION_UNKNOWN.csv").judge(unknown).status).toBe("rejected");
  });
});

describe("a check that knows the own reports alone", () => {
  const own = { ...active, extent: "ownReports" } as const;

  test("judges what it knows as the server does", () => {
    for (const [status, score] of [
      ["nieuw", "voldoet"],
      ["nieuw", "voldoet niet"],
      ["gewijzigd", "voldoet niet"],
    ] as const) {
      const [here, there] = [file(status, score).judge(own), file(status, score).judge(active)];
      expect([outcomes(here), codesOf(here)]).toEqual([outcomes(there), codesOf(there)]);
    }
    expect(codesOf(file("gewijzigd").judge({ ...noHistory, extent: "ownReports" }))).toEqual(["STATUS_CHANGED_UNKNOWN"]);
    expect(codesOf(deliverFixture("TREND_REPORT_UNKNOWN.csv").judge(own))).toEqual(["TREND_REPORT_UNKNOWN"]);
  });

  test("says nothing about earlier tests, which others may have done", () => {
    for (const name of ["RECERTIFICATION_WITHOUT_EARLIER.csv", "FOLLOW_UP_WITHOUT_EARLIER.csv"]) {
      expect(codesOf(deliverFixture(name).judge(noHistory))).toHaveLength(1);
      expect(deliverFixture(name).judge({ ...noHistory, extent: "ownReports" }).findings).toEqual([]);
    }
  });
});

test("the fixture of a good delivery is accepted with every kind of history that allows it", () => {
  const pending = deliverFixture("good-long.csv");
  const hash = hashOf(pending.judge(noHistory));
  expect(outcomes(pending.judge(historyOf({ "R-1 KSW": known({ contentHash: hash }) })))).toEqual(["R-1 KSW unchanged"]);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
