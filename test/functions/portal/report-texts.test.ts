import { describe, expect, it } from "vitest";
import { bodyCode, deliveryNumber, type FrameworkKey, type OrganisationId } from "../../../core/ids.ts";
import { wholeKey } from "../../../core/intake/accept.ts";
import type { ObjectStore } from "../../../core/ports.ts";
import type { ReportLine, ReportRecord } from "../../../core/report-history.ts";
import { reportTexts } from "../../../functions/portal/report-texts.ts";
import { historyOf } from "../../portal/in-memory.ts";

const place = { body: "ciio", label: "KSW", reference: "2024/017 #1" };

type Outcome = ReportLine["outcome"];
interface Revision {
  readonly outcome: Outcome;
  readonly trend: string;
  /** Absent: a delivery of trends alone. */
  readonly explanation?: string;
}

/** The texts of a report that went through these revisions, the oldest first. */
async function textsAfter(...revisions: readonly Revision[]) {
  const objects = new Map<string, string>();
  const history = revisions.map(({ outcome }, i): ReportLine => {
    return { revision: i + 1, outcome, delivery: deliveryNumber(`A-2026-000${i + 1}`), at: "2026-01-01T00:00:00Z" };
  });
  revisions.forEach(({ trend, explanation }, i) => {
    objects.set(
      wholeKey(place, bodyCode(place.body), i + 1, deliveryNumber(`A-2026-000${i + 1}`)),
      JSON.stringify({
        trends: [{ theme: "wachttijden", direction: "increasing", text: trend }],
        explanations: explanation === undefined ? [] : [{ norm: "V01", text: explanation }],
        packed: explanation === undefined ? undefined : {},
      }),
    );
  });
  const record: ReportRecord = {
    ...place,
    body: bodyCode(place.body),
    state: revisions.at(-1)?.outcome === "withdrawn" ? "withdrawn" : "active",
    organisation: "kvk:12345678" as OrganisationId,
    framework: "KSW/basis/2019" as FrameworkKey,
    history,
  };
  const whole: Pick<ObjectStore, "find"> = {
    find: async (key) => (objects.has(key) ? new TextEncoder().encode(objects.get(key)) : undefined),
  };
  const texts = await reportTexts(historyOf([record]), whole, place);
  return texts && { trends: texts.trends.map(({ text }) => text), explanations: texts.explanations.map(({ text }) => text) };
}

describe("the texts of a report", () => {
  it("are those of its newest revision", async () => {
    const texts = await textsAfter(
      { outcome: "new", trend: "oud", explanation: "was" },
      { outcome: "replaced", trend: "nieuw", explanation: "is" },
    );
    expect(texts).toEqual({ trends: ["nieuw"], explanations: ["is"] });
  });

  it("keep their explanations when a delivery brought trends alone", async () => {
    const texts = await textsAfter({ outcome: "new", trend: "oud", explanation: "blijft" }, { outcome: "replaced", trend: "nieuw" });
    expect(texts).toEqual({ trends: ["nieuw"], explanations: ["blijft"] });
  });

  it("are gone when it was withdrawn, and what was withdrawn does not come back with a new one", async () => {
    const first = { outcome: "new", trend: "oud", explanation: "was" } as const;
    const withdrawn = { outcome: "withdrawn", trend: "" } as const;
    expect(await textsAfter(first, withdrawn)).toBeUndefined();
    expect(await textsAfter(first, withdrawn, { outcome: "new", trend: "nieuw" })).toEqual({ trends: ["nieuw"], explanations: [] });
  });

  it("of a report that nobody knows are none", async () => {
    expect(await reportTexts(historyOf([]), { find: async () => undefined }, place)).toBeUndefined();
  });
});
