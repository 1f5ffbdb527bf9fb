import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { schemaText } from "../../../core/catalogue/schema-text.ts";
import { publishedShapes } from "../../../core/catalogue/shapes.ts";
import { readCatalogueFolder } from "../../../functions/adapters/catalogue-folder.ts";

const folder = join(import.meta.dirname, "../../../normenkader");
const texts = await readCatalogueFolder(folder);
const catalogue = compileCatalogue(parseCatalogueFiles(texts), "x");
const published = (name: string) => readFileSync(join(folder, "schema", `${name}.schema.json`), "utf8");
const norms = (key: string) => catalogue.frameworkByKey.get(key)!.norms;

describe("the published schemas", () => {
  it("are what the shapes say (else: node scripts/run.mjs scripts/catalogue-schema.ts)", () => {
    expect(readdirSync(join(folder, "schema")).sort()).toEqual(
      Object.keys(publishedShapes)
        .map((name) => `${name}.schema.json`)
        .sort(),
    );
    for (const [name, shape] of Object.entries(publishedShapes)) expect(published(name)).toBe(schemaText(shape));
  });

  it("accept every shipped file, and refuse it when a property is wrong", () => {
    expect(texts).toHaveLength(8);
    for (const { path, text } of texts) {
      const name = path.startsWith("frameworks/") ? "framework" : path.replace(".json", "");
      const schema = z.fromJSONSchema(JSON.parse(published(name)));
      const value = JSON.parse(text);
      expect(schema.safeParse(value).success, path).toBe(true);
      Object.assign(Array.isArray(value) ? value[0] : value, { onbekend: 1 });
      expect(schema.safeParse(value).success, path).toBe(false);
    }
  });
});

describe("the shipped catalogue", () => {
  it("says of every framework that it is no official text", () => {
    for (const { illustrative, title } of catalogue.frameworks) {
      expect(illustrative).toBe(true);
      expect(title).toContain("(voorbeeldcatalogus, geen officiële normtekst)");
    }
  });

  it("has 52 norms in 2017 (16/16/20), 49 in 2019, its own set for wijkteams and seven areas of 5 to 11 for the NVVK", () => {
    const perCategory = (key: string) =>
      catalogue.frameworkByKey.get(key)!.categories.map(({ code }) => norms(key).filter(({ category }) => category === code).length);
    expect(perCategory("KSW/basis/2017")).toEqual([16, 16, 20]);
    expect(norms("KSW/basis/2019")).toHaveLength(49);
    expect(norms("KSW/wijkteam/2021")).toHaveLength(36);
    expect(perCategory("NVVK/basis/2021")).toEqual([5, 5, 7, 11, 6, 5, 6]);
  });

  it("leads every norm of 2019 back to 2017: two pairs merged, one dropped, the rest one to one", () => {
    const steps = norms("KSW/basis/2019").map(({ from }) => from!);
    const relations = steps.map(([first]) => first!.relation);
    expect(relations.filter((relation) => relation === "merged")).toHaveLength(2);
    expect(relations.filter((relation) => relation === "reworded")).toHaveLength(8);
    const used = new Set(steps.flat().map(({ norm }) => norm));
    expect(
      norms("KSW/basis/2017")
        .filter(({ code }) => !used.has(code))
        .map(({ code }) => code),
    ).toEqual(["O14"]);
  });

  it("has one text for a norm that is the same, and another for one that is reworded", () => {
    const earlier = new Map(norms("KSW/basis/2017").map(({ code, title }) => [code, title]));
    for (const { title, from } of norms("KSW/basis/2019"))
      for (const { norm, relation } of from!) expect(relation === "same").toBe(earlier.get(norm) === title);
  });

  it("ties the wijkteam norms that have the code of a basis norm to that norm, and only those", () => {
    const basis = catalogue.frameworkByKey.get("KSW/basis/2019")!;
    const wijkteam = catalogue.frameworkByKey.get("KSW/wijkteam/2021")!;
    wijkteam.norms.forEach((norm, position) => {
      const same = basis.normIndex.get(norm.code);
      expect(wijkteam.overlapsOf[position]).toEqual(same === undefined ? [] : [{ framework: basis.index, norm: same }]);
      if (same !== undefined) expect(basis.norms[same]!.title).toBe(norm.title);
    });
  });

  it("follows a merger and a chain of successions to the present organisation", () => {
    expect(catalogue.organisations.length).toBeGreaterThanOrEqual(115);
    const now = (kvk: string) => catalogue.organisationByKvk.get(kvk)?.id;
    const kvkOf = (id: string) => catalogue.organisationById.get(id)!.kvk[0]!;
    expect(now(kvkOf("welzijn-veenhorst"))).toBe("veldhart-sociaal-werk");
    expect(now(kvkOf("lindewaard-sociaal"))).toBe("veldhart-sociaal-werk");
    expect(now(kvkOf("welzijn-wilgersum"))).toBe("rivierenmond-welzijn-en-meedoen");
  });

  it("has only KvK numbers that were never issued", () => {
    for (const { kvk } of catalogue.organisations) for (const number of kvk) expect(number).toMatch(/^(99|09999)/);
  });
});
