import { describe, expect, test } from "vitest";
import { lineageOf } from "../../../core/catalogue/lineage.ts";
import { catalogue } from "../figures/tables/example.ts";

const lineage = (key: string, code: string): string[] => {
  const framework = catalogue.frameworkByKey.get(key)!;
  const norm = framework.norms.findIndex((one) => one.code === code);
  const name = (place: { readonly framework: typeof framework; readonly norm: number }) =>
    `${place.framework.version} ${place.framework.norms[place.norm]!.code}`;
  return lineageOf(catalogue, [{ framework, norm }]).map(({ from, to, relation }) => `${name(from)} → ${name(to)} ${relation}`);
};

describe("the lineage of a norm", () => {
  test("goes back as far as it goes, and forth to what became of it", () => {
    expect(lineage("L/basis/2019", "A2")).toEqual(["2017 A2 → 2019 A2 reworded", "2019 A2 → 2021 A4 merged"]);
  });

  test("of a merged norm has all that it was made of", () => {
    expect(lineage("L/basis/2021", "A4")).toEqual([
      "2017 A2 → 2019 A2 reworded",
      "2017 A3 → 2019 A3 same",
      "2019 A2 → 2021 A4 merged",
      "2019 A3 → 2021 A4 merged",
    ]);
  });

  test("does not go on to what a norm was merged with", () => {
    expect(lineage("L/basis/2017", "A3")).toEqual(["2017 A3 → 2019 A3 same", "2019 A3 → 2021 A4 merged"]);
  });

  test("is empty for a norm that came from nothing and became nothing", () => {
    expect(lineage("L/basis/2017", "B1")).toEqual([]);
  });
});
