import { expect, it } from "vitest";
import type { Catalogue, CompiledFramework } from "../../core/catalogue/types.ts";
import { frameworkKey } from "../../core/ids.ts";
import { decisionsInMemory } from "./in-memory.ts";
import { figure, flagged, madeUpData, publication } from "./made-up.ts";
import { readAnswer } from "./page-text.ts";
import { shippedCatalogue } from "./scripts/deliveries.ts";
import { openWith } from "./signed-in.ts";

const ODD = "V/15%";

/** The catalogue, in which V15 of the first framework has a code that an address cannot hold as it is. */
async function oddCatalogue(): Promise<Catalogue> {
  const catalogue = await shippedCatalogue();
  const key = frameworkKey("KSW", "basis", "2019");
  const frameworks = catalogue.frameworks.map((framework): CompiledFramework => {
    if (framework.key !== key) return framework;
    return { ...framework, norms: framework.norms.map((norm) => (norm.code === "V15" ? { ...norm, code: ODD } : norm)) };
  });
  return { ...catalogue, frameworks, frameworkByKey: new Map(frameworks.map((framework) => [framework.key, framework])) };
}

it("a decision about a norm with a slash in its code stands beside it on the first screen, with a link that leads to it", async () => {
  const row = figure({ norm: ODD, titel: "Nagaan waarom", voldoet: 0, voldoet_niet: 40, signalen: "NOOIT_GEHAALD" });
  const address = "KSW/basis/2019/V%2F15%25";
  const decisions = decisionsInMemory([
    {
      ...{
        norm: address,
        number: 1,
        kind: "clarify",
        reason: "Onduidelijk.",
        by: { id: "1", name: "Cor" },
        at: "2024-03-12T10:00:00.000Z",
      },
      figures: { run: "r", referenceDate: "2024-03-01", met: 0, judged: 40, signals: ["NOOIT_GEHAALD"] },
    },
  ]);
  const data = madeUpData({
    catalogue: oddCatalogue,
    publication: async () => publication({ flagged: [flagged(row)] }),
  });
  const page = await readAnswer(await openWith(data, {}, { decisions }).ask("/overzicht"));
  expect(page.html).toContain(`href="/normen/${address}"`);
  expect(page.text).toContain("Besluit: verduidelijken, 12-03-2024");
});
