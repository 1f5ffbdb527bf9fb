import type { Counting } from "../../core/figures/tables/counting.ts";
import { say, useLanguage } from "../language.tsx";
import { palette } from "./palette.ts";
import { hatched, Patterns } from "./patterns.tsx";
import { wordingOf } from "./wording.ts";

export interface Judgements {
  readonly met: number;
  readonly partiallyMet: number;
  readonly notMet: number;
  /** What counts as meeting the norm in words and interval; *streng* when left out. The bar itself always shows all three. */
  readonly counting?: Counting;
  /** 95% interval of the share that meets the norm, as fractions; drawn below the bar. */
  readonly interval?: { readonly lower: number | null; readonly upper: number | null };
}

/** Heights in CSS pixels: the bar, and below it the whisker of the interval. */
const BAR = 20;
const HEIGHT = 30;
const WHISKER = 25;
/** A number fits in a segment of at least this share of the bar, also where the bar is 200 pixels wide. */
const ROOM_FOR_NUMBER = 0.1;

/**
 * The three judgements of a norm as one bar of full width, with counts in it. Positions are percentages of the width, so that the
 * hatching and the numbers keep their shape. At n = 0 it says so in words.
 */
export function StackedBar({ met, partiallyMet, notMet, counting, interval }: Judgements) {
  const n = met + partiallyMet + notMet;
  if (!(n > 0)) return <span class="quiet">{say("nog niet beoordeeld", "not assessed yet")}</span>;
  const { number } = wordingOf(useLanguage());
  const segments = [
    { value: met, fill: palette.met, ink: palette.onMet, halo: palette.met },
    { value: partiallyMet, fill: palette.partiallyMet, ink: palette.onPartiallyMet, halo: palette.partiallyMet },
    { value: notMet, fill: hatched.notMet, ink: palette.onNotMet, halo: palette.notMet },
  ];
  let left = 0;
  return (
    <svg class="bar" role="img" width="100%" height={HEIGHT} aria-label={barWords({ met, partiallyMet, notMet, counting, interval })}>
      {segments.map(({ value, fill, ink, halo }) => {
        if (value === 0) return null;
        const share = value / n;
        const from = left;
        left += share;
        return (
          <>
            <rect x={part(from)} y="1" width={part(share)} height={BAR - 2} fill={fill} />
            {share >= ROOM_FOR_NUMBER && (
              <text
                x={part(from + share / 2)}
                y="15"
                text-anchor="middle"
                font-size="12"
                fill={ink}
                stroke={halo}
                stroke-width="5"
                paint-order="stroke"
              >
                {number(value)}
              </text>
            )}
          </>
        );
      })}
      <rect class="outline" x="0.5" y="0.5" width="100%" height={BAR - 1} fill="none" />
      <Whisker interval={interval} />
    </svg>
  );
}

/** The bar in words, for who cannot see it, in the language of the page. */
export function barWords({ met, partiallyMet, notMet, counting = "streng", interval }: Judgements): string {
  const n = met + partiallyMet + notMet;
  const { number, percent, range } = wordingOf(useLanguage());
  const limits =
    interval && interval.lower !== null && interval.upper !== null
      ? `${say(", 95%-interval", ", 95% interval")} ${range(interval.lower, interval.upper)}`
      : "";
  const share = counting === "streng" ? met / n : (met + partiallyMet) / n;
  const meets = counting === "streng" ? say("voldoet", "met") : say("voldoet of voldoet deels", "met or partly met");
  return say(
    `${number(n)} ${n === 1 ? "organisatie" : "organisaties"}: ${number(met)} voldoet, ${number(partiallyMet)} voldoet deels, ${number(notMet)} voldoet niet; ${percent(share)} ${meets}${limits}`,
    `${number(n)} ${n === 1 ? "organisation" : "organisations"}: ${number(met)} met, ${number(partiallyMet)} partly met, ${number(notMet)} not met; ${percent(share)} ${meets}${limits}`,
  );
}

/** Where the true share may lie: two ends with a line between them. */
function Whisker({ interval }: Pick<Judgements, "interval">) {
  if (!interval || interval.lower === null || interval.upper === null) return null;
  const [lower, upper] = [part(interval.lower), part(interval.upper)];
  return (
    <g class="whisker">
      <line x1={lower} x2={upper} y1={WHISKER} y2={WHISKER} />
      <line x1={lower} x2={lower} y1={WHISKER - 3} y2={WHISKER + 3} />
      <line x1={upper} x2={upper} y1={WHISKER - 3} y2={WHISKER + 3} />
    </g>
  );
}

/** Patterns of the hatching: once per page, before the first bar or chart. */
export function BarDefinitions() {
  return (
    <svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <Patterns />
    </svg>
  );
}

/** What the colours and the whisker mean. */
export function BarLegend({ counting = "streng" }: Pick<Judgements, "counting">) {
  const keys = [
    { fill: palette.met, text: say("voldoet", "met") },
    { fill: palette.partiallyMet, text: say("voldoet deels", "partly met") },
    { fill: hatched.notMet, text: say("voldoet niet", "not met") },
  ];
  return (
    <ul class="legend" aria-label={say("Legenda van de staven", "What the bars mean")}>
      {keys.map(({ fill, text }) => (
        <li>
          <svg width="16" height="16" aria-hidden="true" focusable="false">
            <rect class="outline" x="0.5" y="0.5" width="15" height="15" fill={fill} />
          </svg>
          {text}
        </li>
      ))}
      <li>
        <WhiskerKey />
        {counting === "streng"
          ? say("95%-interval van het aandeel voldoet", "95% interval of the share met")
          : say("95%-interval van het aandeel voldoet of voldoet deels", "95% interval of the share met or partly met")}
      </li>
    </ul>
  );
}

/** A fraction as a percentage of the width, kept within the bar. */
const part = (fraction: number): string => `${Math.round(Math.min(1, Math.max(0, fraction)) * 100_000) / 1000}%`;

/** The sign for an interval, in a legend. */
export const WhiskerKey = () => (
  <svg width="28" height="16" aria-hidden="true" focusable="false">
    <g class="whisker">
      <line x1="1" x2="27" y1="8" y2="8" />
      <line x1="1" x2="1" y1="4" y2="12" />
      <line x1="27" x2="27" y1="4" y2="12" />
    </g>
  </svg>
);
