/** What a test reads of a PPTX: every part strictly, charts as numbers. */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export interface ReadChart {
  readonly kind: "bar" | "line";
  readonly categories: readonly string[];
  /** By the name of the series; a value that is not there is missing. */
  readonly series: readonly { readonly name: string; readonly values: ReadonlyMap<number, number> }[];
  /** The workbook behind the chart, cell by cell ("B2" → 12), numbers only. */
  readonly workbook: ReadonlyMap<string, number>;
}

export interface ReadPptx {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  /** Texts of each slide, paragraph by paragraph, in order. */
  readonly slides: readonly (readonly string[])[];
  /** In the order of their files. */
  readonly charts: readonly ReadChart[];
  /** What is named and not there: parts of the types, targets of relations. */
  readonly missing: readonly string[];
}

/** Throws when a part that should be XML is not well-formed. */
export function readPptx(bytes: Uint8Array): ReadPptx {
  const parts = unzipSync(bytes);
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  for (const name of Object.keys(parts)) if (/\.(xml|rels)$/.test(name)) wellFormed(name, xml(name));
  const numbered = (pattern: RegExp) =>
    Object.keys(parts)
      .filter((name) => pattern.test(name))
      .sort((a, b) => numberIn(a) - numberIn(b));
  return {
    parts,
    slides: numbered(/^ppt\/slides\/slide\d+\.xml$/).map((name) => texts(xml(name))),
    charts: numbered(/^ppt\/charts\/chart\d+\.xml$/).map((name) => readChart(xml(name), workbookOf(parts, name))),
    missing: [
      ...missingTypes(parts, xml("[Content_Types].xml")),
      ...Object.keys(parts).flatMap((name) => missingTargets(parts, name, xml(name))),
    ],
  };
}

const numberIn = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1]);

function wellFormed(name: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Error(`${name}: ${error.message}`);
  });
  parser.write(text).close();
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

const texts = (slide: string): readonly string[] =>
  [...slide.matchAll(/<a:p>.*?<\/a:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map((match) => decoded(match[1] ?? "")).join(""))
    .filter((text) => text !== "");

function readChart(chart: string, workbook: ReadonlyMap<string, number>): ReadChart {
  const points = (part: string) => [...part.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v><\/c:pt>/gs)];
  const section = (part: string, name: string) => new RegExp(`<c:${name}>(.*?)</c:${name}>`, "s").exec(part)?.[1] ?? "";
  const series = [...chart.matchAll(/<c:ser>(.*?)<\/c:ser>/gs)].map((match) => match[1] ?? "");
  return {
    kind: chart.includes("<c:barChart>") ? "bar" : "line",
    categories: points(section(series[0] ?? "", "cat")).map((match) => decoded(match[2] ?? "")),
    series: series.map((one) => ({
      name: decoded(points(section(one, "tx"))[0]?.[2] ?? ""),
      values: new Map(points(section(one, "val")).map((match) => [Number(match[1]), Number(match[2])])),
    })),
    workbook,
  };
}

function workbookOf(parts: ReadPptx["parts"], chart: string): ReadonlyMap<string, number> {
  const relations = strFromU8(parts[chart.replace("charts/", "charts/_rels/").concat(".rels")] ?? new Uint8Array());
  const target = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(relations)?.[1];
  // LibreOffice keeps the numbers in the chart alone.
  if (target === undefined) return new Map();
  const sheets = unzipSync(parts[`ppt/${target}`]!);
  for (const [name, content] of Object.entries(sheets)) if (/\.(xml|rels)$/.test(name)) wellFormed(`${target}/${name}`, strFromU8(content));
  const cells = strFromU8(sheets["xl/worksheets/sheet1.xml"]!).matchAll(/<c r="([A-Z]+\d+)"><v>([^<]*)<\/v><\/c>/g);
  return new Map([...cells].map((match) => [match[1] ?? "", Number(match[2])]));
}

const missingTypes = (parts: ReadPptx["parts"], types: string): readonly string[] =>
  [...types.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1] ?? "").filter((name) => !(name in parts));

function missingTargets(parts: ReadPptx["parts"], name: string, relations: string): readonly string[] {
  if (!name.endsWith(".rels")) return [];
  const folder = name.replace(/_rels\/[^/]+$/, "");
  return [...relations.matchAll(/Target="([^"]+)"(?! TargetMode="External")/g)]
    .map((match) => new URL(match[1] ?? "", `http://package/${folder}`).pathname.slice(1))
    .filter((target) => !(target in parts));
}
