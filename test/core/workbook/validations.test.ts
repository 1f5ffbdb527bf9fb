import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { type Validation, validationsXml } from "../../../core/workbook/validations.ts";

/** Elements with their attributes, as a reader of XML sees them. */
function read(validations: readonly Validation[]): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "dataValidation") found.push(attributes as Record<string, string>);
  });
  parser.write(validationsXml(validations)).close();
  return found;
}

const any: Validation = { cells: "A2:A9", allow: { kind: "any" } };

describe("what may be typed in a cell", () => {
  it("is said whole up to the length that Excel takes, and cut with an ellipsis beyond it", () => {
    for (const [name, limit] of [
      ["prompt", 255],
      ["error", 225],
    ] as const) {
      const texts = (text: string) => read([{ ...any, prompt: { title: "Kop", text }, refusal: { title: "Kop", text } }])[0]?.[name];
      expect(texts("a".repeat(limit))).toBe("a".repeat(limit));
      expect(texts("a".repeat(limit + 1))).toBe(`${"a".repeat(limit - 1)}…`);
    }
    const [titled] = read([{ ...any, prompt: { title: "k".repeat(33), text: "" }, refusal: { title: "k".repeat(32), text: "" } }]);
    expect(titled).toMatchObject({ promptTitle: `${"k".repeat(31)}…`, errorTitle: "k".repeat(32) });
  });

  it("is well-formed whatever the texts, never longer than Excel takes, and never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const [said] = read([{ ...any, prompt: { title: text, text }, refusal: { title: text, text } }]);
        expect(said?.["prompt"]?.length).toBeLessThanOrEqual(255);
        expect(said?.["error"]?.length).toBeLessThanOrEqual(225);
        expect(said?.["promptTitle"]).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it("refuses only where something is said about it", () => {
    const [open, closed] = read([any, { ...any, refusal: { title: "Nee", text: "Kies uit de lijst." } }]);
    expect(open).toEqual({ allowBlank: "1", sqref: "A2:A9" });
    expect(closed).toMatchObject({ showErrorMessage: "1", errorTitle: "Nee" });
  });

  it("can be a list that stands elsewhere, or dates from one day up to another", () => {
    expect(validationsXml([{ ...any, allow: { kind: "list", from: "'Lijsten & zo'!$A$1:$A$3" } }])).toContain(
      "<formula1>'Lijsten &amp; zo'!$A$1:$A$3</formula1>",
    );
    const dates = validationsXml([{ ...any, allow: { kind: "date", first: 43_586, last: 45_000 } }]);
    expect(dates).toContain('type="date" operator="between"');
    expect(dates).toContain("<formula1>43586</formula1><formula2>45000</formula2>");
    expect(validationsXml([])).toBe("");
  });
});
