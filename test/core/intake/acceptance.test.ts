/** What is accepted together and refused together. */
import { describe, expect, test } from "vitest";
import { codesOf, deliverCsv, noHistory, outcomes, placeOf } from "./deliver.ts";

const HEADER = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const OWN = "R-1;01234567;Het Baken;KSW;2019;eerste toets;14-03-2024";
const long = (...rows: string[]) => [HEADER, ...rows].join("\n");
const whole = [`${OWN};V01;voldoet`, `${OWN};V02;voldoet deels`, `${OWN};D01;voldoet niet`];
const judged = (text: string) => deliverCsv(text).judge(noHistory);

describe("the unit of acceptance", () => {
  const other = whole.map((row) => row.replace("R-1", "R-2").replace("14-03", "15-03"));

  test("is the report: one with an error is rejected whole, the others are accepted", () => {
    const checked = judged(long(...whole.map((row) => row.replace("voldoet deels", "deels")), ...other));
    expect(checked.status).toBe("partlyAccepted");
    expect(outcomes(checked)).toEqual(["R-1 KSW rejected", "R-2 KSW new"]);
  });

  test("is rejected as a delivery when no report is accepted", () => {
    expect(judged(long(...whole).replaceAll("2019;", "2015;")).status).toBe("rejected");
  });

  test("cannot be accepted in full when a row belongs to no report", () => {
    const checked = judged(long(...whole, ...other, `;01234567;Het Baken;KSW;2019;eerste toets;16-03-2024;V01;voldoet`));
    expect(checked.status).toBe("partlyAccepted");
    expect(outcomes(checked)).toEqual(["R-1 KSW new", "R-2 KSW new"]);
  });

  test("is not whole without a row that only lost its reference", () => {
    const lost = [whole[0], whole[1], (whole[2] as string).replace("R-1", "")] as string[];
    expect(outcomes(judged(long(...lost, ...other)))).toEqual(["R-1 KSW rejected", "R-2 KSW new"]);
  });

  test("is not whole without a row whose label cannot be read", () => {
    const odd = [whole[0], whole[1], (whole[2] as string).replace("KSW", "KSV")] as string[];
    expect(outcomes(judged(long(...odd, ...other)))).toEqual(["R-1 KSW rejected", "R-1 KSV rejected", "R-2 KSW new"]);
  });

  test("is not whole without a ragged row that names it", () => {
    const ragged = [whole[0], whole[1], `${whole[2]};extra`] as string[];
    const checked = judged(long(...ragged, ...other));
    expect(outcomes(checked)).toEqual(["R-1 KSW rejected", "R-2 KSW new"]);
    const short = judged(long(...other, "R-7;01234567;Het Baken;KSW"));
    expect(outcomes(short)).toEqual(["R-2 KSW new", "R-7 KSW rejected"]);
  });

  test("is nothing at all when something is wrong with the file as such", () => {
    const checked = judged(`${long(...whole)}\nR-9;"nooit gesloten`);
    expect(checked.status).toBe("rejected");
    expect(outcomes(checked)).toEqual(["R-1 KSW rejected"]);
    expect(codesOf(checked)).toContain("FILE_UNCLOSED_QUOTE");
  });

  test("is told apart from others of one day by the greater reference, in code-point order", () => {
    const all = ["R-10", "R-2", "R-1"].flatMap((reference) => whole.map((row) => row.replace("R-1", reference)));
    const { findings } = judged(long(...all));
    expect(findings.map(placeOf)).toEqual(["G5", "G8"]);
    expect(findings[0]?.params).toMatchObject({ references: ["R-1", "R-10", "R-2"], last: "R-2" });
  });

  test("is a combined audit under each of its labels, and what an overlap carries is not missing", () => {
    const ksw = [whole[0], whole[1]].map((row) => `${row};labelcombinatie`);
    const nvvk = ["1.2", "2.3", "3.14"].map(
      (norm) => `${OWN.replace("KSW;2019", "NVVK;2021").replace("eerste toets", "hertoets")};${norm};voldoet;labelcombinatie`,
    );
    const checked = judged([`${HEADER};toetsvorm`, ...ksw, ...nvvk].join("\n"));
    expect(codesOf(checked)).toEqual(["RECERTIFICATION_WITHOUT_EARLIER"]);
    expect(outcomes(checked)).toEqual(["R-1 KSW new", "R-1 NVVK new"]);
  });
});
