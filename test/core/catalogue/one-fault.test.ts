/** One thing wrong with one framework file of the shipped catalogue, that hundreds of norms point to. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCatalogueFolder } from "../../../functions/adapters/catalogue-folder.ts";
import { type Json, problemsOf } from "./example.ts";

const texts = await readCatalogueFolder(join(import.meta.dirname, "../../../normenkader"));
const CHANGED = "frameworks/ksw-basis-2019.json";

const problemsWith = (change: (framework: Record<string, Json & Json[]>) => void): readonly string[] =>
  problemsOf(
    texts.map(({ path, text }) => {
      if (path !== CHANGED) return { path, text };
      const framework = JSON.parse(text) as Record<string, Json & Json[]>;
      change(framework);
      return { path, text: JSON.stringify(framework) };
    }),
  );

it.each<[string, (framework: Record<string, Json & Json[]>) => void]>([
  ["a version that is not a text", (framework) => Object.assign(framework, { version: 2019 })],
  ["a label that is missing", (framework) => delete framework["label"]],
  ["norms under another name", (framework) => Object.assign(framework, { norms: undefined, normen: framework["norms"] })],
])("%s is said where it stands, and by nothing that points there", (_, change) => {
  const problems = problemsWith(change);
  expect(problems.length).toBeLessThanOrEqual(2);
  expect(problems.every((problem) => problem.startsWith(CHANGED))).toBe(true);
});

it("a norm whose code cannot be read is one problem: the norms that point to it may be right", () => {
  expect(problemsWith((framework) => Object.assign(framework["norms"]![0]!, { code: 1 }))).toEqual([
    expect.stringMatching(/ksw-basis-2019\.json: norms\[0\]\.code: moet een tekst/),
  ]);
});

it("a mistyped version is said once per file that points to it, with how many norms do", () => {
  const problems = problemsWith((framework) => Object.assign(framework, { version: "2091" }));
  expect(problems.length).toBeLessThanOrEqual(4);
  expect(problems).toContainEqual(
    expect.stringMatching(
      /nvvk-basis-2021\.json: norm \S+ en \d\d andere: overlaps: normenkader KSW\/basis\/2019 bestaat niet; bekend zijn/,
    ),
  );
});

it("a category that was renamed is said once, with how many norms have it", () => {
  const problems = problemsWith((framework) => Object.assign(framework["categories"]![0]!, { code: "VM" }));
  expect(problems).toEqual([expect.stringMatching(/norm V01 en 1\d andere: category: V staat niet in categories; kies een van VM/)]);
});

it("a copied framework that kept the version of its source is said in a few lines", () => {
  const problems = problemsWith((framework) => Object.assign(framework, { version: "2017" }));
  expect(problems.length).toBeLessThanOrEqual(6);
});
