import { bodyCode } from "../../core/ids.ts";
import { type DailyRunPorts, runNotifications } from "../../core/notifications/daily-run.ts";
import { sendNotifications as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { mailer, ses } from "../adapters/mail.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { peopleDirectory } from "../adapters/people-directory.ts";
import { publishedFigures } from "../adapters/published-figures.ts";
import { openTable } from "../adapters/table/client.ts";
import { deliveryRegister } from "../adapters/table/delivery-register.ts";
import { mailChoices } from "../adapters/table/mail-choices.ts";
import { notificationMemory } from "../adapters/table/notification-memory.ts";
import { outbox } from "../adapters/table/outbox.ts";
import { unsubscribeTokens } from "../adapters/table/unsubscribe-tokens.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";
import { log } from "../runtime/log.ts";
import { mailSettings } from "./settings.ts";

/** Undefined where this stage has no sender. */
function wire(): DailyRunPorts | undefined {
  const settings = mailSettings(process.env);
  if (!settings) return undefined;
  const client = s3();
  const table = openTable(place("table"));
  const catalogues = catalogueStore(objectStore(client, place("catalogue")));
  const deliveries = deliveryRegister(table);
  return {
    figures: publishedFigures(objectStore(client, place("figures")), catalogues),
    people: peopleDirectory(),
    deliveriesOf: (body) => deliveries.list(bodyCode(body)),
    memory: notificationMemory(table),
    tokens: unsubscribeTokens(table),
    room: { outbox: outbox(table), mailer: mailer(ses(), settings), choices: mailChoices(table), now: () => new Date().toISOString() },
    place: settings,
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async (_, ports) => {
    if (!ports) {
      log("no sender is set for this stage: nothing was told to anybody");
      return { outcome: "noSender" as const };
    }
    const run = await runNotifications(ports);
    log("notifications", { ...run });
    return { outcome: "done" as const, ...run };
  });

export const handler = createHandler();
