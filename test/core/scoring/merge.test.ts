import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInvariant } from "../../../core/faults.ts";
import { organisationId } from "../../../core/ids.ts";
import { encodeScores } from "../../../core/scoring/encode.ts";
import { factsOf } from "../../../core/scoring/facts-of.ts";
import { emptyScores, merge, mergeAll } from "../../../core/scoring/merge.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { shardOf } from "../../../core/scoring/shard.ts";
import type { ShardScores } from "../../../core/scoring/shard-scores.ts";
import { type PackedReport, type PackedTrend, trendDirections } from "../../../core/scoring/types.ts";
import { anyRegister, anyReport, catalogue, day, referenceDay, report } from "./example.ts";

const score = (reports: readonly PackedReport[]) => scoreShard(reports, catalogue, referenceDay);
/** As a text: texts are compared at once, arrays of bytes one by one. */
const encoded = (scores: ShardScores) => Buffer.from(encodeScores(scores)).toString("latin1");
const bytes = (reports: readonly PackedReport[]) => encoded(score(reports));
/** As the register keeps them, and with the same report twice and unequal ones of one key, as a register never has for long. */
const anyReports = fc.oneof(
  anyRegister,
  fc.array(anyReport, { maxLength: 30 }),
  fc
    .array(fc.tuple(anyReport, fc.nat(11)), { maxLength: 12 })
    .map((reports) => reports.flatMap(([one, field]) => [one, changed(one, field)])),
);

/** The same report with one thing in it said differently. */
function changed(one: PackedReport, field: number): PackedReport {
  const { self, improvement, disciplines, sector, trends, ...rest } = one;
  const vector = "2".repeat(rest.audit.length);
  const changes: readonly PackedReport[] = [
    { ...one, audit: vector },
    { ...one, kind: "interim" },
    { ...one, form: "peerPlusExternal" },
    { ...one, organisation: organisationId("beta") },
    { ...one, day: one.day - 1 },
    { ...one, self: vector },
    { ...rest, self, disciplines, sector },
    { ...rest, self, improvement, sector },
    { ...rest, self, improvement, disciplines },
    { ...one, sector: { ...sector, clientCouncilHeard: !sector?.clientCouncilHeard } },
    { ...rest, self, improvement, disciplines, sector },
    { ...one, trends: [...(trends ?? []), { theme: "armoede", direction: "increasing" }] },
  ];
  return changes[field]!;
}
const anyScores = anyReports.map(score);

describe("merging scores", () => {
  test("is associative", () => {
    fc.assert(
      fc.property(anyScores, anyScores, anyScores, (a, b, c) => {
        expect(encoded(merge(merge(a, b), c))).toBe(encoded(merge(a, merge(b, c))));
      }),
    );
  });

  test("is commutative", () => {
    fc.assert(
      fc.property(anyScores, anyScores, (a, b) => {
        expect(encoded(merge(a, b))).toBe(encoded(merge(b, a)));
      }),
    );
  });

  test("changes nothing when it is done again, or with nothing", () => {
    fc.assert(
      fc.property(anyScores, (a) => {
        expect(encoded(merge(a, a))).toBe(encoded(a));
        expect(encoded(merge(a, emptyScores))).toBe(encoded(a));
        expect(encoded(merge(emptyScores, a))).toBe(encoded(a));
        expect(encoded(merge(a, score([])))).toBe(encoded(a));
      }),
    );
  });

  test("does not change what it merges", () => {
    fc.assert(
      fc.property(anyScores, anyScores, (a, b) => {
        const before = [encoded(a), encoded(b)];
        merge(a, b);
        expect([encoded(a), encoded(b)]).toEqual(before);
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
          expect(bytes(shuffled)).toBe(bytes(reports));
        },
      ),
    );
  });

  test("when some of them are delivered twice", () => {
    fc.assert(
      fc.property(
        anyReports.chain((reports) => fc.tuple(fc.constant(reports), fc.subarray(reports))),
        ([reports, again]) => {
          expect(bytes([...reports, ...structuredClone(again)])).toBe(bytes(reports));
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
        expect(encoded(mergeAll(shards))).toBe(whole);
        expect(encoded(shards.reduce(merge, emptyScores))).toBe(whole);
        expect(encoded(shards.reduceRight(merge, emptyScores))).toBe(whole);
      }),
    );
  });

  test("in one shard or divided by the hash of the organisation, also while a merger moves reports", () => {
    const ofAlfa = report({ organisation: "alfa", reference: "A", day: day("2020-01-01") });
    const moved = { ...ofAlfa, organisation: organisationId("gamma") };
    const ofGamma = report({ organisation: "gamma", reference: "G", day: day("2021-01-01") });
    expect(shardOf(ofAlfa.organisation)).not.toBe(shardOf(ofGamma.organisation));
    const halfway = merge(score([ofAlfa]), score([moved, ofGamma]));
    expect(encoded(halfway)).toBe(bytes([moved, ofGamma]));
    expect(halfway.labels[0]!.tables.organisations).toEqual(["gamma"]);
  });

  test("of two unequal reports with one key the one of the later day stays, whichever came first", () => {
    const first = report({ reference: "R", day: day("2023-01-01"), audit: "2222", organisation: "gamma" });
    const second = { ...first, day: day("2023-01-02"), audit: "0000", organisation: organisationId("beta") };
    const expected = bytes([second]);
    expect(bytes([first, second])).toBe(expected);
    expect(bytes([second, first])).toBe(expected);
    expect(encoded(merge(score([second]), score([first])))).toBe(expected);
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
        const trends = byTheme(facts.trends);
        expect(back).toEqual({ ...optional, ...(trends.length > 0 ? { trends } : {}), organisation: today });
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

describe("reported trends", () => {
  const one = report({ reference: "A", trends: [{ theme: "wachttijden", direction: "increasing" }] });
  const two = report({
    reference: "B",
    body: "dnv",
    trends: [
      { theme: "werkdruk", direction: "stable" },
      { theme: "eenzaamheid", direction: "decreasing" },
    ],
  });

  test("are merged with their reports, by theme in code-point order", () => {
    const [label] = merge(score([one]), score([two])).labels;
    expect(label!.tables.themes).toEqual(["eenzaamheid", "wachttijden", "werkdruk"]);
    expect(factsOf(label!).map(({ trends }) => trends)).toEqual([one.trends, byTheme(two.trends)]);
  });

  test("of a report that lies in two shards count once", () => {
    const twice = report({ ...one, reference: "C", trends: [...one.trends!, ...one.trends!] });
    // A report says a theme twice when its words for it became synonyms later.
    const [label] = merge(score([twice]), score([structuredClone(twice), two])).labels;
    expect(Array.from(label!.trendStart)).toEqual([0, 2, 3]);
  });
});

function byTheme(trends: PackedReport["trends"] = []): PackedTrend[] {
  const themes = ["eenzaamheid", "wachttijden", "werkdruk", "Ärger", "\u{1F600}"];
  const order = ({ theme, direction }: PackedTrend) => themes.indexOf(theme) * 3 + trendDirections.indexOf(direction);
  return [...trends].sort((a, b) => order(a) - order(b));
}
