import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normFigures } from "../../../../core/figures/norm-figures.ts";
import { publishedFiles } from "../../../../core/figures/publish.ts";
import { dataPackage, dataPackageJson, type TabularResource } from "../../../../core/figures/tables/data-package.ts";
import { emptyScores, merge } from "../../../../core/scoring/merge.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { ShardScores } from "../../../../core/scoring/shard-scores.ts";
import { auditKinds, type PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, referenceDay, report } from "./example.ts";
import { problemsOf } from "./table-schema.ts";

const { resources } = dataPackage();
const score = (reports: readonly PackedReport[]) => scoreShard(reports, catalogue, referenceDay);

const tablesOf = (scores: ShardScores): Map<string, string> =>
  new Map(
    publishedFiles(normFigures(scores, catalogue), scores, catalogue, { run: "r-1", referenceDate: "2024-03-31" })
      .filter(({ name }) => name.endsWith(".csv"))
      .map(({ name, content }) => [name, content as string]),
  );

const problems = (files: ReadonlyMap<string, string>) =>
  resources.flatMap((resource) => problemsOf(files.get(resource.path) ?? "", resource).map((problem) => `${resource.path}: ${problem}`));

const some = (count: number, of: (i: number) => Parameters<typeof report>[0]) => Array.from({ length: count }, (_, i) => report(of(i)));
const rounds = (count: number, what: Parameters<typeof report>[0] = {}) =>
  ["2018", "2020", "2022"].flatMap((year, round) =>
    some(count, (i) => ({
      organisation: `o${i}`,
      body: `b${i % 3}`,
      day: `${year}-0${1 + (i % 9)}-01`,
      kind: round === 0 ? "initial" : "recertification",
      audit: Array.from({ length: 4 }, (_, norm) => "2102"[(i * 7 + norm * 3 + round) % 4]).join(""),
      sector: { fte: i * 9, conversations: i, clientCouncilHeard: i % 2 === 0 },
      trends: [{ theme: ["wacht", "Armoede", "=1+1"][i % 3]!, direction: "stable" }],
      ...what,
    })),
  );

/** What leaves little to count, or invites a division by nothing. */
const cases: Readonly<Record<string, readonly PackedReport[]>> = {
  "an ordinary register": rounds(40),
  "no reports": [],
  "one organisation": rounds(1),
  "one organisation with one test": [report({})],
  "one body": rounds(20, { body: "ciio" }),
  "all scores equal": rounds(20, { audit: "1111" }),
  "everything met": rounds(20, { audit: "2222" }),
  "all n.v.t.": rounds(20, { audit: "----" }),
  "nothing in scope": rounds(20, { audit: "...." }),
  "all on one day": rounds(20, { day: "2022-05-01" }),
  "only follow-up checks": rounds(20, { kind: "followUp" }),
  "only hertoetsen": rounds(20, { kind: "recertification" }),
  "a merged organisation": [
    report({ organisation: "alfa", day: "2018-01-01" }),
    report({ organisation: "gamma", kind: "recertification" }),
  ],
  "all after the reference day": rounds(3, { day: "2024-04-01" }),
  "one of every kind on one day": auditKinds.map((kind) => report({ kind, day: "2024-03-31" })),
  "one variant only": rounds(20, { framework: "L/wijk/2021", audit: "21" }),
};

describe.each(Object.entries(cases))("of %s", (_, reports) => {
  test("every published CSV is as the data dictionary says, without NaN, Infinity or undefined", () => {
    const files = tablesOf(score(reports));
    expect([...files.keys()].sort()).toEqual(resources.map(({ path }) => path).sort());
    expect(problems(files)).toEqual([]);
    for (const text of files.values()) expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });
});

describe("the published tables", () => {
  test("are as the data dictionary says for any register", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        expect(problems(tablesOf(score(reports)))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("are there for scores of nothing at all", () => {
    const files = tablesOf(emptyScores);
    expect(problems(files)).toEqual([]);
    // A norm that was never judged has a row too.
    expect(files.get("trends.csv")).toContain(
      "L/basis/2017..2021;L;norm;B1;Norm B1;L/basis/2017;1;vervallen in L/basis/2019;toetsen;jaar;geen;streng;0;0;0;;;",
    );
  });

  test("are the same bytes from shards in another order", () => {
    const reports = rounds(20);
    const shards = reports.map((one) => score([one]));
    expect(tablesOf(shards.reduceRight(merge))).toEqual(tablesOf(score(reports)));
  });

  test("cannot become formulas by a theme in a body's own words", () => {
    expect(tablesOf(score(rounds(3))).get("reported-trends.csv")).toContain(";'=1+1;");
  });
});

describe("the data dictionary", () => {
  test("in docs is that of the code (else: npm run docs:dictionary)", () => {
    expect(readFileSync(join(import.meta.dirname, "../../../../docs/schema/datapackage.json"), "utf8")).toBe(dataPackageJson());
  });

  test("says of every column in Dutch what it is, and names no column twice", () => {
    for (const { path, schema } of resources) {
      const names = schema.fields.map(({ name }) => name);
      expect([path, new Set(names).size]).toEqual([path, names.length]);
      for (const { name, description } of schema.fields)
        expect([path, name, description]).toEqual([path, name, expect.stringMatching(/^[A-Z0-9a-z].{8,}\.$/)]);
      for (const name of schema.primaryKey) expect(schema.fields.find((field) => field.name === name)?.constraints.required).toBe(true);
    }
  });

  test("does notice a file that is not as it says", () => {
    const trends = resources.find(({ path }) => path === "bodies.csv") as TabularResource;
    const right = tablesOf(score(rounds(6))).get("bodies.csv")!;
    const [header, first, ...rest] = right.split("\r\n");
    const said = (...lines: readonly (string | undefined)[]) => problemsOf(lines.join("\r\n"), trends);
    expect(said(header?.replace("ci;", "x;"), first)).toEqual([expect.stringContaining("header")]);
    expect(said(header, first, first)).toEqual([expect.stringContaining("twice")]);
    expect(said(header, first?.replace("streng", "mild"), ...rest)).toEqual([expect.stringContaining("telling: is not in the list: mild")]);
    expect(said(header, first?.replace(/0,\d{6}/, "1,200000"), ...rest)).toEqual([
      expect.stringContaining("gemiddeld_aandeel: is too high"),
    ]);
    expect(said(header, first?.replace(/0,\d{6}/, "0.5"), ...rest)).toEqual([expect.stringContaining("gemiddeld_aandeel: is no number")]);
    expect(said(header, first?.replace(";streng;6;", ";streng;;"), ...rest)).toEqual([
      expect.stringContaining("organisaties: is required"),
    ]);
  });
});
