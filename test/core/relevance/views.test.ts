import { describe, expect, test } from "vitest";
import { rowsUntil, viewMatrix } from "../../../core/relevance/view-matrix.ts";
import { isWithdrawn, publishedViews, type View, viewOf } from "../../../core/relevance/views.ts";
import { carryJudgements } from "../../../core/scoring/carry.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { catalogueOf, day, framework, judged, organisations, report, said } from "./made-up-view.ts";

/** Norms as `code: framework.code framework.code`, the newest last. */
const norms = (view: View): string[] =>
  view.norms.map(
    ({ code, places }) =>
      `${code}: ${places.map(({ framework: { version, variant, norms: all }, norm }) => `${variant}/${version}.${all[norm]!.code}`).join(" ")}`,
  );

const versions = catalogueOf([
  framework(
    "KSW/basis/2019",
    [
      { code: "B1", same: "KSW/basis/2017 A2" },
      { code: "B2", from: [{ framework: "KSW/basis/2017", norm: "A1", relation: "reworded" }] },
      "B3",
    ],
    "2019-05-01",
  ),
  framework("KSW/basis/2017", ["A1", "A2", "A3"], "2017-01-01"),
]);

describe("a view over framework versions", () => {
  test("names the first and the last version, by their validity and not by their place in the catalogue", () => {
    expect(viewOf(versions, "KSW", "basis").id).toBe("KSW/basis/2017..2019");
    expect(viewOf(versions, "KSW", null).id).toBe("KSW/*/2017..2019");
  });

  test("lets a norm run on through lineage same, under its newest code; a reworded norm is another norm", () => {
    expect(norms(viewOf(versions, "KSW", "basis"))).toEqual([
      "B1: basis/2017.A2 basis/2019.B1",
      "B2: basis/2019.B2",
      "B3: basis/2019.B3",
      "A1: basis/2017.A1",
      "A3: basis/2017.A3",
    ]);
  });

  test("runs on over three versions", () => {
    const three = catalogueOf([
      framework("KSW/basis/2017", ["A"], "2017-01-01"),
      framework("KSW/basis/2019", [{ code: "B", same: "KSW/basis/2017 A" }], "2019-01-01"),
      framework("KSW/basis/2022", [{ code: "C", same: "KSW/basis/2019 B" }], "2022-01-01"),
    ]);
    expect(norms(viewOf(three, "KSW", null))).toEqual(["C: basis/2017.A basis/2019.B basis/2022.C"]);
  });

  test("knows a norm as withdrawn from the day on which a framework without it is valid", () => {
    const view = viewOf(versions, "KSW", "basis");
    const withdrawn = (on: string) => view.norms.filter((norm) => isWithdrawn(view, norm, day(on))).map(({ code }) => code);
    expect(withdrawn("2019-04-30")).toEqual([]);
    expect(withdrawn("2019-05-01")).toEqual(["A1", "A3"]);
  });
});

const variants = catalogueOf([
  framework("KSW/basis/2019", ["A", "B", "C"], "2019-05-01"),
  framework(
    "KSW/wijkteam/2021",
    [
      { code: "A", overlaps: [{ framework: "KSW/basis/2019", norm: "A" }] },
      { code: "X", overlaps: [{ framework: "KSW/basis/2019", norm: "B" }] },
      "C",
    ],
    "2021-01-01",
  ),
  framework("NVVK/basis/2021", [{ code: "B", overlaps: [{ framework: "KSW/basis/2019", norm: "B" }] }], "2021-01-01"),
]);

describe("a view over variants", () => {
  test("joins norms of one code that the catalogue ties by an overlap, and no others: not by code alone, not by overlap alone", () => {
    expect(norms(viewOf(variants, "KSW", null))).toEqual([
      "A: basis/2019.A wijkteam/2021.A",
      "X: wijkteam/2021.X",
      "C: wijkteam/2021.C",
      "B: basis/2019.B",
      "C: basis/2019.C",
    ]);
  });

  test("does not join norms of two labels", () => {
    expect(norms(viewOf(variants, "NVVK", null))).toEqual(["B: basis/2021.B"]);
  });

  test("never makes one norm of two norms of a framework, whatever the catalogue ties", () => {
    const crossed = catalogueOf([
      framework("KSW/basis/2017", ["A"], "2017-01-01"),
      framework(
        "KSW/basis/2019",
        [
          { code: "A", same: "KSW/basis/2017 A" },
          { code: "B", same: "KSW/basis/2017 A" },
        ],
        "2019-01-01",
      ),
    ]);
    expect(norms(viewOf(crossed, "KSW", null))).toEqual(["A: basis/2017.A basis/2019.A", "B: basis/2019.B"]);
  });

  test("keeps a norm that one variant withdrew and the other has", () => {
    const one = catalogueOf([
      framework("KSW/basis/2017", ["A"], "2017-01-01"),
      framework("KSW/basis/2019", ["B"], "2019-01-01"),
      framework("KSW/wijkteam/2018", [{ code: "A", overlaps: [{ framework: "KSW/basis/2017", norm: "A" }] }], "2018-01-01"),
    ]);
    const view = viewOf(one, "KSW", null);
    expect(view.norms.filter((norm) => isWithdrawn(view, norm, day("2020-01-01")))).toEqual([]);
  });
});

describe("the published views", () => {
  test("are per label all variants together, and each variant alone where there are several", () => {
    expect(publishedViews(variants).map(({ id }) => id)).toEqual([
      "KSW/*/2019..2021",
      "KSW/basis/2019..2019",
      "KSW/wijkteam/2021..2021",
      "NVVK/*/2021..2021",
    ]);
  });
});

describe("the current report in a view", () => {
  const basis = (organisation: number, on: string, scores: string) => ({ organisation, on, scores, framework: "KSW/basis/2019" });
  const wijkteam = (organisation: number, on: string, scores: string) => ({ organisation, on, scores, framework: "KSW/wijkteam/2021" });
  const counts = (reports: Parameters<typeof judged>[1], variant: string | null = null) => {
    const { analysis } = judged(variants, reports, { variant });
    return Object.fromEntries(
      analysis
        .standings()
        .map(({ counts: { judged: n, met } }, norm) => [
          `${analysis.view.norms[norm]!.code}${analysis.view.norms[norm]!.places.map(({ framework: { variant: of } }) => `.${of}`).join("")}`,
          `${met}/${n}`,
        ]),
    );
  };

  test("is the latest over all variants and versions: the norms of the earlier one alone do not count any more", () => {
    const reports = [basis(1, "2022-01-01", "222"), wijkteam(1, "2023-01-01", "020")];
    expect(counts(reports)).toEqual({
      "A.basis.wijkteam": "0/1",
      "X.wijkteam": "1/1",
      "C.wijkteam": "0/1",
      "B.basis": "0/0",
      "C.basis": "0/0",
    });
  });

  test("is the latest within each variant where variants are compared", () => {
    const { analysis } = judged(variants, [basis(1, "2022-01-01", "222"), wijkteam(1, "2023-01-01", "020")]);
    expect(analysis.variants()[0]!.map(({ counts: of }) => of)).toEqual([
      { variant: "basis", judged: 1, met: 1, partiallyMet: 0 },
      { variant: "wijkteam", judged: 1, met: 0, partiallyMet: 0 },
    ]);
  });

  test("takes over what a later check judged, across variants, and nothing that is not in its own scope", () => {
    const check = { ...wijkteam(1, "2023-06-01", "222"), kind: "interim" as const };
    expect(counts([basis(1, "2022-01-01", "0.0"), check])).toMatchObject({
      "A.basis.wijkteam": "1/1",
      "C.wijkteam": "0/0",
      "C.basis": "0/1",
    });
  });

  test("is not touched by a check that came before it, nor by one without a test", () => {
    const check = (organisation: number) => ({ ...basis(organisation, "2021-06-01", "222"), kind: "followUp" as const });
    const reports = [
      basis(1, "2020-01-01", "000"),
      check(1),
      { ...basis(1, "2022-01-01", "000"), kind: "recertification" as const },
      check(2),
    ];
    expect(counts(reports)).toMatchObject({ "A.basis.wijkteam": "0/1" });
  });

  test("is one of the reference date too, and not one of the day after", () => {
    const at = (on: string) => judged(variants, [basis(1, "2022-03-01", "222")], { on }).analysis.organisations;
    expect([at("2022-02-28"), at("2022-03-01")]).toEqual([0, 1]);
    const matrix = viewMatrix(
      viewOf(variants, "KSW", null),
      carryJudgements(scoreShard([report(basis(1, "2022-03-01", "222"))], variants, day("2024-12-31")), variants)[0],
    );
    expect([rowsUntil(matrix, day("2022-02-28")), rowsUntil(matrix, day("2022-03-01")), rowsUntil(matrix, day("2022-03-02"))]).toEqual([
      0, 1, 1,
    ]);
  });

  test("counts a merged organisation once", () => {
    const merged = catalogueOf(
      [framework("KSW/basis/2019", ["A"])],
      [
        { id: "oud", name: "Oud", kvk: ["20000001"], succeededBy: "nieuw" },
        { id: "nieuw", name: "Nieuw", kvk: ["20000002"], succeededBy: null },
      ],
    );
    const { analysis } = judged(merged, [
      { organisation: "oud", on: "2022-01-01", scores: "0" },
      { organisation: "nieuw", on: "2023-01-01", scores: "2" },
    ]);
    expect(analysis.organisations).toBe(1);
    expect(analysis.standings()[0]!.counts).toMatchObject({ judged: 1, met: 1 });
  });
});

describe("a norm that was withdrawn", () => {
  test("keeps its figures and count signals, and gets no test signals", () => {
    const reports = organisations(60, (i) => ({ scores: i % 2 === 0 ? "220" : "000", on: "2018-06-01", framework: "KSW/basis/2017" }));
    const before = judged(versions, reports, { on: "2019-01-01" });
    expect(said(before)).toEqual(expect.arrayContaining(["B1 OVERLAPPEND A1", "A1 OVERLAPPEND B1", "A3 NOOIT_GEHAALD"]));
    const after = judged(versions, reports, { on: "2020-01-01" });
    expect(said(after)).toContain("A3 NOOIT_GEHAALD");
    expect(said(after).join()).not.toContain("OVERLAPPEND");
    expect(after.gone.map(({ norm, signal, withdrawn }) => [after.analysis.view.norms[norm]!.code, signal.code, withdrawn])).toEqual([
      ["B1", "OVERLAPPEND", false],
      ["A1", "OVERLAPPEND", true],
    ]);
    expect(after.signals.find(({ signal }) => signal.code === "NOOIT_GEHAALD")!.signal.evidence).toMatchObject({ withdrawn: true });
  });
});

describe("the matrix of a view", () => {
  test("is the same for shards in any order, and holds each judgement of a combined audit once", () => {
    const main = report({ organisation: 1, scores: ".2.", framework: "KSW/basis/2019" });
    const other = { ...report({ organisation: 1, scores: "0", framework: "NVVK/basis/2021" }), reference: main.reference };
    const view = viewOf(variants, "KSW", "basis");
    const matrix = (of: readonly (typeof main)[]) => {
      const scores = scoreShard(of, variants, day("2024-12-31"));
      return viewMatrix(
        view,
        carryJudgements(scores, variants).find(({ label }) => label === "KSW"),
      );
    };
    expect(matrix([main, other])).toEqual(matrix([other, main]));
    expect([...matrix([main, other]).scores]).toEqual([5, 2, 5]);
    const borrowing = { ...main, audit: "..." };
    expect([...matrix([borrowing, other]).scores]).toEqual([5, 0, 5]);
  });
});
