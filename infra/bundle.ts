import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { type BundleName, notificationFunction, scoringFunctions, type TaskFunctionSettings, taskFunctions } from "./task-functions.ts";

/** File name → bytes. */
export type Assets = ReadonlyMap<string, Uint8Array>;

/** Folder per function with what goes to Lambda, and the version of the code that makes figures. */
export interface Bundles {
  folder(name: BundleName): string;
  /** Changes when, and only when, the code of a function that scores or publishes changes: figures rest on it. */
  readonly codeVersion: string;
}

/**
 * Bundles every function into a folder of its own under `<root>/<into>/`. The same sources give the same bytes on any machine, so that an
 * unchanged function is not deployed again: paths are relative, nothing holds a time, and the folder is emptied first.
 * `assets`: the scripts of the portal's pages, which come to lie in `assets/` beside its code.
 */
export function bundleFunctions(root: string, assets: Assets, into = ".build/lambda"): Bundles {
  const folder = (name: BundleName) => join(root, into, name);
  const settings: readonly (TaskFunctionSettings & { readonly name: BundleName })[] = [...taskFunctions, notificationFunction];
  for (const { name, readsWorkbooks } of settings) bundle(root, name, folder(name), readsWorkbooks ? workbookWorker : {});
  bundlePortal(root, folder("portal"), assets);
  return { folder, codeVersion: fingerprint(scoringFunctions.map(folder)) };
}

/** A worker is a program of its own: it lies beside the bundle, where `import.meta.url` finds it. */
const workbookWorker = { "workbook-worker": "functions/adapters/workbook-worker.ts" };

/**
 * Minified, unlike the tasks: a person waits for its start, and its pages are mostly text, of which a third goes. In parts: what is imported only when
 * it is needed (slides, credentials that no Lambda uses) is not read at the start.
 */
function bundlePortal(root: string, outdir: string, assets: Assets): void {
  bundle(
    root,
    "portal",
    outdir,
    {},
    {
      minify: true,
      splitting: true,
      chunkNames: "part-[hash]",
      legalComments: "none",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
    },
  );
  mkdirSync(join(outdir, "assets"));
  for (const [name, bytes] of assets) writeFileSync(join(outdir, "assets", name), bytes);
}

function bundle(
  root: string,
  name: BundleName,
  outdir: string,
  beside: Readonly<Record<string, string>>,
  options: BuildOptions = {},
): void {
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: {
      index: `functions/${name}/handler.ts`,
      ...beside,
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
    // File and line in a stack trace; the sources themselves are in the repository. Not minified: for a task it gains no start time.
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
    ...options,
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
