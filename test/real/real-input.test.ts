/**
 * The main job on real files, held against a count made straight from the sources: nothing of the product is used for the count.
 * `REAL_DATA` names the folder (its README says what is in it); the data is not part of this repository.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const data = process.env["REAL_DATA"] ?? join(root, "..", "shared", "real");
const source = (name: string) => readFileSync(join(data, name), "utf8").split(/\r?\n/).filter(Boolean).slice(1);
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
const json = (path: string) => JSON.parse(readFileSync(path, "utf8"));

interface Row {
  readonly label: string;
  readonly norm: string;
  readonly organisaties: number;
  readonly voldoet: number;
  readonly voldoet_deels: number;
  readonly voldoet_niet: number;
  readonly niet_van_toepassing: number;
  readonly niet_beoordeeld: number;
}

/** What this test reads of `summary.json`. */
interface Summary {
  readonly deliveries: Readonly<Record<string, number>>;
  readonly reports: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
}

describe("real supervision data", () => {
  let folder: string;
  let rows: Row[];
  let summary: Summary;

  beforeAll(() => {
    if (!existsSync(data)) throw new Error(`there is no real data in ${data}: set REAL_DATA to its folder`);
    folder = mkdtempSync(join(tmpdir(), "normenmonitor-real-"));
    expect(run(join(data, "make-deliveries.mjs"), folder).status).toBe(0);
    const once = run(
      "scripts/run.mjs",
      "local/main.ts",
      "--once",
      "--in",
      join(folder, "deliveries"),
      "--out",
      join(folder, "out"),
      "--normenkader",
      join(folder, "normenkader"),
    );
    expect(once.stderr).toBe("");
    expect(once.status).toBe(0);
    rows = json(join(folder, "out", "norm-figures.json"));
    summary = json(join(folder, "out", "summary.json"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives for each track of the Inspectie the counts of its codes", () => {
    const columns = { BB: 2, KB: 3, GT: 4, HA: 5, VW: 6 };
    const schools = source("onderwijsinspectie-opbrengstoordelen-2012.csv").map((line) => line.split(";"));
    const number = (column: number, ...codes: string[]) => schools.filter((school) => codes.includes(school[column] ?? "")).length;
    for (const [norm, column] of Object.entries(columns)) {
      expect(rows.find((row) => row.label === "OPB" && row.norm === norm)).toMatchObject({
        organisaties: schools.length,
        voldoet: number(column, "1"),
        voldoet_deels: 0,
        voldoet_niet: number(column, "0"),
        niet_van_toepassing: number(column, "7"),
        niet_beoordeeld: number(column, "6", "9"),
      });
    }
  });

  it("gives for the GGD the colour of the last visit to each location", () => {
    const last = new Map<string, { order: string; colour: string }>();
    for (const visit of visits()) {
      const order = `${visit.day} ${visit.reference}`;
      if (order > (last.get(visit.location)?.order ?? "")) last.set(visit.location, { order, colour: visit.colour });
    }
    const number = (...colours: string[]) => [...last.values()].filter(({ colour }) => colours.includes(colour)).length;
    expect(rows.find((row) => row.label === "RISICO")).toMatchObject({
      organisaties: last.size,
      voldoet: number("groen"),
      voldoet_deels: number("geel", "oranje"),
      voldoet_niet: number("rood"),
      niet_van_toepassing: 0,
      niet_beoordeeld: 0,
    });
  });

  it("accepts every report, and warns only of what the data itself makes doubtful", () => {
    const schools = source("onderwijsinspectie-opbrengstoordelen-2012.csv").length;
    expect(summary.deliveries).toEqual({ total: 6, accepted: 6, partlyAccepted: 0, rejected: 0, unchanged: 0 });
    expect(summary.reports).toMatchObject({ total: schools + visits().length, new: schools + visits().length, rejected: 0 });
    const first = new Map<string, string>();
    for (const { location, day } of visits()) first.set(location, day < (first.get(location) ?? "9") ? day : (first.get(location) ?? day));
    const seen = new Set<string>();
    let withoutEarlier = 0;
    for (const { location, day } of visits()) {
      if (seen.has(location) && first.get(location) === day) withoutEarlier++;
      seen.add(location);
    }
    expect(summary.findings.RECERTIFICATION_WITHOUT_EARLIER).toBe(withoutEarlier);
    expect(Object.keys(summary.findings).sort()).toEqual(["RECERTIFICATION_WITHOUT_EARLIER", "SAME_DAY"]);
    console.log(`real input: ${summary.reports.total} reports accepted, 0 refused; warnings ${JSON.stringify(summary.findings)}`);
  });

  it("reads the file that is no delivery without harm, and refuses it in words that a person understands", () => {
    const check = run(
      "scripts/run.mjs",
      "local/check-file.ts",
      join(data, "onderwijsinspectie-toezichtkaarten-2012.csv"),
      "--body",
      "ciio",
    );
    expect(check.status).toBe(3);
    expect(check.stdout).toContain("Niet aangenomen. Er is niets verwerkt.");
    expect(check.stdout).toContain("kolomkoppen");
    expect(check.stdout).toContain("rapportkenmerk");
    expect(check.stdout).not.toMatch(/undefined|NaN|\{|Error:/);
  });
});

interface Visit {
  readonly location: string;
  /** `jjjj-mm-dd` */
  readonly day: string;
  readonly reference: string;
  readonly colour: string;
}

/** The visits as they were delivered: in order of day, numbered per location. */
function visits(): Visit[] {
  const numbers = new Map<string, number>();
  return source("ggd-kinderopvang-amsterdam-2012-2016.csv")
    .map((line) => line.split(","))
    .filter(([location]) => location)
    .map(([location = "", , , date = "", , colour = ""]) => ({ location, day: iso(date), colour: colour.trim() }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ location, day, colour }) => {
      const number = (numbers.get(location) ?? 0) + 1;
      numbers.set(location, number);
      return { location, day, colour, reference: `${location}-${number}` };
    });
}

function iso(date: string): string {
  const [day = "", month = "", year = ""] = date.split("-");
  return `20${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
