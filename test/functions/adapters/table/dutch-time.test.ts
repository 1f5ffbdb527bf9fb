/** A delivery in the first hour of a Dutch day is of that day, though it is the day before in UTC. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../../core/calendar.ts";
import { bodyCode, deliveryNumber } from "../../../../core/ids.ts";
import { reportKey } from "../../../../core/ports.ts";
import { type Stack, startStack } from "../../../../local/stack.ts";
import { labelOf, report } from "../../../core/scoring/example.ts";

const newYear = "2026-12-31T23:30:00.000Z";
const body = bodyCode("ciio");
const state = mkdtempSync(join(tmpdir(), "dutch-time-"));
let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ state, root: process.cwd() });
});
afterAll(async () => {
  await stack.close();
  rmSync(state, { recursive: true, force: true });
});

describe("half an hour after midnight on New Year's Day in the Netherlands", () => {
  it("a delivery gets a number of the new year", async () => {
    const record = await stack.deliveries.arrive({ key: "ciio/a.csv", versionId: "1", body, file: "a.csv", size: 1, receivedAt: newYear });
    expect(record.number).toBe("A-2027-0001");
  });

  it("a report is known as received on the first day of the year", async () => {
    const packed = report({ reference: "R" });
    const key = { body, reference: "R", label: labelOf(packed) };
    await stack.reports.apply({
      ...key,
      knownRevision: 0,
      state: "active",
      contentHash: "0".repeat(64),
      packed,
      outcome: "new",
      delivery: deliveryNumber("A-2027-0001"),
      receivedAt: newYear,
    });
    const known = await stack.reports.known([key]);
    expect(known.get(reportKey("R", key.label))?.receivedDay).toBe(parseIsoDay("2027-01-01"));
  });
});
