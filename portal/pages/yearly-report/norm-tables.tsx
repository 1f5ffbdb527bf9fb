import { isExact, type Range } from "../../../core/figures/suppression/range.ts";
import type { PublicCounts } from "../../../core/figures/yearly-report/public-counts.ts";
import type { ReportedDivision, ReportedNorm, YearlyReport } from "../../../core/figures/yearly-report/report.ts";
import { changeOf, countsOfYear, type NormChange, publicShare } from "../../../core/figures/yearly-report/summaries.ts";
import { ShareBar } from "../../charts/share-bar.tsx";
import { points } from "../../difference.tsx";
import { count, number, percent } from "../../format.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { metSentence, notShown, rangeWords, shareWords } from "./words.ts";

/** Every norm with its share, in the order of the framework. */
export function NormTable({
  report,
  norms,
  caption,
}: {
  readonly report: YearlyReport;
  readonly norms: readonly ReportedNorm[];
  readonly caption: string;
}) {
  return <Table name="figures yearly" caption={caption} columns={normColumns(report)} rows={norms} />;
}

const normColumns = ({ years }: YearlyReport): readonly Column<ReportedNorm>[] => [
  { header: say("Norm", "Norm"), wide: true, cell: (norm) => <NormName norm={norm} /> },
  { header: say("Verdeling", "Distribution"), cell: (norm) => <Bar counts={countsOfYear(norm)} /> },
  { header: say("Aandeel voldoet", "Share met"), numeric: true, cell: (norm) => <ShareCell counts={countsOfYear(norm)} /> },
  { header: say("Voldoet deels of niet", "Partly or not met"), numeric: true, cell: (norm) => <NotFully counts={countsOfYear(norm)} /> },
  { header: say("Sinds eerder", "Since before"), numeric: true, cell: (norm) => <Change change={changeOf(norm, years)} /> },
];

export function NormName({ norm }: { readonly norm: Pick<ReportedNorm, "code" | "title"> }) {
  return (
    <>
      <b>{norm.code}</b> {norm.title}
    </>
  );
}

function Bar({ counts }: { readonly counts: PublicCounts }) {
  const share = publicShare(counts);
  if (!share) return <span class="quiet">{counts.judged?.to === 0 ? say("niet beoordeeld", "not assessed") : notShown()}</span>;
  return <ShareBar {...share} words={metSentence(counts)} />;
}

export function ShareCell({ counts }: { readonly counts: PublicCounts }) {
  const share = publicShare(counts);
  const { judged } = counts;
  if (judged === null) return <span class="quiet">{notShown()}</span>;
  if (judged.to === 0) return <span class="quiet">{say("niet beoordeeld", "not assessed")}</span>;
  if (!share)
    return (
      <>
        <span class="quiet">{notShown()}</span>
        <small>n = {number(judged.to)}</small>
      </>
    );
  return (
    <>
      {shareWords(share)}
      <small>n = {number(judged.to)}</small>
      <small>
        {percent(share.interval.lower)} {say("tot", "to")} {percent(share.interval.upper)}
      </small>
    </>
  );
}

/** How many meet it partly and not at all; where one of the two is hidden, how many together. */
function NotFully({ counts: { judged, met, partiallyMet, notMet } }: { readonly counts: PublicCounts }) {
  if (judged === null || met === null) return <span class="quiet">{notShown()}</span>;
  if (partiallyMet && notMet && isExact(partiallyMet) && isExact(notMet)) {
    return (
      <>
        {say(`${number(partiallyMet.from)} deels`, `${number(partiallyMet.from)} partly`)}
        <small>{say(`${number(notMet.from)} niet`, `${number(notMet.from)} not`)}</small>
      </>
    );
  }
  const together: Range = { from: judged.to - met.to, to: judged.to - met.from };
  return (
    <>
      {rangeWords(together)}
      <small>{say("samen", "together")}</small>
    </>
  );
}

function Change({ change }: { readonly change: NormChange | undefined }) {
  if (!change) return <span class="quiet">–</span>;
  return (
    <>
      {changeWords(change)}
      <small>
        {say("sinds", "since")} {change.since}
      </small>
    </>
  );
}

/** In points, with limits where the counts have them. */
export const changeWords = ({ from, to }: Pick<NormChange, "from" | "to">): string =>
  points(from) === points(to) ? points(from) : `${points(from)} ${say("tot", "to")} ${points(to)}`;

/** Norms by group: how many meet it of how many, and the share. */
export function DivisionTable({ report, division }: { readonly report: YearlyReport; readonly division: number }) {
  const { name, groups } = report.divisions[division]!;
  const filled = groups.flatMap(({ name: group, organisations }, i) => (organisations?.to === 0 ? [] : [{ group, i }]));
  const norms = report.norms.filter(
    ({ divisions }) => divisions !== null && divisions[division]!.some((counts) => publicShare(counts) !== null),
  );
  if (filled.length < 2 || norms.length === 0) {
    return <p>{say("De aantallen zijn te klein om per groep te tonen.", "The numbers are too small to be shown by group.")}</p>;
  }
  const left = report.norms.length - norms.length;
  return (
    <>
      {left > 0 && (
        <p>
          {say(
            `${count(left, "norm staat", "normen staan")} er niet bij: daar zijn de aantallen te klein.`,
            `${count(left, "norm is", "norms are")} left out: their numbers are too small.`,
          )}
        </p>
      )}
      <Table
        name="yearly"
        caption={say(
          `Aandeel dat voldoet ${divisionWords(name)}, met n en 95%-interval`,
          `Share met ${divisionWords(name)}, with n and 95% interval`,
        )}
        columns={[
          { header: say("Norm", "Norm"), wide: true, cell: (norm: ReportedNorm) => <NormName norm={norm} /> },
          ...filled.map(
            ({ group, i }): Column<ReportedNorm> => ({
              header: groupName(group),
              numeric: true,
              cell: ({ divisions }) => <ShareCell counts={divisions![division]![i]!} />,
            }),
          ),
        ]}
        rows={norms}
      />
    </>
  );
}

export const divisionWords = (name: ReportedDivision["name"]): string =>
  name === "variant" ? say("per variant", "by variant") : say("naar grootte van de organisatie", "by size of the organisation");

/** Classes are data in Dutch; English pages say them in English. */
export function groupName(group: string): string {
  const english: Readonly<Record<string, string>> = {
    "minder dan 10 fte": "less than 10 fte",
    "10 tot 50 fte": "10 to 50 fte",
    "50 tot 250 fte": "50 to 250 fte",
    "250 fte of meer": "250 fte or more",
    "niet opgegeven": "not given",
  };
  return say(group, english[group] ?? group);
}

/** The share of every norm in every year, the newest first: so a year stands in the same place in each report. */
export function YearsTable({ report }: { readonly report: YearlyReport }) {
  const { years, norms } = report;
  return (
    <Table
      name="yearly years"
      caption={say("Aandeel dat voldoet op de laatste dag van het jaar; n eronder", "Share met on the last day of the year; n below")}
      columns={[
        { header: say("Norm", "Norm"), cell: ({ code }: ReportedNorm) => <b>{code}</b> },
        ...years
          .map(
            (year, i): Column<ReportedNorm> => ({
              header: String(year),
              numeric: true,
              cell: (norm) => <YearCell counts={norm.years[i]!} />,
            }),
          )
          .toReversed(),
      ]}
      rows={norms}
    />
  );
}

function YearCell({ counts }: { readonly counts: PublicCounts }) {
  const share = publicShare(counts);
  if (!share) return <span class="quiet">–</span>;
  return (
    <>
      {shareWords(share)}
      <small>{number(counts.judged!.to)}</small>
    </>
  );
}
