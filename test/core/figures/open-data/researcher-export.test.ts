import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { researcherRows, researcherZip, type Shuffle } from "../../../../core/figures/open-data/researcher-export.ts";
import { noTerms } from "../../../../core/figures/open-data/terms.ts";
import { normRows } from "../../../../core/figures/selected/norm-rows.ts";
import { everythingOf } from "../../../../core/figures/selected/selection.ts";
import { sampleScores } from "../../../portal/sample-scores.ts";
import { counted } from "../selected/example.ts";
import { anyRegister, report } from "../tables/example.ts";
import { problemsOfPackage, readPackage } from "./package-files.ts";

const inOrder: Shuffle = (size) => Array.from({ length: size }, (_, i) => i);
const backwards: Shuffle = (size) => inOrder(size).toReversed();

describe("the researcher's export", () => {
  test("of the samples is as its own dictionary says, keys and all", async () => {
    const scores = await sampleScores();
    for (const label of ["KSW", "NVVK"])
      expect(problemsOfPackage(readPackage(researcherZip(scores, label, backwards, noTerms)))).toEqual([]);
  });

  test("of any register, and of a label without reports, too", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        expect(problemsOfPackage(readPackage(researcherZip(counted(reports), "L", backwards, noTerms)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(problemsOfPackage(readPackage(researcherZip(counted([]), "N", inOrder, noTerms)))).toEqual([]);
  });

  test("has no id, KvK number, name, code of a body, reference, day, text or discipline", async () => {
    const scores = await sampleScores();
    const { text, csv } = readPackage(researcherZip(scores, "KSW", backwards, noTerms));
    const words = new Set(text.split(/[^\p{L}\p{N}:'.-]+/u));
    const { organisations, bodies } = scores.catalogue;
    const { tables } = scores.labels.get("KSW")!;
    const codes = [
      ...organisations.flatMap(({ id, kvk }) => [id, ...kvk]),
      ...bodies.keys(),
      ...tables.references,
      ...tables.organisations,
    ];
    expect(codes.filter((code) => words.has(code))).toEqual([]);
    const names = [...organisations.map(({ name }) => name), ...[...bodies.values()].map(({ name }) => name), ...tables.disciplines];
    expect(names.filter((name) => [...csv.values()].some((file) => file.includes(name)))).toEqual([]);
    for (const file of csv.values()) expect(file).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|\b\d{8}\b/);
  });

  test("gives out its names anew each time, in an order that says nothing of the day", async () => {
    const scores = await sampleScores();
    const [one, other] = [researcherRows(scores, "KSW", inOrder), researcherRows(scores, "KSW", backwards)];
    expect(one.audits.map(({ organisatie }) => organisatie)).not.toEqual(other.audits.map(({ organisatie }) => organisatie));
    const years = other.audits.map(({ halfjaar }) => halfjaar);
    expect(years).not.toEqual(years.toSorted());
    const names = one.audits.map(({ toets }) => toets);
    expect(new Set(names).size).toBe(names.length);
  });

  test("names a municipality only where five organisations of the label were tested", () => {
    const at = (size: number) =>
      counted(Array.from({ length: size }, (_, i) => report({ organisation: `o${i}`, sector: { municipality: "GM0363" } })));
    expect(researcherRows(at(4), "L", inOrder).audits.map(({ gemeente }) => gemeente)).toEqual([null, null, null, null]);
    expect(researcherRows(at(5), "L", inOrder).audits.every(({ gemeente }) => gemeente === "GM0363")).toBe(true);
    // One organisation that was tested five times is one organisation.
    const often = counted(Array.from({ length: 5 }, (_, i) => report({ day: `202${i}-01-01`, sector: { municipality: "GM0363" } })));
    expect(researcherRows(often, "L", inOrder).audits.map(({ gemeente }) => gemeente)).toEqual([null, null, null, null, null]);
  });

  test("lets a researcher count what the pages count", async () => {
    const scores = await sampleScores();
    const { audits, scores: given } = researcherRows(scores, "NVVK", backwards);
    const order = audits.toSorted((a, b) => a.volgnummer - b.volgnummer);
    const standing = new Map<string, Map<string, string>>();
    for (const { toets, organisatie, soort_toets } of order) {
      const own = given.filter((row) => row.toets === toets);
      if (["eerste toets", "hertoets"].includes(soort_toets))
        standing.set(organisatie, new Map(own.map(({ norm, score }) => [norm, score])));
      else
        for (const { norm, score } of own)
          if (standing.get(organisatie)?.has(norm) && score.startsWith("voldoet")) standing.get(organisatie)!.set(norm, score);
    }
    const met = (norm: string) => [...standing.values()].filter((of) => of.get(norm) === "voldoet").length;
    for (const row of normRows(scores, everythingOf("NVVK")).rows)
      expect([row.norm.code, met(row.norm.code)]).toEqual([row.norm.code, row.counts.met]);
  });
});
