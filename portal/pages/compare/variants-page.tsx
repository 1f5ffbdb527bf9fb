import type { SharedNorm, VariantComparison } from "../../../core/figures/analyses/variant-comparison.ts";
import { isSaid } from "../../../core/relevance/outcome.ts";
import { viewThresholds } from "../../../core/relevance/thresholds.ts";
import { chartDownloads, type FileTable, tableDownloads } from "../../chart-files.ts";
import { type Chart, ChartFigure } from "../../charts/chart-figure.tsx";
import { PairedBars, type PairedBarsData, pairedBarsTable } from "../../charts/paired-bars.tsx";
import { BarLegend, StackedBar } from "../../charts/stacked-bar.tsx";
import { wordingOf } from "../../charts/wording.ts";
import type { Publication } from "../../data.ts";
import { Difference, differenceWords, points } from "../../difference.tsx";
import { count, number } from "../../format.ts";
import { Illustrative } from "../../illustrative.tsx";
import { say, useLanguage } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { NormLink } from "../../norm-link.tsx";
import { withFields } from "../../norm-links.ts";
import { ShareCell } from "../../share-cell.tsx";
import { sourceWords } from "../../source.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { COMPARE } from "./choice.tsx";
import { COMPARE_VARIANTS, CompareTabs } from "./tabs.tsx";

export interface CompareVariantsProps {
  readonly publication: Publication | undefined;
  /** Labels with more than one variant, and those variants. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
  /** Undefined: no label has a second variant. */
  readonly found: VariantComparison | undefined;
}

/** Two variants of a label on the norms that both have: on which do their organisations differ? */
export function CompareVariants({ publication, labels, found }: CompareVariantsProps) {
  return (
    <Layout
      title={say("Twee varianten vergelijken", "Compare two variants")}
      section="/vergelijken"
      publication={publication}
      scripts={["png.js"]}
    >
      <h1>
        {found
          ? say(`${found.label}: ${found.b} naast ${found.a}`, `${found.label}: ${found.b} beside ${found.a}`)
          : say("Twee varianten naast elkaar", "Two variants beside each other")}
      </h1>
      <CompareTabs current="variants" />
      <Illustrative publication={publication} />
      {found ? (
        <Compared labels={labels} found={found} source={publication && sourceWords(publication)} />
      ) : (
        <p class="notice">
          {say(
            "Geen enkel label van de catalogus heeft een tweede variant. Er valt dus niets te vergelijken.",
            "No label of the catalogue has a second variant, so there is nothing to compare.",
          )}
        </p>
      )}
    </Layout>
  );
}

interface ComparedProps extends Pick<CompareVariantsProps, "labels"> {
  readonly found: VariantComparison;
  readonly source: string | undefined;
}

function Compared({ labels, found, source }: ComparedProps) {
  const { address } = useVisit();
  const chart = variantChart(found);
  return (
    <>
      <Choice labels={labels} found={found} />
      <Conclusion found={found} />
      {chart && <ChartFigure chart={chart} level={2} source={source} downloads={chartDownloads(address, chart)} />}
      <section aria-labelledby="gedeeld">
        <h2 id="gedeeld">{say("Alle normen die beide varianten hebben", "All norms that both variants have")}</h2>
        <BarLegend counting="streng" />
        <Table name="compared" caption={caption(found)} columns={columnsOf(found)} rows={found.rows} />
        <TableFiles downloads={tableDownloads(address, variantTable(found).id)} section="gedeeld" />
      </section>
    </>
  );
}

/** Only where there is something to choose. */
function Choice({ labels, found }: Pick<ComparedProps, "labels" | "found">) {
  const variants = labels.get(found.label) ?? [];
  if (labels.size === 1 && variants.length === 2) return null;
  const select = (name: string, text: string, options: readonly string[], chosen: string) => (
    <p>
      <label for={name}>{text}</label>
      <select id={name} name={name}>
        {options.map((one) => (
          <option value={one} selected={one === chosen}>
            {one}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <form method="get" action={COMPARE_VARIANTS} class="filter">
      {select("label", "Label", [...labels.keys()], found.label)}
      {select("a", say("Eerste variant", "First variant"), variants, found.a)}
      {select("b", say("Tweede variant", "Second variant"), variants, found.b)}
      <p>
        <button type="submit">{say("Vergelijk", "Compare")}</button>
      </p>
    </form>
  );
}

function Conclusion({ found }: { readonly found: VariantComparison }) {
  const { label, a, b, organisations, onlyIn, rows, meanDifference } = found;
  const clear = rows.filter(({ standsOut }) => standsOut);
  return (
    <section class={clear.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(found, clear.length)}</h2>
      {clear.length > 0 && (
        <ul>
          {clear.map(({ norm, address, difference }) => (
            <li>
              <NormLink norm={norm} address={address} /> {difference && `${b}: ${differenceWords(difference)}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        {say(
          `${label}: ${count(organisations.a, "organisatie", "organisaties")} in ${a} en ${number(organisations.b)} in ${b}, elk met haar laatste toets binnen de variant. Wie is overgestapt, telt in allebei.`,
          `${label}: ${count(organisations.a, "organisation", "organisations")} in ${a} and ${number(organisations.b)} in ${b}, each by its latest test within the variant. Who went over counts in both.`,
        )}{" "}
        {meanDifference !== null &&
          say(
            `Over alle gedeelde normen samen is het verschil gemiddeld ${points(meanDifference)} procentpunt (${b} min ${a}); bekijk een verschil op één norm daarnaast.`,
            `Over all shared norms together the mean difference is ${points(meanDifference)} percentage points (${b} minus ${a}); see the difference on one norm beside that.`,
          )}
      </p>
      <p>
        {say(
          `Iets springt eruit als het verschil zeker is (getoetst over alle gedeelde normen samen), ten minste 20 procentpunt groot, en op ten minste ${number(viewThresholds.variants.judged)} organisaties aan beide kanten rust. Het kan aan de norm liggen of aan de organisaties: dat zeggen deze cijfers niet.`,
          `A norm stands out when the difference is sure (tested over all shared norms together), at least 20 percentage points, and rests on at least ${number(viewThresholds.variants.judged)} organisations on both sides. It may be the norm or the organisations: these figures do not say.`,
        )}{" "}
        {say(
          `${count(onlyIn.a, "norm heeft", "normen hebben")} alleen een plaats in ${a}, ${number(onlyIn.b)} alleen in ${b}.`,
          `${count(onlyIn.a, "norm has", "norms have")} a place in ${a} only, ${number(onlyIn.b)} in ${b} only.`,
        )}{" "}
        <a
          href={withFields(COMPARE, [
            ["label", label],
            ["a-variant", a],
            ["b-variant", b],
          ])}
        >
          {say("Vergelijk ze met een eigen keuze van toetsen", "Compare them with a choice of audits of your own")}
        </a>{" "}
        {say("(verkennend).", "(exploratory).")}
      </p>
    </section>
  );
}

function headline({ rows, tested }: VariantComparison, clear: number): string {
  if (rows.length === 0) return say("De twee varianten hebben geen norm gemeen", "The two variants have no norm in common");
  if (tested === 0)
    return say(
      `Nog niets te zeggen: geen van de ${count(rows.length, "gedeelde norm", "gedeelde normen")} is in beide varianten beoordeeld`,
      `Nothing can be said yet: none of the ${count(rows.length, "shared norm", "shared norms")} was judged in both variants`,
    );
  if (clear === 0)
    return say(
      `Geen van de ${count(tested, "gedeelde norm", "gedeelde normen")} springt eruit`,
      `None of the ${count(tested, "shared norm", "shared norms")} stands out`,
    );
  return say(
    `${number(clear)} van de ${count(tested, "gedeelde norm", "gedeelde normen")} ${clear === 1 ? "springt" : "springen"} eruit`,
    `${number(clear)} of ${count(tested, "shared norm", "shared norms")} ${clear === 1 ? "stands" : "stand"} out`,
  );
}

/** What stands out as bars two by two, or the largest differences; so many are seen at a glance. */
const MOST = 6;

export function variantChart({ a, b, rows }: VariantComparison): Chart | undefined {
  const judged = rows.filter(({ difference }) => difference !== null);
  const clear = judged.filter(({ standsOut }) => standsOut);
  const shown = (clear.length > 0 ? clear : judged).slice(0, MOST);
  const [first] = shown;
  if (!first) return undefined;
  const bar = ({ counts, interval }: SharedNorm["a"]) => ({ ...counts, lower: interval?.lower ?? null, upper: interval?.upper ?? null });
  const data: PairedBarsData = {
    names: [a, b],
    pairs: shown.map((row) => ({ label: `${row.norm.code} ${row.norm.title}`, bars: [bar(row.a), bar(row.b)] })),
  };
  return {
    id: "varianten-verschillen",
    heading:
      clear.length > 0
        ? say("De normen die eruit springen", "The norms that stand out")
        : say("De grootste verschillen, geen ervan zeker", "The largest differences, none of them sure"),
    conclusion: `${first.norm.code}: ${b} ${say("min", "minus")} ${a} ${differenceWords(first.difference!)}.`,
    draw: (drawing) => <PairedBars data={data} drawing={drawing} />,
    table: pairedBarsTable(data, wordingOf(useLanguage())),
  };
}

const caption = ({ a, b, rows, tested }: VariantComparison): string =>
  say(
    `${count(rows.length, "norm", "normen")} in ${a} en ${b}, waarvan ${number(tested)} in beide beoordeeld; wat eruit springt eerst, daarna het grootste verschil. Streng geteld.`,
    `${count(rows.length, "norm", "norms")} in ${a} and ${b}, of which ${number(tested)} judged in both; what stands out first, then the largest difference. Counted strictly.`,
  );

const columnsOf = ({ a, b }: VariantComparison): readonly Column<SharedNorm>[] => [
  { header: say("Norm", "Norm"), wide: true, cell: (row) => <NormLink norm={row.norm} address={row.address} withdrawn={row.withdrawn} /> },
  {
    header: say(`Verdeling: ${a} boven, ${b} onder`, `Distribution: ${a} above, ${b} below`),
    cell: (row) => (
      <>
        <StackedBar {...row.a.counts} counting="streng" interval={row.a.interval ?? undefined} />
        <StackedBar {...row.b.counts} counting="streng" interval={row.b.interval ?? undefined} />
      </>
    ),
  },
  { header: a, numeric: true, cell: (row) => <ShareCell {...row.a} n={row.a.counts.judged} /> },
  { header: b, numeric: true, cell: (row) => <ShareCell {...row.b} n={row.b.counts.judged} /> },
  {
    header: say(`${b} min ${a}, procentpunt`, `${b} minus ${a}, percentage points`),
    numeric: true,
    cell: ({ difference, standsOut }) => (
      <>
        <Difference value={difference} />
        {standsOut && <strong class="clear">{say("springt eruit", "stands out")}</strong>}
      </>
    ),
  },
  { header: say("In beide", "In both"), numeric: true, cell: ({ inBoth }) => number(inBoth) },
];

/** All shared norms, for a file. */
export const variantTable = ({ label, a, b, rows }: VariantComparison): FileTable => ({
  id: "varianten",
  heading: say(`${label}: ${b} naast ${a}, op de normen die beide hebben`, `${label}: ${b} beside ${a}, on the norms that both have`),
  table: {
    columns: [
      { header: say("Norm", "Norm"), kind: "text" },
      { header: say("Titel", "Title"), kind: "text" },
      ...[a, b].flatMap((variant) => [
        { header: `${variant}: ${say("beoordeeld (n)", "judged (n)")}`, kind: "count" as const },
        { header: `${variant}: ${say("voldoet", "met")}`, kind: "count" as const },
        { header: `${variant}: ${say("aandeel", "share")}`, kind: "share" as const },
        { header: `${variant}: ${say("ondergrens (95%)", "lower limit (95%)")}`, kind: "share" as const },
        { header: `${variant}: ${say("bovengrens (95%)", "upper limit (95%)")}`, kind: "share" as const },
      ]),
      { header: say(`Verschil (${b} min ${a})`, `Difference (${b} minus ${a})`), kind: "share" },
      { header: say("Verschil: ondergrens (95%)", "Difference: lower limit (95%)"), kind: "share" },
      { header: say("Verschil: bovengrens (95%)", "Difference: upper limit (95%)"), kind: "share" },
      { header: say("q-waarde (Fisher, over alle gedeelde normen)", "q-value (Fisher, over all shared norms)"), kind: "share" },
      { header: say("Springt eruit", "Stands out"), kind: "text" },
      { header: say("In beide varianten", "In both variants"), kind: "count" },
    ],
    rows: rows.map((row) => [
      row.norm.code,
      row.norm.title,
      ...[row.a, row.b].flatMap(({ counts, met, share, interval }) => [
        counts.judged,
        met,
        share,
        interval?.lower ?? null,
        interval?.upper ?? null,
      ]),
      row.difference?.difference ?? null,
      row.difference?.interval.lower ?? null,
      row.difference?.interval.upper ?? null,
      isSaid(row.test) ? row.test.q : null,
      row.standsOut ? say("ja", "yes") : say("nee", "no"),
      row.inBoth,
    ]),
  },
});
