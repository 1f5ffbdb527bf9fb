import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type FunctionName, scoringFunctions, taskFunctions } from "./task-functions.ts";

/** Folder per function with what goes to Lambda, and the version of the code that makes figures. */
export interface Bundles {
  folder(name: FunctionName): string;
  /** Changes when, and only when, the code of a function that scores or publishes changes: figures rest on it. */
  readonly codeVersion: string;
}

/**
 * Bundles every function into a folder of its own under `<root>/<into>/`. The same sources give the same bytes on any machine, so that an
 * unchanged function is not deployed again: paths are relative, nothing holds a time, and the folder is emptied first.
 */
export function bundleFunctions(root: string, into = ".build/lambda"): Bundles {
  const folder = (name: FunctionName) => join(root, into, name);
  for (const { name, readsWorkbooks } of taskFunctions) bundle(root, name, folder(name), readsWorkbooks ?? false);
  return { folder, codeVersion: fingerprint(scoringFunctions.map(folder)) };
}

function bundle(root: string, name: FunctionName, outdir: string, readsWorkbooks: boolean): void {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: {
      index: `functions/${name}/handler.ts`,
      // A worker is a program of its own: it lies beside the bundle, where `import.meta.url` finds it.
      ...(readsWorkbooks ? { "workbook-worker": "functions/adapters/workbook-worker.ts" } : {}),
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    // The module form of the AWS SDK can be shaken: half the CPU time at start. The SDK of the runtime is not used: it changes by itself.
    mainFields: ["module", "main"],
    // CommonJS inside a module bundle asks for Node's own modules through `require`, which modules do not have.
    banner: { js: 'import { createRequire } from "node:module"; globalThis.require ??= createRequire(import.meta.url);' },
    // File and line in a stack trace; the sources themselves are in the repository. Not minified: it gains no start time.
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  });
}

function fingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const code = readdirSync(folder).filter((file) => file.endsWith(".mjs"));
    for (const file of code.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
