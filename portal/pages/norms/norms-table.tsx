import { amsterdamDay, dutchDay } from "../../../core/calendar.ts";
import type { Decision } from "../../../core/decisions.ts";
import type { NormRow, SelectedNorms } from "../../../core/figures/selected/norm-rows.ts";
import { selectionFields } from "../../../core/figures/selected/read-selection.ts";
import type { Selection } from "../../../core/figures/selected/selection.ts";
import { StackedBar } from "../../charts/stacked-bar.tsx";
import { type DecisionAt, decisionWords } from "../../decisions.ts";
import { count, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { normPage } from "../../norm-links.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { bySignalOrder, signalWord } from "../../words.ts";
import { type NormColumn, type NormsChoice, nextOrder, normsAddress } from "./norms-choice.ts";
import type { SignalsOfNorms } from "./signals-of-norms.ts";
import { aboutNorm, whereNorm } from "./words-of-norm.ts";

interface NormsTableProps {
  readonly selected: SelectedNorms;
  /** Those that are shown, in their order. */
  readonly rows: readonly NormRow[];
  readonly choice: NormsChoice;
  readonly signals: SignalsOfNorms;
  readonly decisionAt: DecisionAt;
}

/** The norms of a selection with stacked bars, n and interval; the heads of its columns sort it. */
export function NormsTable({ selected, rows, choice, signals, decisionAt }: NormsTableProps) {
  const { selection } = choice;
  const sort = (column: NormColumn) => ({
    href: normsAddress({ ...choice, order: nextOrder(column, choice.order) }),
    direction: choice.order.column === column ? choice.order.direction : undefined,
  });
  const columns: readonly Column<NormRow>[] = [
    { header: "Norm", cell: (row) => <NormName row={row} selected={selected} selection={selection} />, wide: true, sort: sort("norm") },
    { header: say("Verdeling", "Distribution"), cell: (row) => <Distribution row={row} selection={selection} /> },
    { header: say("Beoordeeld (n)", "Assessed (n)"), cell: (row) => <Assessed row={row} />, numeric: true, sort: sort("n") },
    {
      header: selection.counting === "streng" ? say("Voldoet", "Met") : say("Voldoet of deels", "Met or partly"),
      cell: (row) => <Share row={row} />,
      numeric: true,
      sort: sort("aandeel"),
    },
    ...(signals.known
      ? [{ header: say("Signaal", "Signal"), cell: (row: NormRow) => <Signals codes={signals.of(row)} />, sort: sort("signaal") }]
      : []),
    { header: say("Besluit", "Decision"), cell: (row) => <LastDecision decision={decisionAt(row.address)} /> },
  ];
  return <Table name="figures sortable" caption={captionOf(selected, rows, choice)} columns={columns} rows={rows} />;
}

function captionOf({ rows: all }: SelectedNorms, rows: readonly NormRow[], { order }: NormsChoice): string {
  const how = say(`gesorteerd op ${orderWord(order.column)}`, `sorted by ${orderWord(order.column)}`);
  const which = order.direction === "ascending" ? say("laagste eerst", "lowest first") : say("hoogste eerst", "highest first");
  const norms =
    rows.length === all.length
      ? count(rows.length, say("norm", "norm"), say("normen", "norms"))
      : `${number(rows.length)} ${say("van de", "of")} ${count(all.length, say("norm", "norm"), say("normen", "norms"))}`;
  return order.column === "norm" || order.column === "signaal" ? `${norms}, ${how}` : `${norms}, ${how}, ${which}`;
}

const orderWord = (column: NormColumn): string =>
  ({
    aandeel: say("aandeel voldoet", "share met"),
    norm: say("de volgorde van het normenkader", "the order of the framework"),
    n: say("aantal beoordeelde organisaties", "number of organisations assessed"),
    signaal: say("signaal", "signal"),
  })[column];

function NormName({
  row,
  selected,
  selection,
}: {
  readonly row: NormRow;
  readonly selected: SelectedNorms;
  readonly selection: Selection;
}) {
  const about = [whereNorm(row, selected.view), aboutNorm(row.norm)].filter(Boolean).join(" · ");
  return (
    <>
      <a href={normPage(row.address, reportFields(selection))}>
        <b>{row.norm.code}</b> {row.norm.title}
      </a>
      {about && <small>{about}</small>}
    </>
  );
}

/** What the page of a norm takes along: which reports, and how they are counted; not which norms were shown. The label is in its path. */
const reportFields = (selection: Selection) =>
  selectionFields({ ...selection, category: null, competency: null, search: "" }).filter(([name]) => name !== "label");

function Distribution({ row: { counts, interval }, selection }: { readonly row: NormRow; readonly selection: Selection }) {
  return <StackedBar {...counts} counting={selection.counting} interval={interval ?? undefined} />;
}

function Assessed({ row: { counts } }: { readonly row: NormRow }) {
  const apart = [
    counts.notApplicable > 0 ? `${number(counts.notApplicable)} ${say("n.v.t.", "n/a")}` : "",
    counts.notAssessed > 0 ? `${number(counts.notAssessed)} ${say("niet beoordeeld", "not assessed")}` : "",
  ].filter(Boolean);
  return (
    <>
      {number(counts.judged)}
      {apart.length > 0 && <small>{apart.join(", ")}</small>}
    </>
  );
}

function Share({ row: { share, interval, met } }: { readonly row: NormRow }) {
  if (share === null) return <span class="quiet">–</span>;
  return (
    <>
      {percent(share)} <span class="quiet">({number(met)})</span>
      {interval && (
        <small>
          {percent(interval.lower)} {say("tot", "to")} {percent(interval.upper)}
        </small>
      )}
    </>
  );
}

function Signals({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return <span class="quiet">–</span>;
  return codes.toSorted(bySignalOrder).map((code) => <StatusBadge word={signalWord(code)} />);
}

function LastDecision({ decision }: { readonly decision: Decision | undefined }) {
  if (!decision) return <span class="quiet">–</span>;
  return (
    <>
      <StatusBadge word={decisionWords[decision.kind]} />
      <small>{dutchDay(amsterdamDay(decision.at))}</small>
    </>
  );
}
