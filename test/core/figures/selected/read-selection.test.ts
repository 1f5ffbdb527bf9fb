import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSelection, selectionFields } from "../../../../core/figures/selected/read-selection.ts";
import type { Selection } from "../../../../core/figures/selected/selection.ts";
import { auditKinds } from "../../../../core/scoring/types.ts";
import { day, referenceDay, report } from "../tables/example.ts";
import { counted, selection } from "./example.ts";

const scores = counted([report({ disciplines: { "maatschappelijk werk": "2222" }, body: "nieuwkomer" })]);
const read = (query: string): Selection => {
  const parameters = new URLSearchParams(query);
  return readSelection((name) => parameters.getAll(name), scores);
};

describe("reading a selection from an address", () => {
  test("takes what the catalogue and the scores know", () => {
    expect(
      read(
        "label=L&variant=basis&versie=2019&versie=2021&van=2018-H2&tot=2022&instelling=nieuwkomer&zonder=ciio&soort=eerste-toets&discipline=maatschappelijk+werk&categorie=B&competentie=C01&telling=soepel&zoek=+hulp+",
      ),
    ).toEqual({
      label: "L",
      variants: ["basis"],
      versions: ["2019", "2021"],
      from: day("2018-07-01"),
      until: day("2022-12-31"),
      body: "nieuwkomer",
      exceptBody: "ciio",
      kind: "initial",
      discipline: "maatschappelijk werk",
      category: "B",
      competency: "C01",
      counting: "soepel",
      search: "hulp",
    });
  });

  test("passes over what is unknown, and takes the first label", () => {
    expect(
      read(
        "label=X&variant=__proto__&versie=1999&van=gisteren&tot=2022-13-01&instelling=constructor&zonder=toString&soort=toets&discipline=x&categorie=Z&competentie=C99&telling=mild",
      ),
    ).toEqual(selection());
  });

  test("reads a day as people write it, and a half-year to its last day", () => {
    expect(read("van=1-3-2020")).toMatchObject({ from: day("2020-03-01") });
    expect(read("van=2020-03-01&tot=2021-H1")).toMatchObject({ from: day("2020-03-01"), until: day("2021-06-30") });
  });

  test("passes over a period that ends before it begins, and an end after the reference day", () => {
    expect(read("van=2022&tot=2021")).toMatchObject({ from: null, until: null });
    expect(read("van=2030")).toMatchObject({ from: null, until: null });
    expect(read("tot=2030")).toMatchObject({ until: null });
    expect(read(`tot=${"2024-03-31"}`)).toMatchObject({ until: null });
    expect(referenceDay).toBe(day("2024-03-31"));
  });

  test("passes over versions that the chosen variant does not have", () => {
    expect(read("variant=wijk&versie=2017")).toMatchObject({ variants: ["wijk"], versions: [] });
  });

  test("reads all of them as no choice", () => {
    expect(read("variant=wijk&variant=basis&versie=2017")).toMatchObject({ variants: [], versions: ["2017"] });
  });

  test("gives a selection back from its own fields", () => {
    const aday = fc.constantFrom(null, day("2018-01-01"), day("2020-07-01"));
    fc.assert(
      fc.property(
        fc.record({
          label: fc.constant("L"),
          variants: fc.constantFrom<readonly string[]>([], ["basis"], ["wijk"]),
          versions: fc.constantFrom<readonly string[]>([], ["2021"]),
          from: aday,
          until: fc.constantFrom(null, day("2020-07-01"), day("2022-01-01")),
          body: fc.constantFrom(null, "ciio", "nieuwkomer"),
          exceptBody: fc.constantFrom(null, "ciio", "nieuwkomer"),
          kind: fc.constantFrom(null, ...auditKinds),
          discipline: fc.constantFrom(null, "maatschappelijk werk"),
          category: fc.constantFrom(null, "A"),
          competency: fc.constantFrom(null, "C01"),
          counting: fc.constantFrom("streng" as const, "soepel" as const),
          search: fc.string({ maxLength: 40 }).map((text) => text.trim()),
        } satisfies { [Field in keyof Selection]: fc.Arbitrary<Selection[Field]> }),
        (chosen) => {
          const query = new URLSearchParams(selectionFields(chosen).map(([name, value]) => [name, value]));
          expect(read(query.toString())).toEqual(chosen);
        },
      ),
    );
  });
});
