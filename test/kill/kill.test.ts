import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueFiles } from "../scenarios/catalogue.ts";
import { csv, report } from "../scenarios/world.ts";

/** So many points, spread evenly over all requests of a run. More points: KILL_POINTS=200 npx vitest run test/kill */
const POINTS = Number(process.env["KILL_POINTS"] ?? 24);

const root = join(import.meta.dirname, "..", "..");
const preload = join(import.meta.dirname, "kill-at.mjs");
const met = { V01: "voldoet", V02: "voldoet deels", D01: "voldoet niet" };

/** A run that is killed with SIGKILL at its n-th request to a store, then started again: what does it leave? */
describe("killed at any moment and started again", () => {
  let folder: string;
  let expected: string;
  let requests: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "normenmonitor-kill-"));
    writeInbox(folder);
    const run = await start("whole");
    expect(run.code).toBe(0);
    expected = outcome("whole");
    requests = Number(readFileSync(join(folder, "count"), "utf8"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("does enough to be killed at", () => {
    expect(requests).toBeGreaterThan(100);
    expect(JSON.parse(expected).summary.deliveries).toEqual({ total: 4, accepted: 2, partlyAccepted: 1, rejected: 0, unchanged: 1 });
  });

  it(`every delivery has one receipt and one effect (${POINTS} points)`, { timeout: 280_000 }, async () => {
    const points = Array.from({ length: POINTS }, (_, i) => 1 + Math.floor((i * (requests - 2)) / Math.max(1, POINTS - 1)));
    const check = async (point: number) => {
      const name = `at-${point}`;
      const killed = await start(name, { KILL_AT: String(point) });
      expect(killed.signal, `point ${point}`).toBe("SIGKILL");
      const again = await start(name);
      expect(again.code, `point ${point}: ${again.output}`).toBe(0);
      expect(outcome(name), `point ${point}`).toBe(expected);
      rmSync(join(folder, name), { recursive: true, force: true });
    };
    for (let at = 0; at < points.length; at += 2) await Promise.all(points.slice(at, at + 2).map(check));
  });

  function start(name: string, env: Record<string, string> = {}): Promise<{ code: number | null; signal: string | null; output: string }> {
    // The first run builds the program; the others start what it built.
    const program =
      name === "whole"
        ? [join(root, "scripts", "run.mjs"), "local/main.ts"]
        : [join(root, ".build", "run", "local-main", "local-main.mjs")];
    const args = ["--import", preload, ...program, "--once", "--in", join(folder, "in")];
    args.push("--out", join(folder, name, "out"), "--state", join(folder, name, "state"));
    args.push("--normenkader", join(folder, "normenkader"), "--reference-date", "2026-01-01");
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env, ...(name === "whole" ? { KILL_COUNT_FILE: join(folder, "count") } : {}) },
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, output })));
  }

  /** Everything a run leaves, but for what rightly differs: times, and numbers that a crash made skip. */
  function outcome(name: string): string {
    const out = join(folder, name, "out");
    const receipts = readdirSync(join(out, "receipts"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".receipt.json"))
      .sort()
      .map((path) => {
        const { body, file, sha256, status, reports, findings, groups, counts } = JSON.parse(
          readFileSync(join(out, "receipts", path), "utf8"),
        );
        return { body, file, sha256, status, reports, findings, groups, counts };
      });
    const figures = readFileSync(join(out, "norm-figures.csv"), "utf8");
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    return JSON.stringify({ receipts, figures, summary }, null, 1);
  }
});

function writeInbox(folder: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const file of catalogueFiles()) put(`normenkader/${file.path}`, file.text);
  const first = csv(
    ...report({ rapportkenmerk: "R-1", toelichting: "Goed gesprek." }, met),
    ...report({ rapportkenmerk: "R-2", kvk_nummer: "10000002" }, met),
  );
  put("in/ciio/1.csv", first);
  put(
    "in/ciio/2.csv",
    csv(
      ...report({ rapportkenmerk: "R-1", status: "gewijzigd" }, { ...met, D01: "voldoet" }),
      ...report({ rapportkenmerk: "R-3", kvk_nummer: "10000003" }, { ...met, V01: "prima" }),
      { rapportkenmerk: "R-2", status: "verwijderd" },
    ),
  );
  put("in/ciio/3.csv", first);
  put(
    "in/dnv/1.csv",
    csv(...report({ rapportkenmerk: "R-1", kvk_nummer: "10000002", soort_toets: "hertoets", toetsdatum: "01-06-2025" }, met)),
  );
}
