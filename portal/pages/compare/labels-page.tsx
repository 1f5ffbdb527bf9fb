import type { CombinedComparison, CombinedPair } from "../../../core/figures/selected/combined-comparison.ts";
import { type FileTable, tableDownloads } from "../../chart-files.ts";
import type { Publication } from "../../data.ts";
import { count, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { Layout } from "../../layout.tsx";
import { normPage } from "../../norm-links.ts";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { COMPARE_LABELS, CompareTabs } from "./tabs.tsx";

export interface CompareLabelsProps {
  readonly publication: Publication | undefined;
  readonly labels: readonly string[];
  /** Undefined: the catalogue has no second label. */
  readonly chosen: { readonly a: string; readonly b: string; readonly found: CombinedComparison } | undefined;
}

/** Two labels in the audits that judged both at once: do they judge the norms that overlap alike? */
export function CompareLabels({ publication, labels, chosen }: CompareLabelsProps) {
  return (
    <Layout title={say("Twee labels vergelijken", "Compare two labels")} section="/vergelijken" publication={publication}>
      <h1>{say("Twee labels in één toets", "Two labels in one audit")}</h1>
      <CompareTabs current="labels" />
      {chosen ? (
        <Compared labels={labels} chosen={chosen} />
      ) : (
        <p class="notice">
          {say(
            "De catalogus heeft maar één label. Er valt dus niets te vergelijken.",
            "The catalogue has one label only, so there is nothing to compare.",
          )}
        </p>
      )}
    </Layout>
  );
}

type Chosen = NonNullable<CompareLabelsProps["chosen"]>;

function Compared({ labels, chosen }: { readonly labels: readonly string[]; readonly chosen: Chosen }) {
  const { address } = useVisit();
  const { a, b, found } = chosen;
  const rows = mostUnlikeFirst(found.pairs);
  return (
    <>
      {labels.length > 2 && (
        <form method="get" action={COMPARE_LABELS} class="filter">
          <LabelChoice name="a" text={say("Eerste label", "First label")} labels={labels} chosen={a} />
          <LabelChoice name="b" text={say("Tweede label", "Second label")} labels={labels} chosen={b} />
          <p>
            <button type="submit">{say("Vergelijk", "Compare")}</button>
          </p>
        </form>
      )}
      <Conclusion chosen={chosen} />
      <Table name="compared" caption={caption(chosen)} columns={columnsOf(a, b)} rows={rows} />
      <TableFiles downloads={tableDownloads(address, combinedTable(chosen).id)} />
    </>
  );
}

function LabelChoice({
  name,
  text,
  labels,
  chosen,
}: {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly string[];
  readonly chosen: string;
}) {
  return (
    <p>
      <label for={name}>{text}</label>
      <select id={name} name={name}>
        {labels.map((label) => (
          <option value={label} selected={label === chosen}>
            {label}
          </option>
        ))}
      </select>
    </p>
  );
}

function Conclusion({ chosen: { a, b, found } }: { readonly chosen: Chosen }) {
  const judged = found.pairs.filter(({ judgedTwice }) => judgedTwice.n > 0);
  const unlike = judged.filter(({ judgedTwice }) => judgedTwice.same < judgedTwice.n);
  const lentOnly = found.pairs.filter(({ judgedTwice, lentToA, lentToB }) => judgedTwice.n === 0 && lentToA + lentToB > 0).length;
  return (
    <section class={unlike.length > 0 ? "answer" : "answer so-far"} aria-labelledby="conclusie">
      <h2 id="conclusie">{headline(judged.length, unlike.length)}</h2>
      <p>
        {say(
          `${count(found.organisations, "organisatie is", "organisaties zijn")} in één toets op ${a} en ${b} beoordeeld. Elke organisatie telt één keer mee, met haar laatste toets van beide.`,
          `${count(found.organisations, "organisation was", "organisations were")} judged on ${a} and ${b} in one audit. Each organisation counts once, by its latest audit of both.`,
        )}
      </p>
      <p>
        {say(
          "Alleen waar beide labels zelf een oordeel hebben, valt er iets te vergelijken. Waar het ene label het oordeel van het andere overneemt, zijn ze vanzelf gelijk; die staan apart.",
          "There is something to compare only where both labels have a judgement of their own. Where one takes over the judgement of the other they are equal by rule; those are apart.",
        )}
        {lentOnly > 0 &&
          ` ${say(
            `Bij ${count(lentOnly, "paar", "paren")} is het oordeel alleen overgenomen.`,
            `Of ${count(lentOnly, "pair", "pairs")} the judgement was only taken over.`,
          )}`}
      </p>
    </section>
  );
}

function headline(judged: number, unlike: number): string {
  if (judged === 0)
    return say("Geen enkel paar normen is voor beide labels apart beoordeeld", "No pair of norms was judged apart for both labels");
  if (unlike === 0)
    return say(
      `Bij alle ${count(judged, "paar", "paren")} is het oordeel steeds gelijk`,
      `Of all ${count(judged, "pair", "pairs")} the judgement is always the same`,
    );
  return say(
    `Bij ${number(unlike)} van de ${count(judged, "paar", "paren")} die twee keer zijn beoordeeld, verschilt het oordeel soms`,
    `Of ${number(unlike)} of the ${count(judged, "pair", "pairs")} that were judged twice, the judgement sometimes differs`,
  );
}

const caption = ({ a, b, found }: Chosen): string =>
  say(
    `${count(found.pairs.length, "paar", "paren")} normen van ${a} en ${b} die volgens de catalogus overlappen; de meeste verschillen eerst. n: organisaties met een eigen oordeel voor beide.`,
    `${count(found.pairs.length, "pair", "pairs")} of norms of ${a} and ${b} that overlap by the catalogue; most differences first. n: organisations with a judgement of their own for both.`,
  );

/** By the part that was judged differently; what nobody was judged on twice last. */
export function mostUnlikeFirst(pairs: readonly CombinedPair[]): readonly CombinedPair[] {
  const unlike = ({ judgedTwice: { n, same } }: CombinedPair): number => (n === 0 ? -1 : (n - same) / n);
  return pairs.toSorted((one, other) => unlike(other) - unlike(one) || other.judgedTwice.n - one.judgedTwice.n);
}

const columnsOf = (a: string, b: string): readonly Column<CombinedPair>[] => [
  { header: say(`Norm van ${a}`, `Norm of ${a}`), cell: (pair) => <NormLink norm={pair.a} address={pair.addresses.a} /> },
  { header: say(`Norm van ${b}`, `Norm of ${b}`), cell: (pair) => <NormLink norm={pair.b} address={pair.addresses.b} /> },
  { header: say("Beide beoordeeld (n)", "Both judged (n)"), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.n) },
  {
    header: say("Zelfde oordeel", "Same judgement"),
    numeric: true,
    cell: ({ judgedTwice: { n, same } }) => (n === 0 ? <span class="quiet">–</span> : <OfN count={same} n={n} />),
  },
  { header: say(`${a} hoger`, `${a} higher`), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.lower) },
  { header: say(`${b} hoger`, `${b} higher`), numeric: true, cell: ({ judgedTwice }) => number(judgedTwice.higher) },
  { header: say("Overgenomen", "Taken over"), numeric: true, cell: ({ lentToA, lentToB }) => number(lentToA + lentToB) },
];

/** Small numbers: the count first. */
function OfN({ count: part, n }: { readonly count: number; readonly n: number }) {
  return (
    <>
      {number(part)}
      <small>{percent(part / n)}</small>
    </>
  );
}

function NormLink({ norm, address }: { readonly norm: CombinedPair["a"]; readonly address: string }) {
  return (
    <a href={normPage(address)}>
      <b>{norm.code}</b> {norm.title}
    </a>
  );
}

/** The same for a file. */
export const combinedTable = ({ a, b, found }: Chosen): FileTable => ({
  id: "labels",
  heading: say(`${a} naast ${b} in gecombineerde toetsen`, `${a} beside ${b} in combined audits`),
  table: {
    columns: [
      { header: a, kind: "text" },
      { header: say(`Titel ${a}`, `Title ${a}`), kind: "text" },
      { header: b, kind: "text" },
      { header: say(`Titel ${b}`, `Title ${b}`), kind: "text" },
      { header: say("Beide beoordeeld (n)", "Both judged (n)"), kind: "count" },
      { header: say("Zelfde oordeel", "Same judgement"), kind: "count" },
      { header: say(`${a} hoger`, `${a} higher`), kind: "count" },
      { header: say(`${b} hoger`, `${b} higher`), kind: "count" },
      { header: say(`Overgenomen van ${b}`, `Taken over from ${b}`), kind: "count" },
      { header: say(`Overgenomen van ${a}`, `Taken over from ${a}`), kind: "count" },
    ],
    rows: mostUnlikeFirst(found.pairs).map((pair) => [
      pair.a.code,
      pair.a.title,
      pair.b.code,
      pair.b.title,
      pair.judgedTwice.n,
      pair.judgedTwice.same,
      pair.judgedTwice.lower,
      pair.judgedTwice.higher,
      pair.lentToA,
      pair.lentToB,
    ]),
  },
});
