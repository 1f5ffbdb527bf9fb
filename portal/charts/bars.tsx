import { useLanguage } from "../language.tsx";
import type { ChartTable } from "./chart-table.tsx";
import { DistributionBar, intervalKey, nText, PITCH } from "./distribution-bar.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { judgements } from "./judgement-looks.ts";
import { filled, Key, placeKey } from "./key.tsx";
import { plain } from "./plain-text.ts";
import { counted, type Distribution, drawable, total } from "./share.ts";
import { fittedLines, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

export interface BarsData {
  readonly bars: readonly (Distribution & { readonly name: string })[];
  /** What the intervals are of: "voldoet" alone, or with "voldoet deels". */
  readonly counts: "met" | "met or partly";
}

const SIZE = 12;
const LINE = 15;
/** Names beside the bars take this much of the width; on two lines where they are long. */
const NAMES = 0.36;

/** Distributions one below the other: each bar is 100%, with shares in it, n beside it, and the 95% interval below it. */
export function Bars({ data, drawing }: { readonly data: BarsData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  if (data.bars.length === 0) return <EmptyDrawing drawing={drawing} text={wording.say("Niets om te tonen.", "Nothing to show.")} />;
  const narrow = isNarrow(drawing);
  const key = placeKey(
    [...judgements.map(({ fill, name }) => ({ text: name(wording), swatch: filled(fill) })), intervalKey(wording, meant(data, wording))],
    drawing.width,
  );
  const room = Math.max(44, ...data.bars.map((bar) => textWidth(nText(bar, wording), SIZE))) + 10;
  const names = narrow ? drawing.width - room : Math.min(drawing.width * NAMES, longest(data) + 14);
  const left = narrow ? 1 : names;
  const right = narrow ? drawing.width - 1 : drawing.width - room;
  let y = key.height + 4;
  const rows = data.bars.map((bar) => {
    const lines = fittedLines(plain(bar.name), names - (narrow ? 0 : 12), SIZE, 2);
    const above = narrow ? lines.length * LINE + 2 : 0;
    const row = { bar, lines, top: y, barTop: y + above };
    y += above + PITCH;
    return row;
  });
  return (
    <ChartSvg drawing={drawing} height={y}>
      <Key items={key.placed} />
      {rows.map(({ bar, lines, top, barTop }) => (
        <>
          {lines.map((line, i) => (
            <text class="chart-text" x={0} y={at(top + i * LINE + (narrow || lines.length > 1 ? 11 : 15))}>
              {line}
            </text>
          ))}
          <text
            class="chart-soft"
            x={at(narrow ? right : right + 8)}
            y={at(narrow ? top + 11 : barTop + 15)}
            text-anchor={narrow ? "end" : "start"}
          >
            {nText(bar, wording)}
          </text>
          <DistributionBar bar={bar} left={left} right={right} top={barTop} wording={wording} />
        </>
      ))}
    </ChartSvg>
  );
}

const longest = ({ bars }: BarsData): number => Math.max(...bars.map(({ name }) => textWidth(plain(name).slice(0, 80), SIZE)));

const meant = ({ counts }: BarsData, { say }: Wording): string =>
  counts === "met" ? say("voldoet", "met") : say("voldoet en voldoet deels", "met and partly met");

/** A row per bar. `first`: what the bars are: "Variant", "Discipline". */
export function barsTable(data: BarsData, first: string, wording: Wording): ChartTable {
  const { say } = wording;
  return {
    columns: [
      { header: first, kind: "text" },
      { header: "n", kind: "count" },
      ...judgements.flatMap(({ name }) => [
        { header: name(wording), kind: "count" as const },
        { header: `${name(wording)} (%)`, kind: "share" as const },
      ]),
      { header: `${meant(data, wording)}: ${say("ondergrens (95%)", "lower limit (95%)")}`, kind: "share" },
      { header: `${meant(data, wording)}: ${say("bovengrens (95%)", "upper limit (95%)")}`, kind: "share" },
    ],
    rows: data.bars.map((bar) => {
      const n = total(bar);
      const parts = judgements.flatMap(({ part }) => [counted(bar[part]), n === 0 ? null : counted(bar[part]) / n]);
      return [bar.name, n, ...parts, drawable(bar.lower), drawable(bar.upper)];
    }),
  };
}
