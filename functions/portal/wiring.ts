/** The portal on its stores: the same for Lambda and for one machine, where the AWS SDK finds stand-ins. */
import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { once } from "../../core/once.ts";
import { openTokens } from "../../portal/api/tokens.ts";
import { createPortal, type Portal } from "../../portal/app.tsx";
import type { PortalData } from "../../portal/data.ts";
import { openIssuer } from "../../portal/sign-in/issuer.ts";
import { catalogueStore, compareWithForce, filesInForce, putInForce } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { decisionRegister } from "../adapters/table/decision-register.ts";
import { deliveryRegister } from "../adapters/table/delivery-register.ts";
import { draftRegister } from "../adapters/table/draft-register.ts";
import { machineRegister } from "../adapters/table/machine-register.ts";
import { mailChoices } from "../adapters/table/mail-choices.ts";
import { notificationMemory } from "../adapters/table/notification-memory.ts";
import { outbox } from "../adapters/table/outbox.ts";
import { peopleTrail } from "../adapters/table/people-trail.ts";
import { publishedReports } from "../adapters/table/published-reports.ts";
import { reportHistory } from "../adapters/table/report-history.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { sessionRegister } from "../adapters/table/session-register.ts";
import { unsubscribeTokens } from "../adapters/table/unsubscribe-tokens.ts";
import { uploadRegister } from "../adapters/table/upload-register.ts";
import { place } from "../runtime/config.ts";
import { deliveryStore } from "./delivery-store.ts";
import { portalData } from "./portal-data.ts";
import { reviewDesk } from "./review-desk.ts";
import type { PortalSettings } from "./settings.ts";
import { filesIn } from "./stored-file.ts";

/** What the pages show, from the stores that the environment names. `machines`: ARNs of the state machines. */
export function wirePortalData(machines: readonly string[]): PortalData {
  const client = s3();
  const table = openTable(place("table"));
  const catalogues = catalogueStore(objectStore(client, place("catalogue")));
  return portalData({
    deliveries: deliveryRegister(table),
    catalogues,
    figures: objectStore(client, place("figures")),
    figureFile: filesIn(client, place("figures")),
    receipts: objectStore(client, place("receipts")),
    receiptFile: filesIn(client, place("receipts")),
    whole: objectStore(client, place("reports")),
    reports: reportHistory(table),
    reminders: notificationMemory(table).reminders,
    machines,
    async senders() {
      const [{ CommonPrefixes = [] }, { bodies }] = await Promise.all([
        client.send(new ListObjectsV2Command({ Bucket: place("deliveries"), Delimiter: "/" })),
        catalogues.current(),
      ]);
      return [...new Set([...bodies.keys(), ...CommonPrefixes.map(({ Prefix = "" }) => Prefix.slice(0, -1))])];
    },
  });
}

const machineNamed = (arns: readonly string[], name: string): string => arns.find((arn) => arn.endsWith(name)) ?? "";

/** Makes the portal; nothing is asked of the stores or the issuer before the first page is. */
export function wirePortal({ issuer, machines: stateMachines, ...options }: PortalSettings): Portal {
  const table = openTable(place("table"));
  const machines = machineRegister(table);
  const catalogues = objectStore(s3(), place("catalogue"));
  const figures = objectStore(s3(), place("figures"));
  return createPortal(
    {
      data: wirePortalData(stateMachines),
      sessions: sessionRegister(table),
      issuer: openIssuer(issuer),
      uploads: uploadRegister(table),
      store: deliveryStore(s3(), place("deliveries")),
      reports: reportHistory(table),
      machines,
      decisions: decisionRegister(table),
      reviews: reviewDesk({ register: reviewRegister(table), figures, machine: machineNamed(stateMachines, "relevance-review") }),
      published: publishedReports(table, figures),
      drafts: draftRegister(table),
      keeper: {
        files: () => filesInForce(catalogues),
        compare: (files) => compareWithForce(catalogues, files),
        putInForce: (files) => putInForce(catalogues, files),
      },
      people: once(async () => (await import("../adapters/people-directory.ts")).peopleKeeper()),
      peopleTrail: peopleTrail(table),
      redrive: async (execution) => (await import("./executions.ts")).redriveExecution(stateMachines, execution),
      mailbox: { mails: outbox(table), choices: mailChoices(table), tokens: unsubscribeTokens(table) },
      readToken: openTokens(issuer.issuer, machines),
    },
    { ...options, issuerOrigin: new URL(issuer.endAddress ?? issuer.issuer).origin },
  );
}
