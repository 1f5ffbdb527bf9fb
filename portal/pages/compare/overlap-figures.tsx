import type { LabelOverlap } from "../../../core/figures/analyses/label-overlaps.ts";
import type { FileTable } from "../../chart-files.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { pairDistribution } from "../../charts/pair-distribution.ts";
import { PairedBars, type PairedBarsData, pairedBarsTable } from "../../charts/paired-bars.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { number, percent } from "../../format.ts";
import { Kappa, kappaCells, kappaColumns } from "../../kappa.tsx";
import { say, useLanguage } from "../../language.tsx";
import { NormLink } from "../../norm-link.tsx";
import type { Column } from "../../table.tsx";
import { signalWord } from "../../words.ts";
import type { ChosenLabels } from "./labels-page.tsx";

/** By the part that was judged differently; what nobody was judged on twice last. */
export function mostUnlikeFirst(pairs: readonly LabelOverlap[]): readonly LabelOverlap[] {
  const unlike = ({ judgedTwice: { n, same } }: LabelOverlap): number => (n === 0 ? -1 : (n - same) / n);
  return pairs.toSorted((one, other) => unlike(other) - unlike(one) || other.judgedTwice.n - one.judgedTwice.n);
}

/** So many pairs are seen at a glance; all of them stand in the table. */
const MOST = 6;

/** The pairs that are judged most differently, as bars two by two; undefined when nothing was judged twice. */
export function overlapChart({ a, b, found }: ChosenLabels): Chart | undefined {
  const shown = mostUnlikeFirst(found.pairs)
    .filter(({ judgedTwice: { n, same } }) => same < n)
    .slice(0, MOST);
  const [first] = shown;
  if (!first) return undefined;
  const data: PairedBarsData = {
    names: [a, b],
    pairs: shown.map((pair) => ({
      label: `${pair.a.code} – ${pair.b.code} ${pair.a.title}`,
      bars: [pairDistribution(pair.judgedTwice, "first"), pairDistribution(pair.judgedTwice, "second")],
    })),
  };
  const { n, same } = first.judgedTwice;
  return {
    id: "overlap-verschillen",
    heading: say("Waar de oordelen het meest uiteenlopen", "Where the judgements differ most"),
    conclusion: say(
      `${first.a.code} en ${first.b.code} kregen bij ${number(same)} van de ${number(n)} organisaties hetzelfde oordeel.`,
      `${first.a.code} and ${first.b.code} got the same judgement in ${number(same)} of ${number(n)} organisations.`,
    ),
    draw: (drawing) => <PairedBars data={data} drawing={drawing} />,
    table: pairedBarsTable(data, wordingOf(useLanguage())),
  };
}

export const overlapColumns = (a: string, b: string): readonly Column<LabelOverlap>[] => [
  { header: say(`Norm van ${a}`, `Norm of ${a}`), cell: (pair) => <NormLink norm={pair.a} address={pair.addresses.a} />, wide: true },
  { header: say(`Norm van ${b}`, `Norm of ${b}`), cell: (pair) => <NormLink norm={pair.b} address={pair.addresses.b} /> },
  { header: say("Zelfde oordeel", "Same judgement"), numeric: true, cell: (pair) => <Same pair={pair} /> },
  { header: "Kappa", numeric: true, cell: ({ kappa }) => <Kappa value={kappa} /> },
  { header: say("Hoger bij", "Higher at"), cell: (pair) => <Direction pair={pair} a={a} b={b} /> },
  { header: say("Overgenomen", "Taken over"), numeric: true, cell: ({ lentToA, lentToB }) => number(lentToA + lentToB) },
  { header: say("Signalen", "Signals"), cell: (pair) => <Signals pair={pair} a={a} b={b} /> },
];

function Same({ pair: { judgedTwice, agreement, contradicted } }: { readonly pair: LabelOverlap }) {
  if (agreement.share === null) return <span class="quiet">–</span>;
  return (
    <>
      {percent(agreement.share)}
      <small>
        {number(judgedTwice.same)} {say("van", "of")} {number(judgedTwice.n)}
      </small>
      {agreement.interval && (
        <small>
          {percent(agreement.interval.lower)} {say("tot", "to")} {percent(agreement.interval.upper)}
        </small>
      )}
      {contradicted && <strong class="clear">{say("spreekt de overlap tegen", "speaks against the overlap")}</strong>}
    </>
  );
}

interface PairProps {
  readonly pair: LabelOverlap;
  readonly a: string;
  readonly b: string;
}

function Direction({ pair: { judgedTwice, stricter }, a, b }: PairProps) {
  if (judgedTwice.n === 0) return <span class="quiet">–</span>;
  if (judgedTwice.higher + judgedTwice.lower === 0) return <span class="quiet">{say("geen van beide", "neither")}</span>;
  return (
    <>
      <span class="keep">
        {a} {number(judgedTwice.lower)}
      </span>
      ,{" "}
      <span class="keep">
        {b} {number(judgedTwice.higher)}
      </span>
      {stricter && <strong class="clear">{say(`${stricter === "a" ? a : b} strenger`, `${stricter === "a" ? a : b} stricter`)}</strong>}
    </>
  );
}

function Signals({ pair: { signals }, a, b }: PairProps) {
  const parts = signalParts({ signals }, a, b);
  if (parts.length === 0) return <span class="quiet">{say("geen", "none")}</span>;
  return (
    <ul class="plain">
      {parts.map(([where, words]) => (
        <li>
          <b>{where}:</b> {words}
        </li>
      ))}
    </ul>
  );
}

function signalParts({ signals: { both, onlyA, onlyB } }: Pick<LabelOverlap, "signals">, a: string, b: string) {
  const words = (codes: readonly string[]) => codes.map((code) => signalWord(code).text).join(", ");
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [say("bij beide", "at both"), both],
    [say(`alleen ${a}`, `only ${a}`), onlyA],
    [say(`alleen ${b}`, `only ${b}`), onlyB],
  ];
  return parts.filter(([, codes]) => codes.length > 0).map(([where, codes]) => [where, words(codes)] as const);
}

/** All of it, for a file. */
export const overlapTable = ({ a, b, found }: ChosenLabels): FileTable => ({
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
      { header: say("Aandeel gelijk", "Share equal"), kind: "share" },
      { header: say("Aandeel gelijk: ondergrens (95%)", "Share equal: lower limit (95%)"), kind: "share" },
      { header: say("Aandeel gelijk: bovengrens (95%)", "Share equal: upper limit (95%)"), kind: "share" },
      ...kappaColumns(),
      { header: say("Duidelijk strenger", "Clearly stricter"), kind: "text" },
      { header: say("Spreekt de overlap tegen", "Speaks against the overlap"), kind: "text" },
      { header: say("Signalen", "Signals"), kind: "text" },
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
      pair.agreement.share,
      pair.agreement.interval?.lower ?? null,
      pair.agreement.interval?.upper ?? null,
      ...kappaCells(pair.kappa),
      pair.stricter === null ? null : pair.stricter === "a" ? a : b,
      pair.contradicted ? say("ja", "yes") : say("nee", "no"),
      signalParts(pair, a, b)
        .map(([where, words]) => `${where}: ${words}`)
        .join("; "),
    ]),
  },
});
