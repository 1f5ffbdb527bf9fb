import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseIsoDay, yearOf } from "../../core/calendar.ts";
import { makeSamples, plantedText } from "../../samples/samples.ts";
import { catalogue, root } from "./catalogue.ts";

const { deliveries, reports, planted } = await makeSamples(catalogue);
const folder = join(root, "samples/deliveries");
const committed = readdirSync(folder).flatMap((body) => readdirSync(join(folder, body)).map((file) => `${body}/${file}`));
const read = (path: string): Uint8Array => readFileSync(join(folder, path));

describe("the committed samples", () => {
  it("are the files that the generator makes (else: npm run samples)", () => {
    expect(committed.sort()).toEqual(deliveries.map(({ path }) => path).sort());
    expect(readFileSync(join(root, "samples/planted.json"), "utf8")).toBe(plantedText(planted));
  });

  it("have the same bytes as CSV, and the same parts as workbook", () => {
    for (const { path, bytes } of deliveries) {
      // Half a workbook has no parts to compare.
      if (path.includes("afgebroken")) expect(() => unzipSync(read(path))).toThrow();
      else if (path.endsWith(".csv")) expect(Buffer.compare(read(path), bytes), path).toBe(0);
      else expect(unzipSync(read(path)), path).toEqual(unzipSync(bytes));
    }
  });

  it("are small", () => {
    expect(committed.reduce((sum, path) => sum + read(path).length, 0)).toBeLessThan(3_000_000);
  });

  it("do not depend on the time zone", async () => {
    const zone = process.env["TZ"];
    process.env["TZ"] = "America/Los_Angeles";
    const elsewhere = await makeSamples(catalogue);
    process.env["TZ"] = zone;
    for (const [place, { path, bytes }] of elsewhere.deliveries.entries())
      expect(Buffer.compare(bytes, deliveries[place]!.bytes), path).toBe(0);
  });
});

describe("the history", () => {
  it("runs from 2017 to October 2026, over four bodies and four frameworks", () => {
    const days = reports.map(({ day }) => day);
    expect([yearOf(Math.min(...days)), yearOf(Math.max(...days))]).toEqual([2017, 2026]);
    expect(Math.max(...days)).toBeLessThan(parseIsoDay("2026-11-01")!);
    expect(new Set(reports.map(({ body }) => body)).size).toBe(4);
    expect(new Set(reports.map(({ framework }) => framework.key)).size).toBe(4);
    expect(reports.length).toBeGreaterThanOrEqual(300);
    expect(reports.length).toBeLessThanOrEqual(450);
  });

  it("has every kind and form of test, self-evaluations, disciplines and judgements that count for two labels", () => {
    const times = (is: (report: (typeof reports)[number]) => boolean) => reports.filter(is).length;
    for (const kind of ["initial", "recertification", "interim", "followUp"])
      expect(
        times((report) => report.kind === kind),
        kind,
      ).toBeGreaterThan(5);
    for (const form of ["external", "combinedLabel", "peerPlusExternal"])
      expect(
        times((report) => report.form === form),
        form,
      ).toBeGreaterThan(5);
    expect(times(({ self }) => self !== undefined)).toBeGreaterThan(50);
    expect(times(({ disciplines }) => disciplines !== undefined)).toBeGreaterThan(3);
    expect(times(({ carried }) => carried.size > 0)).toBeGreaterThan(10);
  });

  it("has organisations under an earlier name and number, and some that are not in the register", () => {
    const ids = new Set(reports.map(({ organisation }) => organisation));
    for (const id of ["welzijn-veenhorst", "lindewaard-sociaal", "veldhart-sociaal-werk", "kvk:99000101"]) expect(ids, id).toContain(id);
    const numbers = new Set(reports.filter(({ organisation }) => organisation === "sociaal-werk-rietveen").map(({ kvk }) => kvk));
    expect(numbers.size).toBe(2);
  });
});

describe("the planted truths", () => {
  it("are norms that nobody meets, one of them only in the wijkteam variant", () => {
    const never = planted.norms.filter(({ signal }) => signal === "NOOIT_GEHAALD");
    expect(never.length).toBeGreaterThanOrEqual(3);
    for (const { n, x } of never) expect([x, n >= 29]).toEqual([0, true]);
    const basis = planted.counts["KSW/basis/2019"]!["D06"]!;
    expect(never.map(({ framework, norm }) => `${framework} ${norm}`)).toContain("KSW/wijkteam/2021 D06");
    expect(basis.voldoet / basis.beoordeeld).toBeGreaterThan(0.5);
  });

  it("are norms that everyone meets, one with three judgements and one that nobody met so far", () => {
    const signals = (code: string) => planted.norms.filter(({ signal }) => signal === code).map(({ norm, n, x }) => ({ norm, n, x }));
    expect(signals("ALTIJD_GEHAALD").length).toBeGreaterThanOrEqual(3);
    expect(signals("TE_WEINIG_GEGEVENS")).toEqual([{ norm: "4.11", n: 3, x: 3 }]);
    expect(signals("NOOIT_TOT_NU_TOE")).toEqual([{ norm: "6.4", n: 18, x: 0 }]);
  });

  it("stand in the README as they are, and so do the faulty files", () => {
    const page = readFileSync(join(root, "samples/README.md"), "utf8").replace(/ +/g, " ");
    for (const { framework, norm, x, n, signal } of planted.norms)
      expect(page).toContain(`| ${framework} | ${norm} | ${x} van ${n} | \`${signal}\` |`);
    const words = { accepted: "accepted", partlyAccepted: "partly accepted", rejected: "rejected", unchanged: "unchanged" };
    const faulty = planted.deliveries.filter(({ path }) => path.includes("fout"));
    expect(faulty).toHaveLength(8);
    for (const { path, status } of faulty) expect(page).toMatch(new RegExp(`\\| \`${path}\` \\|.*\\| ${words[status]} \\|`));
  });

  it("lie among norms that look real: most are met by most, and they differ", () => {
    const shares = Object.values(planted.counts["KSW/basis/2019"]!).map(({ voldoet, beoordeeld }) => voldoet / beoordeeld);
    const ordered = shares.sort((a, b) => a - b);
    expect(ordered[Math.floor(ordered.length / 2)]).toBeGreaterThan(0.8);
    expect(ordered.filter((share) => share > 0.3 && share < 0.75).length).toBeGreaterThan(5);
  });
});
