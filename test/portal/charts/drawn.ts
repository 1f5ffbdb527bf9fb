/** What a test reads of a drawing: every place in it, every text, every number. */
import { SaxesParser } from "saxes";
import { textWidth } from "../../../portal/charts/text-width.ts";

export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Places of shapes, with the element they belong to. */
  readonly places: readonly { readonly x: number; readonly y: number; readonly of: string }[];
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number; readonly from: number; readonly to: number }[];
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
}

/** Reads one drawing strictly: markup that is not well-formed throws. Widths of texts are estimates; those that stand on end are left out of them. */
export function readDrawing(markup: string): Drawn {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof elements)[number][] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: { ...(attributes as Record<string, string>) }, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(markup).close();
  const [, , width, height] = (elements[0]?.attributes["viewBox"] ?? "").split(" ").map(Number);
  return {
    width: width ?? Number.NaN,
    height: height ?? Number.NaN,
    elements,
    places: elements.flatMap(({ name, attributes }) =>
      placesOf(name, attributes).map(([x, y]) => ({ x, y, of: `${name} ${JSON.stringify(attributes)}` })),
    ),
    texts: elements.filter(({ name }) => name === "text").map(({ attributes, text }) => textOf(attributes, text)),
  };
}

/** All whole and decimal numbers of a text, as they are written: "62%", "n = 1.240" and "31-12-2025" give 62%, 1.240, 31, 12, 2025. */
export const numbersIn = (text: string): readonly string[] => text.match(/[<>]?\d[\d.,]*(?<=\d)%?/g) ?? [];

function placesOf(name: string, attributes: Readonly<Record<string, string>>): readonly (readonly [number, number])[] {
  const of = (attribute: string): number => Number(attributes[attribute]);
  if (name === "rect") {
    const [x, y] = [of("x"), of("y")];
    return [
      [x, y],
      [x + of("width"), y + of("height")],
    ];
  }
  if (name === "line") {
    return [
      [of("x1"), of("y1")],
      [of("x2"), of("y2")],
    ];
  }
  if (name === "circle") {
    return [
      [of("cx") - of("r"), of("cy") - of("r")],
      [of("cx") + of("r"), of("cy") + of("r")],
    ];
  }
  if (name === "text") return [[of("x"), of("y")]];
  if (name !== "path") return [];
  const [dx, dy] = (/translate\((\S+) (\S+)\)/.exec(attributes["transform"] ?? "")?.slice(1) ?? ["0", "0"]).map(Number) as [number, number];
  return walk(attributes["d"] ?? "").map(([x, y]) => [x + dx, y + dy]);
}

/** How many numbers each command takes; of an arc only its end counts. */
const taken: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7, Z: 0 };

/** Every place that a path names, corners of curves too. */
function walk(d: string): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g) as Iterable<[string, string, string]>) {
    const upper = command.toUpperCase();
    const size = taken[upper];
    if (size === undefined) throw new Error(`unknown command in path: ${command}`);
    const numbers = [...rest.matchAll(/-?\d*\.?\d+/g)].map(([number]) => Number(number));
    if (rest.replace(/-?\d*\.?\d+|[\s,]/g, "") !== "" || (size > 0 && numbers.length % size !== 0)) throw new Error(`no path: ${d}`);
    const relative = command !== upper;
    for (let i = 0; i < numbers.length; i += size) {
      const some = numbers.slice(i, i + size);
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      if (upper === "H") x = fromX + some[0]!;
      else if (upper === "V") y = fromY + some[0]!;
      else {
        const pairs = upper === "A" ? [some.slice(5)] : Array.from({ length: size / 2 }, (_, pair) => some.slice(2 * pair, 2 * pair + 2));
        for (const [px, py] of pairs.slice(0, -1)) places.push([fromX + px!, fromY + py!]);
        [x, y] = [fromX + pairs.at(-1)![0]!, fromY + pairs.at(-1)![1]!];
      }
      places.push([x, y]);
    }
  }
  return places;
}

/** Sizes of the looks that are larger than the smallest do not matter here: all texts are taken as 11 pixels high. */
const SIZE = 11;

function textOf(attributes: Readonly<Record<string, string>>, text: string) {
  const [x, y] = [Number(attributes["x"]), Number(attributes["y"])];
  const width = attributes["transform"] ? 0 : textWidth(text, SIZE);
  const before = attributes["text-anchor"] === "middle" ? width / 2 : attributes["text-anchor"] === "end" ? width : 0;
  return { text, x, y, from: x - before, to: x - before + width };
}
