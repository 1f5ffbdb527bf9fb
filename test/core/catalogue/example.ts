import type { CatalogueText } from "../../../core/catalogue/parse.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { InvalidCatalogue } from "../../../core/faults.ts";

export type Json = Record<string, unknown>;

/** A small catalogue without faults: two versions, a variant and a second label. */
export function exampleFiles(): Record<string, Json | Json[]> {
  const head = {
    title: "Voorbeeld",
    validFrom: "2019-01-01",
    validUntil: null,
    cycleYears: 2,
    categories: [{ code: "V", title: "Vakmanschap" }],
  };
  const norm = (code: string, more: Json = {}): Json => ({ code, title: `Norm ${code}`, category: "V", ...more });
  return {
    "frameworks/ksw-2017.json": {
      ...head,
      label: "KSW",
      variant: "basis",
      version: "2017",
      validFrom: "2017-01-01",
      validUntil: "2019-12-31",
      norms: [norm("V01"), norm("V02"), norm("V03")],
    },
    "frameworks/ksw-2019.json": {
      ...head,
      label: "KSW",
      variant: "basis",
      version: "2019",
      norms: [
        norm("V01", { competencies: ["C01"], from: [{ framework: "KSW/basis/2017", norm: "V01", relation: "same" }] }),
        norm("V02", {
          from: [
            { framework: "KSW/basis/2017", norm: "V02", relation: "merged" },
            { framework: "KSW/basis/2017", norm: "V03", relation: "merged" },
          ],
          overlaps: [{ framework: "NVVK/basis/2021", norm: "1.2" }],
        }),
      ],
    },
    "frameworks/nvvk-2021.json": { ...head, label: "NVVK", variant: "basis", version: "2021", norms: [norm("1.1"), norm("1.2")] },
    "competencies.json": [{ code: "C01", title: "Verheldert vragen" }],
    "bodies.json": [{ code: "ciio", name: "CIIO", scoreTerms: { "Major NC": "voldoet niet" }, headerNames: { "Score (CI)": "score" } }],
    "organisations.json": [
      { id: "oud", name: "Oud", kvk: ["99000001"], succeededBy: "tussen" },
      { id: "tussen", name: "Tussen", kvk: ["99000002"], succeededBy: "nieuw" },
      { id: "nieuw", name: "Nieuw", kvk: ["09000003", "99000004"] },
    ],
    "themes.json": [
      { code: "wachttijden", title: "Wachttijden", synonyms: ["wachtlijst"], norms: [{ framework: "KSW/basis/2019", norm: "V01" }] },
    ],
  };
}

export const texts = (files: Record<string, unknown>): CatalogueText[] =>
  Object.entries(files).map(([path, value]) => ({ path, text: typeof value === "string" ? value : JSON.stringify(value, null, 2) }));

/** The problems of a catalogue; empty when it is accepted. */
export function problemsOf(files: readonly CatalogueText[]): readonly string[] {
  try {
    parseCatalogueFiles(files);
    return [];
  } catch (error) {
    if (error instanceof InvalidCatalogue) return error.problems;
    throw error;
  }
}

/** The problems after one change to the example. */
export function problemsAfter(change: (files: Record<string, Json & Json[]>) => void): readonly string[] {
  const files = JSON.parse(JSON.stringify(exampleFiles())) as Record<string, Json & Json[]>;
  change(files);
  return problemsOf(texts(files));
}
