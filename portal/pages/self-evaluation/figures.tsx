import type { SelfEvaluatedNorm, SelfEvaluations } from "../../../core/figures/analyses/self-evaluation.ts";
import type { SelfEvaluationDivision, SelfEvaluationOfOrganisation } from "../../../core/figures/analyses/self-evaluation-groups.ts";
import { isSaid } from "../../../core/relevance/outcome.ts";
import { notYetSentence } from "../../../core/relevance/sentences/not-yet.ts";
import { thresholds } from "../../../core/relevance/thresholds.ts";
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
import { divisionName, groupName } from "./group-words.ts";

/** What stands out first, then by the part that was judged differently; where that is of too few organisations to speak of, last. */
export const mostUnlikeFirst = (rows: readonly SelfEvaluatedNorm[]): readonly SelfEvaluatedNorm[] =>
  rows.toSorted(
    (one, other) =>
      Number(other.selfIs !== null) - Number(one.selfIs !== null) ||
      Number(isEnough(other)) - Number(isEnough(one)) ||
      unlike(other) - unlike(one) ||
      other.table.n - one.table.n,
  );

const isEnough = ({ table }: SelfEvaluatedNorm): boolean => table.n >= thresholds.enoughToSpeak;

const unlike = ({ table: { n, same } }: SelfEvaluatedNorm): number => (n === 0 ? -1 : (n - same) / n);

/** So many pairs are seen at a glance; all of them stand in the table. */
const MOST = 6;

/** Self-evaluation and audit as bars two by two, where they differ most; undefined when they nowhere do, or too few organisations have both. */
export function selfEvaluationsChart({ rows }: SelfEvaluations): Chart | undefined {
  const shown = mostUnlikeFirst(rows)
    .filter((row) => isEnough(row) && unlike(row) > 0)
    .slice(0, MOST);
  const [first] = shown;
  if (!first) return undefined;
  const data: PairedBarsData = {
    names: [say("zelfevaluatie", "self-evaluation"), "audit"],
    pairs: shown.map(({ norm, table }) => ({
      label: `${norm.code} ${norm.title}`,
      bars: [pairDistribution(table, "first"), pairDistribution(table, "second")],
    })),
  };
  const { n, lower, higher, same } = first.table;
  return {
    id: "zelfevaluatie-verschillen",
    heading: say("Waar zelfevaluatie en audit het meest verschillen", "Where self-evaluation and audit differ most"),
    conclusion: say(
      `${first.norm.code}: van ${number(n)} organisaties ${number(lower)} hoger dan de auditor, ${number(higher)} lager, ${number(same)} gelijk.`,
      `${first.norm.code}: of ${number(n)} organisations ${number(lower)} higher than the auditor, ${number(higher)} lower, ${number(same)} equal.`,
    ),
    draw: (drawing) => <PairedBars data={data} drawing={drawing} />,
    table: pairedBarsTable(data, wordingOf(useLanguage())),
  };
}

export const normColumns = ({ exploratory }: SelfEvaluations): readonly Column<SelfEvaluatedNorm>[] => [
  { header: say("Norm", "Norm"), wide: true, cell: (row) => <NormLink norm={row.norm} address={row.address} withdrawn={row.withdrawn} /> },
  { header: "n", numeric: true, cell: ({ table }) => number(table.n) },
  { header: say("Gelijk", "Equal"), numeric: true, cell: ({ table }) => <Part part={table.same} n={table.n} /> },
  { header: "Kappa", numeric: true, cell: ({ kappa }) => <Kappa value={kappa} /> },
  {
    header: say("Organisatie hoger, lager", "Organisation higher, lower"),
    numeric: true,
    cell: ({ table }) => `${number(table.lower)}, ${number(table.higher)}`,
  },
  ...(exploratory ? [] : [{ header: say("Conclusie", "Conclusion"), cell: (row: SelfEvaluatedNorm) => <Said row={row} /> }]),
];

/** Small numbers: the share with its count. */
export function Part({ part, n }: { readonly part: number; readonly n: number }) {
  if (n === 0) return <span class="quiet">–</span>;
  return (
    <>
      {percent(part / n)}
      <small>
        {number(part)} {say("van", "of")} {number(n)}
      </small>
    </>
  );
}

const Said = ({ row }: { readonly row: SelfEvaluatedNorm }) =>
  row.selfIs === null ? <span class="quiet">{conclusionWords(row)}</span> : <strong class="clear">{conclusionWords(row)}</strong>;

/** What the sign test says, or why it says nothing. */
export function conclusionWords({ test, selfIs }: SelfEvaluatedNorm): string {
  if (test === null) return say("niet getoetst (verkennend)", "not tested (exploratory)");
  if (!isSaid(test)) return notYetSentence(test.notYet)[useLanguage()];
  if (selfIs === "higher") return say("ziet zichzelf hoger", "rates itself higher");
  if (selfIs === "lower") return say("ziet zichzelf lager", "rates itself lower");
  return say("geen duidelijk verschil gevonden", "no clear difference found");
}

/** All norms of the selection, for a file. */
export const normTable = ({ rows }: SelfEvaluations): FileTable => ({
  id: "zelfevaluatie-per-norm",
  heading: say("Zelfevaluatie naast audit, per norm", "Self-evaluation beside audit, per norm"),
  table: {
    columns: [
      { header: say("Norm", "Norm"), kind: "text" },
      { header: say("Titel", "Title"), kind: "text" },
      { header: say("Organisaties (n)", "Organisations (n)"), kind: "count" },
      { header: say("Gelijk", "Equal"), kind: "count" },
      { header: say("Aandeel gelijk", "Share equal"), kind: "share" },
      { header: say("Organisatie hoger", "Organisation higher"), kind: "count" },
      { header: say("Organisatie lager", "Organisation lower"), kind: "count" },
      ...kappaColumns(),
      { header: say("q-waarde (tekentoets)", "q-value (sign test)"), kind: "share" },
      { header: say("Conclusie", "Conclusion"), kind: "text" },
    ],
    rows: mostUnlikeFirst(rows).map((row) => [
      row.norm.code,
      row.norm.title,
      row.table.n,
      row.table.same,
      row.table.n === 0 ? null : row.table.same / row.table.n,
      row.table.lower,
      row.table.higher,
      ...kappaCells(row.kappa),
      row.test && isSaid(row.test) ? row.test.q : null,
      conclusionWords(row),
    ]),
  },
});

export const groupTable = (divisions: readonly SelfEvaluationDivision[]): FileTable => ({
  id: "zelfevaluatie-per-soort",
  heading: say(
    "Zelfevaluatie naast audit, per soort organisatie (verkennend)",
    "Self-evaluation beside audit, per kind of organisation (exploratory)",
  ),
  table: {
    columns: [
      { header: say("Indeling", "Division"), kind: "text" },
      { header: say("Groep", "Group"), kind: "text" },
      { header: say("Organisaties (n)", "Organisations (n)"), kind: "count" },
      { header: say("Oordelen", "Judgements"), kind: "count" },
      { header: say("Gelijk", "Equal"), kind: "count" },
      { header: say("Aandeel gelijk", "Share equal"), kind: "share" },
      { header: say("Organisatie hoger", "Organisation higher"), kind: "count" },
      { header: say("Organisatie lager", "Organisation lower"), kind: "count" },
      { header: say("Organisaties per saldo hoger", "Organisations higher on the whole"), kind: "count" },
      { header: say("Organisaties per saldo lager", "Organisations lower on the whole"), kind: "count" },
      ...kappaColumns(),
    ],
    rows: divisions.flatMap(({ division, groups }) =>
      groups.map((one) => [
        divisionName(division),
        groupName(one.group),
        one.organisations,
        one.n,
        one.same,
        one.same / one.n,
        one.selfHigher,
        one.selfLower,
        one.leaning.higher,
        one.leaning.lower,
        ...kappaCells(one.kappa),
      ]),
    ),
  },
});

export const organisationTable = (organisations: readonly SelfEvaluationOfOrganisation[]): FileTable => ({
  id: "zelfevaluatie-per-organisatie",
  heading: say(
    "Zelfevaluatie naast audit, per organisatie: een beschrijving",
    "Self-evaluation beside audit, per organisation: a description",
  ),
  table: {
    columns: [
      { header: say("Organisatie", "Organisation"), kind: "text" },
      { header: say("Normen (n)", "Norms (n)"), kind: "count" },
      { header: say("Gelijk", "Equal"), kind: "count" },
      { header: say("Zichzelf hoger", "Itself higher"), kind: "count" },
      { header: say("Zichzelf lager", "Itself lower"), kind: "count" },
      { header: say("Saldo (hoger min lager, deel van de normen)", "On the whole (higher minus lower, part of the norms)"), kind: "share" },
    ],
    rows: organisations.map(({ name, n, same, selfHigher, selfLower, lean }) => [name, n, same, selfHigher, selfLower, lean]),
  },
});
