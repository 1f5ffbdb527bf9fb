import type { GroupFigure, NormDossier } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import type { Counting } from "../../../core/figures/tables/counting.ts";
import { Bars, type BarsData, barsTable } from "../../charts/bars.tsx";
import type { Chart } from "../../charts/chart-figure.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { number, percent } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";

/** How organisations stand now, as one bar. */
export function nowChart({ now, norm }: NormDossier, counting: Counting): Chart {
  const data = barsOf([{ group: norm.code, ...now }], counting);
  return {
    id: "verdeling",
    heading: say("Verdeling nu", "Distribution now"),
    conclusion: nowWords(now),
    draw: (drawing) => <Bars data={data} drawing={drawing} />,
    table: barsTable(data, "Norm", wordingOf(useLanguage())),
  };
}

/** What is no judgement stands beside n. */
function nowWords({ counts: { judged, notApplicable, notAssessed } }: NormDossier["now"]): string {
  const apart = [
    notApplicable > 0 ? `${number(notApplicable)} ${say("keer niet van toepassing", "times not applicable")}` : "",
    notAssessed > 0 ? `${number(notAssessed)} ${say("keer niet beoordeeld", "times not assessed")}` : "",
  ].filter(Boolean);
  const n = say(
    `${number(judged)} beoordeelde organisaties, elk één keer geteld`,
    `${number(judged)} organisations assessed, each counted once`,
  );
  return apart.length === 0 ? `${n}.` : `${n}; ${say("daarnaast", "besides")} ${apart.join(` ${say("en", "and")} `)}.`;
}

/** By discipline and by variant; a division with one group is none. */
export function groupCharts({ disciplines, variants }: NormDossier, counting: Counting): readonly Chart[] {
  const wording = wordingOf(useLanguage());
  const divisions = [
    {
      id: "discipline",
      groups: disciplines,
      least: 1,
      heading: say("Per discipline", "By discipline"),
      first: "Discipline",
      note: say(
        "Een organisatie kan in meer dan één discipline getoetst zijn.",
        "An organisation may have been tested in more than one discipline.",
      ),
    },
    {
      id: "variant",
      groups: variants,
      least: 2,
      heading: say("Per variant", "By variant"),
      first: say("Variant", "Variant"),
      note: say("Per variant telt de laatste toets binnen die variant.", "For each variant the latest test within that variant counts."),
    },
  ];
  return divisions
    .filter(({ groups, least }) => groups.length >= least)
    .map(({ id, groups, heading, first, note }) => {
      const data = barsOf(groups, counting);
      return {
        id,
        heading,
        conclusion: `${rangeWords(groups)} ${note}`,
        draw: (drawing) => <Bars data={data} drawing={drawing} />,
        table: barsTable(data, first, wording),
      } satisfies Chart;
    });
}

function rangeWords(groups: readonly GroupFigure[]): string {
  const known = groups.filter(({ share }) => share !== null).toSorted((a, b) => a.share! - b.share!);
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high) return say("Nog geen oordelen.", "No judgements yet.");
  const at = ({ group, share, counts }: GroupFigure) => `${percent(share!)} ${say("bij", "for")} ${group} (n = ${number(counts.judged)})`;
  if (low === high) return say(`Er voldoet ${at(low)}.`, `${at(low)} meet it.`);
  if (low.share === high.share) return say(`Overal voldoet ${percent(low.share!)}.`, `Everywhere ${percent(low.share!)} meet it.`);
  return say(`Van ${at(low)} tot ${at(high)}.`, `From ${at(low)} to ${at(high)}.`);
}

const barsOf = (groups: readonly GroupFigure[], counting: Counting): BarsData => ({
  counts: counting === "streng" ? "met" : "met or partly",
  bars: groups.map(({ group, counts, interval }) => ({
    name: group,
    ...counts,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
  })),
});
