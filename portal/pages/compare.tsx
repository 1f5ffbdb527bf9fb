import type { ComparedNorm, ComparedSelections } from "../../core/figures/selected/compare-selections.ts";
import { byDifference, differsClearly } from "../../core/figures/selected/compare-selections.ts";
import type { CountedScores } from "../../core/figures/selected/counted-scores.ts";
import type { Counting } from "../../core/figures/tables/counting.ts";
import { chartDownloads, tableDownloads } from "../chart-files.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { BarLegend, StackedBar } from "../charts/stacked-bar.tsx";
import type { Comparison } from "../comparison.ts";
import type { Publication } from "../data.ts";
import { Difference, differenceWords } from "../difference.tsx";
import { count, number } from "../format.ts";
import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";
import { normPage } from "../norm-links.ts";
import { ShareCell } from "../share-cell.tsx";
import { sourceWords } from "../source.tsx";
import { type Column, Table } from "../table.tsx";
import { TableFiles } from "../table-files.tsx";
import { useVisit } from "../visit.tsx";
import { ComparisonForm, Presets } from "./compare/choice.tsx";
import { comparisonTable, differenceChart, type Names } from "./compare/figures.tsx";
import { CompareTabs } from "./compare/tabs.tsx";

export interface ComparePageProps {
  readonly publication: Publication | undefined;
  readonly comparison: Comparison;
  readonly counted: CountedScores;
  readonly found: ComparedSelections;
  readonly bodies: ReadonlyMap<string, string>;
  /** What makes the sides different, in words. */
  readonly names: Names;
}

/** Two selections of one label side by side: first which norms differ clearly, then all of them. */
export function ComparePage({ publication, comparison, counted, found, bodies, names }: ComparePageProps) {
  const { address } = useVisit();
  const { counting } = comparison.a;
  const chart = differenceChart(found.rows, names, counting);
  const source = publication && sourceWords(publication);
  return (
    <Layout title={say("Vergelijken", "Compare")} section="/vergelijken" publication={publication} scripts={["png.js"]}>
      <h1>{say("Twee kanten naast elkaar", "Two sides beside each other")}</h1>
      <CompareTabs current="selections" />
      <Presets {...{ comparison, counted, bodies }} />
      <ComparisonForm {...{ comparison, counted, bodies }} />
      <Conclusion found={found} names={names} />
      <ChartFigure chart={chart} level={2} source={source} downloads={chartDownloads(address, chart)} />
      <section aria-labelledby="alle-normen">
        <h2 id="alle-normen">{say("Alle normen", "All norms")}</h2>
        <BarLegend counting={counting} />
        <NormTable rows={byDifference(found.rows)} names={names} counting={counting} />
        <TableFiles downloads={tableDownloads(address, comparisonTable(found.rows, names).id)} />
      </section>
    </Layout>
  );
}

/** In words, before any figure. */
function Conclusion({ found, names }: { readonly found: ComparedSelections; readonly names: Names }) {
  const comparable = found.rows.filter(({ difference }) => difference !== null);
  const clear = byDifference(found.rows).filter(differsClearly);
  return (
    <section class={clear.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(clear.length, comparable.length)}</h2>
      <p>
        <b>A</b>: {names[0]} ({count(found.organisations.a, say("organisatie", "organisation"), say("organisaties", "organisations"))}).{" "}
        <b>B</b>: {names[1]} ({count(found.organisations.b, say("organisatie", "organisation"), say("organisaties", "organisations"))}).
      </p>
      {clear.length > 0 && (
        <ul>
          {clear.slice(0, NAMED).map(({ norm, address, difference }) => (
            <li>
              <a href={normPage(address)}>
                {norm.code} {norm.title}
              </a>{" "}
              {(difference?.difference ?? 0) < 0 ? say("B lager:", "B lower:") : say("B hoger:", "B higher:")}{" "}
              {difference && differenceWords(difference)}
            </li>
          ))}
        </ul>
      )}
      {clear.length > NAMED && (
        <p>
          {say(
            `En nog ${number(clear.length - NAMED)}, bovenaan in de tabel.`,
            `And ${number(clear.length - NAMED)} more, at the top of the table.`,
          )}
        </p>
      )}
      <p>
        <b>{say("Verkennend.", "Exploratory.")}</b>{" "}
        {say(
          "Een verschil heet duidelijk als nul buiten het 95%-interval van het verschil ligt. Ook als er niets aan de hand is, gebeurt dat bij 1 op de 20 normen",
          "A difference is called clear when nought lies outside the 95% interval of the difference. Even when nothing is the matter, that happens to 1 in 20 norms",
        )}
        {comparable.length > 0 &&
          say(`, hier dus bij ongeveer ${number(comparable.length / 20)}`, `, so here to about ${number(comparable.length / 20)}`)}
        . {say("Het is een reden om te kijken, geen bewijs.", "It is a reason to look, no proof.")}
      </p>
    </section>
  );
}

/** Fit on a screen with the rest of the conclusion. */
const NAMED = 5;

function headline(clear: number, comparable: number): string {
  if (comparable === 0)
    return say(
      "Er valt niets te vergelijken: geen norm is aan beide kanten beoordeeld",
      "Nothing to compare: no norm was judged on both sides",
    );
  if (clear === 0)
    return say(
      `Geen van de ${count(comparable, "norm", "normen")} verschilt duidelijk`,
      `None of the ${count(comparable, "norm", "norms")} differs clearly`,
    );
  return say(
    `${number(clear)} van de ${count(comparable, "norm verschilt", "normen verschillen")} duidelijk`,
    `${number(clear)} of ${count(comparable, "norm differs", "norms differ")} clearly`,
  );
}

interface NormTableProps {
  readonly rows: readonly ComparedNorm[];
  readonly names: Names;
  readonly counting: Counting;
}

function NormTable({ rows, names, counting }: NormTableProps) {
  const columns: readonly Column<ComparedNorm>[] = [
    {
      header: say("Norm", "Norm"),
      wide: true,
      cell: ({ norm, address }) => (
        <a href={normPage(address)}>
          <b>{norm.code}</b> {norm.title}
        </a>
      ),
    },
    {
      header: say("Verdeling: A boven, B onder", "Distribution: A above, B below"),
      cell: ({ a, b }) => (
        <>
          <StackedBar {...a.counts} counting={counting} interval={a.interval ?? undefined} />
          <StackedBar {...b.counts} counting={counting} interval={b.interval ?? undefined} />
        </>
      ),
    },
    { header: say("A: aandeel", "A: share"), numeric: true, cell: ({ a }) => <ShareCell {...a} n={a.counts.judged} /> },
    { header: say("B: aandeel", "B: share"), numeric: true, cell: ({ b }) => <ShareCell {...b} n={b.counts.judged} /> },
    {
      header: say("B min A, procentpunt", "B minus A, percentage points"),
      numeric: true,
      cell: (row) => (
        <>
          <Difference value={row.difference} />
          {differsClearly(row) && <strong class="clear">{say("duidelijk", "clear")}</strong>}
        </>
      ),
    },
    { header: say("In A en in B", "In A and in B"), numeric: true, cell: ({ inBoth }) => number(inBoth) },
  ];
  return (
    <Table
      name="compared"
      caption={say(
        `${count(rows.length, "norm", "normen")}, duidelijke verschillen eerst, daarna naar grootte. A: ${names[0]}. B: ${names[1]}. Verkennend.`,
        `${count(rows.length, "norm", "norms")}, clear differences first, then by size. A: ${names[0]}. B: ${names[1]}. Exploratory.`,
      )}
      columns={columns}
      rows={rows}
    />
  );
}
