import type { ObjectStore } from "../../core/ports.ts";
import { openingMessage } from "../../core/review/opening-message.ts";
import { publishDossier } from "../../core/review/publish-dossier.ts";
import type { ReviewRegister } from "../../core/review/review.ts";
import { publishDossier as contract } from "../../workflows/contracts.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { place } from "../runtime/config.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly reviews: ReviewRegister;
  readonly store: ObjectStore;
}

const wire = (): Ports => ({ reviews: reviewRegister(openTable(place("table"))), store: objectStore(s3(), place("figures")) });

export const createHandler = () =>
  defineHandler(contract, wire, async ({ review }, ports) => {
    const opened = await publishDossier(ports, { review, now: new Date().toISOString() });
    return opened ? { outcome: "opened", ...openingMessage(opened.dossier, opened.decideBy) } : { outcome: "wasOpen" };
  });

export const handler = createHandler();
