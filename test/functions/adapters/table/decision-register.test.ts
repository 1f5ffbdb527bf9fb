import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision, DecisionRegister } from "../../../../core/decisions.ts";
import { decisionRegister } from "../../../../functions/adapters/table/decision-register.ts";
import { decisionsInMemory } from "../../../portal/in-memory.ts";
import { freshTable } from "./fresh-table.ts";

let table: Awaited<ReturnType<typeof freshTable>>;
beforeAll(async () => {
  table = await freshTable();
});
afterAll(() => table.close());

const decision = (norm: string, number: number, at: string): Decision => ({
  norm,
  number,
  kind: "keep",
  reason: `reden ${number}`,
  by: { id: "1", name: "Cor" },
  at,
  figures: { run: "r", referenceDate: "2026-01-01", met: 0, judged: 30, signals: ["NOOIT_GEHAALD"] },
});

describe.each<[string, () => DecisionRegister]>([
  ["in the table", () => decisionRegister(table)],
  ["in memory, as the tests of the portal use it", () => decisionsInMemory()],
])("decisions %s", (_, open) => {
  it("are listed oldest first, and the second with a number is refused and changes nothing", async () => {
    const decisions = open();
    const [first, second, other] = [
      decision("KSW/basis/2019/V01", 1, "2026-03-01T10:00:00.000Z"),
      decision("KSW/basis/2019/V01", 2, "2026-05-01T10:00:00.000Z"),
      decision("KSW/basis/2019/D02", 1, "2026-04-01T10:00:00.000Z"),
    ];
    expect(await decisions.add(first)).toBe(true);
    expect(await decisions.add(second)).toBe(true);
    expect(await decisions.add(other)).toBe(true);
    expect(await decisions.add({ ...second, kind: "retire" })).toBe(false);
    expect(await decisions.list()).toEqual([first, other, second]);
  });

  it("under two addresses of one norm have one row of numbers", async () => {
    const decisions = open();
    const line = "KSW/basis/2017/O20";
    expect(await decisions.add(decision("KSW/basis/2019/O19", 1, "2026-07-01T10:00:00.000Z"), line)).toBe(true);
    expect(await decisions.add(decision(line, 1, "2026-07-01T10:00:00.000Z"), line)).toBe(false);
  });

  it("of many who decide at once, one is recorded", async () => {
    const decisions = open();
    const rivals = Array.from({ length: 8 }, () => decisions.add(decision("NVVK/basis/2021/1.1", 1, "2026-06-01T10:00:00.000Z")));
    expect((await Promise.all(rivals)).filter(Boolean)).toHaveLength(1);
  });
});
