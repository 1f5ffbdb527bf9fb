import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import {
  DescribeExecutionCommand,
  type ExecutionListItem,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
} from "@aws-sdk/client-sfn";
import type { Catalogue } from "../core/catalogue/types.ts";
import { contentTypeOf } from "../core/figures/content-type.ts";
import { bodyCode, compareDeliveryNumbers } from "../core/ids.ts";
import { receiptContentTypes, receiptFileKey } from "../core/intake/receipt-files.ts";
import type { DeliveryRecord } from "../core/ports.ts";
import type { PortalData } from "../portal/data.ts";
import { findPublication } from "./score.ts";
import type { Stack } from "./stack.ts";

/** What the portal shows, from the stores of the stack. */
export function portalData(stack: Stack, catalogue: Catalogue): PortalData {
  const workflows = new SFNClient({});
  const { figures, receipts } = stack.stores;

  const find = async (body: string, number: string): Promise<DeliveryRecord | undefined> =>
    (await stack.deliveries.list(bodyCode(body))).find((record) => record.number === number);

  /** Bodies of the catalogue, and whoever else put a file: a delivery of an unknown body is shown too. */
  const senders = async (): Promise<readonly string[]> => {
    const { CommonPrefixes = [] } = await stack.s3.send(new ListObjectsV2Command({ Bucket: stack.deliveriesBucket, Delimiter: "/" }));
    return [...new Set([...catalogue.bodies.keys(), ...CommonPrefixes.map(({ Prefix = "" }) => Prefix.slice(0, -1))])];
  };

  /** Only a failed execution is asked for its error: the list does not give it. */
  const errorOf = async ({ executionArn, status }: ExecutionListItem): Promise<string | undefined> =>
    status === "FAILED" || status === "TIMED_OUT"
      ? (await workflows.send(new DescribeExecutionCommand({ executionArn }))).error
      : undefined;

  const published = async (name: string): Promise<Uint8Array | undefined> => {
    const publication = await findPublication(stack);
    return publication?.files.includes(name) ? figures.find(`published/${publication.run}/${name}`) : undefined;
  };

  return {
    publication: () => findPublication(stack),
    figures: async () => json(await published("norm-figures.json")) ?? [],
    signals: async () => json(await published("signals.json")) ?? [],
    async deliveries() {
      const perBody = await Promise.all((await senders()).map((body) => stack.deliveries.list(bodyCode(body))));
      return perBody.flat().sort((a, b) => compareDeliveryNumbers(b.number, a.number));
    },
    async receipt(body, number) {
      const record = await find(body, number);
      return record && json(await receipts.find(receiptFileKey(record, "receipt.json")));
    },
    async receiptFile(body, number, kind) {
      const record = await find(body, number);
      const content = record && (await receipts.find(receiptFileKey(record, kind)));
      return content && { name: `${record.file.split("/").at(-1)}.${kind}`, contentType: receiptContentTypes[kind], content };
    },
    async publishedFile(name) {
      const content = await published(name);
      return content && { contentType: contentTypeOf(name), content };
    },
    async executions() {
      const { stateMachines = [] } = await workflows.send(new ListStateMachinesCommand({}));
      const perMachine = await Promise.all(
        stateMachines.map(async ({ name = "", stateMachineArn }) => {
          const { executions = [] } = await workflows.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }));
          return Promise.all(
            executions.map(async (execution) => ({
              machine: name,
              name: execution.name ?? "",
              status: execution.status ?? "",
              startedAt: execution.startDate?.toISOString() ?? "",
              stoppedAt: execution.stopDate?.toISOString(),
              error: await errorOf(execution),
            })),
          );
        }),
      );
      return perMachine.flat().sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },
    frameworks: async () => catalogue.frameworks,
    bodies: async () => new Map([...catalogue.bodies.values()].map((body) => [body.code, body.name])),
  };
}

const json = <T>(content: Uint8Array | undefined): T | undefined => content && (JSON.parse(new TextDecoder().decode(content)) as T);
