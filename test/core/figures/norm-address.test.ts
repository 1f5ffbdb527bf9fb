import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, columnAt, normAddress, placeAddress, placeAt } from "../../../core/figures/norm-address.ts";
import { viewOf } from "../../../core/relevance/views.ts";
import { catalogueOf, framework } from "../relevance/made-up-view.ts";

const catalogue = catalogueOf([
  framework("KSW/basis/2017", ["A1", "A/2", "Ä (3)"]),
  framework("KSW/basis/2019", [{ code: "B1", same: "KSW/basis/2017 A1" }, "1.2"], "2019-01-01"),
]);
const view = viewOf(catalogue, "KSW", null);

describe("the address of a norm", () => {
  test("is label, variant, version and code, fit for a URL", () => {
    expect(view.norms.map(normAddress)).toEqual([
      "KSW/basis/2019/B1",
      "KSW/basis/2019/1.2",
      "KSW/basis/2017/A%2F2",
      "KSW/basis/2017/%C3%84%20(3)",
    ]);
  });

  test("leads to the norm, and so does that of an older version", () => {
    view.norms.forEach((norm, column) => {
      for (const place of norm.places) {
        expect(placeAt(catalogue, placeAddress(place))).toEqual(place);
        expect(columnAt(view, place)).toBe(column);
      }
      expect(columnAt(view, placeAt(catalogue, normAddress(norm))!)).toBe(column);
    });
    expect(normAddress(view.norms[columnAt(view, placeAt(catalogue, "KSW/basis/2017/A1")!)]!)).toBe("KSW/basis/2019/B1");
  });

  test("that leads nowhere is no place, whatever it is", () => {
    for (const address of [
      "",
      "KSW/basis/2019",
      "KSW/basis/2019/b1",
      "KSW/basis/2019/B1/x",
      "KSW/basis/1999/B1",
      "KSW/basis/2019/%E0%A4%A",
    ])
      expect(placeAt(catalogue, address)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(placeAt(catalogue, text)).toBeUndefined();
      }),
    );
  });

  test("is not found in a view without the norm", () => {
    const other = catalogueOf([framework("NVVK/basis/2021", ["1.1"])]);
    expect(columnAt(view, placeAt(other, addressOf(other.frameworks[0]!, "1.1"))!)).toBe(-1);
  });
});
