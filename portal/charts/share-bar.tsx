import { number } from "../format.ts";
import { say } from "../language.tsx";
import { palette } from "./palette.ts";
import { WhiskerKey } from "./stacked-bar.tsx";

interface ShareBarProps {
  /** Fractions: the share is at least and at most this; the same twice when it is known. */
  readonly from: number;
  readonly to: number;
  /** 95% interval, fractions. */
  readonly interval: { readonly lower: number; readonly upper: number };
  /** The same in words, for who cannot see it. */
  readonly words: string;
}

const BAR = 20;
const HEIGHT = 30;
const WHISKER = 25;

/** A share as a bar of full width: filled as far as is certain, and lined as far as it may be; the 95% interval below it. */
export function ShareBar({ from, to, interval, words }: ShareBarProps) {
  const [lower, upper] = [part(interval.lower), part(interval.upper)];
  return (
    <svg class="bar" role="img" width="100%" height={HEIGHT} aria-label={words}>
      {from > 0 && <rect x="0" y="1" width={part(from)} height={BAR - 2} fill={palette.met} />}
      {to > from && (
        <rect class="whisker" x={part(from)} y="4" width={part(to - from)} height={BAR - 8} fill="none" stroke-dasharray="2 3" />
      )}
      <rect class="outline" x="0.5" y="0.5" width="100%" height={BAR - 1} fill="none" />
      <g class="whisker">
        <line x1={lower} x2={upper} y1={WHISKER} y2={WHISKER} />
        <line x1={lower} x2={lower} y1={WHISKER - 3} y2={WHISKER + 3} />
        <line x1={upper} x2={upper} y1={WHISKER - 3} y2={WHISKER + 3} />
      </g>
    </svg>
  );
}

/** What the bar means. */
export function ShareBarLegend() {
  return (
    <ul class="legend" aria-label={say("Legenda van de staven", "What the bars mean")}>
      <li>
        <svg width="16" height="16" aria-hidden="true" focusable="false">
          <rect class="outline" x="0.5" y="0.5" width="15" height="15" fill={palette.met} />
        </svg>
        {say("voldoet", "met")}
      </li>
      <li>
        <svg width="28" height="16" aria-hidden="true" focusable="false">
          <rect class="whisker" x="1" y="3" width="26" height="10" fill="none" stroke-dasharray="2 3" />
        </svg>
        {say(
          `hiertussen ligt het: een aantal van 1 tot en met ${number(4)} is verborgen`,
          `it lies in between: a number of 1 to ${number(4)} is hidden`,
        )}
      </li>
      <li>
        <WhiskerKey />
        {say("95%-interval van het aandeel voldoet", "95% interval of the share met")}
      </li>
    </ul>
  );
}

const part = (fraction: number): string => `${Math.round(Math.min(1, Math.max(0, fraction)) * 100_000) / 1000}%`;
