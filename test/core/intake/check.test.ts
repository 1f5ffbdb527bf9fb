/** From cells to reports: layouts, disciplines, texts, workbooks. */
import { describe, expect, test } from "vitest";
import { bodyCode } from "../../../core/ids.ts";
import type { Explanation, JudgedReport } from "../../../core/intake/types.ts";
import { codesOf, deliverCsv, deliverFixture, deliverSheets, noHistory, outcomes, placeOf } from "./deliver.ts";

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const OWN = "R-1;01234567;Het Baken;KSW;2019;eerste toets;14-03-2024";
const long = (...rows: string[]) => [HEADER, ...rows].join("\n");
const whole = [`${OWN};V01;voldoet`, `${OWN};V02;voldoet deels`, `${OWN};D01;voldoet niet`];
const judged = (text: string) => deliverCsv(text).judge(noHistory);
const packedOf = (report: JudgedReport | undefined) => report?.packed;

describe("a long delivery", () => {
  test("becomes one packed report with everything that its rows say", () => {
    const checked = deliverFixture("good-long.csv").judge(noHistory);
    expect(checked.status).toBe("accepted");
    expect(checked.findings).toEqual([]);
    expect(checked.read).toEqual({ format: "csv", encoding: "utf-8", delimiter: ";", layout: "long", rows: 3 });
    expect(checked.reports).toMatchObject([
      {
        body: "ciio",
        reference: "R-1",
        label: "KSW",
        status: "new",
        row: 2,
        sheet: null,
        organisationName: "Het Baken",
        outcome: "new",
        knownRevision: 0,
      },
    ]);
    expect(packedOf(checked.reports[0])).toEqual({
      body: "ciio",
      reference: "R-1",
      framework: "KSW/basis/2019",
      organisation: "baken",
      kvk: "01234567",
      day: 19796,
      kind: "initial",
      form: "external",
      audit: "210",
      self: "222",
      improvement: "000",
      sector: { fte: 12.5, municipality: "GM0363", auditDays: 2, conversations: 32, clientCouncilHeard: true },
    });
  });

  test("may have its rows in any order, between those of other reports", () => {
    const other = OWN.replace("R-1", "R-2").replace("14-03", "15-03");
    const rows = [whole[2], `${other};V01;voldoet`, whole[0], `${other};D01;voldoet`, whole[1], `${other};V02;voldoet`] as string[];
    const checked = judged(long(...rows));
    expect(checked.reports.map((report) => report.packed?.audit)).toEqual(["210", "222"]);
    expect(checked.findings).toEqual([]);
  });

  test("is matched by its headers without regard to case, spaces, underscores, hyphens and diacritics, and by synonyms", () => {
    const header =
      "KENMERK;KvK-nummer;Organisatie naam;Kwaliteitslabel;Versie;Soort  Toets;Datum_toets;Normcode;Oordeel;Cliëntenraad-gesproken";
    const checked = judged([header, ...whole.map((row) => `${row};ja`)].join("\n"));
    expect(checked.findings).toEqual([]);
    expect(packedOf(checked.reports[0])).toMatchObject({ audit: "210", sector: { clientCouncilHeard: true } });
  });

  test("is matched by the headers and score terms of the body's own profile", () => {
    const text = long(...whole)
      .replace("score", "Score (CI)")
      .replace("rapportkenmerk", "Kenmerk rapport CI")
      .replace("voldoet niet", "major nc");
    expect(judged(text).findings).toEqual([]);
    expect(packedOf(judged(text).reports[0])?.audit).toBe("210");
    expect(codesOf(deliverCsv(text, { body: bodyCode("dnv") }).judge(noHistory))).toContain("COLUMN_UNKNOWN");
  });

  test("is passed over in our own column of remarks", () => {
    const text = [`${HEADER};opmerkingen (deze kolom mag blijven staan)`, ...whole.map((row) => `${row};Norm onbekend`)].join("\n");
    expect(judged(text).findings).toEqual([]);
  });

  test("is told that a column of remarks of its own is not read", () => {
    const text = [`${HEADER};Opmerkingen auditor`, ...whole.map((row) => `${row};Prettig gesprek`)].join("\n");
    expect(codesOf(judged(text))).toEqual(["COLUMN_UNKNOWN"]);
  });

  test("says the same finding again in each row where the same wrong value stands", () => {
    const checked = judged(long(...whole.map((row) => row.replace("01234567", "1234"))).replaceAll("Het Baken", "Onbekend"));
    expect(checked.findings.map(placeOf)).toEqual(["B2", "C2", "B3", "B4"]);
    expect(checked.groups).toEqual([
      { code: "KVK_LOST_ZERO", severity: "warning", count: 3, firstRow: 2 },
      { code: "ORGANISATION_NAME_DIFFERS", severity: "warning", count: 1, firstRow: 2 },
    ]);
    expect(packedOf(checked.reports[0])?.organisation).toBe("klein");
  });

  test("reads a KvK number with spaces or dots, and gives the report to the organisation that has it now", () => {
    const checked = judged(long(...whole.map((row) => row.replace("01234567", "12.345.678").replace("Het Baken", "NIM"))));
    expect(checked.findings).toEqual([]);
    expect(packedOf(checked.reports[0])).toMatchObject({ kvk: "12345678", organisation: "sterker" });
  });

  test("does not ask a register for organisations where there is none", () => {
    const unknown = whole.map((row) => row.replace("01234567", "87654321"));
    expect(codesOf(judged(long(...unknown)))).toEqual(["ORGANISATION_UNKNOWN"]);
  });

  test("takes the highest column that names a thing twice as an error, whichever is right", () => {
    const checked = judged(long(...whole.map((row) => `${row};hertoets`)).replace("score", "score;type toets"));
    expect(checked.status).toBe("rejected");
    expect(outcomes(checked)).toEqual(["R-1 KSW rejected"]);
  });
});

describe("a wide delivery", () => {
  test("is one row per report, and a blank cell is not in scope", () => {
    const checked = deliverFixture("good-wide.csv").judge(noHistory);
    expect(checked).toMatchObject({ status: "accepted", findings: [], read: { layout: "wide", rows: 1 } });
    expect(packedOf(checked.reports[0])?.audit).toBe("21-");
    const header = HEADER.replace("norm;score", "V01;V02;D01;toelichting");
    const blank = judged([header, `${OWN};voldoet;;voldoet niet;`].join("\n"));
    expect(packedOf(blank.reports[0])?.audit).toBe("2.0");
    expect(codesOf(blank)).toEqual(["NORMS_MISSING"]);
  });

  test("may hold norms of several frameworks, each report using its own", () => {
    const header = HEADER.replace("norm;score", "V01;V02;D01;1.2;2.3;3.14");
    const nvvk = "R-2;23456789;Sterker sociaal werk;NVVK;2021;eerste toets;14-03-2024";
    const checked = judged([header, `${OWN};voldoet;voldoet;voldoet;;;`, `${nvvk};;;;voldoet;voldoet;voldoet niet`].join("\n"));
    expect(checked.findings).toEqual([]);
    expect(checked.reports.map((report) => report.packed?.audit)).toEqual(["222", "220"]);
  });

  test("says at the cell that a norm is of another framework", () => {
    const header = HEADER.replace("norm;score", "V01;V02;D01;1.2");
    const checked = judged([header, `${OWN};voldoet;voldoet;voldoet;voldoet`].join("\n"));
    expect(checked.findings).toMatchObject([
      { code: "NORM_OTHER_FRAMEWORK", row: 2, column: 11, columnName: "1.2", params: { norm: "1.2" } },
    ]);
    expect(checked.status).toBe("rejected");
  });

  test("names a norm header that Excel made a date", () => {
    const header = [...HEADER.split(";").slice(0, 7), "2026-02-01", "2.3", "3.14"];
    const own = OWN.replace("KSW;2019", "NVVK;2021").split(";");
    const checked = deliverSheets([{ name: "Scores", rows: [header, [...own, "voldoet", "voldoet", "voldoet"]] }]).judge(noHistory);
    expect(checked.findings[0]).toMatchObject({ code: "COLUMN_LIKE_NORM", row: 1, column: 8, params: { suggestions: ["1.2"], asDate: 1 } });
    expect(checked.status).toBe("rejected");
  });

  test("does not take a word for a misspelled norm", () => {
    const header = `${HEADER.replace("norm;score", "V01;V02;D01")};ID;regio`;
    expect(codesOf(judged([header, `${OWN};voldoet;voldoet;voldoet;5;noord`].join("\n")))).toEqual(["COLUMN_UNKNOWN"]);
  });
});

describe("scores per discipline", () => {
  const rows = (...of: [norm: string, score: string, discipline: string, self?: string, improvement?: string][]) =>
    judged(
      [
        `${HEADER};discipline;zelfevaluatie;verbeterpunt`,
        ...of.map(
          ([norm, score, discipline, self = "", improvement = ""]) => `${OWN};${norm};${score};${discipline};${self};${improvement}`,
        ),
      ].join("\n"),
    );

  test("are kept, and the organisation's score is the lowest judged one", () => {
    const checked = rows(
      ["V01", "voldoet", "Maatschappelijk werk"],
      ["V01", "voldoet niet", "schuldhulpverlening"],
      ["V02", "niet van toepassing", "maatschappelijk  werk"],
      ["V02", "voldoet deels", "Schuldhulpverlening"],
      ["D01", "niet van toepassing", "maatschappelijk werk"],
      ["D01", "niet beoordeeld", "schuldhulpverlening"],
    );
    expect(checked.findings).toEqual([]);
    expect(packedOf(checked.reports[0])).toMatchObject({
      audit: "01?",
      disciplines: { "maatschappelijk werk": "2--", schuldhulpverlening: "01?" },
    });
  });

  test("give way to a row without discipline", () => {
    const checked = rows(
      ["V01", "voldoet niet", "maatschappelijk werk", "voldoet niet"],
      ["V01", "voldoet", "", "voldoet", "ja"],
      ["V02", "niet van toepassing", "maatschappelijk werk", "voldoet deels", "nee"],
      ["V02", "niet van toepassing", "schuldhulpverlening", "voldoet", "ja"],
      ["D01", "voldoet deels", ""],
    );
    expect(packedOf(checked.reports[0])).toMatchObject({ audit: "2-1", self: "21.", improvement: "11." });
  });

  test("may not come twice for one discipline", () => {
    const checked = rows(["V01", "voldoet", "maatschappelijk werk"], ["V01", "voldoet", "Maatschappelijk Werk"]);
    expect(checked.findings.filter((finding) => finding.code === "NORM_DOUBLE").map(placeOf)).toEqual(["H3"]);
  });
});

describe("texts", () => {
  const withTexts = (text: string) => {
    const explanations: [number, Explanation][] = [];
    const rows = whole.map((row, index) => `${row};${index === 1 ? `"${text}"` : ""};`);
    const pending = deliverCsv([`${HEADER};toelichting;discipline`, ...rows].join("\n"), {
      onExplanation: (report, one) => explanations.push([report, one]),
    });
    return { checked: pending.judge(noHistory), explanations };
  };

  test("are handed on with their norm and the position of their report", () => {
    expect(withTexts("Plan; besproken.").explanations).toEqual([[0, { norm: "V02", text: "Plan; besproken." }]]);
  });

  test("are handed on without e-mail addresses and telephone numbers", () => {
    const { explanations, checked } = withTexts("Zie jan@voorbeeld.nl of 06-12345678.");
    expect(explanations[0]?.[1].text).toBe("Zie [e-mailadres verwijderd] of [telefoonnummer verwijderd].");
    expect(checked.status).toBe("accepted");
    expect(JSON.stringify(checked)).not.toMatch(/jan@|12345678/);
  });

  test("are not handed on at all when a citizen service number stands in them", () => {
    const { explanations, checked } = withTexts("BSN 111222333");
    expect(explanations).toEqual([]);
    expect(checked.status).toBe("rejected");
    expect(JSON.stringify(checked)).not.toContain("111222333");
  });

  test("of a wide row are about the report as a whole", () => {
    const explanations: Explanation[] = [];
    const header = HEADER.replace("norm;score", "V01;V02;D01;toelichting");
    deliverCsv([header, `${OWN};voldoet;voldoet;voldoet;Goed bezoek.`].join("\n"), { onExplanation: (_, one) => explanations.push(one) });
    expect(explanations).toEqual([{ norm: "", text: "Goed bezoek." }]);
  });
});

describe("a workbook", () => {
  const rows = [HEADER.split(";"), ...whole.map((row) => row.split(";"))];
  const trends = [
    ["rapportkenmerk", "thema", "richting", "omschrijving"],
    ["R-1", "wachttijden", "Toenemend", "Langer wachten."],
  ];

  test("holds reports and trends on sheets of their own, in either order", () => {
    for (const sheets of [
      [
        { name: "Scores", rows },
        { name: "Trends", rows: trends },
      ],
      [
        { name: "Trends", rows: trends },
        { name: "Scores", rows },
      ],
    ]) {
      const checked = deliverSheets(sheets).judge(noHistory);
      expect(checked.findings).toEqual([]);
      expect(checked.read).toMatchObject({ format: "xlsx", layout: "long", rows: 4 });
      expect(checked.reports[0]?.trends).toEqual([{ theme: "wachtlijsten", direction: "increasing", text: "Langer wachten." }]);
    }
  });

  test("may hold an empty sheet and our own sheet of findings", () => {
    const own = {
      name: "Bevindingen (normenmonitor)",
      rows: [
        ["blad", "rij"],
        ["Scores", "3"],
      ],
    };
    expect(deliverSheets([{ name: "Blad1", rows: [] }, { name: "Scores", rows }, own]).judge(noHistory).findings).toEqual([]);
  });

  test("is refused when a sheet of trends, or one with a title above its header, cannot be read", () => {
    const strange = { name: "Trends", rows: [["thema"], ["wachtlijsten"]] };
    const lower = { name: "Meer", rows: [["Overzicht"], HEADER.split(";")] };
    for (const sheet of [strange, lower]) {
      const checked = deliverSheets([{ name: "Scores", rows }, sheet]).judge(noHistory);
      expect(codesOf(checked)).toEqual(["HEADER_NOT_FOUND"]);
      expect(checked.status).toBe("partlyAccepted");
    }
  });

  test("reads numbers and dates as Excel stores them", () => {
    const typed = [
      [...HEADER.split(";"), "fte"],
      ...["V01", "V02", "D01"].map((norm) => [
        "2024001",
        "1234567",
        "Het Baken",
        "KSW",
        "2019",
        "eerste toets",
        "2024-03-14",
        norm,
        "voldoet",
        "12.5",
      ]),
    ];
    const checked = deliverSheets([
      { name: "Scores", rows: typed, kinds: { A: "number", B: "number", E: "number", G: "date", J: "number" } },
    ]).judge(noHistory);
    expect(codesOf(checked)).toEqual(["KVK_LOST_ZERO"]);
    expect(packedOf(checked.reports[0])).toMatchObject({ reference: "2024001", kvk: "01234567", day: 19796, sector: { fte: 12.5 } });
  });

  test("names a date cell and a number that may be two norms", () => {
    const nvvk = (norm: string) => [...OWN.replace("KSW;2019", "NVVK;2021").split(";"), norm, "voldoet"];
    const dates = deliverSheets([{ name: "S", rows: [HEADER.split(";"), nvvk("2026-02-01")], kinds: { H2: "date" } }]).judge(noHistory);
    expect(dates.findings[0]).toMatchObject({ code: "EXCEL_NORM_AS_DATE", params: { suggestions: ["1.2"] } });
  });

  test("says once per column that something stands beside the table", () => {
    const beside = rows.map((row, index) => (index === 0 ? row : [...row, "", `notitie ${index}`]));
    const checked = deliverSheets([{ name: "Scores", rows: beside }]).judge(noHistory);
    expect(checked.findings.map(placeOf)).toEqual(["Scores!K2"]);
    expect(codesOf(checked)).toEqual(["COLUMN_WITHOUT_HEADER"]);
    expect(checked.status).toBe("accepted");
  });
});
