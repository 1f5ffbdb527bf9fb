import { at } from "./drawing.tsx";
import { judgements } from "./judgement-looks.ts";
import { counted, type Distribution, drawable, total } from "./share.ts";
import { textWidth } from "./text-width.ts";
import type { Wording } from "./wording.ts";

/** Height of the bar, and of it with the whisker below and air. */
export const BAR = 22;
export const PITCH = 38;
const SIZE = 12;

interface DistributionBarProps {
  readonly bar: Distribution;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly wording: Wording;
}

/** The three judgements as one bar of 100% with shares in it, and the 95% interval below it; words where nobody was judged. */
export function DistributionBar({ bar, left, right, top, wording }: DistributionBarProps) {
  const n = total(bar);
  if (n === 0) {
    return (
      <text class="chart-soft" x={at(left)} y={at(top + 15)}>
        {wording.say("niet beoordeeld", "not assessed")}
      </text>
    );
  }
  const x = (share: number) => left + share * (right - left);
  let before = 0;
  const [lower, upper] = [drawable(bar.lower), drawable(bar.upper)];
  const whisker = top + BAR + 5;
  return (
    <>
      {judgements.map(({ part, fill, on }) => {
        const share = counted(bar[part]) / n;
        if (share === 0) return null;
        const [from, to] = [x(before), x(before + share)];
        before += share;
        const text = wording.percent(share);
        return (
          <>
            <rect class="chart-edge" x={at(from)} y={at(top)} width={at(to - from)} height={BAR} fill={fill} />
            {textWidth(text, SIZE) + 6 < to - from && (
              <text class={on} x={at((from + to) / 2)} y={at(top + 15.5)} text-anchor="middle">
                {text}
              </text>
            )}
          </>
        );
      })}
      {lower !== null && upper !== null && <path class="chart-whisker" d={whiskerPath(x(lower), x(upper), whisker)} />}
    </>
  );
}

const whiskerPath = (from: number, to: number, y: number): string =>
  `M${at(from)},${at(y - 3)}v6M${at(from)},${at(y)}H${at(to)}M${at(to)},${at(y - 3)}v6`;

/** The whisker in a key. `of`: what the interval is of, in the language of the page. */
export const intervalKey = ({ say }: Wording, of: string = say("voldoet", "met")) => ({
  text: `${say("95%-interval van", "95% interval of")} ${of}`,
  swatch: (x: number, y: number) => <path class="chart-whisker" d={whiskerPath(x, x + 14, y + 7)} />,
});

/** "n = 31" */
export const nText = (bar: Distribution, wording: Wording): string => `n = ${wording.number(total(bar))}`;
