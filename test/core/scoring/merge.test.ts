import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { organisationId } from "../../../core/ids.ts";
import { encodeScores } from "../../../core/scoring/encode.ts";
import { factsOf } from "../../../core/scoring/facts-of.ts";
import { emptyScores, merge, mergeAll } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { shardOf } from "../../../core/scoring/shard.ts";
import type { PackedReport } from "../../../core/scoring/types.ts";
import { anyRegister, anyReport, catalogue, day, referenceDay, report } from "./example.ts";

const score = (reports: readonly PackedReport[]) => scoreShard(reports, catalogue, referenceDay);
const bytes = (reports: readonly PackedReport[]) => encodeScores(score(reports));
/** As the register keeps them, and with the same report twice and unequal ones of one key, as a register never has for long. */
const anyReports = fc.oneof(anyRegister, fc.array(anyReport, { maxLength: 30 }));
const anyScores = anyReports.map(score);

describe("merging scores", () => {
  test("is associative", () => {
    fc.assert(
      fc.property(anyScores, anyScores, anyScores, (a, b, c) => {
        expect(encodeScores(merge(merge(a, b), c))).toEqual(encodeScores(merge(a, merge(b, c))));
      }),
    );
  });

  test("is commutative", () => {
    fc.assert(
      fc.property(anyScores, anyScores, (a, b) => {
        expect(encodeScores(merge(a, b))).toEqual(encodeScores(merge(b, a)));
      }),
    );
  });

  test("changes nothing when it is done again, or with nothing", () => {
    fc.assert(
      fc.property(anyScores, (a) => {
        expect(encodeScores(merge(a, a))).toEqual(encodeScores(a));
        expect(encodeScores(merge(a, emptyScores))).toEqual(encodeScores(a));
        expect(encodeScores(merge(emptyScores, a))).toEqual(encodeScores(a));
        expect(encodeScores(merge(a, score([])))).toEqual(encodeScores(a));
      }),
    );
  });

  test("does not change what it merges", () => {
    fc.assert(
      fc.property(anyScores, anyScores, (a, b) => {
        const before = [encodeScores(a), encodeScores(b)];
        merge(a, b);
        expect([encodeScores(a), encodeScores(b)]).toEqual(before);
      }),
    );
  });

  test("refuses scores of another reference day or another catalogue", () => {
    const later = scoreShard([], catalogue, referenceDay + 1);
    const other = scoreShard([], { ...catalogue, version: "d".repeat(64) }, referenceDay);
    expect(() => merge(score([]), later)).toThrow(BrokenInvariant);
    expect(() => merge(score([]), other)).toThrow(BrokenInvariant);
  });
});

describe("the same reports give the same bytes", () => {
  test("whatever the order of delivery", () => {
    fc.assert(
      fc.property(
        anyReports.chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))),
        ([reports, shuffled]) => {
          expect(bytes(shuffled)).toEqual(bytes(reports));
        },
      ),
    );
  });

  test("when some of them are delivered twice", () => {
    fc.assert(
      fc.property(
        anyReports.chain((reports) => fc.tuple(fc.constant(reports), fc.subarray(reports))),
        ([reports, again]) => {
          expect(bytes([...reports, ...structuredClone(again)])).toEqual(bytes(reports));
        },
      ),
    );
  });

  test("however they are divided over shards, and in whatever order those are merged", () => {
    const shardOrder = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const placed = anyReports.chain((reports) => fc.tuple(...reports.map((report) => fc.tuple(fc.constant(report), fc.nat(4)))));
    fc.assert(
      fc.property(placed, shardOrder, (placed, order) => {
        const whole = bytes(placed.map(([report]) => report));
        const shards = order.map((shard) => score(placed.filter(([, place]) => place === shard).map(([report]) => report)));
        expect(encodeScores(mergeAll(shards))).toEqual(whole);
        expect(encodeScores(shards.reduce(merge, emptyScores))).toEqual(whole);
        expect(encodeScores(shards.reduceRight(merge, emptyScores))).toEqual(whole);
      }),
    );
  });

  test("in one shard or divided by the hash of the organisation, also while a merger moves reports", () => {
    const ofAlfa = report({ organisation: "alfa", reference: "A", day: day("2020-01-01") });
    const moved = { ...ofAlfa, organisation: organisationId("gamma") };
    const ofGamma = report({ organisation: "gamma", reference: "G", day: day("2021-01-01") });
    expect(shardOf(ofAlfa.organisation)).not.toBe(shardOf(ofGamma.organisation));
    const halfway = merge(score([ofAlfa]), score([moved, ofGamma]));
    expect(encodeScores(halfway)).toEqual(bytes([moved, ofGamma]));
    expect(halfway.labels[0]!.tables.organisations).toEqual(["gamma"]);
  });

  test("of two unequal reports with one key the one of the later day stays, whichever came first", () => {
    const first = report({ reference: "R", day: day("2023-01-01"), audit: "2222" });
    const second = { ...first, day: day("2023-01-02"), audit: "0000", organisation: organisationId("gamma") };
    const expected = bytes([second]);
    expect(bytes([first, second])).toEqual(expected);
    expect(bytes([second, first])).toEqual(expected);
    expect(encodeScores(merge(score([second]), score([first])))).toEqual(expected);
  });
});

describe("what a shard keeps", () => {
  test("is all that was reported up to the reference day, in the order of day, reference in code points, body", () => {
    const emoji = report({ reference: "\u{1F600}", day: referenceDay });
    const replacement = report({ reference: "\uFFFD", day: referenceDay });
    const early = report({ reference: "z", day: referenceDay - 1, body: "dnv" });
    const alsoEarly = report({ reference: "z", day: referenceDay - 1, body: "ciio" });
    const tooLate = report({ reference: "a", day: referenceDay + 1 });
    const { labels } = score([tooLate, emoji, replacement, early, alsoEarly]);
    expect(factsOf(labels[0]!).map(({ reference, body }) => [reference, body])).toEqual([
      ["z", "ciio"],
      ["z", "dnv"],
      ["\uFFFD", "ciio"],
      ["\u{1F600}", "ciio"],
    ]);
  });

  test("gives every report back, but for the KvK number and for the organisation that it is today", () => {
    fc.assert(
      fc.property(anyReport, (given) => {
        fc.pre(given.day <= referenceDay);
        const { kvk, ...facts } = given;
        const [back] = factsOf(score([given]).labels[0]!);
        const today = facts.organisation === "alfa" || facts.organisation === "kvk:10000004" ? "gamma" : facts.organisation;
        const optional = Object.fromEntries(
          Object.entries(facts).filter(([, value]) => typeof value !== "object" || Object.keys(value).length > 0),
        );
        expect(back).toEqual({ ...optional, organisation: today });
      }),
    );
  });

  test("must fit the catalogue: a report of an unknown framework or with another number of norms is a fault", () => {
    const unknown = { ...report({}), framework: "KSW/basis/1999" as PackedReport["framework"] };
    expect(() => score([unknown])).toThrow(/KSW\/basis\/1999/);
    expect(() => score([report({ audit: "22" })])).toThrow(/not 4 scores/);
    expect(() => score([report({ audit: "22x2" })])).toThrow(BrokenInvariant);
    expect(() => score([report({ self: "22222" })])).toThrow(BrokenInvariant);
  });
});
