import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { type Bundles, bundleFunctions } from "../../infra/bundle.ts";
import { type BundleName, notificationFunction, taskFunctions } from "../../infra/task-functions.ts";
import { root } from "./synthesized.ts";

/**
 * Kilobytes, compressed, that a function may weigh. Start time grows with it: 10 ms of CPU per 100 kB or so. Functions with S3 and the table come to
 * about 250; a jump means that something came along that nobody asked for.
 */
const MOST = 400;

/** The same for the portal, minified, of what is read at its start: somebody waits for it. Each group of pages is read when it is asked for. */
const PORTAL_MOST = 300;

const names: readonly BundleName[] = [...taskFunctions, notificationFunction].map(({ name }) => name);
const assets = new Map([["check-worker.js", new TextEncoder().encode("self.onmessage = () => {};")]]);
let bundles: Bundles;
const contents = (name: BundleName) =>
  readdirSync(bundles.folder(name)).map((file) => [file, readFileSync(join(bundles.folder(name), file))] as const);
const kilobytes = (name: BundleName) =>
  contents(name)
    .filter(([file]) => file.endsWith(".mjs"))
    .reduce((sum, [, bytes]) => sum + gzipSync(bytes).length, 0) / 1024;

beforeAll(() => {
  bundles = bundleFunctions(root, assets, ".build/test/lambda");
});

describe("what goes to Lambda", () => {
  test("is small", () => {
    const sizes = names.map((name) => [name, Math.round(kilobytes(name))] as const);
    console.log(`compressed kB per function: ${sizes.map(([name, size]) => `${name} ${size}`).join(", ")}`);
    for (const [name, size] of sizes) expect([name, size < MOST]).toEqual([name, true]);
  });

  test.each(names)("%s starts and has a handler", async (name) => {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ join(bundles.folder(name), "index.mjs"));
    expect(module["handler"]).toBeTypeOf("function");
  });

  test("has the worker for workbooks beside it where files are read, and only there", () => {
    const withWorker = names.filter((name) => contents(name).some(([file]) => file === "workbook-worker.mjs"));
    expect(withWorker).toEqual(["check-delivery", "write-receipt"]);
  });

  test("has source maps without the sources, and no path of this machine", () => {
    for (const name of names) {
      expect(contents(name).map(([file]) => file)).toContain("index.mjs.map");
      for (const [, bytes] of contents(name)) {
        expect(bytes.includes(root)).toBe(false);
        expect(bytes.includes('"sourcesContent"')).toBe(false);
      }
    }
  });

  test("brings its own AWS SDK", () => {
    for (const name of names) {
      const [, code] = contents(name).find(([file]) => file === "index.mjs")!;
      expect(code.toString()).not.toMatch(/^import .* from "@aws-sdk\//m);
    }
  });
});

describe("the portal", () => {
  const folder = () => bundles.folder("portal");
  const code = (name: string) => readFileSync(join(folder(), name));

  test("reads at most 300 kB compressed at its start: somebody waits for it", () => {
    const atStart = readAtStart(folder());
    const size = Math.round(atStart.reduce((sum, name) => sum + gzipSync(code(name), { level: 9 }).length, 0) / 1000);
    console.log(`compressed kB of the portal, read at its start: ${size} in ${atStart.length} parts`);
    expect(size).toBeLessThanOrEqual(PORTAL_MOST);
    // The library of slides is the largest of all, and one page in a hundred needs it.
    expect(readdirSync(folder()).filter((name) => name.endsWith(".mjs")).length).toBeGreaterThan(atStart.length);
    for (const name of atStart) expect([name, code(name).includes("PptxGenJS")]).toEqual([name, false]);
  });

  test("has the scripts of its pages in a folder beside its code", () => {
    expect(readdirSync(folder()).filter((name) => !/^part-\w+\.mjs(\.map)?$/.test(name))).toEqual(["assets", "index.mjs", "index.mjs.map"]);
    expect(readFileSync(join(folder(), "assets", "check-worker.js"))).toEqual(Buffer.from(assets.get("check-worker.js")!));
  });

  test("has no path of this machine in it, and nothing that only builds or only works on one machine", () => {
    for (const name of readAtStart(folder())) {
      expect([name, code(name).includes(root)]).toEqual([name, false]);
      expect(code(name).toString()).not.toMatch(/from"(esbuild|@hono\/node-server|dynalite|level)"/);
    }
  });
});

/** The parts that Node reads before the first request: the entry and what it imports, but not what is asked for by `import()`. */
function readAtStart(folder: string): readonly string[] {
  const read = new Set<string>();
  const visit = (name: string): void => {
    if (read.has(name)) return;
    read.add(name);
    for (const [, next] of readFileSync(join(folder, name), "utf8").matchAll(/(?:^|;)(?:import|export)[^;()]*?"\.\/(part-\w+\.mjs)"/gm))
      visit(next!);
  };
  visit("index.mjs");
  return [...read];
}

test("the same sources give the same bytes, so that an unchanged function is not deployed again", () => {
  const hash = () =>
    names.map((name) =>
      contents(name)
        .reduce((sum, [file, bytes]) => sum.update(file).update(bytes), createHash("sha256"))
        .digest("hex"),
    );
  const before = { hashes: hash(), codeVersion: bundles.codeVersion };
  bundles = bundleFunctions(root, assets, ".build/test/lambda");
  expect({ hashes: hash(), codeVersion: bundles.codeVersion }).toEqual(before);
  expect(bundles.codeVersion).toMatch(/^[0-9a-f]{12}$/);
});
