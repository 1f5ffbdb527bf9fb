import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import { changesSince, isSaidStill, saysOf } from "../../../core/figures/signal-changes.ts";
import { type PublishedSignal, publishedSignals } from "../../../core/figures/signals-json.ts";
import { judgedViews } from "../../../core/figures/view-figures.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { catalogueOf, day, framework, type MadeUpReport, organisations, report } from "../relevance/made-up-view.ts";

const old = framework("KSW/basis/2019", ["V1", "V2"]);
const before = catalogueOf([old]);
/** V1 is called W7 in the next version. */
const after = catalogueOf([old, framework("KSW/basis/2023", [{ code: "W7", same: "KSW/basis/2019 V1" }, "V2"], "2023-06-01")]);

const signals = (catalogue: Catalogue, reports: readonly MadeUpReport[]): PublishedSignal[] => {
  const on = day("2024-12-31");
  return publishedSignals(judgedViews(scoreShard(reports.map(report), catalogue, on), catalogue, on)).filter(({ view }) =>
    view.startsWith("KSW/*"),
  );
};

const names = (found: readonly PublishedSignal[]) => found.map(({ norm, signal }) => `${norm} ${signal}`);

describe("what changed since the last publication", () => {
  test("is nothing when the signals are the same", () => {
    const same = signals(
      before,
      organisations(30, () => ({ scores: "02" })),
    );
    expect(changesSince(same, same)).toEqual({ gained: [], lost: [], kept: same });
    expect(names(same)).toEqual(["V1 NOOIT_GEHAALD", "V2 ALTIJD_GEHAALD"]);
  });

  test("is what a norm got and lost: another signal is both", () => {
    const earlier = signals(
      before,
      organisations(20, () => ({ scores: "02" })),
    );
    const present = signals(
      before,
      organisations(30, (i) => ({ scores: i === 0 ? "00" : "02" })),
    );
    const { gained, lost, kept } = changesSince(earlier, present);
    expect([names(gained), names(lost), names(kept)]).toEqual([["V1 NOOIT_GEHAALD"], ["V1 NOOIT_TOT_NU_TOE"], []]);
  });

  test("is nothing for a norm that only got another code in a new version", () => {
    const reports = organisations(30, () => ({ scores: "02" }));
    const { gained, lost, kept } = changesSince(signals(before, reports), signals(after, reports));
    expect([names(kept), names(lost)]).toEqual([["W7 NOOIT_GEHAALD", "V2 ALTIJD_GEHAALD"], []]);
    // V2 of the new version is another norm, which has a signal of its own.
    expect(names(gained)).toEqual(["V2 TE_WEINIG_GEGEVENS"]);
  });

  test("keeps signals about two bodies apart, and those about two pairs of norms", () => {
    const [signal] = signals(
      before,
      organisations(30, () => ({ scores: "02" })),
    );
    const about = (what: PublishedSignal["about"]): PublishedSignal => ({ ...signal!, about: what });
    expect(changesSince([about({ body: "a" })], [about({ body: "b" })])).toMatchObject({ gained: [{}], lost: [{}], kept: [] });
    expect(changesSince([about({ norm: "V2" })], [about({ norm: "V3" })])).toMatchObject({ gained: [{}], lost: [{}], kept: [] });
    expect(changesSince([about({ norm: "V2" })], [about({ norm: "V2" })])).toMatchObject({ gained: [], lost: [], kept: [{}] });
  });
});

describe("what is still said", () => {
  const [wide] = signals(
    before,
    organisations(30, () => ({ scores: "02" })),
  );
  const narrow: PublishedSignal = { ...wide!, view: "KSW/basis/2019..2019" };
  /** The same norm in two variants. */
  const both: PublishedSignal = {
    ...wide!,
    evidence: {
      ...wide!.evidence,
      restsOn: { view: wide!.view, norms: [...wide!.evidence.restsOn!.norms, { framework: "KSW/wijkteam/2021", norm: "V1" }] },
    } as PublishedSignal["evidence"],
  };

  test("is what a wider or a narrower view says now; new is only what is wider", () => {
    expect(isSaidStill(narrow, both)).toBe(true);
    expect(isSaidStill(both, narrow)).toBe(true);
    expect(saysOf(both, narrow)).toBe(true);
    expect(saysOf(narrow, both)).toBe(false);
  });

  test("is 'so far nobody' that became 'nobody', and not the other way round", () => {
    const soFar: PublishedSignal = { ...wide!, signal: "NOOIT_TOT_NU_TOE" };
    expect(isSaidStill(soFar, wide!)).toBe(true);
    expect(isSaidStill(wide!, soFar)).toBe(false);
  });

  test("is not what another norm or another label says", () => {
    const [, other] = signals(
      before,
      organisations(30, () => ({ scores: "00" })),
    );
    expect(other?.norm).toBe("V2");
    expect(isSaidStill(wide!, other!)).toBe(false);
    expect(isSaidStill(wide!, { ...narrow, view: "NVVK/basis/2019..2019" })).toBe(false);
  });
});
