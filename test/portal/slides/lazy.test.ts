import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { expect, it } from "vitest";

/** Everything that is loaded with this output, before anybody asks for a page. */
function loadedWith(output: string, { outputs }: Metafile, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(output)) return seen;
  seen.add(output);
  for (const { path, kind, external } of outputs[output]?.imports ?? [])
    if (kind === "import-statement" && !external) loadedWith(path, { inputs: {}, outputs }, seen);
  return seen;
}

it("the library for slides is loaded for a deck, and not with the portal", async () => {
  const { metafile } = await build({
    absWorkingDir: join(import.meta.dirname, "../../.."),
    entryPoints: ["portal/app.tsx"],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir: "out",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    external: ["esbuild"],
    metafile: true,
    write: false,
  });
  const holds = (output: string) => Object.keys(metafile.outputs[output]?.inputs ?? {}).some((input) => input.includes("/pptxgenjs/"));
  const outputs = Object.keys(metafile.outputs);
  expect(outputs.filter(holds).length).toBe(1);
  expect([...loadedWith("out/app.js", metafile)].filter(holds)).toEqual([]);
});
