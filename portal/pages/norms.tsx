import { isoDay } from "../../core/calendar.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import type { NormRow, SelectedNorms } from "../../core/figures/selected/norm-rows.ts";
import { everythingOf, type Selection } from "../../core/figures/selected/selection.ts";
import { chartDownloads } from "../chart-files.ts";
import { type Chart, ChartActions } from "../charts/chart-figure.tsx";
import { BarLegend } from "../charts/stacked-bar.tsx";
import type { Publication } from "../data.ts";
import type { DecisionAt } from "../decisions.ts";
import { count, day } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NORMS, slidesPage, withFields } from "../norm-links.ts";
import { Select } from "../select.tsx";
import { Chosen } from "../selection-chosen.tsx";
import { SelectionForm } from "../selection-form.tsx";
import { useVisit } from "../visit.tsx";
import { decisionOptions, decisionValue, fieldsOutsideForm, type NormsChoice, normsAddress, ownChoices } from "./norms/norms-choice.ts";
import { NormsTable } from "./norms/norms-table.tsx";
import type { SignalsOfNorms } from "./norms/signals-of-norms.ts";

export interface NormsProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly choice: NormsChoice;
  readonly selected: SelectedNorms;
  /** Those that are shown, in their order. */
  readonly rows: readonly NormRow[];
  readonly signals: SignalsOfNorms;
  readonly decisionAt: DecisionAt;
  readonly headline: string;
  readonly chart: Chart;
}

/** The norms of any choice of reports: the answer, what was chosen, the table. */
export function Norms({ publication, counted, choice, selected, rows, signals, decisionAt, headline, chart }: NormsProps) {
  const { selection } = choice;
  const address = (other: Selection) => normsAddress({ ...choice, selection: other });
  return (
    <Layout title={say("Normen", "Norms")} section={NORMS} publication={publication} scripts={["png.js"]}>
      <h1>{headline}</h1>
      <p class="lead">
        {count(selected.organisations, say("organisatie", "organisation"), say("organisaties", "organisations"))},{" "}
        {count(selected.reports, say("toetsingsrapport", "test report"), say("toetsingsrapporten", "test reports"))}{" "}
        {say("tot en met", "until")} {day(isoDay(selected.until))}.{" "}
        {say("Elke organisatie telt één keer mee,", "Each organisation counts once,")}{" "}
        {selection.kind === null
          ? say("met wat nu voor haar geldt.", "by what holds for it now.")
          : say("met haar laatste toets van die soort.", "by its latest test of that kind.")}
      </p>
      {selected.view.frameworks.length > 1 && !selected.exploratory && <CountedTogether />}
      <Illustrative publication={publication} />
      <SelectionForm counted={counted} selection={selection} action={NORMS} kept={fieldsOutsideForm(choice)}>
        <Select
          name="besluit"
          label={say("Laatste besluit", "Last decision")}
          all={say("Alle besluiten", "All decisions")}
          options={decisionOptions()}
          chosen={decisionValue(choice)}
        />
      </SelectionForm>
      <Chosen
        counted={counted}
        selection={selection}
        exploratory={selected.exploratory}
        address={address}
        own={ownChoices(choice)}
        nothing={normsAddress({ ...choice, selection: everythingOf(selection.label), signal: null, decision: null })}
      />
      <BarLegend counting={selection.counting} />
      {rows.length > 0 ? (
        <NormsTable selected={selected} rows={rows} choice={choice} signals={signals} decisionAt={decisionAt} />
      ) : (
        <p class="notice">
          {say("Geen norm past bij deze keuze.", "No norm fits this choice.")}{" "}
          <a href={withFields(NORMS, [["label", selection.label]])}>{say("Toon alle normen", "Show all norms")}</a>
        </p>
      )}
      <AboutSignals signals={signals} exploratory={selected.exploratory} counting={selection.counting} />
      <Files chart={chart} choice={choice} />
    </Layout>
  );
}

/** Why the first screen has other numbers: who compares the two must not have to guess. */
function CountedTogether() {
  return (
    <p>
      {say(
        "Normenkaders die elkaar opvolgen, en varianten, zijn hier samen geteld. Op het",
        "Frameworks that succeed each other, and variants, are counted together here. On the",
      )}{" "}
      <a href="/overzicht">{say("overzicht", "overview")}</a>{" "}
      {say(
        "is elk normenkader apart geteld; daarom kunnen aantallen en signalen daar anders zijn.",
        "every framework is counted apart; therefore numbers and signals may be different there.",
      )}
    </p>
  );
}

/** What the column of signals says, or why there is none. */
function AboutSignals({
  signals,
  exploratory,
  counting,
}: Pick<NormsProps, "signals"> & { readonly exploratory: boolean; readonly counting: Selection["counting"] }) {
  if (exploratory) return null;
  if (!signals.known) {
    return (
      <p class="quiet">
        {say(
          "Signalen horen bij de peildatum van de laatste berekening. U koos een eerdere dag; daarom staan ze er niet bij.",
          "Signals belong to the reference date of the last run. You chose an earlier day; therefore they are not shown.",
        )}
      </p>
    );
  }
  return counting === "streng" ? null : (
    <p class="quiet">{say("Signalen gaan altijd over streng geteld.", "Signals are always about counting strictly.")}</p>
  );
}

function Files({ chart, choice }: { readonly chart: Chart; readonly choice: NormsChoice }) {
  const { address } = useVisit();
  return (
    <section class="off-paper" aria-labelledby="bestanden">
      <h2 id="bestanden">{say("Deze tabel delen of meenemen", "Share or take along this table")}</h2>
      <ChartActions chart={chart} heading={chart.heading} downloads={chartDownloads(address, chart)} link={normsAddress(choice)} />
      <p class="all-files">
        <a href="/cijfers">{say("Alle bestanden met cijfers", "All files with figures")}</a>{" "}
        <a href={slidesPage(choice.selection.label)}>{say("Dia’s van normen", "Slides of norms")}</a>
      </p>
    </section>
  );
}
