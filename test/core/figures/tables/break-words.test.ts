import { expect, test } from "vitest";
import { type Line, linesOf } from "../../../../core/figures/tables/lines.ts";
import { viewOf } from "../../../../core/relevance/views.ts";
import { catalogue } from "./example.ts";

const lines = linesOf(viewOf(catalogue, "L", "basis"), catalogue);
const english = (some: readonly Line[]) => some.map(({ code, frameworks, breaks }) => [`${code} ${frameworks[0]!.version}`, breaks.en]);

test("why the line of a norm breaks is said in English too", () => {
  expect(english(lines.filter(({ level }) => level === "norm"))).toEqual(
    expect.arrayContaining([
      ["A1 2017", ""],
      ["A2 2019", "begins in L/basis/2019: from L/basis/2017 A2 (reworded); ends after L/basis/2019: turns into L/basis/2021 A4 (merged)"],
      ["B1 2017", "dropped in L/basis/2019"],
      ["B2 2019", "new in L/basis/2019"],
    ]),
  );
});

test("why the line of a category breaks, and what the one that runs on is about, is said in English too", () => {
  const ofA = english(lines.filter(({ level, code }) => level === "categorie" && code === "A"));
  expect(ofA[0]).toEqual(["A 2017", "break at L/basis/2019: 1 norm added or changed, 1 removed or changed"]);
  expect(ofA.at(-1)).toEqual(["A 2017", "runs on: only the one norm that is the same in all these frameworks"]);
});

test("both languages name the same frameworks, norms and numbers, and both say nothing where nothing breaks", () => {
  const named = (text: string) => text.match(/L\/\w+\/\d+|\b[AB]\d\b|\b\d+\b/g);
  for (const { breaks } of lines) expect(named(breaks.en)).toEqual(named(breaks.nl));
});
