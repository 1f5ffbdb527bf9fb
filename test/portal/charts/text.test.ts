import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodColumns } from "../../../portal/charts/periods.ts";
import { placeMarks } from "../../../portal/charts/place-marks.ts";
import { inSentence, plain } from "../../../portal/charts/plain-text.ts";
import { fitted, fittedLines, textWidth } from "../../../portal/charts/text-width.ts";
import { wordingOf } from "../../../portal/charts/wording.ts";
import { years } from "./made-up-charts.tsx";

describe("texts in a drawing", () => {
  it("never take more room than there is, in no more lines than allowed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (text, room, most) => {
          const lines = fittedLines(plain(text), room, 12, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(room + 1e-9);
        },
      ),
    );
  });

  it("are whole where they fit, broken between words where there are lines, cut with an ellipsis where not", () => {
    expect(fitted("Keurmerkinstituut", 200, 12)).toBe("Keurmerkinstituut");
    expect(fittedLines("Verbindt individuele en gemeenschappelijke vragen", 200, 12, 3).join(" ")).toBe(
      "Verbindt individuele en gemeenschappelijke vragen",
    );
    expect(fitted("Keurmerkinstituut", 60, 12)).toMatch(/^Keur.*…$/);
  });

  it("are never cut through an emoji or a letter with its accent", () => {
    const family = "👩‍👩‍👧‍👦";
    for (let room = 10; room < 200; room += 7) {
      const cut = fitted(family.repeat(20), room, 12).replace("…", "");
      expect(cut.replaceAll(family, "")).toBe("");
    }
  });

  it("lose what XML forbids and what would turn other texts around, and nothing else", () => {
    expect(plain("a\u0000b\ud83dc\ufffe")).toBe("a b\ufffdc\ufffd");
    expect(plain("  12%\n\u202e gespiegeld \u2066")).toBe("12% gespiegeld");
    expect(plain("Cliënten & ‘mantelzorgers’ <b> 👩‍👧")).toBe("Cliënten & ‘mantelzorgers’ <b> 👩‍👧");
    expect(inSentence("שלום")).toBe("\u2068שלום\u2069");
    expect(inSentence("gewoon")).toBe("gewoon");
  });
});

describe("numbers and days of a chart", () => {
  it("are Dutch, or English with point and comma changed places", () => {
    const [nl, en] = [wordingOf("nl"), wordingOf("en")];
    expect([nl.number(1_240), nl.percent(0.0819), nl.day("2024-03-12"), nl.range(0.387, 0.781)]).toEqual([
      "1.240",
      "8,2%",
      "12-03-2024",
      "39% tot 78%",
    ]);
    expect([en.number(1_240), en.percent(0.0819), en.day("2024-03-12"), en.range(0.387, 0.781)]).toEqual([
      "1,240",
      "8.2%",
      "12 Mar 2024",
      "39% to 78%",
    ]);
    expect([nl.range(null, 1), nl.day("gisteren")]).toEqual(["–", "gisteren"]);
  });
});

describe("texts of breaks and decisions", () => {
  const place = (width: number, dates: readonly string[]) => {
    const columns = periodColumns(years(2017, 2025), 46, width - 14);
    return placeMarks({ breaks: [], decisions: dates.map((date) => ({ date, label: "Norm verduidelijkt" })) }, columns, wordingOf("nl"));
  };

  it("stand beside their mark where none is crossed, the right one lowest", () => {
    const { placed, rows } = place(720, ["2018-01-01", "2019-01-01"]);
    expect(placed.map(({ row, letter }) => [row, letter])).toEqual([
      [0, undefined],
      [1, undefined],
    ]);
    expect(rows).toBe(2);
  });

  it("become a list by letter where one has no room", () => {
    const { placed } = place(300, ["2024-06-01", "2018-01-01"]);
    expect(placed.map(({ letter }) => letter)).toEqual(["A", "B"]);
    expect(placed[0]!.x).toBeLessThan(placed[1]!.x);
  });

  it("are left out with their marks when they lie on no period", () => {
    expect(place(720, ["2031-01-01", "gisteren"])).toEqual({ placed: [], rows: 0 });
  });
});
