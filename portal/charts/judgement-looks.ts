import type { ChartClass } from "./chart-classes.ts";
import { palette } from "./palette.ts";
import { hatched } from "./patterns.tsx";
import type { Wording } from "./wording.ts";

export type JudgementPart = "met" | "partiallyMet" | "notMet";

interface JudgementLook {
  readonly part: JudgementPart;
  readonly fill: string;
  /** Look of a number on that fill. */
  readonly on: ChartClass;
  name(wording: Wording): string;
  /** Where there is little room, beside the others. */
  shortName(wording: Wording): string;
}

/** The three judgements as charts draw and call them, in the order of the bars. */
export const judgements: readonly JudgementLook[] = [
  {
    part: "met",
    fill: palette.met,
    on: "chart-on-met",
    name: ({ say }) => say("voldoet", "met"),
    shortName: ({ say }) => say("voldoet", "met"),
  },
  {
    part: "partiallyMet",
    fill: palette.partiallyMet,
    on: "chart-on-partly",
    name: ({ say }) => say("voldoet deels", "partly met"),
    shortName: ({ say }) => say("deels", "partly"),
  },
  {
    part: "notMet",
    fill: hatched.notMet,
    on: "chart-on-not",
    name: ({ say }) => say("voldoet niet", "not met"),
    shortName: ({ say }) => say("niet", "not met"),
  },
];
