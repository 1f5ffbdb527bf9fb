import { mayReplace, mayStandBeside } from "./beside-earlier.ts";
import { divisionsOf, judgementsAt, type LabelYears, movementBetween, type ReportDivision } from "./label-years.ts";
import { type Division, type Judgements, nothingShown, type PublicCounts, retreats, shownNorm } from "./public-counts.ts";
import type { ReportedNorm, YearlyReport } from "./report.ts";

type NormYears = Pick<ReportedNorm, "years" | "divisions">;

/** Earlier figures of one norm that everybody has. */
interface Known {
  readonly year: number;
  readonly counts: PublicCounts;
  readonly divisions: ReportedNorm["divisions"];
}

/**
 * One norm over the years of a report. A year of which figures were published before is taken over as it was published, also when it would be
 * counted otherwise now: who has both would see the difference. The others are counted, and hidden as far as they have to be
 * beside each other and beside all that was published.
 *
 * @param column of the norm in the view of the label
 * @param published reports of this label, oldest first: of earlier years, of later ones, and earlier versions of this one
 */
export function normYears(
  label: LabelYears,
  column: number,
  addresses: readonly string[],
  years: readonly number[],
  published: readonly YearlyReport[],
): NormYears {
  const known = published.flatMap((report) => knownOf(report, addresses));
  const reportYear = years.at(-1);
  const settled: Known[] = [];
  for (const year of years) {
    const before = year === reportYear ? undefined : known.findLast((one) => one.year === year);
    const others = [...settled, ...known.filter((one) => one.year !== year)];
    const versions = known.filter((one) => one.year === year);
    settled.push(before ?? settle({ label, column, year, others, versions, divided: year === reportYear }));
  }
  return { years: settled.map(({ counts }) => counts), divisions: settled.at(-1)?.divisions ?? null };
}

function knownOf(report: YearlyReport, addresses: readonly string[]): Known[] {
  const norm = report.norms.find((one) => one.addresses.some((address) => addresses.includes(address)));
  if (!norm) return [];
  return report.years.map((year, i) => ({
    year,
    counts: norm.years[i] ?? nothingShown,
    divisions: year === report.year ? norm.divisions : null,
  }));
}

interface Unsettled {
  readonly label: LabelYears;
  readonly column: number;
  readonly year: number;
  /** Of other years. */
  readonly others: readonly Known[];
  /** Of this year. */
  readonly versions: readonly Known[];
  /** Are groups shown at all? */
  readonly divided: boolean;
}

function settle(asked: Unsettled): Known {
  const { label, column, year } = asked;
  const all = judgementsAt(label, label.endOf(year), column);
  for (const retreat of retreats) {
    const { counts } = shownNorm(all, [], retreat);
    if (!holds(counts, asked)) continue;
    // Of a whole of which not even a range is known, groups would be the first to tell one.
    const divided = asked.divided && retreat === "nothing" && counts.met !== null;
    return { year, counts, divisions: divided ? divisionsBeside(all, asked) : null };
  }
  return { year, counts: nothingShown, divisions: null };
}

function divisionsBeside(all: Judgements, asked: Unsettled): Known["divisions"] {
  const { label, column, year } = asked;
  const divisions = divisionsOf(label);
  const groups = divisions.map(
    (division): Division => ({
      name: division.name,
      groups: division.groups.map((name, group) => ({
        name,
        counts: judgementsAt(label, label.endOf(year), column, { division, group }),
      })),
    }),
  );
  const shown = shownNorm(all, groups).divisions;
  return shown !== null && groupsHold(shown, divisions, asked) ? shown : null;
}

function holds(counts: PublicCounts, { label, column, year, others, versions }: Unsettled): boolean {
  return (
    versions.every((version) => mayReplace(version.counts, counts)) &&
    others.every((other) => beside(label, column, year, counts, other.year, other.counts))
  );
}

/** Groups that were shown in any report before are held against those; in an earlier version they must have been shown too. */
function groupsHold(
  shown: readonly (readonly PublicCounts[])[],
  divisions: readonly ReportDivision[],
  { label, column, year, others, versions }: Unsettled,
): boolean {
  const each = (known: Known, test: (before: PublicCounts, now: PublicCounts, division: ReportDivision, group: number) => boolean) =>
    divisions.every((division, i) =>
      division.groups.every((_, group) => {
        const [before, now] = [known.divisions?.[i]?.[group], shown[i]?.[group] ?? nothingShown];
        return before === undefined || test(before, now, division, group);
      }),
    );
  const inVersions = versions.every((version) => version.divisions !== null && each(version, (before, now) => mayReplace(before, now)));
  return (
    inVersions &&
    others.every((other) =>
      each(other, (before, now, division, group) => beside(label, column, year, now, other.year, before, { division, group })),
    )
  );
}

function beside(
  label: LabelYears,
  column: number,
  year: number,
  counts: PublicCounts,
  otherYear: number,
  other: PublicCounts,
  within?: { readonly division: ReportDivision; readonly group: number },
): boolean {
  const [first, last] = year < otherYear ? [year, otherYear] : [otherYear, year];
  const [earlier, later] = year < otherYear ? [counts, other] : [other, counts];
  return mayStandBeside(earlier, later, movementBetween(label, label.endOf(first), label.endOf(last), column, within));
}
