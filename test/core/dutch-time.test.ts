import { afterEach, describe, expect, it } from "vitest";
import { amsterdamClock, amsterdamDay, isoDay } from "../../core/calendar.ts";

const zone = process.env["TZ"];
afterEach(() => {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
});

describe.each(["UTC", "America/New_York", "Pacific/Auckland"])("Dutch time on a machine that is set to %s", (machine) => {
  it.each([
    ["half an hour after midnight at New Year", "2026-12-31T23:30:00.000Z", "2027-01-01", "00:30"],
    ["the last minute of winter time", "2026-03-29T00:59:00.000Z", "2026-03-29", "01:59"],
    ["the first minute of summer time", "2026-03-29T01:00:00.000Z", "2026-03-29", "03:00"],
    ["a summer night", "2026-06-30T22:30:00.000Z", "2026-07-01", "00:30"],
    ["the first minute after summer time", "2026-10-25T01:00:00.000Z", "2026-10-25", "02:00"],
  ])("knows %s", (_, instant, day, clock) => {
    process.env["TZ"] = machine;
    expect([isoDay(amsterdamDay(instant)), amsterdamClock(instant)]).toEqual([day, clock]);
  });
});

it("what is no instant has no day and no time", () => {
  expect(() => amsterdamDay("ooit")).toThrow(RangeError);
  expect(() => amsterdamClock("ooit")).toThrow(RangeError);
});
