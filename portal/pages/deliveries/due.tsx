import { may } from "../../../core/access.ts";
import { dutchDay } from "../../../core/calendar.ts";
import type { DueOfLabel, DueOrganisation } from "../../../core/figures/deliveries/due-organisations.ts";
import { count, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { useVisit } from "../../visit.tsx";
import { stateWord } from "../follow-up/next-tests.tsx";
import { PLANNING } from "../follow-up/tabs.tsx";

/** The longest overdue are asked after first; the rest opens when asked. */
const IN_SIGHT = 10;

/** Which organisations are due for a hertoets, against the cycle of each label. */
export function Due({ labels, bodies }: { readonly labels: readonly DueOfLabel[]; readonly bodies: ReadonlyMap<string, string> }) {
  const { user } = useVisit();
  const some = labels.filter(({ due }) => due.length > 0);
  if (some.length === 0) return null;
  return (
    <section aria-labelledby="te-laat">
      <h2 id="te-laat">{say("Wie is aan een hertoets toe", "Who is due for a recertification")}</h2>
      <p>
        {say(
          "Gerekend vanaf de laatste eerste toets of hertoets, met de cyclus van het label. Een toets die wel is gehouden maar nog niet is aangeleverd, staat hier ook als te laat.",
          "Counted from the last first test or recertification, with the cycle of the label. A test that was held but not delivered yet is late here too.",
        )}{" "}
        {may(user, "seeFigures") && (
          <a href={PLANNING}>
            {say(
              "Alle volgende toetsen, en waar één toets van twee labels kan",
              "All next tests, and where one audit of two labels would do",
            )}
          </a>
        )}
      </p>
      {some.map((label) => (
        <OfLabel label={label} bodies={bodies} />
      ))}
    </section>
  );
}

function OfLabel({
  label: { label, organisations, due },
  bodies,
}: {
  readonly label: DueOfLabel;
  readonly bodies: ReadonlyMap<string, string>;
}) {
  const number_ = (state: DueOrganisation["state"]) => number(due.filter((one) => one.state === state).length);
  const called = due.filter(({ state }) => state !== "away");
  const away = due.filter(({ state }) => state === "away");
  return (
    <>
      <h3>{label}</h3>
      <p>
        {say(
          `Van ${count(organisations, "organisatie", "organisaties")} zijn er ${number_("overdue")} te laat en ${number_("soon")} binnen een half jaar aan de beurt. ${number_("away")} zijn weggebleven: hun volgende toets komt waarschijnlijk niet meer.`,
          `Of ${count(organisations, "organisation", "organisations")} ${number_("overdue")} are late and ${number_("soon")} are due within half a year. ${number_("away")} stayed away: their next test will probably not come.`,
        )}
      </p>
      <List
        caption={say(`${label}: te laat of bijna aan de beurt`, `${label}: late or nearly due`)}
        rows={called.slice(0, IN_SIGHT)}
        bodies={bodies}
      />
      <More
        rows={called.slice(IN_SIGHT)}
        bodies={bodies}
        summary={say(`Nog ${number(called.length - IN_SIGHT)}`, `${number(called.length - IN_SIGHT)} more`)}
      />
      <More rows={away} bodies={bodies} summary={say(`Weggebleven (${number(away.length)})`, `Stayed away (${number(away.length)})`)} />
    </>
  );
}

interface RowsProps {
  readonly rows: readonly DueOrganisation[];
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
  if (rows.length === 0) return null;
  const columns: readonly Column<DueOrganisation>[] = [
    { header: say("Organisatie", "Organisation"), cell: ({ name }) => <bdi>{name}</bdi>, wide: true },
    { header: say("Laatste toets", "Last test"), cell: ({ lastTest, body }) => `${dutchDay(lastTest)}, ${bodies.get(body) ?? body}` },
    { header: say("Uiterlijk", "Due by"), cell: ({ due }) => dutchDay(due) },
    { header: say("Stand", "State"), cell: (one) => <StatusBadge word={stateWord(one)} /> },
  ];
  return <Table name="due" caption={caption} columns={columns} rows={rows} />;
}
