/** What is wrong in one way is said once, in words that fit. */
import { describe, expect, test } from "vitest";
import { describe as describeFinding } from "../../../core/intake/messages/index.ts";
import type { Finding } from "../../../core/intake/types.ts";
import { codesOf, deliverCsv, noHistory } from "./deliver.ts";

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const OWN = "R-1;01234567;Het Baken;KSW;2019;eerste toets;14-03-2024";
const long = (...rows: string[]) => [HEADER, ...rows].join("\n");
const whole = [`${OWN};V01;voldoet`, `${OWN};V02;voldoet deels`, `${OWN};D01;voldoet niet`];
const judged = (text: string) => deliverCsv(text).judge(noHistory);

test.each([
  ["score", 'De kop "score" staat ook al boven kolom I.'],
  ["oordeel", 'De kolom "oordeel" betekent hetzelfde als kolom I ("score"): beide zijn "score".'],
])("a second column of scores under the header %s is named in words that fit", (header, message) => {
  const text = [`${HEADER};${header}`, ...whole.map((row) => `${row};voldoet`)].join("\n");
  const double = judged(text).findings.find(({ code }) => code === "COLUMN_DOUBLE") as Finding;
  expect(describeFinding(double, "nl").message).toBe(message);
});

describe("one fault gives one finding", () => {
  const second = (from: string, to: string) => long(...whole.map((row, index) => (index === 1 ? row.replace(from, to) : row)));

  test.each([
    ["norm", "V02", "#N/A"],
    ["score", "voldoet deels", "#N/B"],
    ["datum", "14-03-2024", "#VERW!"],
    ["KvK-nummer", "01234567", "#WAARDE!"],
  ])("an Excel error instead of a %s", (_, from, to) => {
    expect(codesOf(judged(second(from, to))).filter((code) => code !== "NORMS_MISSING")).toEqual(["CELL_ERROR"]);
  });

  test.each([
    ["a date that cannot be read", "14-03-2024", "maart", "DATE_UNREADABLE"],
    ["a date in the future", "14-03-2024", "14-03-2034", "DATE_FUTURE"],
    ["a kind of test that is not known", "eerste toets", "toets", "KIND_UNKNOWN"],
  ])("%s does not contradict the other rows too", (_, from, to, code) => {
    const checked = judged(second(from, to));
    expect(checked.findings.map((finding) => [finding.code, finding.row])).toEqual([[code, 3]]);
    expect(checked.status).toBe("rejected");
    const inFirst = judged(long(...whole.map((row, index) => (index === 0 ? row.replace(from, to) : row))));
    expect(inFirst.findings.map((finding) => [finding.code, finding.row])).toEqual([[code, 2]]);
  });

  test("and rows that can be read are still compared, also after one that cannot", () => {
    const dates = ["maart", "14-03-2024", "15-03-2024"];
    const checked = judged(long(...whole.map((row, index) => row.replace("14-03-2024", dates[index] as string))));
    expect(checked.findings.map((finding) => [finding.code, finding.row])).toEqual([
      ["DATE_UNREADABLE", 2],
      ["REPORT_CONTRADICTION", 4],
    ]);
  });
});
