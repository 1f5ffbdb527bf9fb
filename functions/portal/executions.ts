import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SFNClient,
} from "@aws-sdk/client-sfn";
import type { ExecutionPlace, PortalData, RedriveOutcome } from "../../portal/data.ts";

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

/** Lets a failed execution of one of these state machines go on. `place`: as the list gave it, or as somebody typed it. */
export async function redriveExecution(machines: readonly string[], { machine, name }: ExecutionPlace): Promise<RedriveOutcome> {
  const stateMachineArn = machines.find((arn) => nameOf(arn) === machine);
  if (stateMachineArn === undefined || !EXECUTION_NAME.test(name)) return "unknown";
  const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const client = new SFNClient({});
  try {
    await client.send(new RedriveExecutionCommand({ executionArn }));
    return "redriven";
  } catch (error) {
    if (error instanceof Error && error.name === "ExecutionDoesNotExist") return "unknown";
    if (!(error instanceof Error && error.name === "ExecutionNotRedrivable")) throw error;
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
    return status === "RUNNING" || status === "PENDING_REDRIVE" || status === "SUCCEEDED" ? "already" : "tooLate";
  } finally {
    client.destroy();
  }
}

/** What Step Functions takes for a name, without what would lead out of the ARN. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const EXECUTION_NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/;

const nameOf = (stateMachineArn: string): string => stateMachineArn.split(":").at(-1) ?? "";

async function ofMachine(client: SFNClient, stateMachineArn: string): Promise<Executions> {
  const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }));
  return Promise.all(
    executions.map(async (execution) => ({
      machine: nameOf(stateMachineArn),
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
