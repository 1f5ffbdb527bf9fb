import { describe, expect, it } from "vitest";
import type { Decision } from "../../core/decisions.ts";
import { closeReview, undecidedOf } from "../../core/review/progress.ts";
import type { Review } from "../../core/review/review.ts";
import { takeDecision } from "../../core/take-decision.ts";
import { decisionsInMemory, reviewsInMemory } from "../portal/in-memory.ts";
import { catalogueOf } from "./review/made-up-review.ts";

const N1 = "KSW/basis/2024/N1";
const review: Review = {
  id: "KSW-2025-12-31",
  label: "KSW",
  referenceDate: "2025-12-31",
  state: "open",
  execution: "e",
  decideBy: "2026-02-11",
  agenda: [N1, "KSW/basis/2024/N2"],
  trail: [
    { state: "preparing", at: "2026-01-05T08:00:00.000Z", by: null },
    // In the Netherlands the sixth.
    { state: "open", at: "2026-01-05T23:30:00.000Z", by: null },
  ],
};
const closed: Review = {
  ...review,
  state: "closed",
  trail: [...review.trail, { state: "closed", at: "2026-02-01T10:00:00.000Z", by: null }],
};

const taking = (
  replaced: Partial<Parameters<typeof takeDecision>[1]> = {},
  form: Partial<Parameters<typeof takeDecision>[1]["form"]> = {},
) => ({
  form: { kind: "amend" as const, reason: "Kan niemand.", on: "", known: 0, ...form },
  norm: N1,
  addresses: [N1],
  figures: { run: review.id, referenceDate: "2025-12-31", met: 0, judged: 30, signals: [] },
  figuresSeen: true,
  review,
  by: { id: "1", name: "Cor" },
  now: "2026-01-20T10:00:00.000Z",
  ...replaced,
});

describe("a decision in a review", () => {
  it("names its review; a later one takes its place and refers to it", async () => {
    const register = decisionsInMemory();
    expect(await takeDecision(register, taking())).toBe("recorded");
    expect(await takeDecision(register, taking({}, { kind: "retire", known: 1 }))).toBe("recorded");
    const [first, second] = await register.list();
    expect(first).toMatchObject({ number: 1, kind: "amend", review: review.id, at: "2026-01-20T10:00:00.000Z" });
    expect(first).not.toHaveProperty("refersTo");
    expect(second).toMatchObject({ number: 2, kind: "retire", refersTo: 1 });
  });

  it.each([
    ["reviewClosed", taking({ review: closed })],
    ["reviewClosed", taking({ review: { ...review, state: "preparing" } })],
    ["reviewClosed", taking({ now: "2026-02-12T06:00:00.000Z" })],
    ["dateInFuture", taking({}, { on: "2026-01-21" })],
    ["dateBeforeReview", taking({}, { on: "2026-01-05" })],
    ["dateUnreadable", taking({}, { on: "2026-02-30" })],
    ["dateUnreadable", taking({}, { on: "gisteren" })],
    ["kindMissing", taking({}, { kind: undefined })],
    ["reasonMissing", taking({}, { reason: " \r\n " })],
    ["decidedMeanwhile", taking({}, { known: 3 })],
    ["decidedMeanwhile", taking({}, { known: Number.NaN })],
    ["figuresMeanwhile", taking({ figuresSeen: false })],
  ] as const)("is refused as %s, and nothing is recorded", async (problem, refused) => {
    const register = decisionsInMemory();
    expect(await takeDecision(register, refused)).toBe(problem);
    expect(await register.list()).toEqual([]);
  });

  it("may be of an earlier day on which the review was open, and keeps that day", async () => {
    const register = decisionsInMemory();
    expect(await takeDecision(register, taking({}, { on: "2026-01-06" }))).toBe("recorded");
    expect((await register.list())[0]).toMatchObject({ on: "2026-01-06", at: "2026-01-20T10:00:00.000Z" });
  });

  it("sent twice is recorded once; of many at once one is", async () => {
    const register = decisionsInMemory();
    expect([await takeDecision(register, taking()), await takeDecision(register, taking())]).toEqual(["recorded", "recorded"]);
    expect(await register.list()).toHaveLength(1);
    const rivals = Array.from({ length: 6 }, (_, i) => takeDecision(register, taking({ by: { id: `${i}`, name: "x" } }, { known: 1 })));
    expect((await Promise.all(rivals)).filter((outcome) => outcome === "recorded")).toHaveLength(1);
    expect(await register.list()).toHaveLength(2);
  });

  it("may be taken until the end of the last day", async () => {
    // In the Netherlands it is a quarter of an hour before midnight.
    expect(await takeDecision(decisionsInMemory(), taking({ now: "2026-02-11T22:45:00.000Z" }))).toBe("recorded");
  });

  it("of another day, or outside of the review, is not the same sent twice", async () => {
    const register = decisionsInMemory();
    await takeDecision(register, taking({ review: undefined }));
    expect(await takeDecision(register, taking())).toBe("decidedMeanwhile");
    await takeDecision(register, taking({}, { known: 1 }));
    expect(await takeDecision(register, taking({}, { known: 1, on: "2026-01-10" }))).toBe("decidedMeanwhile");
  });

  it("of two people, one on the page of the norm under its new address, the second sees the first", async () => {
    const register = decisionsInMemory();
    const addresses = [N1, "KSW/basis/2026/N1"];
    const outcomes = await Promise.all([
      takeDecision(register, taking({ addresses })),
      takeDecision(register, taking({ addresses, norm: "KSW/basis/2026/N1", by: { id: "2", name: "Bea" } }, { kind: "retire" })),
    ]);
    expect(outcomes.sort()).toEqual(["decidedMeanwhile", "recorded"]);
    expect(await register.list()).toHaveLength(1);
  });

  it("masks what looks like a person in the reason", async () => {
    const register = decisionsInMemory();
    await takeDecision(register, taking({}, { reason: "Vraag het na bij jan@voorbeeld.nl." }));
    expect((await register.list())[0]?.reason).not.toContain("jan@voorbeeld.nl");
  });
});

describe("closing a review", () => {
  const catalogue = catalogueOf("2024");
  const about = (norm: string, at = "2026-01-20T10:00:00.000Z"): Decision => ({
    norm,
    number: 1,
    kind: "keep",
    reason: "x",
    by: { id: "1", name: "Cor" },
    at,
    review: review.id,
    figures: taking().figures,
  });
  const close = (decisions: readonly Decision[], by: { id: string; name: string } | null) => {
    const register = reviewsInMemory([review]);
    const now = "2026-02-01T10:00:00.000Z";
    return closeReview(register, { review, decisions, catalogue, by, now }).then(async (outcome) => ({
      outcome,
      after: await register.find(review.id),
    }));
  };

  it("by somebody waits until every norm of the agenda is decided about", async () => {
    expect(await close([about(N1)], { id: "1", name: "Cor" })).toMatchObject({ outcome: "undecided", after: { state: "open" } });
    const { outcome, after } = await close([about(N1), about("KSW/basis/2024/N2")], { id: "1", name: "Cor" });
    expect(outcome).toBe("closed");
    expect(after).toMatchObject({ state: "closed", undecided: [] });
  });

  it("by the deadline does not wait, and keeps what was open", async () => {
    const { outcome, after } = await close([about(N1)], null);
    expect([outcome, after?.state, after?.undecided]).toEqual(["closed", "closed", ["KSW/basis/2024/N2"]]);
    expect(after?.trail.at(-1)).toEqual({ state: "closed", at: "2026-02-01T10:00:00.000Z", by: null });
  });

  it("counts no decision of another review, of none, or from after it closed", () => {
    const elsewhere = [
      { ...about(N1), review: "KSW-2024-12-31" },
      { ...about(N1), review: undefined },
    ];
    expect(undecidedOf(review, elsewhere, catalogue)).toEqual(review.agenda);
    expect(undecidedOf(closed, [about(N1, "2026-02-02T10:00:00.000Z")], catalogue)).toContain(N1);
    expect(undecidedOf(closed, [about(N1)], catalogue)).not.toContain(N1);
  });

  it("counts a decision under another address of the norm: a new version came meanwhile", () => {
    expect(undecidedOf(review, [about("KSW/basis/2026/N1")], catalogueOf("2024", "2026"))).toEqual(["KSW/basis/2024/N2"]);
  });
});
