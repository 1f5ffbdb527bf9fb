import { useLanguage } from "../language.tsx";
import type { Cell, ChartTable } from "./chart-table.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { filled, Key, placeKey } from "./key.tsx";
import { palette, shareSteps } from "./palette.ts";
import { hatched } from "./patterns.tsx";
import { plain } from "./plain-text.ts";
import { counted, drawable } from "./share.ts";
import { fitted, fittedLines } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

export interface HeatCell {
  readonly share: number | null;
  readonly n: number;
}

export interface HeatMapData {
  /** What the rows are, and what the columns: "Competentie", "Jaar". */
  readonly rowHead: string;
  readonly columnHead: string;
  readonly columns: readonly string[];
  /** Cells are as many as columns; null: nothing there. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly (HeatCell | null)[] }[];
}

const CELL_HEIGHT = 38;
const HEAD_LINE = 14;
/** Three lines of a label are as high as a cell. */
const LABEL_LINE = 13;
const GAP = 2;
const SIZE = 12;
/** A cell in which "100%" and a count of three digits fit. */
const NARROWEST = 42;

/** Share met of every row in every column, dark where it is low, with the share and n in the cell. Columns that do not fit go on below. */
export function HeatMap({ data, drawing }: { readonly data: HeatMapData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  if (data.rows.length === 0 || data.columns.length === 0) {
    return <EmptyDrawing drawing={drawing} text={wording.say("Nog geen gegevens.", "No figures yet.")} />;
  }
  const narrow = isNarrow(drawing);
  const left = narrow ? 0 : 200;
  const perBlock = Math.max(1, Math.floor((drawing.width - left) / NARROWEST));
  const blocks = Math.ceil(data.columns.length / perBlock);
  const inBlock = Math.ceil(data.columns.length / blocks);
  const key = placeKey(stepKey(wording), drawing.width);
  const width = Math.min(110, (drawing.width - left) / inBlock);
  let y = key.height + 6;
  const drawn = Array.from({ length: blocks }, (_, block) => {
    const from = block * inBlock;
    const columns = data.columns.slice(from, from + inBlock);
    const heads = columns.map((column) => fittedLines(plain(column), width - 4, SIZE, 2));
    const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * HEAD_LINE + 4;
    const top = y + headHeight;
    let rowTop = top;
    const rows = data.rows.map(({ label, cells }) => {
      const lines = fittedLines(plain(label), narrow ? drawing.width : left - 12, SIZE, narrow ? 2 : 3);
      const cellTop = rowTop + (narrow ? lines.length * LABEL_LINE + 6 : 0);
      rowTop = cellTop + CELL_HEIGHT + GAP + (narrow ? 3 : 0);
      return { lines, cellTop, cells: columns.map((_, i) => cells[from + i] ?? null) };
    });
    y = rowTop + 14;
    return { heads, top, rows };
  });
  return (
    <ChartSvg drawing={drawing} height={y - 10}>
      <Key items={key.placed} />
      {drawn.map(({ heads, top, rows }) => (
        <>
          {heads.map((lines, i) =>
            lines.map((line, row) => (
              <text
                class="chart-soft"
                x={at(left + (i + 0.5) * width)}
                y={at(top - 6 - (lines.length - 1 - row) * HEAD_LINE)}
                text-anchor="middle"
              >
                {line}
              </text>
            )),
          )}
          {rows.map(({ lines, cellTop, cells }) => (
            <>
              {lines.map((line, i) => (
                <text
                  class="chart-text"
                  x={0}
                  y={at(
                    narrow
                      ? cellTop - 5 - (lines.length - 1 - i) * LABEL_LINE
                      : cellTop + CELL_HEIGHT / 2 + 4 + (i - (lines.length - 1) / 2) * LABEL_LINE,
                  )}
                >
                  {line}
                </text>
              ))}
              {cells.map((cell, i) => (
                <HeatSquare cell={cell} x={left + i * width} y={cellTop} width={width - GAP} wording={wording} />
              ))}
            </>
          ))}
        </>
      ))}
    </ChartSvg>
  );
}

interface HeatSquareProps {
  readonly cell: HeatCell | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly wording: Wording;
}

function HeatSquare({ cell, x, y, width, wording }: HeatSquareProps) {
  const share = drawable(cell?.share);
  const middle = at(x + width / 2);
  if (share === null) {
    return (
      <>
        <rect class="chart-edge" x={at(x)} y={at(y)} width={at(width)} height={CELL_HEIGHT} fill="none" stroke-dasharray="2 3" />
        <text class="chart-soft" x={middle} y={at(y + CELL_HEIGHT / 2 + 4)} text-anchor="middle">
          –
        </text>
      </>
    );
  }
  const { fill, ink, halo } = shareLook(share);
  const around = halo === undefined ? {} : { stroke: halo, "stroke-width": 4, "paint-order": "stroke" };
  const n = `n ${wording.number(counted(cell?.n ?? 0))}`;
  return (
    <>
      <rect class="chart-edge" x={at(x)} y={at(y)} width={at(width)} height={CELL_HEIGHT} fill={fill} />
      <text x={middle} y={at(y + 17)} text-anchor="middle" font-size="13" font-weight="700" fill={ink} {...around}>
        {wording.percent(share)}
      </text>
      <text x={middle} y={at(y + 31)} text-anchor="middle" font-size="10.5" fill={ink} {...around}>
        {fitted(n, width, 10.5)}
      </text>
    </>
  );
}

/** Nobody is not merely few: it has the hatching of "voldoet niet". */
function shareLook(share: number): { readonly fill: string; readonly ink: string; readonly halo?: string } {
  if (share === 0) return { fill: hatched.notMet, ink: palette.onNotMet, halo: palette.notMet };
  return shareSteps.findLast(({ from }) => share >= from) ?? shareSteps[0];
}

/** The steps in words. The last one holds 100%. */
const stepKey = (wording: Wording) => [
  { text: wording.say("niemand", "nobody"), swatch: filled(hatched.notMet) },
  ...shareSteps.map(({ from, fill }, i) => {
    const until = shareSteps[i + 1]?.from ?? 1;
    return { text: `${Math.round(from * 100)}–${Math.round(until * 100)}%`, swatch: filled(fill) };
  }),
];

/** A row per cell, so that every number has its n beside it. */
export function heatMapTable({ rowHead, columnHead, columns, rows }: HeatMapData, wording: Wording): ChartTable {
  return {
    columns: [
      { header: rowHead, kind: "text" },
      { header: columnHead, kind: "text" },
      { header: wording.say("Voldoet", "Met"), kind: "share" },
      { header: "n", kind: "count" },
    ],
    rows: rows.flatMap(({ label, cells }) =>
      columns.map((column, i): readonly Cell[] => {
        const cell = cells[i];
        return [label, column, drawable(cell?.share), cell ? counted(cell.n) : null];
      }),
    ),
  };
}
