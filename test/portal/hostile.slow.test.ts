import fc from "fast-check";
import { expect, it } from "vitest";
import { harmlessShapes, pages, shapeOf, worldOf } from "./hostile-world.ts";
import { read } from "./page-text.ts";

it("no text whatever adds, removes or changes an element", async () => {
  // Control characters and lone surrogates cannot stand in XML, with which the pages are read here.
  const text = fc
    .string({ unit: fc.constantFrom(..."<>\"'&/=;!-[]?#% \\`aé😀", "script", "&#", "-->"), minLength: 1, maxLength: 12 })
    .filter((some) => some.trim() !== "");
  const harmless = await harmlessShapes();
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...pages), async (some, path) => {
      expect(shapeOf(await read(worldOf(some), path))).toEqual(harmless.get(path));
    }),
    { numRuns: 150 },
  );
}, 120_000);
