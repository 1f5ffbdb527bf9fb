import { DescribeExecutionCommand, type ExecutionListItem, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import type { PortalData } from "../../portal/data.ts";

type Executions = Awaited<ReturnType<PortalData["executions"]>>;

/** The latest executions of the state machines, newest first. */
export async function executionsOf(machines: readonly string[]): Promise<Executions> {
  const client = new SFNClient({});
  try {
    const perMachine = await Promise.all(machines.map((machine) => ofMachine(client, machine)));
    return perMachine.flat().sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  } finally {
    client.destroy();
  }
}

async function ofMachine(client: SFNClient, stateMachineArn: string): Promise<Executions> {
  const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }));
  return Promise.all(
    executions.map(async (execution) => ({
      machine: stateMachineArn.split(":").at(-1) ?? "",
      name: execution.name ?? "",
      status: execution.status ?? "",
      startedAt: execution.startDate?.toISOString() ?? "",
      stoppedAt: execution.stopDate?.toISOString(),
      error: await errorOf(client, execution),
    })),
  );
}

/** Only a failed execution is asked for its error: the list does not give it. */
async function errorOf(client: SFNClient, { executionArn, status }: ExecutionListItem): Promise<string | undefined> {
  if (status !== "FAILED" && status !== "TIMED_OUT") return undefined;
  return (await client.send(new DescribeExecutionCommand({ executionArn }))).error;
}
