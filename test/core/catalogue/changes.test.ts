import { describe, expect, it } from "vitest";
import { catalogueChanges } from "../../../core/catalogue/changes.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import type { CatalogueFiles, NormFramework } from "../../../core/catalogue/types.ts";
import { shippedCatalogue } from "../../portal/scripts/deliveries.ts";

const shipped = await shippedCatalogue();

const filesOf = (changed: Partial<CatalogueFiles> = {}): CatalogueFiles => ({
  frameworks: shipped.frameworks,
  competencies: shipped.competencies,
  bodies: [...shipped.bodies.values()],
  organisations: shipped.organisations,
  themes: shipped.themes,
  ...changed,
});

const changes = (changed: Partial<CatalogueFiles>) => catalogueChanges(shipped, compileCatalogue(filesOf(changed), "next"));

const withFirst = (change: (framework: NormFramework) => NormFramework) => {
  const [first, ...others] = shipped.frameworks;
  return changes({ frameworks: [change(first!), ...others] });
};

describe("what a catalogue would change", () => {
  it("is nothing when it is the same", () => {
    const nothing = { added: [], changed: [], gone: [] };
    expect(changes({})).toEqual({ frameworks: nothing, bodies: nothing, organisations: nothing, refused: [] });
  });

  it("is named: a body that came, an organisation that merged, a title that was mended", () => {
    const [organisation, ...others] = shipped.organisations;
    const found = changes({
      bodies: [...shipped.bodies.values(), { code: "nieuw", name: "Nieuw" }],
      organisations: [{ ...organisation!, name: "Andere naam" }, ...others],
      frameworks: shipped.frameworks.map((framework, i) => (i === 0 ? { ...framework, title: "Andere titel" } : framework)),
    });
    expect(found.bodies.added).toEqual(["nieuw"]);
    expect(found.organisations.changed).toEqual([organisation!.id]);
    expect(found.frameworks.changed).toEqual([shipped.frameworks[0]!.key]);
    expect(found.refused).toEqual([]);
  });

  it("may end the validity of a framework, and add a new one", () => {
    const ended = withFirst((framework) => ({ ...framework, validUntil: "2030-12-31" }));
    expect(ended.refused).toEqual([]);
    const added = changes({ frameworks: [...shipped.frameworks, { ...shipped.frameworks[0]!, version: "2027" }] });
    expect([added.frameworks.added.length, added.refused.length]).toEqual([1, 0]);
  });
});

describe("what accepted reports rest on does not change", () => {
  it.each<[string, (framework: NormFramework) => NormFramework]>([
    ["a norm that goes", (framework) => ({ ...framework, norms: framework.norms.slice(1) })],
    [
      "a norm that comes at the end",
      (framework) => ({ ...framework, norms: [...framework.norms, { ...framework.norms[0]!, code: "Z99" }] }),
    ],
    ["another order", (framework) => ({ ...framework, norms: framework.norms.toReversed() })],
    [
      "another code",
      (framework) => ({ ...framework, norms: framework.norms.map((norm, i) => (i === 3 ? { ...norm, code: "Z98" } : norm)) }),
    ],
  ])("%s is refused, and the place is named", (_, change) => {
    const { refused } = withFirst(change);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain(`normenkader ${shipped.frameworks[0]!.key}: de normen of hun volgorde zijn veranderd`);
  });

  it("a framework that goes is refused", () => {
    expect(changes({ frameworks: shipped.frameworks.slice(1) }).refused[0]).toContain("ontbreekt: er kunnen rapporten op rusten");
  });
});
