import { join } from "node:path";
import { build } from "esbuild";

/** Workers cannot load TypeScript by themselves: build the worker that reads workbooks once, before the tests. */
export default async function setup(): Promise<void> {
  const root = join(import.meta.dirname, "..");
  await build({
    absWorkingDir: root,
    entryPoints: { "workbook-worker": "functions/adapters/workbook-worker.ts" },
    outdir: join(root, ".build", "test"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  // The tests run on the oldest Node that the product promises on purpose; that its SDK will ask for a newer one is known.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  process.env["WORKBOOK_WORKER"] = join(root, ".build", "test", "workbook-worker.mjs");
}
