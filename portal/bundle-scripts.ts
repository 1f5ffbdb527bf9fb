import { build } from "esbuild";

/** The scripts of the portal: the name under which each is served, and its source. A page's script is a line here. */
export const portalScripts = {
  /** Checks files beside the page; loaded when a file is chosen. */
  "check-worker.js": "portal/scripts/check-worker.ts",
  "deliver.js": "portal/scripts/deliver.ts",
  "follow.js": "portal/scripts/follow.ts",
  "png.js": "portal/scripts/png.ts",
  /** Of the page that checks without a network (`offlineCheck`). */
  "offline-check.js": "portal/scripts/offline-check.ts",
} as const;

export type PortalScript = keyof typeof portalScripts;
export type PortalScripts = ReadonlyMap<PortalScript, Uint8Array>;

/**
 * Bundles the scripts for browsers, each whole in one file. Only for building and tests: no page imports this. `root` is the folder of the
 * repository. The same sources give the same bytes.
 */
export async function bundlePortalScripts(root: string): Promise<PortalScripts> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(portalScripts).map(([out, source]) => ({ in: source, out: out.replace(/\.js$/, "") })),
    outdir: "scripts",
    bundle: true,
    platform: "browser",
    format: "iife",
    // Browsers of the last three years; older ones deliver without the check.
    target: "es2022",
    minify: true,
    // `platform: "browser"` alone does not find it: csv-parse has its build for browsers under a name of its own.
    alias: { "csv-parse": "csv-parse/browser/esm" },
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
    write: false,
  });
  const contents = new Map(outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1), file.contents]));
  return new Map((Object.keys(portalScripts) as PortalScript[]).map((name) => [name, contents.get(name)!]));
}
