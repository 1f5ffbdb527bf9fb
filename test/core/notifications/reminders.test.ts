import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, isoDay, parseIsoDay } from "../../../core/calendar.ts";
import type { BodyDeliveries } from "../../../core/figures/deliveries/deliveries-overview.ts";
import type { DueOfLabel, DueOrganisation } from "../../../core/figures/deliveries/due-organisations.ts";
import { type OpenAtBody, openAtBodies, type ReminderRecord, reminderFor } from "../../../core/notifications/reminders.ts";

const today = parseIsoDay("2026-11-25")!;
const at = "2026-11-25T06:00:00.000Z";

const organisation = (name: string, body: string, due: Day, state?: DueOrganisation["state"]): DueOrganisation => ({
  organisation: `kvk:${name}`,
  name,
  body,
  reference: `R-${name}`,
  auditDays: null,
  lastTest: due - 730,
  cycleYears: 2,
  due,
  monthsLate: 0,
  state: state ?? (due < today ? "overdue" : "soon"),
});
const label = (name: string, ...due: readonly DueOrganisation[]): DueOfLabel => ({ label: name, organisations: 50, onTime: 40, due });
const body = (code: string, lastTakenIn: Day | null = today - 10): BodyDeliveries => {
  const monthsSince = lastTakenIn === null ? null : Math.floor((today - lastTakenIn) / 30);
  return {
    code,
    name: code.toUpperCase(),
    deliveries: 1,
    byStatus: { accepted: 1, partlyAccepted: 0, rejected: 0, unchanged: 0, open: 0 },
    reports: { new: 1, replaced: 0, withdrawn: 0, unchanged: 0, rejected: 0 },
    lastTakenIn,
    monthsSince,
    silent: monthsSince === null || monthsSince >= 7,
  };
};
const openOf = (due: readonly DueOfLabel[], bodies = [body("ciio"), body("dnv")]) => openAtBodies(due, bodies, today);

describe("what is open at a body", () => {
  it("is what it tested last itself, and never an organisation of another body", () => {
    const due = [label("KSW", organisation("Noord", "ciio", today - 40), organisation("Zuid", "dnv", today - 30))];
    const [ciio, dnv] = openOf(due);
    expect([ciio?.body, ciio?.open, dnv?.open]).toEqual(["ciio", ["late KSW kvk:Noord"], ["late KSW kvk:Zuid"]]);
    expect(JSON.stringify(ciio)).not.toContain("Zuid");
    expect(JSON.stringify(dnv)).not.toContain("Noord");
  });

  it("is late or due within thirteen weeks, per label; who stayed away is not asked after", () => {
    const [ciio] = openOf([
      label("KSW", organisation("Lang geleden", "ciio", today - 2000, "away"), organisation("Noord", "ciio", today - 1)),
      label("NVVK", organisation("Noord", "ciio", today + 91), organisation("Later", "ciio", today + 92)),
    ]);
    expect(ciio?.open).toEqual(["late KSW kvk:Noord", "soon NVVK kvk:Noord"]);
    expect(ciio?.content.labels.map(({ label: name, late, soon }) => [name, late.count, soon.count])).toEqual([
      ["KSW", 1, 0],
      ["NVVK", 0, 1],
    ]);
  });

  it("is a silence of half a year and more, but not of a body that never delivered", () => {
    expect(openOf([], [body("ciio", today - 240), body("dnv", null), body("lloyds")])).toMatchObject([
      { body: "ciio", open: [`silent since ${isoDay(today - 240)}`], content: { silence: { months: 8 } } },
    ]);
  });

  it("calls an organisation that the register does not know by its number", () => {
    const one = { ...organisation("99000101", "ciio", today - 1), name: "kvk:99000101" };
    expect(openOf([label("KSW", one)])[0]?.content.labels[0]?.late.lines[0]?.organisation).toBe("KvK-nummer 99000101");
  });

  it("names thirty organisations of a label and counts the rest", () => {
    const many = Array.from({ length: 41 }, (_, i) => organisation(`O${i}`, "ciio", today - 1));
    const [ciio] = openOf([label("KSW", ...many)]);
    expect([ciio?.content.labels[0]?.late.lines.length, ciio?.content.labels[0]?.late.count, ciio?.open.length]).toEqual([30, 41, 41]);
  });
});

const open = (...what: readonly string[]): OpenAtBody => ({ body: "ciio", content: { labels: [], silence: null }, open: what });
const reminder = (what: OpenAtBody, previous?: ReminderRecord, day = today, people: readonly string[] = ["ira"]) =>
  reminderFor(what, previous, people, at, day);

describe("a body is reminded", () => {
  const first = reminder(open("late KSW a", "soon KSW b"))!;

  it("when something is open that was never told", () => {
    expect(first).toMatchObject({ kind: "late", state: "planned", version: 1, day: "2026-11-25", mails: { ira: "queued" } });
    expect(reminder(open("soon KSW b"))?.kind).toBe("due");
    expect(reminder(open("silent since 2026-03-14"))?.kind).toBe("late");
  });

  it("not twice within seven days, whatever comes", () => {
    for (const days of [0, 1, 6]) expect(reminder(open("late KSW a", "late KSW new"), first, today + days)).toBeUndefined();
    expect(reminder(open("late KSW a", "late KSW new"), first, today + 7)).toMatchObject({ version: 2, day: isoDay(today + 7) });
  });

  it("not again of the same before a month has passed, and then once more", () => {
    for (const weeks of [1, 2, 3]) expect(reminder(open("late KSW a", "soon KSW b"), first, today + 7 * weeks)).toBeUndefined();
    expect(reminder(open("late KSW a"), first, today + 28)).toBeDefined();
  });

  it("again when what was due became late", () => {
    expect(reminder(open("late KSW a", "late KSW b"), first, today + 7)?.kind).toBe("late");
  });

  it("not when all of it came", () => {
    expect(reminder(open(), first, today + 60)).toBeUndefined();
  });

  it("as soon as it has somebody: until then it is noted once that there is nobody", () => {
    const nobody = reminder(open("late KSW a"), undefined, today, [])!;
    expect(nobody).toMatchObject({ state: "done", mails: {} });
    expect(reminder(open("late KSW a"), nobody, today + 1, [])).toBeUndefined();
    expect(reminder(open("late KSW a"), nobody, today + 1, ["ira"])).toMatchObject({ state: "planned", version: 2 });
  });

  it("at most once in any seven days, however things come and go", () => {
    const course = fc.array(fc.subarray(["late KSW a", "soon KSW b", "late KSW b", "late NVVK c", "silent since 2026-01-01"]), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(course, (days) => {
        let previous: ReminderRecord | undefined;
        const told: number[] = [];
        days.forEach((what, i) => {
          const next = reminder(open(...what), previous, today + i);
          if (next) told.push(i);
          previous = next ?? previous;
        });
        for (let i = 1; i < told.length; i++) expect(told[i]! - told[i - 1]!).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it("of everything within five weeks of its coming, as long as it stays", () => {
    const course = fc.array(fc.subarray(["late KSW a", "soon KSW b", "late NVVK c"]), { minLength: 35, maxLength: 35 });
    fc.assert(
      fc.property(course, (days) => {
        let previous: ReminderRecord | undefined;
        const told: number[] = [];
        days.forEach((what, i) => {
          const next = reminder(open(...what, "late KSW stays"), previous, today + i);
          if (next) told.push(i);
          previous = next ?? previous;
        });
        expect(told[0]).toBe(0);
        expect(told.some((day) => day >= 7)).toBe(true);
      }),
    );
  });
});
