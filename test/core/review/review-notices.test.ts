import { beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import type { Decision } from "../../../core/decisions.ts";
import type { Review } from "../../../core/review/review.ts";
import { reviewNotices } from "../../../core/review/review-notices.ts";
import { shippedCatalogue } from "../../portal/scripts/deliveries.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

const review = (changes: Partial<Review> = {}): Review => ({
  id: "KSW-2025-12-31",
  label: "KSW",
  referenceDate: "2025-12-31",
  state: "open",
  execution: "e",
  decideBy: "2026-05-02",
  agenda: ["KSW/basis/2019/V15", "KSW/basis/2019/O19"],
  trail: [{ state: "open", at: "2026-02-01T06:00:00.000Z", by: null }],
  ...changes,
});
const decided = (norm: string): Decision => ({
  norm,
  number: 1,
  kind: "keep",
  reason: "r",
  by: { id: "cor", name: "Cor" },
  at: "2026-03-01T10:00:00.000Z",
  review: "KSW-2025-12-31",
  figures: { run: "r", referenceDate: "2025-12-31", met: 0, judged: 80, signals: [] },
});
const notices = (today: string, reviews = [review()], decisions: readonly Decision[] = []) =>
  reviewNotices(reviews, decisions, catalogue, parseIsoDay(today)!);
const about = (today: string) => notices(today).map(({ group, notice }) => `${group}: ${notice.about}`);

describe("the committee hears of an open review", () => {
  it("that it began, then once a week, and three days before its last day: each once", () => {
    for (const day of ["2026-02-01", "2026-02-07"]) expect(about(day)).toEqual(["commissie: review KSW-2025-12-31 week 0"]);
    for (const day of ["2026-02-08", "2026-02-14"]) expect(about(day)).toEqual(["commissie: review KSW-2025-12-31 week 1"]);
    expect(about("2026-04-28")).toEqual(["commissie: review KSW-2025-12-31 week 12"]);
    for (const day of ["2026-04-29", "2026-05-02"]) expect(about(day)).toEqual(["commissie: review KSW-2025-12-31 last days"]);
    expect(notices("2026-02-02")[0]?.notice.subject).toBe("De relevantietoets KSW is open: 2 normen om over te besluiten");
    expect(notices("2026-02-12")[0]?.notice.subject).toBe("Relevantietoets KSW: nog 2 normen om over te besluiten");
  });

  it("with the norms that are still to be decided about, and how long there is", () => {
    const [{ notice } = { notice: undefined }] = notices("2026-05-01", [review()], [decided("KSW/basis/2019/O19")]);
    expect(notice).toMatchObject({
      subject: "Relevantietoets KSW sluit bijna: nog 1 norm om over te besluiten",
      list: { items: [{ title: "V15 (KSW basis 2019)" }], count: 1 },
      link: { path: "/relevantietoets/KSW-2025-12-31" },
    });
    expect(notice?.paragraphs.join(" ")).toContain("U kunt besluiten tot en met 02-05-2026: nog 1 dag.");
    expect(notices("2026-05-02")[0]?.notice.paragraphs.join(" ")).toContain("dat is vandaag.");
  });

  it("not when all is decided, when its last day has passed, or when it is not open", () => {
    expect(notices("2026-04-20", [review()], ["KSW/basis/2019/V15", "KSW/basis/2019/O19"].map(decided))).toEqual([]);
    expect(notices("2026-05-03")).toEqual([]);
    for (const state of ["preparing", "closed"] as const) expect(notices("2026-04-20", [review({ state })])).toEqual([]);
  });

  it("by the address of a norm that the catalogue has no more, and counts what is not named", () => {
    const agenda = Array.from({ length: 20 }, (_, i) => `KSW/basis/1999/X%2F${i}`);
    const list = notices("2026-02-02", [review({ agenda })])[0]?.notice.list;
    expect([list?.items[0]?.title, list?.items.length, list?.count]).toEqual(["KSW/basis/1999/X/0", 15, 20]);
  });
});
