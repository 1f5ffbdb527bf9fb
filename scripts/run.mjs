#!/usr/bin/env node
// Runs a TypeScript entry of this repository on any supported Node: bundles it (our code only, packages stay outside) into
// .build/ and imports it.  node scripts/run.mjs local/main.ts [arguments]
// Entry points that run beside it, such as the worker that reads workbooks, are built along: `import.meta.url` finds them there.
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error("usage: node scripts/run.mjs ENTRY.ts [arguments]");
  process.exit(2);
}
const name = entry.replace(/\.tsx?$/, "").replaceAll("/", "-");
const out = join(root, ".build", "run", name);
mkdirSync(out, { recursive: true });
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { [basename(name)]: entry, "workbook-worker": "functions/adapters/workbook-worker.ts" },
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  define: { "process.env.NORMENMONITOR_ROOT": JSON.stringify(root) },
  logLevel: "warning",
  write: false,
});
// Another run may be reading these files at this moment: each is replaced whole.
for (const { path, contents } of outputFiles) {
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}
// Figures rest on the code that made them: other code makes them anew.
const code = outputFiles.find(({ path }) => basename(path) === `${basename(name)}.mjs`);
process.env["CODE_VERSION"] ??= createHash("sha256")
  .update(code?.contents ?? "")
  .digest("hex")
  .slice(0, 12);
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], entry, ...args];
await import(pathToFileURL(join(out, `${basename(name)}.mjs`)).href);
