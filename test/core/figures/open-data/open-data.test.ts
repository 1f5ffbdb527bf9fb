import { describe, expect, test } from "vitest";
import { openDataZip } from "../../../../core/figures/open-data/open-data.ts";
import { noTerms, type Terms } from "../../../../core/figures/open-data/terms.ts";
import type { CountedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { yearlyReport, yearsOfReport } from "../../../../core/figures/yearly-report/yearly-report.ts";
import { sampleScores } from "../../../portal/sample-scores.ts";
import { counted } from "../selected/example.ts";
import { report } from "../tables/example.ts";
import { problemsOfPackage, readPackage, rowsOf } from "./package-files.ts";

const run = { run: "2026-11-25-7", catalogueVersion: "c", illustrative: true };
const ccBy: Terms = { publisher: "Sociaal Werk Nederland", licence: { name: "CC-BY-4.0", title: "Creative Commons Naamsvermelding 4.0" } };

const packageOf = (scores: CountedScores, label: string, year: number, terms = ccBy) =>
  readPackage(openDataZip(yearlyReport(scores, run, label, year)!, 1, terms));

describe("the open data", () => {
  test("of every label of the samples are as their own dictionary says, keys and all", async () => {
    const scores = await sampleScores();
    expect(problemsOfPackage(packageOf(scores, "KSW", 2025))).toEqual([]);
    expect(problemsOfPackage(packageOf(scores, "NVVK", 2026))).toEqual([]);
  });

  test("of a register with next to nothing too", () => {
    for (const reports of [[report({})], [report({ audit: "----" })], [report({ kind: "followUp" })]]) {
      const scores = counted(reports);
      for (const year of yearsOfReport(scores, "L")) expect(problemsOfPackage(packageOf(scores, "L", year))).toEqual([]);
    }
  });

  test("hold nothing by which an organisation, a body or an audit is known: no id, KvK number, name, code, reference or day", async () => {
    const scores = await sampleScores();
    const { text, csv } = packageOf(scores, "KSW", 2025);
    const words = new Set(text.split(/[^\p{L}\p{N}:'.-]+/u));
    const { organisations, bodies } = scores.catalogue;
    const { tables, audits } = scores.labels.get("KSW")!;
    const codes = [
      ...organisations.flatMap(({ id, kvk }) => [id, ...kvk]),
      ...bodies.keys(),
      ...tables.references,
      ...tables.organisations,
      ...tables.municipalities,
    ];
    expect(codes.filter((code) => words.has(code))).toEqual([]);
    const names = [...organisations.map(({ name }) => name), ...[...bodies.values()].map(({ name }) => name)];
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    expect(audits.day.length).toBeGreaterThan(100);
    for (const file of csv.values()) expect(file).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|\b\d{8}\b/);
  });

  test("hold no small count, and say of each row whether it is whole", async () => {
    const { csv } = packageOf(await sampleScores(), "KSW", 2025);
    for (const [path, text] of csv) {
      for (const row of rowsOf(text)) {
        for (const name of ["beoordeeld", "rapporten", "organisaties", "meldingen"])
          expect([path, name, ["1", "2", "3", "4"].includes(row[name] ?? "")]).toEqual([path, name, false]);
        for (const part of ["voldoet", "deels", "niet"]) {
          const [from, to] = [row[`${part}_van`], row[`${part}_tot`]];
          if (from !== undefined && from === to) expect([path, part, ["1", "2", "3", "4"].includes(from)]).toEqual([path, part, false]);
        }
      }
    }
    const figures = rowsOf(csv.get("cijfers.csv")!);
    expect(new Set(figures.map((row) => row["getoond"]))).toEqual(new Set(["ja", "deels"]));
    expect(figures.find((row) => row["norm"] === "O19" && row["jaar"] === "2025")).toMatchObject({
      beoordeeld: "85",
      voldoet_van: "0",
      voldoet_tot: "0",
    });
  });

  test("say under which licence they are, or that there is none yet", async () => {
    const scores = counted([report({})]);
    const free = packageOf(scores, "L", 2020);
    expect(free.description).toMatchObject({ licenses: [{ name: "CC-BY-4.0" }], contributors: [{ title: "Sociaal Werk Nederland" }] });
    expect(free.codebook).toContain("Licentie: Creative Commons Naamsvermelding 4.0 (CC-BY-4.0)");
    const closed = packageOf(scores, "L", 2020, noTerms);
    expect(closed.description).not.toHaveProperty("licenses");
    expect(closed.codebook).toContain("Er is nog geen licentie gekozen");
  });

  test("have a codebook with every column of every file, in the words of the dictionary", async () => {
    const { description, codebook } = packageOf(counted([report({})]), "L", 2020);
    for (const { path, schema } of description.resources) {
      expect(codebook).toContain(`(\`${path}\`)`);
      for (const field of schema.fields) expect(codebook.replaceAll("\\", "")).toContain(`| \`${field.name}\` | `);
    }
    for (const { schema } of description.resources)
      for (const field of schema.fields) expect(codebook.replaceAll("\\", "")).toContain(field.description);
  });

  test("are the same bytes for the same report", async () => {
    const made = yearlyReport(counted([report({})]), run, "L", 2020)!;
    expect(openDataZip(made, 1, ccBy)).toEqual(openDataZip(made, 1, ccBy));
  });
});

describe("what holds a package against its dictionary", () => {
  test("notices a reference that leads nowhere, and a file that is not described", () => {
    const read = packageOf(counted([report({})]), "L", 2020);
    const csv = new Map([
      ...read.csv,
      ["normen.csv", read.csv.get("normen.csv")!.split("\r\n").slice(0, 2).join("\r\n")],
      ["extra.csv", ""],
    ]);
    const problems = problemsOfPackage({ ...read, csv });
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining("is not in normen.csv"), "not described: extra.csv"]));
  });
});
