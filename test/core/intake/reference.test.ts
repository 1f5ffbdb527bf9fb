import { expect, it } from "vitest";
import { codesOf, deliverCsv, noHistory } from "./deliver.ts";

const header = "rapportkenmerk;kvk_nummer;organisatie;label;normenkader;soort_toets;toetsdatum;norm;score";
const codes = (reference: string) =>
  codesOf(deliverCsv(`${header}\n${reference};01234567;Het Baken;KSW;2019;eerste toets;14-03-2024;V01;voldoet\n`).judge(noHistory));

it("a reference that is a point alone, or two, is refused: its report would have no page", () => {
  for (const reference of [".", "..", " .. "]) expect(codes(reference), reference).toContain("REFERENCE_MALFORMED");
});

it("points within a reference are fine", () => {
  for (const reference of ["...", "a.", ".a", "2024.1", "1..2"]) expect(codes(reference), reference).not.toContain("REFERENCE_MALFORMED");
});
