import type { CatalogueStore, ObjectStore } from "../../core/ports.ts";
import { judgeReview } from "../../core/review/judge-review.ts";
import { judgeReview as contract } from "../../workflows/contracts.ts";
import { catalogueStore } from "../adapters/catalogue-store.ts";
import { objectStore, s3 } from "../adapters/object-store.ts";
import { place } from "../runtime/config.ts";
import { fingerprint } from "../runtime/fingerprint.ts";
import { defineHandler } from "../runtime/handler.ts";

interface Ports {
  readonly catalogues: CatalogueStore;
  readonly store: ObjectStore;
}

function wire(): Ports {
  const client = s3();
  return {
    catalogues: catalogueStore(objectStore(client, place("catalogue"))),
    store: objectStore(client, place("figures")),
  };
}

export const createHandler = () =>
  defineHandler(contract, wire, ({ review, scored }, ports) => judgeReview({ ...ports, fingerprint }, { review, scoresKey: scored.key }));

export const handler = createHandler();
