import type { MirrorReport, MirrorRow } from "../../../core/figures/mirror/mirror-report.ts";
import type { FileTable } from "../../chart-files.ts";
import { say } from "../../language.tsx";

/** Why a number of all bodies is not shown, in words that tell nothing of the number itself. */
export function hiddenWords({ all: { judgements } }: MirrorRow): string | undefined {
  if (judgements.shows === "nothing") return say("Niet getoond: te weinig andere organisaties.", "Not shown: too few other organisations.");
  if (judgements.shows === "number") return say("Verdeling niet getoond: te kleine aantallen.", "Division not shown: numbers too small.");
  if (judgements.shows === "met") return say("Deels en niet: niet apart getoond.", "Partly and not met: not shown apart.");
  return undefined;
}

/** Own share less that of all bodies; null where either is unknown or hidden. */
export const ownLessAll = ({ own, allShare }: MirrorRow): number | null =>
  own.share === null || allShare.share === null ? null : own.share - allShare.share;

/** Rows in which both shares are known, the lowest beside all first. */
export const comparable = ({ rows }: MirrorReport): readonly MirrorRow[] =>
  rows.filter((row) => ownLessAll(row) !== null).toSorted((one, other) => ownLessAll(one)! - ownLessAll(other)!);

/** The report as a file: what the page shows, and nothing more. */
export function mirrorTable({ rows }: MirrorReport, label: string): FileTable {
  return {
    id: `spiegel-${label}`,
    heading: say(`Spiegelrapport ${label}`, `Mirror report ${label}`),
    table: {
      columns: [
        { header: say("Norm", "Norm"), kind: "text" },
        { header: say("Titel", "Title"), kind: "text" },
        { header: say("Vervallen", "Withdrawn"), kind: "text" },
        { header: say("Eigen: beoordeeld", "Own: judged"), kind: "count" },
        { header: say("Eigen: voldoet", "Own: met"), kind: "count" },
        { header: say("Eigen: voldoet deels", "Own: partly met"), kind: "count" },
        { header: say("Eigen: voldoet niet", "Own: not met"), kind: "count" },
        { header: say("Eigen: niet van toepassing", "Own: not applicable"), kind: "count" },
        { header: say("Eigen: niet beoordeeld", "Own: not assessed"), kind: "count" },
        { header: say("Eigen: aandeel voldoet", "Own: share met"), kind: "share" },
        { header: say("Eigen: ondergrens (95%)", "Own: lower limit (95%)"), kind: "share" },
        { header: say("Eigen: bovengrens (95%)", "Own: upper limit (95%)"), kind: "share" },
        { header: say("Alle instellingen: beoordeeld", "All bodies: judged"), kind: "count" },
        { header: say("Alle instellingen: voldoet", "All bodies: met"), kind: "count" },
        { header: say("Alle instellingen: voldoet deels", "All bodies: partly met"), kind: "count" },
        { header: say("Alle instellingen: voldoet niet", "All bodies: not met"), kind: "count" },
        { header: say("Alle instellingen: aandeel voldoet", "All bodies: share met"), kind: "share" },
        { header: say("Alle instellingen: ondergrens (95%)", "All bodies: lower limit (95%)"), kind: "share" },
        { header: say("Alle instellingen: bovengrens (95%)", "All bodies: upper limit (95%)"), kind: "share" },
        { header: say("Niet getoond", "Not shown"), kind: "text" },
      ],
      rows: rows.map((row) => {
        const { norm, withdrawn, own, all, allShare } = row;
        const { judgements } = all;
        return [
          norm.code,
          norm.title,
          withdrawn ? say("ja", "yes") : "",
          own.judged,
          own.met,
          own.partiallyMet,
          own.notMet,
          own.notApplicable,
          own.notAssessed,
          own.share,
          own.interval?.lower ?? null,
          own.interval?.upper ?? null,
          judgements.shows === "nothing" ? null : judgements.judged,
          "met" in judgements ? judgements.met : null,
          judgements.shows === "all" ? judgements.partiallyMet : null,
          judgements.shows === "all" ? judgements.notMet : null,
          allShare.share,
          allShare.interval?.lower ?? null,
          allShare.interval?.upper ?? null,
          hiddenWords(row) ?? "",
        ];
      }),
    },
  };
}
