import { describe, expect, test } from "vitest";
import { type Cube, cube } from "../../../core/figures/cube.ts";
import { normFigures } from "../../../core/figures/norm-figures.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { catalogue, day, referenceDay, report } from "../scoring/example.ts";

function cubeOf(reports: readonly PackedReport[]): Cube {
  const scores = scoreShard(reports, catalogue, referenceDay);
  return cube(scores, catalogue, normFigures(scores, catalogue), { run: "r-1" });
}

const example = cubeOf([
  report({ organisation: "beta", day: day("2022-02-01"), audit: "01-2", self: "2..2" }),
  report({ organisation: "gamma", day: day("2021-02-01"), audit: "0000" }),
  report({
    organisation: "gamma",
    day: day("2023-09-01"),
    body: "dnv",
    kind: "recertification",
    audit: "?222",
    disciplines: { wijk: "2..." },
  }),
  report({ organisation: "beta", framework: "KSW/wijkteam/2021", day: day("2023-09-01"), body: "dnv", audit: "222" }),
]);
const ksw = example.labels.find(({ label }) => label === "KSW")!;
const framework = (key: string) => ksw.frameworks.find((candidate) => candidate.key === key)!;

describe("the cube", () => {
  test("says what it is, of when, and by which rules", () => {
    expect(example).toMatchObject({
      shape: "normenmonitor-cube",
      version: 1,
      run: "r-1",
      referenceDate: "2024-12-31",
      catalogueVersion: "c".repeat(64),
      rules: { thresholds: { enoughForNever: 29 } },
    });
    expect(example.scores).toEqual(["voldoet niet", "voldoet deels", "voldoet", "niet van toepassing", "niet beoordeeld"]);
  });

  test("has every label and framework of the catalogue, in the order of the figures, also without audits", () => {
    expect(example.labels.map(({ label, frameworks }) => [label, frameworks.map(({ key }) => key)])).toEqual([
      ["KSW", ["KSW/basis/2017", "KSW/basis/2019", "KSW/wijkteam/2021"]],
      ["NVVK", ["NVVK/basis/2021"]],
      ["PLUS", ["PLUS/basis/2020"]],
    ]);
    expect(example.labels[1]).toMatchObject({ bodies: [], disciplines: [], tally: { periods: [], cells: [] } });
    expect(example.labels[1]!.frameworks[0]).toMatchObject({
      organisations: 0,
      illustrative: true,
      current: [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    });
  });

  test("has the current state per norm in five counts of organisations", () => {
    expect(framework("KSW/basis/2019")).toMatchObject({
      organisations: 2,
      current: [
        [1, 0, 0, 0, 1],
        [0, 1, 1, 0, 0],
        [0, 0, 1, 1, 0],
        [0, 0, 2, 0, 0],
      ],
    });
    expect(framework("KSW/wijkteam/2021").organisations).toBe(1);
  });

  test("says per norm how many judgements the other label of a combined audit lent, of the current reports alone", () => {
    const combined = (reference: string, organisation: string, on: string, ksw: string) => [
      report({ reference, organisation, day: day(on), audit: ksw }),
      report({ reference, organisation, day: day(on), framework: "NVVK/basis/2021", audit: "..2" }),
    ];
    const { labels } = cubeOf([
      ...combined("C1", "beta", "2021-02-01", "0222"),
      ...combined("C2", "beta", "2023-02-01", "1..2"),
      ...combined("C3", "gamma", "2023-02-01", "-022"),
    ]);
    const carriedIn = (label: string, key: string) =>
      labels.find((one) => one.label === label)!.frameworks.find((one) => one.key === key)!.carried;
    expect(carriedIn("NVVK", "NVVK/basis/2021")).toEqual([1, 1, 0]);
    expect(carriedIn("KSW", "KSW/basis/2019")).toEqual([0, 0, 0, 0]);
  });

  test("has self-evaluation beside audit and test beside hertoets in nine counts per norm", () => {
    // Nine: niet→niet, niet→deels, niet→voldoet, deels→niet … voldoet→voldoet.
    expect(framework("KSW/basis/2019").selfEvaluation[0]).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect(framework("KSW/basis/2019").hertoets[1]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(framework("KSW/basis/2017").hertoets[1]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("has all audits in its tally, by numbers of its own lists", () => {
    const { tally } = ksw;
    const rows = tally.cells.map(([framework, period, body, kind, discipline, audits, counts]) => [
      ksw.frameworks[framework]!.key,
      tally.periods[period],
      ksw.bodies[body]!.name,
      tally.kinds[kind],
      discipline < 0 ? null : ksw.disciplines[discipline],
      audits,
      counts.slice(0, 5),
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["KSW/basis/2019", "2021-H1", "CIIO", "initial", null, 1, [1, 0, 0, 0, 0]],
        ["KSW/basis/2019", "2022-H1", "CIIO", "initial", null, 1, [1, 0, 0, 0, 0]],
        ["KSW/basis/2019", "2023-H2", "DNV", "recertification", null, 1, [0, 0, 0, 0, 1]],
        ["KSW/basis/2019", "2023-H2", "DNV", "recertification", "wijk", 1, [0, 0, 1, 0, 0]],
        ["KSW/wijkteam/2021", "2023-H2", "DNV", "initial", null, 1, [0, 0, 1, 0, 0]],
      ]),
    );
    expect(rows).toHaveLength(5);
  });

  test("has each signal at its norm, with evidence and a sentence in both languages", () => {
    const signal = ksw.signals.find((candidate) => ksw.frameworks[candidate.framework]!.key === "KSW/basis/2019" && candidate.norm === 3)!;
    expect(signal).toMatchObject({
      code: "TE_WEINIG_GEGEVENS",
      evidence: { judged: 2, met: 2 },
      sentence: { nl: expect.stringContaining("Nog maar 2 organisaties"), en: expect.stringContaining("Only 2 organisations") },
    });
  });
});
