import type { SelfEvaluatedNorm, SelfEvaluations } from "../../core/figures/analyses/self-evaluation.ts";
import type { SelfEvaluationDivision, SelfEvaluationOfOrganisation } from "../../core/figures/analyses/self-evaluation-groups.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { selectionFields } from "../../core/figures/selected/read-selection.ts";
import { everythingOf, type Selection } from "../../core/figures/selected/selection.ts";
import { thresholds } from "../../core/relevance/thresholds.ts";
import { chartDownloads, tableDownloads } from "../chart-files.ts";
import { type Chart, ChartFigure } from "../charts/chart-figure.tsx";
import type { Publication } from "../data.ts";
import { count, number } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { AboutKappa } from "../kappa.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NormLink } from "../norm-link.tsx";
import { withFields } from "../norm-links.ts";
import { Chosen } from "../selection-chosen.tsx";
import { SelectionForm } from "../selection-form.tsx";
import { sourceWords } from "../source.tsx";
import { Table } from "../table.tsx";
import { TableFiles } from "../table-files.tsx";
import { useVisit } from "../visit.tsx";
import { CompareTabs, SELF_EVALUATION } from "./compare/tabs.tsx";
import { mostUnlikeFirst, normColumns, normTable } from "./self-evaluation/figures.tsx";
import { Groups } from "./self-evaluation/groups.tsx";
import { Organisations } from "./self-evaluation/organisations.tsx";

export interface SelfEvaluationProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly found: SelfEvaluations;
  readonly divisions: readonly SelfEvaluationDivision[];
  readonly organisations: readonly SelfEvaluationOfOrganisation[];
  readonly chart: Chart | undefined;
}

/** What organisations say of themselves beside what the auditor says: per norm, per kind of organisation, per organisation. */
export function SelfEvaluation(props: SelfEvaluationProps) {
  const { publication, counted, selection, found, divisions, organisations, chart } = props;
  const { address } = useVisit();
  const source = publication && sourceWords(publication);
  const judged = found.rows.filter(({ table }) => table.n > 0);
  return (
    <Layout
      title={say("Zelfevaluatie en audit", "Self-evaluation and audit")}
      section="/vergelijken"
      publication={publication}
      scripts={["png.js"]}
    >
      <h1>{say("Zelfevaluatie naast de audit", "Self-evaluation beside the audit")}</h1>
      <CompareTabs current="selfEvaluation" />
      <Illustrative publication={publication} />
      <SelectionForm counted={counted} selection={selection} action={SELF_EVALUATION} kept={[]} />
      <Chosen
        counted={counted}
        selection={selection}
        exploratory={found.exploratory}
        address={addressOf}
        nothing={addressOf(everythingOf(selection.label))}
      />
      <Conclusion found={found} judged={judged} divisions={divisions} selection={selection} />
      {judged.length > 0 && (
        <>
          {chart && <ChartFigure chart={chart} level={2} source={source} downloads={chartDownloads(address, chart)} />}
          <section aria-labelledby="per-norm">
            <h2 id="per-norm">{say("Per norm", "Per norm")}</h2>
            <AboutKappa />
            <Table name="compared" caption={caption(found, judged)} columns={normColumns(found)} rows={mostUnlikeFirst(judged)} />
            <TableFiles downloads={tableDownloads(address, normTable(found).id)} section="per-norm" />
          </section>
          <Groups divisions={divisions} />
          <Organisations organisations={organisations} withSelfEvaluation={found.withSelfEvaluation} />
        </>
      )}
    </Layout>
  );
}

const addressOf = (selection: Selection): string => withFields(SELF_EVALUATION, selectionFields(selection));

interface ConclusionProps extends Pick<SelfEvaluationProps, "found" | "divisions" | "selection"> {
  readonly judged: readonly SelfEvaluatedNorm[];
}

function Conclusion({ found, judged, divisions, selection }: ConclusionProps) {
  const clear = found.rows.filter(({ selfIs }) => selfIs !== null);
  const sum = (of: (one: SelfEvaluatedNorm) => number) => judged.reduce((all, one) => all + of(one), 0);
  return (
    <section class={clear.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(found, judged.length, clear.length)}</h2>
      {clear.length > 0 && (
        <ul>
          {clear.map(({ norm, address, table, selfIs }) => (
            <li>
              <NormLink norm={norm} address={address} />:{" "}
              {selfIs === "higher"
                ? say("organisaties zien zichzelf hoger dan de auditor", "organisations rate themselves higher than the auditor")
                : say("organisaties zien zichzelf lager dan de auditor", "organisations rate themselves lower than the auditor")}{" "}
              {say(
                `(${number(table.lower)} hoger, ${number(table.higher)} lager, ${number(table.same)} gelijk)`,
                `(${number(table.lower)} higher, ${number(table.higher)} lower, ${number(table.same)} equal)`,
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        {say(
          `Van ${count(found.organisations, "organisatie", "organisaties")} ${found.withSelfEvaluation === 1 ? "heeft" : "hebben"} er ${number(found.withSelfEvaluation)} een zelfevaluatie bij het rapport dat nu telt.`,
          `Of ${count(found.organisations, "organisation", "organisations")}, ${number(found.withSelfEvaluation)} ${found.withSelfEvaluation === 1 ? "has" : "have"} a self-evaluation with the report that counts now.`,
        )}{" "}
        {judged.length > 0 &&
          say(
            `Over alle normen samen: ${number(sum(({ table }) => table.same))} van de ${number(sum(({ table }) => table.n))} oordelen gelijk, ${number(sum(({ table }) => table.lower))} keer de organisatie hoger, ${number(sum(({ table }) => table.higher))} keer lager.`,
            `Over all norms together: ${number(sum(({ table }) => table.same))} of ${number(sum(({ table }) => table.n))} judgements equal, ${number(sum(({ table }) => table.lower))} times the organisation higher, ${number(sum(({ table }) => table.higher))} times lower.`,
          )}
      </p>
      {selection.kind === null && <FirstTests divisions={divisions} selection={selection} found={found} />}
    </section>
  );
}

/** A self-evaluation belongs to a first test: where that is no longer the current report, the way to it. */
function FirstTests({ divisions, selection, found }: Pick<SelfEvaluationProps, "divisions" | "selection" | "found">) {
  const first = divisions.find(({ division }) => division === "soort toets")?.groups.find(({ group }) => group === "eerste toets");
  if (!first || first.organisations <= found.withSelfEvaluation) return null;
  return (
    <p>
      {say(
        "De zelfevaluatie hoort bij de eerste toets; veel organisaties zijn sindsdien opnieuw getoetst.",
        "The self-evaluation goes with the first test; many organisations were tested again since.",
      )}{" "}
      <a href={addressOf({ ...selection, kind: "initial" })}>
        {say(
          `Bekijk alle ${number(first.organisations)} eerste toetsen met een zelfevaluatie`,
          `See all ${number(first.organisations)} first tests with a self-evaluation`,
        )}
      </a>{" "}
      {say("(verkennend).", "(exploratory).")}
    </p>
  );
}

/** What was found, or why nothing can be said. */
function headline({ exploratory, tested }: SelfEvaluations, judged: number, clear: number): string {
  if (judged === 0) return say("In deze keuze staat geen enkele zelfevaluatie", "There is no self-evaluation in this choice");
  if (exploratory)
    return say(
      `${count(judged, "norm", "normen")} met zelfevaluaties, om in rond te kijken: hier wordt niets getoetst`,
      `${count(judged, "norm", "norms")} with self-evaluations, to look around in: nothing is tested here`,
    );
  if (tested === 0)
    return say(
      "Nog te weinig zelfevaluaties om verschillen te kunnen zien",
      "Too few self-evaluations so far to be able to see differences",
    );
  if (clear === 0)
    return say(
      `Bij geen van de ${count(tested, "norm", "normen")} die te toetsen waren, is een duidelijk verschil gevonden`,
      `Of ${count(tested, "norm", "norms")} that could be tested, none showed a clear difference`,
    );
  return say(
    `Bij ${count(clear, "norm", "normen")} zien organisaties zichzelf duidelijk anders dan de auditor`,
    `On ${count(clear, "norm", "norms")} organisations clearly rate themselves otherwise than the auditor`,
  );
}

const caption = ({ rows }: SelfEvaluations, judged: readonly SelfEvaluatedNorm[]): string =>
  say(
    `${count(judged.length, "norm", "normen")} met een zelfevaluatie (van ${number(rows.length)}), de minst gelijke eerst; met minder dan ${number(thresholds.enoughToSpeak)} organisaties onderaan. n: organisaties met een eigen oordeel en een oordeel van de auditor.`,
    `${count(judged.length, "norm", "norms")} with a self-evaluation (of ${number(rows.length)}), the least equal first; with fewer than ${number(thresholds.enoughToSpeak)} organisations at the bottom. n: organisations with a judgement of their own and one of the auditor.`,
  );
