import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/**
 * Mends what pptxgenjs 4.0.1 writes and other programs, or readers, stumble over:
 *
 * - a value that is not there is an empty number, in the chart and in the workbook behind it: the point goes out, so that a line has a gap;
 * - a nought is an empty number in the workbook: it is filled in, or it would be gone after "edit data";
 * - `[Content_Types].xml` names slide masters that the file does not have: those names go out;
 * - numbers on the parts of a bar have one colour, readable on one of them: each series gets its own.
 *
 * @param inks colours `rrggbb` of the numbers on the parts of bars, in the order of the series.
 */
export function mendPptx(pptx: Uint8Array, inks: readonly string[]): Uint8Array {
  const parts = unzipSync(pptx);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const mended: Zippable = { ...parts, [TYPES]: strToU8(onlyParts(text(TYPES), parts)) };
  for (const name of Object.keys(parts)) {
    const number = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
    if (number === undefined) continue;
    const workbook = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
    mended[workbook] = mendedWorkbook(parts[workbook]!, noughts(text(name)));
    mended[name] = strToU8(mendedChart(text(name), inks));
  }
  return zipSync(mended);
}

const TYPES = "[Content_Types].xml";

const onlyParts = (types: string, parts: Readonly<Record<string, Uint8Array>>): string =>
  types.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (override, part: string) => (part in parts ? override : ""));

function mendedChart(chart: string, inks: readonly string[]): string {
  const filled = chart.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "");
  if (!filled.includes("<c:barChart>")) return filled;
  let series = -1;
  return filled.replace(/<c:ser>.*?<\/c:ser>/gs, (one) => {
    series++;
    const ink = inks[series % inks.length];
    return one.replace(/<c:dLbls>.*?<\/c:dLbls>/s, (labels) => labels.replace(/<a:srgbClr val="\w{6}"/g, `<a:srgbClr val="${ink}"`));
  });
}

/** Cells of the workbook ("B2") that are nought: a column per series after that of the periods, a row per point after the heads. */
function noughts(chart: string): ReadonlySet<string> {
  const series = [...chart.matchAll(/<c:val>(.*?)<\/c:val>/gs)].map((match) => match[1] ?? "");
  return new Set(
    series.flatMap((points, i) =>
      [...points.matchAll(/<c:pt idx="(\d+)"><c:v>0<\/c:v>/g)].map((match) => String.fromCharCode(66 + i) + (Number(match[1]) + 2)),
    ),
  );
}

function mendedWorkbook(workbook: Uint8Array, nought: ReadonlySet<string>): Uint8Array {
  const parts: Zippable = { ...unzipSync(workbook) };
  const sheet = strFromU8(parts[SHEET] as Uint8Array);
  parts[SHEET] = strToU8(
    sheet.replace(/<c r="([A-Z]+\d+)"><v><\/v><\/c>/g, (_, cell: string) => (nought.has(cell) ? `<c r="${cell}"><v>0</v></c>` : "")),
  );
  return zipSync(parts);
}

const SHEET = "xl/worksheets/sheet1.xml";
