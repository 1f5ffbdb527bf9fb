import { describe, expect, it } from "vitest";
import { parseCatalogueFiles } from "../../../core/catalogue/parse.ts";
import { exampleFiles, type Json, problemsAfter, problemsOf, texts } from "./example.ts";

type Files = Record<string, Json & Json[]>;
const ksw2019 = "frameworks/ksw-2019.json";

describe("a catalogue", () => {
  it("is read whole, its frameworks in the order of their file names", () => {
    const files = parseCatalogueFiles(texts(exampleFiles()).reverse());
    expect(files.frameworks.map(({ label, version }) => `${label} ${version}`)).toEqual(["KSW 2017", "KSW 2019", "NVVK 2021"]);
    expect(files.bodies[0]?.scoreTerms).toEqual({ "Major NC": "voldoet niet" });
    expect(files.organisations).toHaveLength(3);
  });

  it("may lack organisations and themes, and may have byte order marks, schemas, other files and Windows paths", () => {
    const { "organisations.json": _, "themes.json": __, ...rest } = exampleFiles();
    const written = texts(rest).map(({ path, text }) => ({ path: path.replace("/", "\\"), text: `\uFEFF${text}` }));
    const files = parseCatalogueFiles([...written, { path: "README.md", text: "# x" }, { path: "schema/x.schema.json", text: "{}" }]);
    expect(files.organisations).toEqual([]);
    expect(files.frameworks).toHaveLength(3);
  });

  it("may name its schema for the editor, which is not part of the content", () => {
    const example = exampleFiles() as Files;
    example[ksw2019]!["$schema"] = "../schema/framework.schema.json";
    expect(parseCatalogueFiles(texts(example)).frameworks[1]).not.toHaveProperty("$schema");
  });

  it("may have versions whose validity overlaps", () => {
    expect(problemsAfter((files) => Object.assign(files[ksw2019]!, { validFrom: "2017-06-01" }))).toEqual([]);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["no JSON", '{\n  "label": "KSW",,\n}', /^frameworks\/x\.json: dit is geen geldige JSON \(regel 2, teken 18\)/],
    ["broken off", '{\n  "label": "KSW"', /^frameworks\/x\.json: dit is geen geldige JSON \(regel 2/],
    ["empty", " \n", /^frameworks\/x\.json: dit bestand is leeg$/],
    ["not UTF-8", '{"label":"KSW \uFFFD"}', /sla het bestand op als UTF-8/],
    ["UTF-16", "{\u0000}\u0000", /sla het bestand op als UTF-8/],
    ["a list instead of a framework", "[]", /^frameworks\/x\.json: moet een object: \{ … \} zijn$/],
    ["null", "null", /^frameworks\/x\.json: moet een object: \{ … \} zijn$/],
  ])("is named with the place: %s", (_, text, expected) => {
    const problems = problemsOf([...texts(exampleFiles()), { path: "frameworks/x.json", text }]);
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  it("does not make every reference to it a problem too", () => {
    expect(problemsAfter((files) => Object.assign(files, { "frameworks/ksw-2017.json": "{" }))).toHaveLength(1);
    expect(problemsAfter((files) => Object.assign(files, { "competencies.json": "{" }))).toHaveLength(1);
  });

  it("is a property that stands twice in one object", () => {
    const bodies = '[\n{"code":"ciio","name":"CIIO","scoreTerms":{"A":"voldoet",\n "A":"voldoet niet"}}]';
    expect(problemsAfter((files) => Object.assign(files, { "bodies.json": bodies }))).toEqual([
      'bodies.json: "A" staat twee keer in hetzelfde object (regel 3, teken 2); houd er één',
    ]);
  });

  it("is an empty folder", () => {
    expect(problemsOf([])).toEqual([
      expect.stringMatching(/^frameworks\/: hier staat geen enkel normenkader/),
      expect.stringMatching(/^competencies\.json: dit bestand ontbreekt/),
      expect.stringMatching(/^bodies\.json: dit bestand ontbreekt/),
    ]);
  });

  it("is a file under a name that nobody reads", () => {
    expect(problemsAfter((files) => Object.assign(files, { "organisation.json": [], "frameworks/oud/x.json": {} }))).toEqual([
      expect.stringMatching(/^organisation\.json: dit bestand hoort niet bij een catalogus/),
      expect.stringMatching(/^frameworks\/oud\/x\.json: dit bestand hoort niet bij een catalogus/),
    ]);
  });

  it("is the same path twice", () => {
    const files = texts(exampleFiles());
    expect(problemsOf([...files, files[0]!])).toEqual([
      expect.stringMatching(/^frameworks\/ksw-2017\.json: dit bestand komt twee keer voor/),
    ]);
  });
});
