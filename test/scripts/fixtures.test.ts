import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../scripts/fixtures/compare.ts";
import { type Fixture, runFixture, runPrintedValues } from "../../scripts/fixtures/run.ts";

const tolerance = { abs: 1e-7, rel: 1e-6 };
const bound = (expected: Fixture["cases"][number]["expected"]): Fixture => ({
  method: "one-sided-bound",
  tolerance,
  cases: [{ id: "none of 29", input: { x: 0, n: 29, conf: 0.95 }, expected }],
});
const upper = 0.0981446276772957;

describe("a computed value against the expected one", () => {
  test("agrees within the tolerance of its file, and not beyond", () => {
    expect(differences({ p: 0.5 + 5e-7 }, { p: 0.5 }, tolerance)).toEqual([]);
    expect(differences({ p: 0.5 + 7e-7 }, { p: 0.5 }, tolerance)).toEqual(["p: 0.5000007 instead of 0.5"]);
  });

  test.each([
    ["null is only null", { p: null }, { p: 0 }],
    ["a number is not null", { p: 0 }, { p: null }],
    ["nothing is not null", { p: undefined }, { p: null }],
    ["NaN equals nothing", { p: Number.NaN }, { p: 0.5 }],
    ["infinite is not large", { or: 1e300 }, { or: "Infinity" }],
    ["lists have the same length", { q: [1, 2] }, { q: [1, 2, 3] }],
    ["each value of a list counts", { q: [1, null] }, { q: [1, 0.2] }],
    ["so does each field of a field", { mcnemar: { lost: 2 } }, { mcnemar: { lost: 3, pMid: 0.1 } }],
  ])("%s", (_, actual, expected) => {
    expect(differences(actual, expected, tolerance)).toHaveLength(1);
  });

  test("Infinity is written as a word, and what was not computed is not compared", () => {
    expect(differences({ or: Infinity }, { or: "Infinity", interval: [1, 2] }, tolerance)).toEqual([]);
  });
});

describe("the cases of a method", () => {
  test("pass, and say what was compared and what was not", () => {
    expect(runFixture(bound({ upper, lower: 0, midP: 0.1, convention: true }))).toEqual({
      method: "one-sided-bound",
      used: true,
      passed: 1,
      failed: [],
      notUsed: [],
      compared: ["upper", "lower"],
      notCompared: ["midP"],
    });
  });

  test("fail with the place and both values", () => {
    expect(runFixture(bound({ upper: 0.1, lower: 0 })).failed).toEqual([
      { id: "none of 29", differences: [`upper: ${upper} instead of 0.1`] },
    ]);
  });

  test("fail when nothing of what is expected was computed, or the input is of another form", () => {
    expect(runFixture(bound({ midP: 0.1 })).failed).toHaveLength(1);
    expect(runFixture({ method: "p-adjust", tolerance, cases: [{ id: "a", input: {}, expected: { BH: [] } }] }).failed).toHaveLength(1);
  });

  test("are not used when the product has no such method, and never pass then", () => {
    const { used, passed, failed, notUsed } = runFixture({ ...bound({ upper }), method: "mann-kendall" });
    expect([used, passed, failed, notUsed]).toEqual([false, 0, [], ["none of 29"]]);
  });

  test("that are printed agree to the last decimal", () => {
    const check = { method: "one-sided-bound", id: "a", input: { x: 0, n: 29, conf: 0.95 }, decimals: 4 };
    const [right] = runPrintedValues({ checks: [{ ...check, expected: [0.0981] }] });
    const [wrong] = runPrintedValues({ checks: [{ ...check, expected: [0.0982] }] });
    expect([right?.passed, wrong?.failed.length]).toEqual([1, 1]);
  });
});

describe("npm run fixtures", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fixtures-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("ends with 0 when all cases pass, 1 when one fails and 2 when there are none", async () => {
    expect(await command(folder)).toMatchObject({ code: 2 });
    expect(await command(join(folder, "elsewhere"))).toMatchObject({ code: 2 });
    await writeFile(join(folder, "right.json"), JSON.stringify(bound({ upper })));
    await writeFile(join(folder, "unused.json"), JSON.stringify({ ...bound({ upper }), method: "mann-kendall" }));
    const right = await command(folder);
    expect(right.code).toBe(0);
    expect(right.output).toContain("1 passed, 0 failed, 1 of what the product does not use");
    expect(right.output).toContain("mann-kendall (1)");
    await writeFile(join(folder, "wrong.json"), JSON.stringify(bound({ upper: 0.1 })));
    const wrong = await command(folder);
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain("one-sided-bound none of 29 FAILS");
  });

  test("says why cases of a method that the product has are not used", async () => {
    const { code, output } = await command("test/fixtures/statistics");
    expect(code).toBe(0);
    expect(output).toContain("Not used of fisher-exact: tables larger than 2x2 (Freeman-Halton)");
    const unused = output.split("\n").filter((line) => /^\S+(, printed)? +\d+ +0 +[1-9]/.test(line));
    expect(unused.length).toBeGreaterThan(1);
    for (const line of unused) expect(output).toContain(`Not used of ${line.split(/,? /)[0]}: `);
  });
});

const command = (folder: string): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const root = join(import.meta.dirname, "../..");
    const args = [join(root, "scripts/run.mjs"), "scripts/fixtures.ts", folder];
    const child = execFile(process.execPath, args, { cwd: root }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
