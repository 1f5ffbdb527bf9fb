import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../../core/calendar.ts";
import { compileCatalogue } from "../../../core/catalogue/compile.ts";
import { currentOrganisation, organisationOf } from "../../../core/catalogue/organisations.ts";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { BrokenInvariant } from "../../../core/faults.ts";
import { organisationId } from "../../../core/ids.ts";
import { exampleFiles, texts } from "./example.ts";

const files = parseCatalogueFiles(texts(exampleFiles()));
const catalogue = compileCatalogue(files, "versie");
const framework = (key: string) => catalogue.frameworkByKey.get(key)!;

describe("a compiled framework", () => {
  it("has its key, its place and its days", () => {
    expect(catalogue.frameworks.map(({ key, index }) => [key, index])).toEqual([
      ["KSW/basis/2017", 0],
      ["KSW/basis/2019", 1],
      ["NVVK/basis/2021", 2],
    ]);
    expect(framework("KSW/basis/2017").validUntilDay).toBe(parseIsoDay("2019-12-31"));
    expect(framework("KSW/basis/2019").validUntilDay).toBe(Number.POSITIVE_INFINITY);
    expect(catalogue.version).toBe("versie");
  });

  it("finds a norm by its code, as written and folded", () => {
    const { normIndex } = framework("KSW/basis/2017");
    expect([normIndex.get("V02"), normIndex.get("v02"), normIndex.get("V2")]).toEqual([1, 1, undefined]);
  });

  it("knows its overlaps in both directions, stated once", () => {
    expect(framework("KSW/basis/2019").overlapsOf).toEqual([[], [{ framework: 2, norm: 1 }]]);
    expect(framework("NVVK/basis/2021").overlapsOf).toEqual([[], [{ framework: 1, norm: 1 }]]);
  });

  it("has the overlaps of a norm in the order of the catalogue, however they were stated", () => {
    const example = JSON.parse(JSON.stringify(exampleFiles()));
    example["frameworks/ksw-2019.json"].norms[1].overlaps = [
      { framework: "NVVK/basis/2021", norm: "1.2" },
      { framework: "NVVK/basis/2021", norm: "1.1" },
    ];
    const { frameworks } = compileCatalogue(parseCatalogueFiles(texts(example)), "x");
    expect(frameworks[1]!.overlapsOf[1]).toEqual([
      { framework: 2, norm: 0 },
      { framework: 2, norm: 1 },
    ]);
  });

  it("has an overlap that is stated on both sides once", () => {
    const example = JSON.parse(JSON.stringify(exampleFiles()));
    example["frameworks/nvvk-2021.json"].norms[1].overlaps = [{ framework: "KSW/basis/2019", norm: "V02" }];
    const both = compileCatalogue(parseCatalogueFiles(texts(example)), "x");
    expect(both.frameworks.map(({ overlapsOf }) => overlapsOf)).toEqual(catalogue.frameworks.map(({ overlapsOf }) => overlapsOf));
  });
});

describe("an organisation", () => {
  it("is found by every KvK number it has or had, and by those of its predecessors", () => {
    for (const kvk of ["99000001", "99000002", "09000003", "99000004"])
      expect(organisationOf(catalogue, kvk).organisation?.id).toBe("nieuw");
  });

  it("that the register does not know is known by its number", () => {
    expect(organisationOf(catalogue, "12345678")).toEqual({ id: "kvk:12345678" });
  });

  it("that was succeeded, or was known by its number only, is the present one", () => {
    const now = (id: string) => currentOrganisation(catalogue, organisationId(id));
    expect([now("oud"), now("tussen"), now("nieuw"), now("kvk:99000001")]).toEqual(["nieuw", "nieuw", "nieuw", "nieuw"]);
    expect([now("onbekend"), now("kvk:12345678")]).toEqual(["onbekend", "kvk:12345678"]);
  });
});

describe("files that were not checked", () => {
  it("break an invariant instead of giving a catalogue that is wrong", () => {
    const [first] = files.frameworks;
    const compileWith = (change: object) => () => compileCatalogue({ ...files, ...change }, "x");
    expect(compileWith({ frameworks: [{ ...first, validFrom: "2019-13-01" }] })).toThrow(BrokenInvariant);
    expect(compileWith({ frameworks: [files.frameworks[1]] })).toThrow(BrokenInvariant);
    expect(compileWith({ organisations: [{ id: "a", name: "A", kvk: ["99000001"], succeededBy: "a" }] })).toThrow(BrokenInvariant);
    expect(compileWith({ organisations: [{ id: "a", name: "A", kvk: ["99000001"], succeededBy: "b" }] })).toThrow(BrokenInvariant);
  });
});
