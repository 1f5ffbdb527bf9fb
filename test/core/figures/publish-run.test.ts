import { expect, it } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { byForce, distinctNorms } from "../../../core/figures/publication.ts";
import { publishRun } from "../../../core/figures/publish-run.ts";
import type { ObjectStore } from "../../../core/ports.ts";
import { decodeScores } from "../../../core/scoring/encode.ts";
import { publishedScoresKey } from "../../../core/scoring/run-objects.ts";
import { scoreShard } from "../../../core/scoring/score-shard.ts";
import { shippedCatalogue } from "../../portal/scripts/deliveries.ts";

it("of a norm that successive frameworks have unchanged, every flag names the one line it belongs to and until when its framework is in force; the scores are published with the figures", async () => {
  const catalogue = await shippedCatalogue();
  const objects = new Map<string, Uint8Array | string>();
  const unused = () => Promise.reject(new Error("publishing writes only"));
  const store: ObjectStore = {
    open: unused,
    read: unused,
    find: unused,
    stream: unused,
    write: async (key, content) => void objects.set(key, content),
  };
  const referenceDate = "2026-11-25";
  const scores = scoreShard([], catalogue, parseIsoDay(referenceDate)!);
  const basis = { change: 0, catalogueVersion: catalogue.version, codeVersion: "test", referenceDate };
  const { flagged } = await publishRun(store, { run: "r", basis, scores, catalogue, at: "2026-11-25T10:00:00Z" });
  const lineOf = (framework: string, norm: string) =>
    flagged.find((flag) => flag.label === "KSW" && flag.variant === "basis" && flag.framework === framework && flag.norm === norm)?.line;
  expect(lineOf("2017", "O20")).toBe("KSW/basis/2019/O19");
  expect(lineOf("2019", "O19")).toBe("KSW/basis/2019/O19");
  const untilOf = (framework: string) =>
    new Set(flagged.filter((flag) => flag.framework === framework).map(({ validUntil }) => validUntil));
  expect([...untilOf("2017")]).toEqual(["2019-12-31"]);
  expect([...untilOf("2019")]).toEqual([null]);
  expect(distinctNorms(flagged)).toBeLessThan(flagged.length);
  expect(decodeScores(objects.get(publishedScoresKey("r")) as Uint8Array).labels).toEqual([]);
});

it("on its last day a framework is in force", () => {
  const flags = [{ validUntil: "2019-12-31" }, { validUntil: null }, {}];
  expect(byForce(flags, "2019-12-31")).toEqual({ inForce: flags, past: [] });
  expect(byForce(flags, "2020-01-01")).toEqual({ inForce: flags.slice(1), past: flags.slice(0, 1) });
});
