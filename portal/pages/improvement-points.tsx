import type { ImprovementOverview, PointsOfCategory, PointsOfNorm } from "../../core/figures/analyses/improvement-overview.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import { selectionFields } from "../../core/figures/selected/read-selection.ts";
import { everythingOf, type Selection } from "../../core/figures/selected/selection.ts";
import { chartDownloads, tableDownloads } from "../chart-files.ts";
import { type Chart, ChartFigure } from "../charts/chart-figure.tsx";
import type { Publication } from "../data.ts";
import { count, number, percent } from "../format.ts";
import { Illustrative } from "../illustrative.tsx";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { NormLink } from "../norm-link.tsx";
import { withFields } from "../norm-links.ts";
import { Chosen } from "../selection-chosen.tsx";
import { SelectionForm } from "../selection-form.tsx";
import { categoryTitle } from "../selection-words.ts";
import { ShareCell } from "../share-cell.tsx";
import { sourceWords } from "../source.tsx";
import { type Column, Table } from "../table.tsx";
import { TableFiles } from "../table-files.tsx";
import { useVisit } from "../visit.tsx";
import { categoryTable, leastResolvedFirst, medianWords, pointsTable } from "./follow-up/point-figures.tsx";
import { FollowUpTabs, IMPROVEMENT_POINTS } from "./follow-up/tabs.tsx";

export interface ImprovementPointsProps {
  readonly publication: Publication | undefined;
  readonly counted: CountedScores;
  readonly selection: Selection;
  readonly found: ImprovementOverview;
  readonly chart: Chart | undefined;
}

/** What was agreed at one test and found at the next: per category and per norm. */
export function ImprovementPoints({ publication, counted, selection, found, chart }: ImprovementPointsProps) {
  const { address } = useVisit();
  return (
    <Layout title={say("Verbeterpunten", "Improvement points")} section={IMPROVEMENT_POINTS} publication={publication} scripts={["png.js"]}>
      <h1>{say("Wat er van verbeterpunten komt", "What comes of improvement points")}</h1>
      <FollowUpTabs current="points" />
      <Illustrative publication={publication} />
      <SelectionForm counted={counted} selection={selection} action={IMPROVEMENT_POINTS} kept={[]} />
      <Chosen
        counted={counted}
        selection={selection}
        exploratory={false}
        address={addressOf}
        nothing={addressOf(everythingOf(selection.label))}
      />
      <Conclusion found={found} />
      {found.norms.length > 0 && (
        <>
          {chart && (
            <ChartFigure
              chart={chart}
              level={2}
              source={publication && sourceWords(publication)}
              downloads={chartDownloads(address, chart)}
            />
          )}
          <Categories found={found} label={selection.label} counted={counted} />
          <Norms found={found} />
        </>
      )}
    </Layout>
  );
}

const addressOf = (selection: Selection): string => withFields(IMPROVEMENT_POINTS, selectionFields(selection));

function Conclusion({ found: { all, norms, saying } }: Pick<ImprovementPointsProps, "found">) {
  return (
    <section class="answer so-far" aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(all, saying)}</h2>
      {norms.length > 0 && (
        <>
          <p>
            {say(
              `Bij ${count(all.organisations, "organisatie", "organisaties")} ${all.points === 1 ? "is" : "zijn"} samen ${count(all.points, "verbeterpunt", "verbeterpunten")} afgesproken. Opnieuw bekeken: ${number(all.again)}. Daarvan ${number(all.resolved)} opgelost (voldoet nu), ${number(all.partly)} deels en ${number(all.notMet)} niet. ${number(all.open)} ${all.open === 1 ? "is" : "zijn"} nog niet opnieuw bekeken.`,
              `With ${count(all.organisations, "organisation", "organisations")}, ${count(all.points, "improvement point was", "improvement points were")} agreed. Looked at again: ${number(all.again)}. Of these ${number(all.resolved)} resolved (met now), ${number(all.partly)} partly and ${number(all.notMet)} not. ${number(all.open)} not looked at again yet.`,
            )}{" "}
            {all.alreadyMet > 0 &&
              say(
                `${count(all.alreadyMet, "punt staat", "punten staan")} bij een norm die al voldeed; of dat is opgelost, is niet uit een score te lezen. ${all.alreadyMet === 1 ? "Het telt" : "Ze tellen"} verder niet mee.`,
                `${count(all.alreadyMet, "point goes", "points go")} with a norm that was met already; whether that was resolved cannot be read from a score. ${all.alreadyMet === 1 ? "It counts" : "They count"} no further.`,
              )}
          </p>
          <p>
            {say(
              "Een punt wordt bekeken bij de volgende toets die de norm beoordeelt, van welke soort of instelling ook. De keuze hierboven gaat over de toets waarin het punt is afgesproken.",
              "A point is looked at in the next test that judges the norm, of whatever kind or body. The choice above is about the test at which the point was agreed.",
            )}{" "}
            {say(
              "De tijd loopt tot de toets die vaststelt dat de norm voldoet, niet tot de dag waarop het is hersteld. Omdat een volgende toets vaak pas na een hele cyclus komt, zegt de tijd vooral wanneer er weer is gekeken. Wat nog niet is opgelost, telt als wachtend mee; daarom heet de helft pas bereikt als echt de helft is opgelost.",
              "Time runs to the test that finds the norm met, not to the day on which it was mended. Because a next test often comes after a whole cycle, time says mainly when somebody looked again. What is not resolved yet counts as waiting; therefore half is reached only when half are really resolved.",
            )}
          </p>
        </>
      )}
    </section>
  );
}

function headline(all: ImprovementOverview["all"], saying: number): string {
  if (saying === 0)
    return say(
      "In geen enkel rapport van deze keuze staat of er verbeterpunten zijn afgesproken",
      "No report of this choice says whether improvement points were agreed",
    );
  if (all.points === 0)
    return say(
      `In deze keuze is geen verbeterpunt afgesproken (${count(saying, "toets zegt", "toetsen zeggen")} dat)`,
      `No improvement point was agreed in this choice (${count(saying, "audit says", "audits say")} so)`,
    );
  if (all.share === null) return say("Nog geen enkel verbeterpunt is opnieuw bekeken", "No improvement point was looked at again yet");
  return say(
    `${percent(all.share)} van de verbeterpunten die opnieuw zijn bekeken, is opgelost`,
    `${percent(all.share)} of the improvement points that were looked at again ${all.again === 1 ? "is" : "are"} resolved`,
  );
}

interface CategoriesProps {
  readonly found: ImprovementOverview;
  readonly label: string;
  readonly counted: CountedScores;
}

function Categories({ found, label, counted }: CategoriesProps) {
  const { address } = useVisit();
  const titled = (code: string) => categoryTitle(code, label, counted.catalogue);
  const columns: readonly Column<PointsOfCategory>[] = [
    { header: say("Categorie", "Category"), cell: ({ category }) => titled(category), wide: true },
    {
      header: say("Opgelost", "Resolved"),
      numeric: true,
      cell: ({ share, resolved, again }) =>
        share === null ? (
          <span class="quiet">–</span>
        ) : (
          <>
            {percent(share)}
            <small>
              {number(resolved)} {say("van", "of")} {number(again)}
            </small>
          </>
        ),
    },
    ...countColumns<PointsOfCategory>(),
  ];
  return (
    <section aria-labelledby="per-categorie">
      <h2 id="per-categorie">{say("Per categorie", "Per category")}</h2>
      <Table
        name="compared"
        caption={say(
          "Punten per categorie. Zonder interval: punten uit één toets hangen samen.",
          "Points per category. Without an interval: points of one test hang together.",
        )}
        columns={columns}
        rows={found.categories}
      />
      <TableFiles downloads={tableDownloads(address, categoryTable(found, titled).id)} section="per-categorie" />
    </section>
  );
}

function Norms({ found }: Pick<ImprovementPointsProps, "found">) {
  const { address } = useVisit();
  const again = leastResolvedFirst(found.norms).filter((one) => one.again > 0);
  const waiting = leastResolvedFirst(found.norms).filter((one) => one.again === 0);
  const waitingWords = say(
    `${count(waiting.length, "norm", "normen")} waarvan nog geen punt opnieuw is bekeken`,
    `${count(waiting.length, "norm", "norms")} of which no point was looked at again yet`,
  );
  return (
    <section aria-labelledby="per-norm">
      <h2 id="per-norm">{say("Per norm", "Per norm")}</h2>
      {again.length > 0 && (
        <Table
          name="compared"
          caption={say(
            `${count(again.length, "norm", "normen")}, het kleinste deel opgelost eerst. n: punten die opnieuw zijn bekeken.`,
            `${count(again.length, "norm", "norms")}, the smallest part resolved first. n: points that were looked at again.`,
          )}
          columns={normColumns()}
          rows={again}
        />
      )}
      {waiting.length > 0 && (
        <details>
          <summary>{waitingWords}</summary>
          <Table name="compared" caption={waitingWords} columns={normColumns()} rows={waiting} />
        </details>
      )}
      <TableFiles downloads={tableDownloads(address, pointsTable(found).id)} section="per-norm" />
    </section>
  );
}

const normColumns = (): readonly Column<PointsOfNorm>[] => [
  { header: say("Norm", "Norm"), wide: true, cell: (row) => <NormLink norm={row.norm} address={row.address} withdrawn={row.withdrawn} /> },
  {
    header: say("Opgelost", "Resolved"),
    numeric: true,
    cell: (row) =>
      row.again === 0 ? <span class="quiet">{say("nog niet bekeken", "not looked at yet")}</span> : <ShareCell {...row} n={row.again} />,
  },
  ...countColumns<PointsOfNorm>(),
];

const countColumns = <Row extends PointsOfCategory | PointsOfNorm>(): readonly Column<Row>[] => [
  {
    header: say("Opgelost, deels, niet", "Resolved, partly, not"),
    numeric: true,
    cell: ({ resolved, partly, notMet }) => `${number(resolved)}, ${number(partly)}, ${number(notMet)}`,
  },
  { header: say("Nog niet opnieuw bekeken", "Not looked at again yet"), numeric: true, cell: ({ open }) => number(open) },
  { header: say("Organisaties", "Organisations"), numeric: true, cell: ({ organisations }) => number(organisations) },
  { header: say("Helft opgelost na", "Half resolved after"), numeric: true, cell: ({ time }) => medianWords(time) },
];
