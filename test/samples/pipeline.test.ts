import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../core/calendar.ts";
import { organisationOf } from "../../core/catalogue/organisations.ts";
import { normFigures } from "../../core/figures/norm-figures.ts";
import { bodyCode } from "../../core/ids.ts";
import { createCheck } from "../../core/intake/check.ts";
import type { CheckedDelivery, History, KnownReport } from "../../core/intake/types.ts";
import { scoreShard } from "../../core/scoring/score-shard.ts";
import type { PackedReport } from "../../core/scoring/types.ts";
import { readDelivery } from "../../functions/adapters/read-delivery.ts";
import type { Planted } from "../../samples/planted.ts";
import { catalogue, root } from "./catalogue.ts";

const planted: Planted = JSON.parse(readFileSync(join(root, "samples/planted.json"), "utf8"));
const today = parseIsoDay("2026-11-02")!;
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

interface Kept {
  readonly known: KnownReport;
  readonly packed: PackedReport;
}

/** What the store would keep, in memory. */
const kept = new Map<string, Kept>();
const contents = new Set<string>();

async function deliver(path: string): Promise<CheckedDelivery | "unchanged"> {
  const [body] = path.split("/");
  const bytes = readFileSync(join(root, "samples/deliveries", path));
  const content = `${body} ${createHash("sha256").update(bytes).digest("hex")}`;
  if (contents.has(content)) return "unchanged";
  contents.add(content);
  const check = createCheck({ catalogue, body: bodyCode(body!), today, digest });
  const format = await readDelivery(once(bytes), check);
  const checked = check.finish(format).judge(historyOf(body!));
  for (const report of checked.reports) {
    const name = `${body} ${report.reference} ${report.label}`;
    if (report.outcome === "withdrawn") kept.delete(name);
    if (!report.packed || (report.outcome !== "new" && report.outcome !== "replaced")) continue;
    const { organisation, framework, kvk, day, form } = report.packed;
    const known: KnownReport = {
      state: "active",
      revision: 1,
      contentHash: report.contentHash,
      organisation,
      framework,
      audit: { kvk, day, form },
      deliveryNumber: path,
      receivedDay: today,
    };
    kept.set(name, { known, packed: report.packed });
  }
  return checked;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

const historyOf = (body: string): History => ({
  report: (reference, label) => kept.get(`${body} ${reference} ${label}`)?.known,
  tests: (organisation, label) =>
    [...kept.values()]
      .map(({ packed }) => packed)
      .filter((packed) => packed.organisation === organisation && packed.framework.startsWith(`${label}/`)),
});

const byFileName = [...planted.deliveries].sort((a, b) => (a.path.split("/")[1]! < b.path.split("/")[1]! ? -1 : 1));
const outcomes = new Map<string, CheckedDelivery | "unchanged">();
for (const { path } of byFileName) outcomes.set(path, await deliver(path));

describe("the sample deliveries, in the order of their names", () => {
  it.each(planted.deliveries.map((delivery) => [delivery.path, delivery] as const))("%s", (path, { status, reports, findings }) => {
    const outcome = outcomes.get(path)!;
    if (outcome === "unchanged") {
      expect(status).toBe("unchanged");
      return;
    }
    const errors = outcome.findings.filter(({ severity }) => severity === "error").slice(0, 3);
    const given = (wanted: string) => outcome.reports.filter(({ outcome: one, label }) => one === wanted && label !== "").length;
    expect(status === outcome.status ? [] : errors).toEqual([]);
    expect(outcome.status).toBe(status);
    if (!path.includes("trends"))
      expect({ new: given("new"), replaced: given("replaced"), withdrawn: given("withdrawn"), rejected: given("rejected") }).toEqual(
        reports,
      );
    expect(outcome.groups.map(({ code }) => code)).toEqual(expect.arrayContaining([...findings]));
  });

  it("give no findings but those that were meant: unregistered organisations, another name, a report that was sent twice", () => {
    const ordinary = [...outcomes]
      .filter(([path]) => !path.includes("fout"))
      .flatMap(([, outcome]) => (outcome === "unchanged" ? [] : outcome.groups));
    expect([...new Set(ordinary.map(({ code }) => code))].sort()).toEqual([
      "ORGANISATION_NAME_DIFFERS",
      "ORGANISATION_UNKNOWN",
      "SAME_DAY",
    ]);
  });
});

describe("the figures of the samples", () => {
  const scores = scoreShard(
    [...kept.values()].map(({ packed }) => packed),
    catalogue,
    today,
  );
  const figures = normFigures(scores, catalogue);

  it("keep every report that counts, of every organisation", () => {
    expect(kept.size).toBe(planted.reports);
    expect(new Set([...kept.values()].map(({ packed }) => organisationOf(catalogue, packed.kvk).id)).size).toBe(planted.organisations);
  });

  it("equal the counts of the history", () => {
    const counted = figures.map(({ framework, norm, counts }) => [
      `${framework.key} ${norm.code}`,
      {
        organisaties: counts.organisations,
        beoordeeld: counts.judged,
        voldoet: counts.met,
        voldoet_deels: counts.partiallyMet,
        voldoet_niet: counts.notMet,
        niet_van_toepassing: counts.notApplicable,
        niet_beoordeeld: counts.notAssessed,
      },
    ]);
    const expected = Object.entries(planted.counts).flatMap(([key, norms]) =>
      Object.entries(norms).map(([norm, count]) => [`${key} ${norm}`, count]),
    );
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
  });

  it("flag what was planted, and say never of nothing else", () => {
    const flagged = (code: string) =>
      figures
        .filter(({ signals }) => signals.some((signal) => signal.code === code))
        .map(({ framework, norm }) => `${framework.key} ${norm.code}`);
    const plantedAs = (code: string) =>
      planted.norms.filter(({ signal }) => signal === code).map(({ framework, norm }) => `${framework} ${norm}`);
    for (const code of ["NOOIT_GEHAALD", "NOOIT_TOT_NU_TOE", "TE_WEINIG_GEGEVENS"])
      expect(flagged(code).sort()).toEqual(plantedAs(code).sort());
    expect(flagged("ALTIJD_GEHAALD")).toEqual(expect.arrayContaining(plantedAs("ALTIJD_GEHAALD")));
  });
});
