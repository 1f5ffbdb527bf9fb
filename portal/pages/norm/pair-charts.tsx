import type { NormDossier, RetestTable } from "../../../core/figures/norm-dossier/norm-dossier.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { pairDistribution } from "../../charts/pair-distribution.ts";
import { PairedBars, type PairedBarsData, pairedBarsTable } from "../../charts/paired-bars.tsx";
import { Transitions, type TransitionsData, transitionsTable } from "../../charts/transitions.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";

/** First test and hertoets of the same organisations; undefined when nobody was tested twice. */
export function retestChart({ retest }: NormDossier): Chart | undefined {
  if (retest.n === 0) return undefined;
  const data = [2, 1, 0].map((first) => [2, 1, 0].map((second) => retest.counts[first]![second]!)) as unknown as TransitionsData;
  return {
    id: "hertoets",
    heading: say("Van eerste toets naar hertoets", "From first test to recertification"),
    conclusion: retestWords(retest),
    draw: (drawing) => <Transitions data={data} drawing={drawing} />,
    table: transitionsTable(data, wordingOf(useLanguage())),
  };
}

function retestWords({ n, higher, same, lower, canTell }: RetestTable): string {
  const organisations = count(
    n,
    say("organisatie die opnieuw getoetst is", "organisation tested again"),
    say("organisaties die opnieuw getoetst zijn", "organisations tested again"),
  );
  const figures = say(
    `Bij ${organisations}: ${number(higher)} beter, ${number(same)} gelijk, ${number(lower)} slechter.`,
    `Of ${organisations}: ${number(higher)} better, ${number(same)} equal, ${number(lower)} worse.`,
  );
  const chance = canTell
    ? say(
        "Wie laag begint, gaat gemiddeld omhoog, ook als er niets verandert.",
        "Who begins low goes up on average, even if nothing changes.",
      )
    : say("Te weinig veranderingen om toeval uit te sluiten.", "Too few changes to rule out chance.");
  return `${figures} ${chance}`;
}

/** How organisations see themselves, beside the auditor; undefined without self-evaluations. */
export function selfEvaluationChart({ selfEvaluation, norm }: NormDossier): Chart | undefined {
  if (selfEvaluation.n === 0) return undefined;
  const data: PairedBarsData = {
    names: [say("zelfevaluatie", "self-evaluation"), "audit"],
    pairs: [{ label: norm.code, bars: [pairDistribution(selfEvaluation, "first"), pairDistribution(selfEvaluation, "second")] }],
  };
  const { n, higher, same, lower } = selfEvaluation;
  return {
    id: "zelfevaluatie",
    heading: say("Zelfevaluatie naast audit", "Self-evaluation beside audit"),
    conclusion: say(
      `Van ${count(n, "organisatie", "organisaties")} met een zelfevaluatie oordeelde de auditor bij ${number(lower)} strenger, bij ${number(same)} gelijk en bij ${number(higher)} milder dan zij zelf.`,
      `Of ${count(n, "organisation", "organisations")} with a self-evaluation the auditor judged ${number(lower)} more strictly, ${number(same)} equally and ${number(higher)} more mildly than they did themselves.`,
    ),
    draw: (drawing) => <PairedBars data={data} drawing={drawing} />,
    table: pairedBarsTable(data, wordingOf(useLanguage())),
  };
}
