import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "../../../core/catalogue/types.ts";
import type { ViewFigureRow } from "../../../core/figures/view-figure-rows.ts";
import { digestOf } from "../../../core/notifications/digest.ts";
import type { PublishedSignal } from "../../../portal/data.ts";
import { signal } from "../../portal/made-up-signals.ts";
import { shippedCatalogue } from "../../portal/scripts/deliveries.ts";

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

const row = (norm: string, voldoet: number, beoordeeld: number, beeld = "KSW/*/2017..2021"): ViewFigureRow =>
  ({ beeld, norm, voldoet, beoordeeld }) as ViewFigureRow;

const digest = (before: readonly PublishedSignal[] | undefined, now: readonly PublishedSignal[], figures: readonly ViewFigureRow[] = []) =>
  digestOf(
    { run: "b", referenceDate: "2026-11-25", signals: now, figures, catalogue },
    before && { referenceDate: "2026-11-24", signals: before },
  );

const never = signal({ norm: "V15", signal: "NOOIT_GEHAALD", nl: "Geen van de 83 organisaties voldoet." });
const trend = signal({ norm: "D02", signal: "VERSLECHTEREND", nl: "Steeds minder organisaties voldoen." });
const titles = (list: { readonly items: readonly { readonly title: string }[] } | undefined) =>
  list?.items.map(({ title }) => title.slice(0, 3));

describe("what policy staff hear of signals", () => {
  it("is nothing when nothing came or went, also when the numbers behind a signal changed", () => {
    expect(digest([never, trend], [never, trend])).toBeUndefined();
    expect(
      digest([never], [{ ...never, sentence: { nl: "Geen van de 84 organisaties voldoet.", en: "" }, status: "aanhoudend" }]),
    ).toBeUndefined();
    expect(digest([], [])).toBeUndefined();
  });

  it("is what came, with its norm as the catalogue calls it and the sentence of the signal", () => {
    const told = digest([trend], [trend, never]);
    expect(told).toMatchObject({ referenceDate: "2026-11-25", since: "2026-11-24", lost: { count: 0 } });
    expect(told?.gained.items).toEqual([
      {
        title:
          "V15 Van elke methode die de organisatie gebruikt, is beschreven waarom zij werkt en is dat in de eigen praktijk nagegaan. (KSW, alle varianten)",
        text: "Geen van de 83 organisaties voldoet.",
      },
    ]);
  });

  it("is what went, with why where a count can say it, and what was said before", () => {
    const lost = (figures: readonly ViewFigureRow[]) => digest([never, trend], [], figures)?.lost.items.map(({ text }) => text);
    expect(lost([row("V15", 1, 84)])).toEqual([
      "Niet meer. Nu voldoet 1 van de 84 organisaties. Eerder: Geen van de 83 organisaties voldoet.",
      "Niet meer. De cijfers laten dit nu niet zien. Eerder: Steeds minder organisaties voldoen.",
    ]);
    expect(lost([row("V15", 3, 1084)])?.[0]).toContain("Nu voldoen 3 van de 1.084 organisaties.");
    expect(
      [row("V15", 0, 84), row("V15", 84, 84), row("V15", 0, 1), row("V15", 1, 1)].map(
        (one) => /(Nu .*?\.)/.exec(lost([one])?.[0] ?? "")?.[1],
      ),
    ).toEqual([
      "Nu voldoet geen van de 84 organisaties.",
      "Nu voldoen alle 84 organisaties.",
      "Nu voldoet de enige organisatie die beoordeeld is niet.",
      "Nu voldoet de enige organisatie die beoordeeld is.",
    ]);
    expect(lost([row("V15", 0, 0)])?.[0]).toContain("Nu is geen enkele organisatie op deze norm beoordeeld.");
    expect(lost([row("V15", 3, 9, "KSW/basis/2017..2019")])?.[0]).toContain("De cijfers laten dit nu niet zien.");
  });

  it("names nobody first and everybody last, and passes over norms without enough data", () => {
    const everybody = signal({ norm: "O01", signal: "ALTIJD_GEHAALD" });
    const tooFew = signal({ norm: "O04", signal: "TE_WEINIG_GEGEVENS" });
    expect(titles(digest([], [everybody, tooFew, trend, never])?.gained)).toEqual(["V15", "D02", "O01"]);
    expect(digest([], [tooFew])).toBeUndefined();
  });

  it("says nothing of one variant that was said of all variants before and still is", () => {
    const ofVariant = signal({ norm: "D02", signal: "VERSLECHTEREND", view: "KSW/basis/2017..2019" });
    expect(digest([trend], [trend, ofVariant])).toBeUndefined();
    expect(digest([trend, ofVariant], [trend])).toBeUndefined();
    expect(titles(digest([], [ofVariant])?.gained)).toEqual(["D02"]);
    // Of all variants it went, of one it stays: that is news.
    expect(digest([trend, ofVariant], [ofVariant])?.lost.count).toBe(1);
  });

  it("is all there is when nothing was ever told", () => {
    expect(digest(undefined, [never])).toMatchObject({ since: null, gained: { count: 1 } });
  });

  it("names twenty and counts the rest", () => {
    const many = Array.from({ length: 23 }, (_, i) => signal({ norm: `X${i}`, signal: "VRIJWEL_NOOIT" }));
    const told = digest([], many)?.gained;
    expect([told?.items.length, told?.count]).toEqual([20, 23]);
  });
});
