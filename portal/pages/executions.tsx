import type { Execution } from "../data.ts";
import { FailedExecutions } from "../failed-executions.tsx";
import { count, duration, moment, number } from "../format.ts";
import { Layout } from "../layout.tsx";
import { Pager } from "../pager.tsx";
import { Select } from "../select.tsx";
import { type ExecutionSelection, executionsAddress, slice } from "../selection.ts";
import { StatusBadge } from "../status-badge.tsx";
import { type Column, Table } from "../table.tsx";
import { type ExecutionStanding, executionSlugs, executionStanding, executionWords, machineWord } from "../words.ts";
import { MachineName } from "./overview/execution-states.tsx";

interface ExecutionsProps {
  readonly executions: readonly Execution[];
  readonly selection: ExecutionSelection;
}

const PER_PAGE = 100;
/** Failed ones with advice above the table. */
const MOST_FAILED = 10;

/** All executions, newest first, with what to do about those that failed. */
export function Executions({ executions, selection }: ExecutionsProps) {
  const chosen = executions.filter(
    (execution) =>
      (selection.machine === undefined || execution.machine === selection.machine) &&
      (selection.standing === undefined || executionStanding(execution.status) === selection.standing),
  );
  const failed = chosen.filter((execution) => executionStanding(execution.status) === "failed");
  const shown = slice(chosen, selection.page, PER_PAGE);
  return (
    <Layout title="Uitvoeringen" section="/uitvoeringen">
      <h1>Uitvoeringen</h1>
      <p class="lead">Elke aanlevering en elke berekening van de cijfers is een uitvoering van een werkstroom.</p>
      {executions.length === 0 ? (
        <p class="notice">Er is nog niets uitgevoerd. Zodra er een bestand binnenkomt, staat de verwerking hier.</p>
      ) : (
        <>
          <Choice executions={executions} selection={selection} />
          {failed.length > 0 && <FailedExecutions executions={failed} limit={MOST_FAILED} heading="h2" />}
          {chosen.length === 0 ? (
            <p class="notice">
              Geen uitvoering past bij deze keuze. <a href="/uitvoeringen">Toon alle {number(executions.length)}</a>
            </p>
          ) : (
            <Table
              name="executions"
              caption={`${count(chosen.length, "uitvoering", "uitvoeringen")}, nieuwste eerst`}
              columns={columns}
              rows={shown.items}
            />
          )}
          <Pager slice={shown} what="uitvoeringen" address={(page) => executionsAddress({ ...selection, page })} />
        </>
      )}
    </Layout>
  );
}

const columns: readonly Column<Execution>[] = [
  { header: "Werkstroom", cell: (execution) => <MachineName machine={execution.machine} /> },
  { header: "Naam", cell: (execution) => <code class="file">{execution.name}</code>, wide: true },
  { header: "Status", cell: (execution) => <StatusBadge word={executionWords[executionStanding(execution.status)]} /> },
  { header: "Gestart", cell: (execution) => <time datetime={execution.startedAt}>{moment(execution.startedAt)}</time> },
  { header: "Duur", cell: ({ startedAt, stoppedAt }) => (stoppedAt && duration(startedAt, stoppedAt)) || "–", numeric: true },
];

function Choice({ executions, selection }: ExecutionsProps) {
  const machines = [...new Set(executions.map((execution) => execution.machine))].sort();
  const standings = Object.keys(executionWords) as ExecutionStanding[];
  return (
    <form method="get" action="/uitvoeringen" class="filter">
      <Select
        name="machine"
        label="Werkstroom"
        all="Alle"
        options={machines.map((machine) => [machine, machineWord(machine)])}
        chosen={selection.machine}
      />
      <Select
        name="status"
        label="Status"
        all="Alle"
        options={standings.map((standing) => [executionSlugs[standing], executionWords[standing].text])}
        chosen={selection.standing && executionSlugs[selection.standing]}
      />
      <p>
        <button type="submit">Toon</button>
      </p>
    </form>
  );
}
