import type { Execution } from "../../data.ts";
import { byMachine, type MachineState } from "../../execution-order.ts";
import { duration, moment, number } from "../../format.ts";
import { say } from "../../language.tsx";
import { executionsAddress } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { type ExecutionStanding, executionStanding, executionWords, machineWord } from "../../words.ts";

/** How each state machine is doing. */
export function ExecutionStates({ executions }: { readonly executions: readonly Execution[] }) {
  const machines = byMachine(executions);
  const columns: readonly Column<MachineState>[] = [
    { header: say("Werkstroom", "Workflow"), cell: (state) => <MachineName machine={state.machine} />, wide: true },
    ...(["succeeded", "failed", "running"] as const).map((standing) => countColumn(standing)),
    { header: say("Laatste keer", "Last time"), cell: (state) => <LastRun execution={state.last} /> },
  ];
  return (
    <Table
      name="machines"
      caption={say(
        "Hoe vaak elke werkstroom is gelukt, mislukt of nog loopt",
        "How often each workflow succeeded, failed or is still running",
      )}
      columns={columns}
      rows={machines}
    />
  );
}

function countColumn(standing: ExecutionStanding): Column<MachineState> {
  return {
    header: capital(executionWords[standing].text),
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
