import { useLanguage } from "../language.tsx";
import type { ChartTable } from "./chart-table.tsx";
import { DistributionBar, intervalKey, nText, PITCH } from "./distribution-bar.tsx";
import { at, ChartSvg, type Drawing, EmptyDrawing, isNarrow } from "./drawing.tsx";
import { judgements } from "./judgement-looks.ts";
import { filled, Key, placeKey } from "./key.tsx";
import { plain } from "./plain-text.ts";
import { counted, type Distribution, drawable, shareMet, total } from "./share.ts";
import { fitted, fittedLines, textWidth } from "./text-width.ts";
import { type Wording, wordingOf } from "./wording.ts";

export interface PairedBarsData {
  /** What the two bars of every pair are: "zelfevaluatie" and "audit", "2023" and "2025", "basis" and "wijkteam". */
  readonly names: readonly [string, string];
  /** One pair needs no label; several have one each (norms, competencies). */
  readonly pairs: readonly { readonly label: string; readonly bars: readonly [Distribution, Distribution] }[];
}

const NAME_LINE = 17;
const SIZE = 12;

/** A period from day to day and the other bodies than one still fit, and more than half of the width is left for bars. */
const MOST_NAME = 290;

/** Distributions two by two: each bar is 100%, with shares in it, n beside it, and the 95% interval of "voldoet" below it. */
export function PairedBars({ data, drawing }: { readonly data: PairedBarsData; readonly drawing: Drawing }) {
  const wording = wordingOf(useLanguage());
  if (data.pairs.length === 0)
    return <EmptyDrawing drawing={drawing} text={wording.say("Niets om te vergelijken.", "Nothing to compare.")} />;
  const narrow = isNarrow(drawing);
  const key = placeKey(
    [...judgements.map(({ fill, name }) => ({ text: name(wording), swatch: filled(fill) })), intervalKey(wording)],
    drawing.width,
  );
  const counts = data.pairs.flatMap(({ bars }) => bars.map((bar) => nText(bar, wording)));
  const room = Math.max(44, ...counts.map((text) => textWidth(text, SIZE))) + 10;
  const left = narrow ? 1 : Math.min(MOST_NAME, Math.max(...data.names.map((name) => textWidth(plain(name), SIZE) + 12)));
  const right = narrow ? drawing.width - 1 : drawing.width - room;
  let y = key.height + 4;
  const pairs = data.pairs.map(({ label, bars }) => {
    const lines = fittedLines(plain(label), drawing.width, SIZE * 1.1, 2);
    const top = y;
    const first = top + lines.length * NAME_LINE + (lines.length > 0 ? 4 : 0);
    const pitch = narrow ? PITCH + NAME_LINE : PITCH;
    y = first + 2 * pitch + 12;
    return {
      lines,
      top,
      bars: bars.map((bar, i) => ({ bar, name: data.names[i] ?? "", y: first + i * pitch + (narrow ? NAME_LINE : 0) })),
    };
  });
  return (
    <ChartSvg drawing={drawing} height={y}>
      <Key items={key.placed} />
      {pairs.map(({ lines, top, bars }) => (
        <>
          {lines.map((line, i) => (
            <text class="chart-strong" x={0} y={at(top + i * NAME_LINE + 13)}>
              {line}
            </text>
          ))}
          {bars.map(({ bar, name, y: barTop }) => (
            <>
              <text class="chart-text" x={0} y={at(narrow ? barTop - 5 : barTop + 15)}>
                {fitted(plain(name), narrow ? drawing.width - room : left - 8, SIZE)}
              </text>
              <text
                class="chart-soft"
                x={at(narrow ? right : right + 8)}
                y={at(narrow ? barTop - 5 : barTop + 15)}
                text-anchor={narrow ? "end" : "start"}
              >
                {nText(bar, wording)}
              </text>
              <DistributionBar bar={bar} left={left} right={right} top={barTop} wording={wording} />
            </>
          ))}
        </>
      ))}
    </ChartSvg>
  );
}

export function pairedBarsTable({ names, pairs }: PairedBarsData, wording: Wording): ChartTable {
  return {
    columns: [
      { header: wording.say("Onderwerp", "Subject"), kind: "text" },
      { header: wording.say("Staaf", "Bar"), kind: "text" },
      { header: "n", kind: "count" },
      ...judgements.flatMap(({ name }) => [
        { header: name(wording), kind: "count" as const },
        { header: `${name(wording)} (%)`, kind: "share" as const },
      ]),
      { header: wording.say("Voldoet: ondergrens (95%)", "Met: lower limit (95%)"), kind: "share" },
      { header: wording.say("Voldoet: bovengrens (95%)", "Met: upper limit (95%)"), kind: "share" },
    ],
    rows: pairs.flatMap(({ label, bars }) =>
      bars.map((bar, i) => [
        label,
        names[i] ?? "",
        total(bar),
        ...judgements.flatMap(({ part }) => [counted(bar[part]), shareMet(bar) === null ? null : counted(bar[part]) / total(bar)]),
        drawable(bar.lower),
        drawable(bar.upper),
      ]),
    ),
  };
}
