import { dutchDay, isoDay } from "../../../core/calendar.ts";
import { type LabelPlan, type Planning, quarterOf } from "../../../core/figures/analyses/planning.ts";
import type { NextTest } from "../../../core/figures/deliveries/next-tests.ts";
import { type FileTable, tableDownloads } from "../../chart-files.ts";
import type { Chart } from "../../charts/chart-figure.tsx";
import { CountColumns, type CountColumnsData, countColumnsTable } from "../../charts/count-columns.tsx";
import { wordingOf } from "../../charts/wording.ts";
import { count, number } from "../../format.ts";
import { say, useLanguage } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { TableFiles } from "../../table-files.tsx";
import { useVisit } from "../../visit.tsx";
import { type Word, word } from "../../words.ts";

/** The next of a list are in sight; the rest opens when asked. */
const IN_SIGHT = 10;

interface NextTestsProps {
  readonly plan: LabelPlan;
  readonly bodies: ReadonlyMap<string, string>;
}

/** The organisations of one label, who is due first, first. */
export function NextTests({ plan, bodies }: NextTestsProps) {
  const { address } = useVisit();
  const { label, tests } = plan;
  const expected = tests.filter(({ state }) => state !== "away");
  const away = tests.filter(({ state }) => state === "away");
  const id = idOf(label);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(`${label}: volgende toets per organisatie`, `${label}: next test per organisation`)}</h2>
      {expected.length > 0 && (
        <List
          caption={say(`${label}: wie het eerst aan de beurt is`, `${label}: who is due first`)}
          rows={expected.slice(0, IN_SIGHT)}
          bodies={bodies}
        />
      )}
      <More
        summary={say(`Nog ${number(expected.length - IN_SIGHT)}`, `${number(expected.length - IN_SIGHT)} more`)}
        rows={expected.slice(IN_SIGHT)}
        bodies={bodies}
      />
      <More summary={say(`Weggebleven (${number(away.length)})`, `Stayed away (${number(away.length)})`)} rows={away} bodies={bodies} />
      <TableFiles downloads={tableDownloads(address, nextTestsTable(plan, bodies).id)} section={id} />
    </section>
  );
}

interface RowsProps {
  readonly rows: readonly NextTest[];
  readonly bodies: ReadonlyMap<string, string>;
}

const More = ({ summary, rows, bodies }: RowsProps & { readonly summary: string }) =>
  rows.length === 0 ? null : (
    <details>
      <summary>{summary}</summary>
      <List caption={summary} rows={rows} bodies={bodies} />
    </details>
  );

function List({ caption, rows, bodies }: RowsProps & { readonly caption: string }) {
  const columns: readonly Column<NextTest>[] = [
    { header: say("Organisatie", "Organisation"), cell: ({ name }) => <bdi>{name}</bdi>, wide: true },
    { header: say("Laatste toets", "Last test"), cell: ({ lastTest, body }) => `${dutchDay(lastTest)}, ${bodies.get(body) ?? body}` },
    { header: say("Uiterlijk", "Due by"), cell: ({ due }) => dutchDay(due) },
    { header: say("Kwartaal", "Quarter"), cell: ({ due }) => quarterWords(due) },
    { header: say("Stand", "State"), cell: (one) => <StatusBadge word={stateWord(one)} /> },
  ];
  return <Table name="due" caption={caption} columns={columns} rows={rows} />;
}

/** "2e kwartaal 2027" */
export function quarterWords(day: number): string {
  const quarter = quarterOf(day);
  const [year, of] = [Math.floor(quarter / 4), (quarter % 4) + 1];
  return say(`${of}e kwartaal ${year}`, `Q${of} ${year}`);
}

export function stateWord({ state, monthsLate }: Pick<NextTest, "state" | "monthsLate">): Word {
  if (state === "later") return word("op tijd", "on time", "good");
  if (state === "soon") return word("bijna aan de beurt", "nearly due", "busy");
  if (state === "away") return word("weggebleven", "stayed away", "quiet");
  if (monthsLate === 0) return word("net te laat", "just late", "mixed");
  return word(`${count(monthsLate, "maand", "maanden")} te laat`, `${count(monthsLate, "month", "months")} late`, "bad");
}

const idOf = (label: string): string => `toetsen-${label.replace(/[^\w-]+/g, "-")}`;

/** Organisations that are due in each quarter to come; undefined when nobody is. */
export function planningChart({ quarters, labels }: Planning): Chart | undefined {
  if (!labels.some(({ perQuarter }) => perQuarter.some((one) => one > 0))) return undefined;
  const data: CountColumnsData = {
    periods: quarters.map((quarter) =>
      say(`K${(quarter % 4) + 1} ${Math.floor(quarter / 4)}`, `Q${(quarter % 4) + 1} ${Math.floor(quarter / 4)}`),
    ),
    lines: labels.map(({ label, perQuarter }) => ({ name: label, counts: perQuarter })),
    what: say("Organisaties", "Organisations"),
  };
  const busiest = labels
    .map(({ label, perQuarter }) => ({ label, most: Math.max(...perQuarter), at: quarters[perQuarter.indexOf(Math.max(...perQuarter))]! }))
    .filter(({ most }) => most > 0);
  return {
    id: "per-kwartaal",
    heading: say("Organisaties die aan de beurt zijn, per kwartaal", "Organisations that are due, per quarter"),
    conclusion: busiest
      .map(({ label, most, at }) =>
        say(
          `${label}: het drukst in het ${(at % 4) + 1}e kwartaal van ${Math.floor(at / 4)}, met ${count(most, "organisatie", "organisaties")}.`,
          `${label}: busiest in Q${(at % 4) + 1} ${Math.floor(at / 4)}, with ${count(most, "organisation", "organisations")}.`,
        ),
      )
      .join(" "),
    draw: (drawing) => <CountColumns data={data} drawing={drawing} />,
    table: countColumnsTable(data, wordingOf(useLanguage())),
  };
}

/** All organisations of a label, for a file. */
export const nextTestsTable = ({ label, tests }: LabelPlan, bodies: ReadonlyMap<string, string>): FileTable => ({
  id: idOf(label),
  heading: say(`${label}: volgende toets per organisatie`, `${label}: next test per organisation`),
  table: {
    columns: [
      { header: say("Organisatie", "Organisation"), kind: "text" },
      { header: say("Certificerende instelling", "Certifying body"), kind: "text" },
      { header: say("Laatste toets", "Last test"), kind: "day" },
      { header: say("Cyclus (jaar)", "Cycle (years)"), kind: "count" },
      { header: say("Uiterlijk", "Due by"), kind: "day" },
      { header: say("Kwartaal", "Quarter"), kind: "text" },
      { header: say("Maanden te laat", "Months late"), kind: "count" },
      { header: say("Stand", "State"), kind: "text" },
    ],
    rows: tests.map((one) => [
      one.name,
      bodies.get(one.body) ?? one.body,
      isoDay(one.lastTest),
      one.cycleYears,
      isoDay(one.due),
      quarterWords(one.due),
      one.monthsLate,
      stateWord(one).text,
    ]),
  },
});
