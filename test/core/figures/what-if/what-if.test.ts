import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../../../core/catalogue/compile.ts";
import type { Relation } from "../../../../core/catalogue/types.ts";
import { type CountedScores, countedScores } from "../../../../core/figures/selected/counted-scores.ts";
import { whatIf } from "../../../../core/figures/what-if/what-if.ts";
import { bodyCode, frameworkKey, organisationId } from "../../../../core/ids.ts";
import { scoreShard } from "../../../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../../../core/scoring/types.ts";
import { catalogueFiles } from "../../../fixtures/catalogue.ts";

/** KSW basis 2019 of the fixture has three norms: V01, V02, D01. */
const catalogue = compileCatalogue(catalogueFiles, "0".repeat(64));
const base = catalogue.frameworkByKey.get(frameworkKey("KSW", "basis", "2019"))!;

const report = (organisation: string, audit: string, replaced: Partial<PackedReport> = {}): PackedReport => ({
  body: bodyCode("ciio"),
  reference: organisation,
  framework: base.key,
  organisation: organisationId(organisation),
  kvk: "01234567",
  day: 18_000,
  kind: "initial",
  form: "external",
  audit,
  ...replaced,
});
const scores = (...reports: readonly PackedReport[]): CountedScores => countedScores(scoreShard(reports, catalogue, 20_000), catalogue);

const norms = (...of: readonly (readonly [string, Relation])[][]) =>
  of.map((from) => ({ from: from.map(([norm, relation]) => ({ norm, relation })) }));
const same = (...codes: readonly string[]) => norms(...codes.map((code): [string, Relation][] => [[code, "same"]]));
const unchanged = same("V01", "V02", "D01");

describe("what if a draft had been the framework", () => {
  it("an unchanged draft is met by as many as before", () => {
    const { organisations, counted } = whatIf(scores(report("a", "222"), report("b", "212"), report("c", "022")), base, unchanged);
    expect(organisations).toBe(3);
    expect(counted.streng).toMatchObject({ before: { met: 1, judged: 3 }, after: { met: 1, judged: 3 }, more: 0, dropped: [] });
    expect(counted.soepel).toMatchObject({ before: { met: 2, judged: 3 }, after: { met: 2, judged: 3 } });
  });

  it("a norm that is dropped does not count any more, and it is said whom it alone kept from meeting all", () => {
    const all = scores(report("a", "222"), report("b", "212"), report("c", "012"), report("d", "2-2"));
    const { streng, soepel } = whatIf(all, base, same("V01", "D01")).counted;
    expect(streng).toMatchObject({ before: { met: 2 }, after: { met: 3, judged: 4 }, more: 1 });
    expect(streng.dropped).toEqual([{ norm: "V02", judged: 3, unmet: 2, onlyThis: 1 }]);
    expect(soepel.dropped).toEqual([{ norm: "V02", judged: 3, unmet: 0, onlyThis: 0 }]);
  });

  it("norms that are merged get the lowest of the judgements on their parts", () => {
    const merged = norms(
      [
        ["V01", "merged"],
        ["V02", "merged"],
      ],
      [["D01", "same"]],
    );
    const all = scores(report("a", "202"), report("b", "2-2"), report("c", "--2"), report("d", "212"));
    expect(whatIf(all, base, merged).counted.streng.after).toMatchObject({ met: 2, judged: 4 });
    expect(whatIf(all, base, merged).counted.soepel.after).toMatchObject({ met: 3, judged: 4 });
  });

  it("each part of a norm that is split, and a norm that is worded anew, gets the judgement that there was; a new norm is left out", () => {
    const split = norms([["V01", "split"]], [["V01", "split"]], [["V02", "reworded"]], [["D01", "same"]], []);
    const result = whatIf(scores(report("a", "022"), report("b", "222")), base, split);
    expect(result.counted.streng).toMatchObject({ before: { met: 1 }, after: { met: 1 }, dropped: [] });
    expect(result.norms).toEqual({ same: 1, reworded: 1, merged: 0, split: 2, new: 1 });
  });

  it("goes by the current report of each organisation in that framework, with what a later check replaced", () => {
    const all = scores(
      report("a", "022", { reference: "a1", day: 17_000 }),
      report("a", "202", { reference: "a2", day: 18_000 }),
      report("a", ".2.", { reference: "a3", day: 18_100, kind: "followUp" }),
      report("b", "22", { framework: frameworkKey("KSW", "wijkteam", "2021") }),
    );
    expect(whatIf(all, base, unchanged)).toMatchObject({
      organisations: 1,
      incomplete: 0,
      counted: { streng: { before: { met: 1, judged: 1 } } },
    });
  });

  it("says how many were not judged on every norm; who was judged on none is not counted", () => {
    const result = whatIf(scores(report("a", "2-2"), report("b", "---"), report("c", "222")), base, unchanged);
    expect(result).toMatchObject({ organisations: 3, incomplete: 2, counted: { streng: { before: { met: 2, judged: 2 } } } });
    // Its only judgement was on the norm that is dropped.
    expect(whatIf(scores(report("a", "-2-")), base, same("V01", "D01")).counted.streng).toMatchObject({
      before: { judged: 1 },
      after: { judged: 0, share: null },
    });
  });

  it("without reports there is nothing to say", () => {
    expect(whatIf(scores(), base, unchanged)).toMatchObject({
      organisations: 0,
      counted: { streng: { before: { judged: 0, share: null, interval: null } } },
    });
  });

  it("nobody who met all norms falls short when norms are dropped, merged, split or worded anew", () => {
    const audit = fc.array(fc.constantFrom(..."012-?."), { minLength: 3, maxLength: 3 }).map((chars) => chars.join(""));
    const relation = fc.constantFrom<Relation>("same", "reworded", "merged", "split");
    const norm = fc.array(fc.tuple(fc.constantFrom("V01", "V02", "D01"), relation), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(audit, { maxLength: 12 }), fc.array(norm, { maxLength: 5 }), (audits, draft) => {
        const all = scores(...audits.map((one, i) => report(`o${i}`, one)));
        for (const { before, after, more } of Object.values(whatIf(all, base, norms(...draft)).counted)) {
          expect(after.met - more).toBeLessThanOrEqual(before.met);
          expect(before.met - (after.met - more)).toBeLessThanOrEqual(before.judged - after.judged);
        }
        for (const { before, after, more } of Object.values(whatIf(all, base, unchanged).counted))
          expect([after, more]).toEqual([before, 0]);
      }),
      { numRuns: 60 },
    );
  });
});
