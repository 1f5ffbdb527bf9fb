import type { Execution } from "../../data.ts";
import { byMachine, type MachineState } from "../../execution-order.ts";
import { FailedExecutions } from "../../failed-executions.tsx";
import { duration, moment, number } from "../../format.ts";
import { executionsAddress } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { type ExecutionStanding, executionStanding, executionWords, machineWord } from "../../words.ts";

/** Failed ones that the first page lists; the page of executions has them all. */
const MOST_FAILED = 3;

/** How each state machine is doing, and what to do about what failed. Not printed: paper goes to a meeting about norms. */
export function ExecutionStates({ executions }: { readonly executions: readonly Execution[] }) {
  const machines = byMachine(executions);
  const failed = executions.filter((execution) => executionStanding(execution.status) === "failed");
  const columns: readonly Column<MachineState>[] = [
    { header: "Werkstroom", cell: (state) => <MachineName machine={state.machine} />, wide: true },
    ...(["succeeded", "failed", "running"] as const).map((standing) => countColumn(standing)),
    { header: "Laatste keer", cell: (state) => <LastRun execution={state.last} /> },
  ];
  return (
    <section class="brief off-paper" aria-labelledby="uitvoeringen">
      <h2 id="uitvoeringen">Uitvoeringen</h2>
      <Table name="machines" caption="Hoe vaak elke werkstroom is gelukt, mislukt of nog loopt" columns={columns} rows={machines} />
      {failed.length > 0 && <FailedExecutions executions={failed} limit={MOST_FAILED} heading="h3" />}
      <p>
        <a href="/uitvoeringen">Alle uitvoeringen ({number(executions.length)})</a>
      </p>
    </section>
  );
}

const headers: Readonly<Record<ExecutionStanding, string>> = { succeeded: "Gelukt", failed: "Mislukt", running: "Loopt" };

function countColumn(standing: ExecutionStanding): Column<MachineState> {
  return {
    header: headers[standing],
    numeric: true,
    cell: ({ machine, counts }) =>
      counts[standing] === 0 ? "0" : <a href={executionsAddress({ machine, standing })}>{number(counts[standing])}</a>,
  };
}

/** What it does, and the name of its file. */
export function MachineName({ machine }: { readonly machine: string }) {
  return (
    <>
      {machineWord(machine)} {machineWord(machine) !== machine && <small>{machine}</small>}
    </>
  );
}

function LastRun({ execution }: { readonly execution: Execution }) {
  const took = execution.stoppedAt && duration(execution.startedAt, execution.stoppedAt);
  return (
    <>
      <StatusBadge word={executionWords[executionStanding(execution.status)]} /> {moment(execution.startedAt)}
      {took ? `, in ${took}` : ""}
    </>
  );
}
