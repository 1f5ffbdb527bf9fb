import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transitionRows } from "../../../../core/figures/tables/transitions.ts";
import { retestScreen } from "../../../../core/relevance/screens/retests.ts";
import { viewThresholds } from "../../../../core/relevance/thresholds.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { anyRegister, catalogue, referenceDay, report, sourceOf, viewIds } from "./example.ts";
import { allLines, byOrganisation, inView, isFull, isJudged, scoreOf } from "./recount.ts";

const rowsOf = (reports: readonly PackedReport[], view: (typeof viewIds)[number]) =>
  transitionRows(sourceOf(reports, view), catalogue, referenceDay);

/** Better, worse, equal by what is compared and pair; pairs of nobody are not listed here. */
function recount(reports: readonly PackedReport[], view: (typeof viewIds)[number]): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  const lines = allLines(view);
  const groups = new Map<string, Set<string>>();
  for (const { niveau, code, lijn, norms } of lines) {
    const key = niveau === "norm" ? `norm ${code} ${lijn}` : `${niveau} ${code}`;
    groups.set(key, new Set([...(groups.get(key) ?? []), ...norms]));
  }
  for (const own of byOrganisation(inView(view, reports))) {
    const tests = own.filter(isFull);
    const pairs = tests
      .slice(1)
      .flatMap((hertoets, i) => (hertoets.kind === "recertification" ? [[`${i + 1} naar ${i + 2}`, tests[i]!, hertoets] as const] : []));
    const latest = pairs.at(-1);
    for (const [pair, before, hertoets] of latest ? [...pairs, ["laatste", latest[1], latest[2]] as const] : []) {
      for (const [key, norms] of groups) {
        const both = [...norms]
          .map((norm) => [scoreOf(before, norm, reports), scoreOf(hertoets, norm, reports)] as const)
          .filter(([first, second]) => isJudged(first) && isJudged(second));
        if (both.length === 0) continue;
        const change = both.reduce((sum, [first, second]) => sum + Number(second) - Number(first), 0);
        const [better = 0, worse = 0, same = 0] = found[`${key} ${pair}`] ?? [];
        found[`${key} ${pair}`] = [better + Number(change > 0), worse + Number(change < 0), same + Number(change === 0)];
      }
    }
  }
  return found;
}

describe("transitions from a test to the hertoets after it", () => {
  test.each(viewIds)("of %s equal a recount from the reports, organisation by organisation", (view) => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const rows = rowsOf(reports, view).filter(({ organisaties }) => organisaties > 0);
        const counted = Object.fromEntries(
          rows.map((row) => [
            `${row.niveau} ${row.code}${row.niveau === "norm" ? ` ${row.lijn}` : ""} ${row.paar}`,
            [row.beter, row.slechter, row.gelijk],
          ]),
        );
        expect(counted).toEqual(recount(reports, view));
        for (const row of rows) expect(row.organisaties).toBe(row.beter + row.slechter + row.gelijk);
      }),
      { numRuns: 60 },
    );
  });

  test("of the latest pair of a norm are those that its signals show", () => {
    fc.assert(
      fc.property(anyRegister, (reports) => {
        const source = sourceOf(reports, "L basis");
        const rows = transitionRows(source, catalogue, referenceDay).filter(({ niveau, paar }) => niveau === "norm" && paar === "laatste");
        const screen = retestScreen(source.matrix, source.matrix.audits, viewThresholds);
        expect(rows.map(({ beter, slechter, gelijk, p }) => ({ better: beter, worse: slechter, same: gelijk, p }))).toEqual(
          screen.map(({ better, worse, same, p }) => ({ better, worse, same, p })),
        );
      }),
      { numRuns: 40 },
    );
  });

  const pair = (organisation: string, first: string, second: string) => [
    report({ organisation, day: "2019-03-01", audit: first }),
    report({ organisation, day: "2021-03-01", kind: "recertification", audit: second }),
  ];
  const ofA1 = (reports: readonly PackedReport[]) =>
    rowsOf(reports, "L basis").find(({ code, paar }) => code === "A1" && paar === "1 naar 2");

  test("say nothing with five changes, however they fall, and say so", () => {
    const five = Array.from({ length: 5 }, (_, i) => pair(`o${i}`, "0222", "2222")).flat();
    expect(ofA1(five)).toMatchObject({
      beter: 5,
      slechter: 0,
      p: expect.closeTo(0.0625, 9),
      te_zeggen: "nee",
      toelichting: expect.stringContaining("Minder dan 6"),
    });
    const six = [...five, ...pair("o6", "1222", "2222")];
    expect(ofA1(six)).toMatchObject({ beter: 6, p: expect.closeTo(0.03125, 9), te_zeggen: "ja", toelichting: "" });
  });

  test("have no p where nobody changed", () => {
    expect(ofA1(pair("beta", "0222", "0222"))).toMatchObject({ organisaties: 1, gelijk: 1, p: null, te_zeggen: "nee" });
  });

  test("compare a category only on the norms that both tests judged and that stayed the same", () => {
    const reports = [
      report({ framework: "L/basis/2017", day: "2018-03-01", audit: "0002" }),
      report({ framework: "L/basis/2019", day: "2020-03-01", kind: "recertification", audit: "1-00" }),
    ];
    const rows = rowsOf(reports, "L basis").filter(({ niveau, paar }) => niveau !== "norm" && paar === "1 naar 2");
    expect(rows.map(({ niveau, code, beter, slechter, gelijk }) => [niveau, code, beter, slechter, gelijk])).toEqual([
      ["categorie", "A", 1, 0, 0],
      ["categorie", "B", 0, 0, 0],
      ["competentie", "C01", 1, 0, 0],
      ["label", "L", 1, 0, 0],
    ]);
  });

  test("leave out a second first test, and what a vervolgtoets found", () => {
    const again = [
      report({ audit: "0222" }),
      report({ day: "2021-03-01", audit: "2222" }),
      report({ day: "2020-09-01", kind: "followUp", audit: "2222" }),
    ];
    expect(rowsOf(again, "L basis").map(({ paar }) => paar)).not.toContain("1 naar 2");
    expect(rowsOf(again, "L basis").every(({ organisaties, p }) => organisaties === 0 && p === null)).toBe(true);
  });
});
