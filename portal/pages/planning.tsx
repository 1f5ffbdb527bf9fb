import type { CombinedProposals } from "../../core/figures/analyses/combined-proposals.ts";
import type { LabelPlan, Planning } from "../../core/figures/analyses/planning.ts";
import { chartDownloads } from "../chart-files.ts";
import { type Chart, ChartFigure } from "../charts/chart-figure.tsx";
import type { Publication } from "../data.ts";
import { count, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { joined } from "../selection-words.ts";
import { sourceWords } from "../source.tsx";
import { useVisit } from "../visit.tsx";
import { NextTests } from "./follow-up/next-tests.tsx";
import { Proposals } from "./follow-up/proposals.tsx";
import { FollowUpTabs, IMPROVEMENT_POINTS } from "./follow-up/tabs.tsx";

export interface PlanningProps {
  readonly publication: Publication | undefined;
  readonly plan: Planning;
  readonly labels: readonly string[];
  /** Undefined: fewer than two labels were tested. */
  readonly combined: CombinedChoice | undefined;
  readonly bodies: ReadonlyMap<string, string>;
  readonly chart: Chart | undefined;
}

export interface CombinedChoice {
  readonly a: string;
  readonly b: string;
  readonly months: number;
  readonly found: CombinedProposals;
}

/** Which organisations are due when, per label, and where one audit of two labels would do for two. */
export function PlanningPage({ publication, plan, labels, combined, bodies, chart }: PlanningProps) {
  const { address } = useVisit();
  return (
    <Layout title={say("Volgende toetsen", "Next tests")} section={IMPROVEMENT_POINTS} publication={publication} scripts={["png.js"]}>
      <h1>{say("Wie wanneer aan de beurt is", "Who is due when")}</h1>
      <FollowUpTabs current="planning" />
      <p class="lead">
        {say(
          "Gerekend vanaf de laatste eerste toets of hertoets, met de cyclus van het normenkader van die toets. Een toets die is gehouden maar nog niet aangeleverd, ontbreekt hier: dan lijkt een organisatie te laat.",
          "Counted from the last first test or recertification, with the cycle of the framework of that test. A test that was held but not delivered yet is missing here: then an organisation seems late.",
        )}
      </p>
      {plan.labels.length > 0 && <Summary labels={plan.labels} />}
      {chart && (
        <ChartFigure chart={chart} level={2} source={publication && sourceWords(publication)} downloads={chartDownloads(address, chart)} />
      )}
      {combined && <Proposals choice={combined} labels={labels} bodies={bodies} />}
      {plan.labels.map((label) => (
        <NextTests plan={label} bodies={bodies} />
      ))}
    </Layout>
  );
}

function Summary({ labels }: { readonly labels: readonly LabelPlan[] }) {
  return (
    <ul>
      {labels.map(({ label, cycles, tests, overdue, away, perQuarter }) => {
        const ahead = perQuarter.reduce((sum, one) => sum + one, 0);
        return (
          <li>
            <b>{label}</b>:{" "}
            {say(
              `${count(tests.length, "organisatie", "organisaties")}, een cyclus van ${joined(cycles.map(number))} jaar. ${number(ahead)} ${ahead === 1 ? "is" : "zijn"} nog op tijd, ${number(overdue)} te laat, ${number(away)} weggebleven (hun volgende toets komt waarschijnlijk niet meer).`,
              `${count(tests.length, "organisation", "organisations")}, a cycle of ${joined(cycles.map(number))} years. ${number(ahead)} still on time, ${number(overdue)} late, ${number(away)} stayed away (their next test will probably not come).`,
            )}
          </li>
        );
      })}
    </ul>
  );
}
