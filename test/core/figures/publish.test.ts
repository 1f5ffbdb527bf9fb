import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { normFigures } from "../../../core/figures/norm-figures.ts";
import { publishedFiles } from "../../../core/figures/publish.ts";
import { merge } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { ShardScores } from "../../../core/scoring/shard-scores.ts";
import { catalogue, referenceDay, report } from "../scoring/example.ts";

const meta = { referenceDate: "2024-12-31", run: "r-1" };
const reports = [
  report({ organisation: "beta", audit: "0122" }),
  report({ organisation: "gamma", audit: "012-" }),
  report({ organisation: "kvk:99999999", audit: "02?2" }),
];
const scores = scoreShard(reports, catalogue, referenceDay);
const filesOf = (of: ShardScores, what = meta) => publishedFiles(normFigures(of, catalogue), of, catalogue, what);
const published = filesOf(scores);
const content = (name: string) => published.find((file) => file.name === name)!.content;

describe("the published files", () => {
  test("are the figures of frameworks and of views in three forms, the signals, what was looked at for them, and the cube", () => {
    expect(published.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["norm-figures.csv", "text/csv; charset=utf-8"],
      ["norm-figures.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["norm-figures.json", "application/json"],
      ["view-figures.csv", "text/csv; charset=utf-8"],
      ["view-figures.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
      ["view-figures.json", "application/json"],
      ["signals.json", "application/json"],
      ["signals-year-before.json", "application/json"],
      ["view-tests.json", "application/json"],
      ...["trends", "transitions", "cohorts", "bodies", "reported-trends", "exploratory"].map((name) => [
        `${name}.csv`,
        "text/csv; charset=utf-8",
      ]),
      ["datapackage.json", "application/json"],
      ["cube.json", "application/json"],
    ]);
  });

  test("begin with the columns that were agreed, as Dutch CSV", () => {
    const lines = (content("norm-figures.csv") as string).split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFlabel;variant;normenkader;norm;titel;categorie;competenties;organisaties;beoordeeld;voldoet;voldoet_deels;voldoet_niet;niet_van_toepassing;niet_beoordeeld;aandeel_voldoet;ondergrens;bovengrens;signalen",
    );
    expect(lines).toHaveLength(1 + 15 + 1);
    // 1 of 3: the limits have six decimals and a comma; norm 1.10 keeps its zero.
    expect(lines[5]).toBe("KSW;basis;2019;A2;Norm A2;V;C01|C02;3;3;1;2;0;0;0;0,333333;0,061492;0,792340;TE_WEINIG_GEGEVENS");
    expect(lines[13]).toBe("NVVK;basis;2021;1.10;Norm 1.10;V;C01|C02;0;0;0;0;0;0;0;;;;TE_WEINIG_GEGEVENS");
  });

  test("say the same in JSON in full precision, and in XLSX", async () => {
    const rows = JSON.parse(content("norm-figures.json") as string) as Record<string, unknown>[];
    expect(rows).toHaveLength(15);
    expect(rows[4]).toMatchObject({ norm: "A2", beoordeeld: 3, voldoet: 1, aandeel_voldoet: 1 / 3, signalen: "TE_WEINIG_GEGEVENS" });
    expect(rows[12]).toMatchObject({ norm: "1.10", aandeel_voldoet: null, ondergrens: null, bovengrens: null });
    const sheets = await readExcelFile(Buffer.from(content("norm-figures.xlsx") as Uint8Array));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Normcijfers", "Signalen", "Verantwoording"]);
    const [header, ...cells] = sheets[0]!.data;
    expect(header).toEqual(Object.keys(rows[0]!));
    expect(cells).toEqual(rows.map((row) => Object.values(row).map((value) => (value === "" ? null : value))));
    expect(sheets[1]!.data[1]).toEqual([
      "KSW",
      "basis",
      "2017",
      "A1",
      "Norm A1",
      "TE_WEINIG_GEGEVENS",
      "Nog geen enkele organisatie is op deze norm getoetst.",
    ]);
    expect(JSON.stringify(sheets[2]!.data)).toContain("voorbeeldcatalogus, geen officiële normtekst");
  });

  test("are the same bytes when they are made again, from shards in another order", () => {
    const shards = reports.map((one) => scoreShard([one], catalogue, referenceDay));
    expect(filesOf(shards.reduceRight(merge))).toEqual(published);
  });

  test("are not made with another reference date than the scores were", () => {
    expect(() => filesOf(scores, { ...meta, referenceDate: "2024-12-30" })).toThrow(BrokenInvariant);
  });
});
