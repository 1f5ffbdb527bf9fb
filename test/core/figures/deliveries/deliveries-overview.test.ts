import { describe, expect, test } from "vitest";
import { parseIsoDay } from "../../../../core/calendar.ts";
import { deliveriesOverview } from "../../../../core/figures/deliveries/deliveries-overview.ts";
import { bodyCode, deliveryNumber } from "../../../../core/ids.ts";
import type { DeliveryRecord } from "../../../../core/ports.ts";

const bodies = new Map([
  ["ciio", { code: "ciio", name: "CIIO" }],
  ["dnv", { code: "dnv", name: "DNV" }],
]);
const today = parseIsoDay("2026-11-20")!;

let made = 0;
const delivery = (what: Partial<Omit<DeliveryRecord, "body">> & { readonly body?: string }): DeliveryRecord => ({
  key: "k",
  versionId: `${++made}`,
  file: "f.csv",
  size: 1,
  receivedAt: "2026-09-01T10:00:00+02:00",
  number: deliveryNumber(`A-2026-${made}`),
  state: "finished",
  status: "accepted",
  trail: [],
  ...what,
  body: bodyCode(what.body ?? "ciio"),
});

const overview = (records: readonly DeliveryRecord[]) => deliveriesOverview(records, { bodies }, today);

describe("the overview of deliveries", () => {
  test("counts per body the deliveries and the reports, by what became of them", () => {
    const [ciio] = overview([
      delivery({ outcomes: { new: 3, replaced: 1 } }),
      delivery({ status: "partlyAccepted", outcomes: { new: 1, rejected: 2 } }),
      delivery({ status: "rejected", outcomes: { rejected: 5 } }),
      delivery({ status: undefined, state: "claimed" }),
      delivery({ body: "dnv" }),
    ]).bodies;
    expect(ciio).toMatchObject({
      code: "ciio",
      name: "CIIO",
      deliveries: 4,
      byStatus: { accepted: 1, partlyAccepted: 1, rejected: 1, unchanged: 0, open: 1 },
      reports: { new: 4, replaced: 1, withdrawn: 0, unchanged: 0, rejected: 7 },
    });
  });

  test("says since when nothing of a body was taken in: a rejected delivery does not count", () => {
    const found = overview([
      delivery({ receivedAt: "2026-04-20T10:00:00+02:00" }),
      delivery({ receivedAt: "2026-11-01T10:00:00+01:00", status: "rejected" }),
      delivery({ body: "dnv", receivedAt: "2026-04-21T10:00:00+02:00" }),
    ]).bodies;
    expect(found.map(({ code, monthsSince, silent }) => [code, monthsSince, silent])).toEqual([
      ["ciio", 7, true],
      ["dnv", 6, false],
    ]);
  });

  test("has a body that never delivered, and one that the catalogue does not know", () => {
    expect(overview([delivery({ body: "onbekend" })]).bodies.map(({ code, name, silent }) => [code, name, silent])).toEqual([
      ["ciio", "CIIO", true],
      ["dnv", "DNV", true],
      ["onbekend", "onbekend", false],
    ]);
    expect(overview([]).bodies[0]).toMatchObject({ deliveries: 0, lastTakenIn: null, monthsSince: null });
  });

  test("has the rule that fires in most deliveries first, with its findings and bodies", () => {
    const group = (code: string, count: number) => ({ code, severity: "error" as const, count, firstRow: 2 });
    const { rules } = overview([
      delivery({ groups: [group("A", 1), group("B", 400)] }),
      delivery({ groups: [group("A", 2)], body: "dnv" }),
      delivery({ groups: [group("A", 3)], body: "dnv", status: "rejected" }),
    ]);
    expect(rules).toEqual([
      { code: "A", severity: "error", findings: 6, deliveries: 3, bodies: 2 },
      { code: "B", severity: "error", findings: 400, deliveries: 1, bodies: 1 },
    ]);
  });
});
