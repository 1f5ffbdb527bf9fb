import { expect, it } from "vitest";
import { MOST_OWN_REPORTS, type OwnReport } from "../../core/intake/own-past.ts";
import { historyOf } from "./in-memory.ts";
import { madeUpData } from "./made-up.ts";
import { openWith, person } from "./signed-in.ts";

const report = (i: number): OwnReport => ({
  reference: `CI-2026-${String(i).padStart(40, "0")}`,
  label: "KSW",
  state: "active",
  revision: 12,
  contentHash: "0".repeat(64),
  organisation: "kvk:01234567" as OwnReport["organisation"],
  framework: "KSW/wijkteam/2021" as OwnReport["framework"],
  audit: { kvk: "01234567", day: 20_000, form: "peerPlusExternal" },
  deliveryNumber: "A-2026-0001",
  receivedDay: 20_000,
});
const ask = (reports: readonly OwnReport[]) =>
  openWith(madeUpData(), {}, { reports: historyOf([], reports) }).ask("/aanleveren/eerder.json", {}, person("body"));

it("what a body delivered before goes along to the check in its browser, and nobody keeps the answer", async () => {
  const answer = await ask([report(1)]);
  expect(await answer.json()).toEqual([report(1)]);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
});

it("as much as there may be fits in an answer of a Lambda, also uncompressed; of more nothing is sent", async () => {
  const many = Array.from({ length: MOST_OWN_REPORTS }, (_, i) => report(i));
  // As a text in JSON, every quote takes two bytes.
  expect(JSON.stringify(await (await ask(many)).text()).length).toBeLessThan(6_000_000);
  expect(await (await ask([...many, report(0)])).json()).toBeNull();
});
