import type { CatalogueStore, ObjectStore } from "../../core/ports.ts";
import { judgeReview } from "../../core/review/judge-review.ts";
import type { ReviewRegister } from "../../core/review/review.ts";
import { judgeReview as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { openTable } from "../adapters/table/client.ts";
import { reviewRegister } from "../adapters/table/review-register.ts";
import { codeVersion, place } from "../runtime/config.ts";
import { fingerprint } from "../runtime/fingerprint.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly store: ObjectStore;
  readonly reviews: ReviewRegister;
}

function wire(): Ports {
  const client = s3();
  return {
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    store: objectStore(client, place("figures")),
    reviews: reviewRegister(openTable(place("table"))),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, async ({ review, scored }, ports) => ({
    outcome: await judgeReview({ ...ports, fingerprint }, { review, scoresKey: scored.key, codeVersion: codeVersion() }),
  }));

export const handler = createHandler();
