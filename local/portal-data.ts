import { ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from "@aws-sdk/client-sfn";
import type { Catalogue } from "../core/catalogue/types.ts";
import { contentTypeOf } from "../core/figures/content-type.ts";
import { bodyCode } from "../core/ids.ts";
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

  const published = async (name: string): Promise<Uint8Array | undefined> => {
    const publication = await findPublication(stack);
    return publication?.files.includes(name) ? figures.find(`published/${publication.run}/${name}`) : undefined;
  };

  return {
    publication: () => findPublication(stack),
    figures: async () => json(await published("norm-figures.json")) ?? [],
    async deliveries() {
      const perBody = await Promise.all([...catalogue.bodies.keys()].map((body) => stack.deliveries.list(bodyCode(body))));
      return perBody.flat().sort((a, b) => (a.number < b.number ? 1 : -1));
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
          return executions.map((execution) => ({
            machine: name,
            name: execution.name ?? "",
            status: execution.status ?? "",
            startedAt: execution.startDate?.toISOString() ?? "",
            ...(execution.stopDate ? { stoppedAt: execution.stopDate.toISOString() } : {}),
          }));
        }),
      );
      return perMachine.flat().sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },
    bodies: async () => new Map([...catalogue.bodies.values()].map((body) => [body.code, body.name])),
  };
}

const json = <T>(content: Uint8Array | undefined): T | undefined => content && (JSON.parse(new TextDecoder().decode(content)) as T);
