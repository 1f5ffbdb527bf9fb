import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { bytesOf, readCsv } from "./recorder.ts";

/** Reads in a world that has what a browser has, with the build of csv-parse for browsers. */
async function readWithoutNode(text: string): Promise<{ rows: unknown[]; problems: unknown[]; format: unknown }> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createCsvReader } from "./core/intake/reading/csv.ts";
        import { defaultLimits } from "./core/intake/reading/limits.ts";
        const rows = [], problems = [];
        const reader = createCsvReader(
          { sheet() {}, row: (cells, row) => rows.push({ row, cells }), problem: (problem) => problems.push(problem) },
          defaultLimits,
        );
        for (const piece of pieces) reader.write(piece);
        read = JSON.stringify({ rows, problems, format: reader.end() });`,
      resolveDir: join(import.meta.dirname, "../../../.."),
      loader: "ts",
    },
    bundle: true,
    platform: "browser",
    format: "iife",
    alias: { "csv-parse": "csv-parse/browser/esm" },
    write: false,
    logLevel: "warning",
  });
  const world = { TextEncoder, TextDecoder, ArrayBuffer, Uint8Array, Int32Array, setTimeout, read: "", pieces: [bytesOf(text)] };
  runInContext(outputFiles[0]!.text, createContext(Object.assign(world, { self: world, window: world })));
  return JSON.parse(world.read);
}

test("a file is read without Node, all of it at once, as it is with Node", async () => {
  const text = `a;b\r\n1;"de "grote" zaal; é"\r\n\r\n3\n${"1;2;3\r\n".repeat(20_000)}4;"open\n`;
  const { rows, problems, format } = readCsv(text);
  expect(rows).toHaveLength(20_003);
  expect(await readWithoutNode(text)).toEqual({ rows, problems, format });
});
