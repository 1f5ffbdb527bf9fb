import type { Day } from "../../core/calendar.ts";
import type { DecisionRegister } from "../../core/decisions.ts";
import { bodyCode } from "../../core/ids.ts";
import type { DailyRunPorts } from "../../core/notifications/daily-run.ts";
import type { GroupNotice } from "../../core/notifications/notice-mail.ts";
import type { CatalogueStore } from "../../core/ports.ts";
import type { ReviewRegister } from "../../core/review/review.ts";
import { reviewNotices } from "../../core/review/review-notices.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { mailer, ses } from "../adapters/mail.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { peopleDirectory } from "../adapters/people-directory.ts";
import { publishedFigures } from "../adapters/published-figures.ts";
import { openTable } from "../adapters/table/client.ts";
import { decisionRegister } from "../adapters/table/decision-register.ts";
import { deliveryRegister } from "../adapters/table/delivery-register.ts";
import { mailChoices } from "../adapters/table/mail-choices.ts";
import { notificationMemory } from "../adapters/table/notification-memory.ts";
import { outbox } from "../adapters/table/outbox.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { unsubscribeTokens } from "../adapters/table/unsubscribe-tokens.ts";
import { place } from "../runtime/config.ts";
import { mailSettings } from "./settings.ts";

/** Undefined where this stage has no sender. */
export function wireDailyRun(): DailyRunPorts | undefined {
  const settings = mailSettings(process.env);
  if (!settings) return undefined;
  const client = s3();
  const table = openTable(place("table"));
  const catalogues = catalogueStore(objectStore(client, place("catalogue")));
  const deliveries = deliveryRegister(table);
  return {
    figures: publishedFigures(objectStore(client, place("figures")), catalogues),
    people: peopleDirectory(),
    notices: (today) => noticesOfReviews(reviewRegister(table), decisionRegister(table), catalogues, today),
    deliveriesOf: (body) => deliveries.list(bodyCode(body)),
    memory: notificationMemory(table),
    tokens: unsubscribeTokens(table),
    room: { outbox: outbox(table), mailer: mailer(ses(), settings), choices: mailChoices(table), now: () => new Date().toISOString() },
    place: settings,
  };
}

/** Without an open review nothing more is asked for. */
async function noticesOfReviews(
  reviews: ReviewRegister,
  decisions: DecisionRegister,
  catalogues: CatalogueStore,
  today: Day,
): Promise<readonly GroupNotice[]> {
  const open = (await reviews.list()).filter(({ state }) => state === "open");
  return open.length === 0 ? [] : reviewNotices(open, await decisions.list(), await catalogues.current(), today);
}
