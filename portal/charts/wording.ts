import { dutchDay, parseIsoDay } from "../../core/calendar.ts";
import { number, percent } from "../../core/numbers.ts";
import { once } from "../../core/once.ts";
import type { Language } from "../language.tsx";

/** How a chart and its table say things in one language. */
export interface Wording {
  say(nl: string, en: string): string;
  /** 1240 → "1.240", in English "1,240". */
  number(value: number): string;
  /** 0.0819 → "8,2%", in English "8.2%". */
  percent(fraction: number): string;
  /** `jjjj-mm-dd` → "12-03-2024", in English "12 Mar 2024". Text that is no day is shown as it is. */
  day(iso: string): string;
  /** "39% tot 78%", in English "39% to 78%"; "–" where nothing can be said. */
  range(lower: number | null, upper: number | null): string;
}

/** For functions that have no page around them (downloads, tests); components take `useLanguage()`. */
export function wordingOf(language: Language): Wording {
  const say = (nl: string, en: string): string => (language === "en" ? en : nl);
  const share = (fraction: number): string => percent(fraction, language);
  return {
    say,
    number: (value) => number(value, language),
    percent: share,
    day: (iso) => {
      const day = parseIsoDay(iso);
      if (day === undefined) return iso;
      return language === "en" ? englishDay().format(new Date(`${iso}T00:00:00Z`)) : dutchDay(day);
    },
    range: (lower, upper) => (lower === null || upper === null ? "–" : `${share(lower)} ${say("tot", "to")} ${share(upper)}`),
  };
}

const englishDay = once(() => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }));
